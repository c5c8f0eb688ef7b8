"""What is acknowledged is stored once, whatever goes wrong around it; and it goes on by itself."""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select, text

from leeromgeving.load import Loaded
from leeromgeving.store import connect
from leeromgeving.store.tables import antwoord, inzending, tekst
from receive.client import Client, Reply, form, new_key, running

JSON = {"accept": "application/json"}


def stored(engine: Engine) -> dict[str, list[tuple[str, str]]]:
    """Key → its answers."""
    with engine.connect() as connection:
        found: dict[str, list[tuple[str, str]]] = {
            key: [] for key in connection.execute(select(inzending.c.sleutel)).scalars()
        }
        for key, veld, code in connection.execute(
            select(antwoord.c.sleutel, antwoord.c.veld, antwoord.c.code).order_by(antwoord.c.veld)
        ):
            found[key].append((veld, code))
    return found


def send(client: Client, key: str, cijfer: str) -> Reply:
    return client.send(*form(("cijfer", cijfer), sleutel=key), **JSON)


def assert_to_be_tried_again(reply: Reply) -> None:
    assert reply.status == 503
    assert int(reply.headers["retry-after"]) > 0
    assert "straks" in reply.text


def at_once(*calls: Callable[[], Reply]) -> list[Reply]:
    """Make all calls at the same moment."""
    start = threading.Barrier(len(calls))

    def run(call: Callable[[], Reply]) -> Reply:
        start.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_the_first_of_a_key_stays(client: Client, engine: Engine) -> None:
    key = new_key()
    other = form(("aanrader", "ja"), ("beter", "Niets"), sleutel=key)
    assert send(client, key, "7").status == 201
    assert client.send(*other, **JSON).status == 201
    assert stored(engine) == {key: [("cijfer", "7")]}
    with engine.connect() as connection:
        assert connection.execute(select(tekst)).all() == []


def test_the_same_key_many_times_at_once(client: Client, engine: Engine) -> None:
    key = new_key()
    replies = at_once(*(lambda cijfer=str(n): send(client, key, cijfer) for n in range(1, 9)))
    assert {reply.status for reply in replies} == {201}
    assert [len(answers) for answers in stored(engine).values()] == [1]


def test_two_receivers_on_one_store(loaded: Loaded, engine: Engine, store_url: str) -> None:
    keys = [new_key() for _ in range(20)]
    second = connect(store_url)
    with running(loaded, engine) as one, running(loaded, second) as two:
        for key in keys:
            replies = at_once(lambda: send(one, key, "1"), lambda: send(two, key, "2"))  # noqa: B023
            assert [reply.status for reply in replies] == [201, 201]
    second.dispose()
    found = stored(engine)
    assert sorted(found) == sorted(keys)
    assert {len(answers) for answers in found.values()} == {1}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock."""
    monkeypatch.setattr(sys.modules["leeromgeving.store.connect"], "PATIENCE", 20)
    monkeypatch.setattr("leeromgeving.receive.writer.PATIENCE", 0.3)


@contextmanager
def locked(store_url: str) -> Iterator[None]:
    """Another program keeps the store to itself."""
    other = connect(store_url)
    with other.connect() as connection:
        if other.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("LOCK TABLE inzending, alembic_version IN EXCLUSIVE MODE"))
        yield
        connection.rollback()
    other.dispose()


@pytest.mark.usefixtures("impatient")
def test_a_locked_store(loaded: Loaded, store_url: str) -> None:
    engine = connect(store_url)
    keys = [new_key() for _ in range(5)]
    with running(loaded, engine) as client:
        with locked(store_url):
            for key in keys:
                assert_to_be_tried_again(send(client, key, "7"))
            assert_to_be_tried_again(client.ask("GET", "/gezond"))
            assert client.ask("GET", "/").status == 200
        assert [send(client, key, "8").status for key in keys] == [201] * 5
        assert client.ask("GET", "/gezond").status == 200
    found = stored(engine)
    assert sorted(found) == sorted(keys)
    assert {len(answers) for answers in found.values()} == {1}
    engine.dispose()


def test_a_full_disk(loaded: Loaded, tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'opslag.sqlite'}")
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    room = [pages + 5]
    event.listen(
        engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count={room[0]}")
    )
    acknowledged = []
    with running(loaded, engine) as client:
        while True:
            key = new_key()
            reply = client.send(*form(("beter", "lang " * 190), sleutel=key), **JSON)
            if reply.status != 201:
                break
            acknowledged.append(key)
        assert_to_be_tried_again(reply)
        assert_to_be_tried_again(client.send(*form(("beter", "a" * 900), sleutel=key), **JSON))
        assert sorted(stored(engine)) == sorted(acknowledged)
        room[0] = 1_000
        assert client.send(*form(("beter", "lang " * 190), sleutel=key), **JSON).status == 201
    assert sorted(stored(engine)) == sorted([*acknowledged, key])
    engine.dispose()


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_a_lost_connection(client: Client, engine: Engine, store_url: str) -> None:
    other = connect(store_url)
    hang_up = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    keys = [new_key() for _ in range(10)]
    for key in keys:
        with other.begin() as connection:
            connection.execute(hang_up)
        reply = send(client, key, "7")
        assert reply.status == 201, "an idle connection is opened again unnoticed"
    other.dispose()
    assert sorted(stored(engine)) == sorted(keys)


def test_half_a_form_is_never_stored(loaded: Loaded, tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'opslag.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE antwoord RENAME TO weg"))
    key = new_key()
    with running(loaded, engine) as client:
        assert_to_be_tried_again(send(client, key, "7"))
        with engine.begin() as connection:
            connection.execute(text("ALTER TABLE weg RENAME TO antwoord"))
        assert send(client, key, "7").status == 201
    assert stored(engine) == {key: [("cijfer", "7")]}
    engine.dispose()
