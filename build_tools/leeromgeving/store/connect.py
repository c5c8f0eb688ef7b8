"""Open a store by its URL, at the newest version of its schema."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url

DEFAULT_URL = "sqlite:///evaluation/resultaten/opslag.sqlite"
"""Below the current folder, which is the project; the folder is never in git."""
SETTING = "LEEROMGEVING_OPSLAG"
"""Environment variable with another URL, such as `postgresql+psycopg://leeromgeving@localhost/x`."""
PATIENCE = 5_000
"""Milliseconds to wait for another process's lock before giving up."""
SNAPSHOT = {"sqlite": "SERIALIZABLE", "postgresql": "REPEATABLE READ"}
"""In which all that is read is of the same moment, though the receiver goes on writing."""


def connect(url: str) -> Engine:
    """An engine on the store at `url` (SQLAlchemy), migrated; raises SQLAlchemyError.

    SQLite: write-ahead log, and a commit is on disk before it returns (synchronous=FULL).
    """
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and not is_in_memory(url):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    # An error never names the answers that it is about; a lost connection is opened again.
    engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(files("leeromgeving.store") / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return engine


def is_in_memory(url: str) -> bool:
    """Whether nothing of the store at `url` outlives the process; raises SQLAlchemyError."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")


def snapshot(engine: Engine) -> Connection:
    """A connection that sees the store as it is now, whatever is written meanwhile."""
    connection = engine.connect().execution_options(isolation_level=SNAPSHOT[engine.dialect.name])
    if engine.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")  # its driver begins by itself only before a change
    return connection


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={PATIENCE}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
