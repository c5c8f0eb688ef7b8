"""Open a store by its URL, at the newest version of its schema."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

DEFAULT_URL = "sqlite:///evaluation/resultaten/opslag.sqlite"
"""Below the current folder, which is the project; the folder is never in git."""
SETTING = "LEEROMGEVING_OPSLAG"
"""Environment variable with another URL, such as `postgresql+psycopg://leeromgeving@localhost/x`."""
PATIENCE = 5_000
"""Milliseconds to wait for another process's lock before giving up."""
DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""What a URL may begin with → the driver that we have."""
CONNECT_ARGS: dict[str, dict[str, Any]] = {
    "sqlite": {"timeout": PATIENCE / 1_000},
    "postgresql": {"options": f"-c lock_timeout={PATIENCE}"},
}
"""How long each driver waits."""
SNAPSHOT = {"sqlite": "SERIALIZABLE", "postgresql": "REPEATABLE READ"}
"""In which all that is read is of the same moment, though the receiver goes on writing."""


NO_URL = (
    "dit is geen adres van een opslag. Schrijf het zoals sqlite:///map/opslag.sqlite of "
    "postgresql://naam@server/opslag."
)
NO_STORE = (
    "dit bestand is geen opslag, of het is beschadigd. Kijk na of het adres klopt, of zet een "
    "reservekopie terug."
)
TOO_NEW = (
    "deze opslag is van een nieuwere versie van het programma. Werk het programma op deze "
    "computer bij."
)


class NoStoreError(Exception):
    """No store that this program can use; the text (Dutch) says why and what to do."""


def connect(url: str) -> Engine:
    """An engine on the store at `url` (SQLAlchemy), migrated.

    Raises NoStoreError, SQLAlchemyError for a database that fails, OSError for its folder.

    SQLite: write-ahead log, and a commit is on disk before it returns (synchronous=FULL).
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite" and not is_in_memory(url):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    # An error never names the answers that it is about; a lost connection is opened again.
    engine = create_engine(
        parsed,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args=CONNECT_ARGS[parsed.get_backend_name()],
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _migrate(engine: Engine) -> None:
    from alembic import command  # takes long to import, and most commands open no store
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(files("leeromgeving.store") / "migrations"))
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "sqlite":
                # Its driver begins only before a change of rows: a kill between two new tables
                # would leave a store that never opens again, and so would another process then.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError:  # it knows no migration with the number that the store has
        raise NoStoreError(TOO_NEW) from None
    except DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            raise NoStoreError(NO_STORE) from None
        raise


def is_in_memory(url: str) -> bool:
    """Whether nothing of the store at `url` outlives the process; raises NoStoreError."""
    parsed = _parsed(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")


def is_missing(url: str) -> bool:
    """Whether the file of the store at `url` is not there (yet); raises NoStoreError."""
    parsed = _parsed(url)
    return parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).is_file()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number
        raise NoStoreError(NO_URL) from None
    if parsed.drivername not in DRIVERS or (parsed.drivername == "sqlite" and parsed.query):
        raise NoStoreError(NO_URL)
    return parsed.set(drivername=DRIVERS[parsed.drivername])


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
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
