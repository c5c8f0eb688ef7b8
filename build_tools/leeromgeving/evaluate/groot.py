"""Count exports that outgrow one database: CSV or Parquet, by DuckDB (an optional extra).

The statements are those of the store; only the tables that they name are views on files.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Table, Text

from ..store.tables import antwoord, bezoek, inzending, oefenresultaat
from .tellingen import Tellingen, count_with

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

MEMORY = "256MB"
"""What DuckDB keeps in memory; the rest goes to a folder that is gone afterwards."""
THREADS = 2
"""Each thread reads a piece of a file of its own: more threads are faster and take more memory."""
COUNTED = (inzending, antwoord, bezoek, oefenresultaat)

DOUBLE = "SELECT sleutel FROM inzending GROUP BY sleutel HAVING count(*) > 1 LIMIT 1"


class GrootError(Exception):
    """The files can't be counted; its text is Dutch and says why."""


def count_export(folder: Path) -> Tellingen:
    """Count what `leeromgeving exporteer antwoorden` wrote into a folder; raises GrootError.

    Each table is a file `<table>.csv` or `<table>.parquet`, in the folder or in folders below it,
    such as one per year.
    """
    with open_export(folder) as connection:
        if connection.execute(DOUBLE).fetchone():
            raise GrootError(
                f"in {folder} staat een inzending meer dan één keer: laat van elke periode "
                "één export staan"
            )
        return count_with(lambda statement: connection.execute(statement).fetchall())


@contextmanager
def open_export(folder: Path) -> Iterator["DuckDBPyConnection"]:
    """A connection on which the names of the tables stand for the files; raises GrootError."""
    try:
        import duckdb
    except ImportError:
        raise GrootError(
            "om zulke bestanden te tellen is DuckDB nodig. Doe: pip install duckdb"
        ) from None
    with (
        TemporaryDirectory() as spill,
        duckdb.connect(
            config={"memory_limit": MEMORY, "threads": THREADS, "temp_directory": spill}
        ) as connection,
    ):
        try:
            for table in COUNTED:
                _open(connection, table, folder).create_view(table.name)
            yield connection
        except duckdb.Error as error:  # only its first line: the others hold answers
            reason = str(error).splitlines()[0]
            raise GrootError(f"de bestanden in {folder} zijn niet te lezen: {reason}") from None


def _open(connection: "DuckDBPyConnection", table: Table, folder: Path) -> "DuckDBPyRelation":
    csv, parquet = (f"{table.name}.{kind}" for kind in ("csv", "parquet"))
    if any(folder.rglob(csv)) == any(folder.rglob(parquet)):
        raise GrootError(
            f"in {folder} hoort {csv} te staan (doe: leeromgeving exporteer antwoorden) "
            f"of {parquet}, en niet allebei"
        )
    if any(folder.rglob(parquet)):
        return connection.read_parquet(f"{folder}/**/{parquet}")
    rows = connection.read_csv(  # as `store.export` writes it
        f"{folder}/**/{csv}",
        header=True,
        sep=";",
        quotechar='"',
        escapechar='"',
        dtype={column.name: str(column.type) for column in table.columns},
    )
    # CSV knows no difference between an empty text and none; `force_not_null` mixes up columns
    return rows.project(
        ", ".join(
            f"coalesce({column.name}, '') AS {column.name}"
            if isinstance(column.type, Text)
            else column.name
            for column in table.columns
        )
    )
