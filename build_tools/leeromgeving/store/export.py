"""Everything in the store as CSV files, so that nobody is locked in (one per table)."""

import csv
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, select

from ..aside import made_aside
from .connect import snapshot
from .tables import metadata

BATCH = 1_000
"""Rows in memory at once."""
DANGEROUS = (*"=+-@＝＋－＠", "\t", "\r", "\n")
"""A spreadsheet takes a cell that starts so for a formula (OWASP, CSV Injection)."""


def export(engine: Engine, folder: Path, step: Callable[[str, int], None]) -> None:
    """Write every table to `<table>.csv` in a folder, which takes its place when it is whole.

    For Excel on a Dutch computer: UTF-8 with BOM, `;` between cells. Calls `step` with the name and
    the number of rows of each table. Raises OSError; the folder is then as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with made_aside(folder) as aside, snapshot(engine) as connection:
        aside.mkdir()
        for table in metadata.sorted_tables:
            step(table.name, _write(connection, table, aside / f"{table.name}.csv"))


def safe_text(text: str) -> str:
    """What may stand in a cell: a text that could be a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _write(connection: Connection, table: Table, file: Path) -> int:
    """Returns the number of rows."""
    statement = select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH)
    rows = connection.execute(statement)
    number = 0
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(rows.keys())
        for row in rows:
            writer.writerow([safe_text(cell) if isinstance(cell, str) else cell for cell in row])
            number += 1
    return number
