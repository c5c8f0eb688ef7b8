"""The store opens on both databases, at the newest version, with the tables that the code knows."""

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event, insert, text
from sqlalchemy.exc import IntegrityError, OperationalError

from leeromgeving.store import NoStoreError, connect
from leeromgeving.store.connect import CONNECT_ARGS
from leeromgeving.store.tables import metadata, tekst


def is_whole(url: str) -> bool:
    engine = connect(url)
    with engine.connect() as connection:
        difference = list(compare_metadata(MigrationContext.configure(connection), metadata))
    engine.dispose()
    return not difference


def test_migrations_make_the_tables_that_the_code_knows(store_url: str) -> None:
    assert is_whole(store_url)


def test_opening_again_changes_nothing(store_url: str) -> None:
    connect(store_url).dispose()
    connect(store_url).dispose()


def test_a_first_start_that_is_cut_off_leaves_no_half_store(store_url: str) -> None:
    def cut_off(*arguments: Any) -> None:
        if "CREATE TABLE tekst" in arguments[2]:
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", cut_off)
    try:
        with pytest.raises(KeyboardInterrupt):
            connect(store_url)
    finally:
        event.remove(Engine, "before_cursor_execute", cut_off)
    assert is_whole(store_url)


def test_sqlite_keeps_what_it_promised_and_no_more(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'opslag.sqlite'}")
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in expected
        }
    engine.dispose()
    assert found == expected


def test_an_error_never_names_an_answer(store_url: str) -> None:
    engine = connect(store_url)
    row = {"sleutel": "a", "veld": "b", "tekst": "geheim", "staat": "nieuw", "redenen": ""}
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(insert(tekst), [row])  # of no inzending
    engine.dispose()
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_nobody_waits_for_a_lock_without_end(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience = CONNECT_ARGS["postgresql"]["options"].replace("5000", "10")
    monkeypatch.setitem(CONNECT_ARGS["postgresql"], "options", patience)
    engine = connect(store_url)
    with engine.connect() as other, engine.connect() as connection:
        other.execute(text("LOCK TABLE tekst"))
        with pytest.raises(OperationalError, match="lock timeout"):
            connection.execute(text("LOCK TABLE tekst"))
    engine.dispose()


def test_a_store_of_a_newer_program_is_told(store_url: str) -> None:
    engine = connect(store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NoStoreError, match="Werk het programma"):
        connect(store_url)
