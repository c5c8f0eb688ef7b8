"""Open a store by its URL, at the newest version of its schema."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, make_url

DEFAULT_URL = "sqlite:///evaluation/resultaten/opslag.sqlite"
"""Below the current folder, which is the project; the folder is never in git."""
SETTING = "LEEROMGEVING_OPSLAG"
"""Environment variable with another URL, such as `postgresql+psycopg://leeromgeving@localhost/x`."""
PATIENCE = 5_000
"""Milliseconds that SQLite waits for another process's lock before it gives up."""


def connect(url: str) -> Engine:
    """An engine on the store at `url` (SQLAlchemy), migrated; raises SQLAlchemyError.

    SQLite: write-ahead log, and a commit is on disk before it returns (synchronous=FULL).
    """
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(files("leeromgeving.store") / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={PATIENCE}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
