"""CSV and XLSX as text, row by row: nothing is a formula, a number or a date any more."""

import csv
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

from python_calamine import CalamineError, CalamineWorkbook

from .result import Misfit

MAX_BYTES = 100 * 1024 * 1024
"""Of a file, and of a workbook once unpacked."""
MAX_CELLS = 5_000_000
"""Of a workbook: its rows times its columns, empty cells included."""
DELIMITERS = (",", ";", "\t")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3})(\d{1,9})["']""")
"""Where a row or cell stands (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73)."""
NO_PACKAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for a package that is damaged, locked or packed in a way of its own."""

NO_UTF_8 = (
    "dit bestand is geen UTF-8. Exporteer het opnieuw met de tekenset UTF-8, "
    "en sla het daarna niet op met Excel."
)
NO_WORKBOOK = "dit is geen Excel-bestand (.xlsx). Download het opnieuw, zonder het te openen."
TOO_BIG = "dit bestand is te groot. Exporteer een kortere periode."
BROKEN_CSV = (
    "hier loopt een tekst tussen aanhalingstekens niet goed af, of is hij veel te lang. "
    "Exporteer het bestand opnieuw; misschien is het niet helemaal gedownload."
)


@dataclass(frozen=True)
class Row:
    """One row of cells, as many as there are headings."""

    regel: int
    """The line (CSV) or row (XLSX) that it starts on, from 1."""
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A file with a row of headings."""

    headings: tuple[str, ...]
    """With single spaces only: Microsoft Forms puts no-break spaces in them."""
    rows: tuple[Row, ...]
    """Without the empty ones."""


def decode(data: bytes) -> str | Misfit:
    """The text of a file: UTF-8 with or without BOM, or UTF-16 with one."""
    try:
        return data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        return Misfit(data.count(b"\n", 0, error.start) + 1, NO_UTF_8)


def read_csv(data: bytes, is_known: Callable[[str], bool]) -> Table | list[Misfit]:
    """A CSV file; of comma, semicolon and tab the one that gives the most known headings."""
    text = decode(data)
    if isinstance(text, Misfit):
        return [text]
    rows: list[tuple[int, Sequence[str]]] = []
    delimiter = max(DELIMITERS, key=lambda sign: _headings_known(text, sign, is_known))
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    regel = 1
    try:
        for cells in reader:
            rows.append((regel, cells))
            regel = reader.line_num + 1
    except csv.Error:
        return [Misfit(regel, BROKEN_CSV)]
    return _table(rows)


def _headings_known(text: str, delimiter: str, is_known: Callable[[str], bool]) -> int:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        return sum(is_known(_spaced(cell)) for cell in next(reader, ()))
    except csv.Error:
        return 0


def read_xlsx(data: bytes) -> Table | list[Misfit]:
    """The first sheet of a workbook; dates become ISO text, whole numbers lose their `.0`."""
    if problem := _unsafe(data):
        return [Misfit(1, problem)]
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except CalamineError:
        return [Misfit(1, NO_WORKBOOK)]
    return _table((regel, [_text(cell) for cell in cells]) for regel, cells in enumerate(rows, 1))


def _unsafe(data: bytes) -> str:
    """Why a workbook can't be opened: Calamine keeps every cell up to the last one in memory."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_BYTES:
                return TOO_BIG
            sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
            if max((_size(package.read(name)) for name in sheets), default=0) > MAX_CELLS:
                return TOO_BIG
    except NO_PACKAGE:
        return NO_WORKBOOK
    return ""


def _size(sheet: bytes) -> int:
    last_row = last_column = 0
    for column, row in REFERENCE.findall(sheet):
        last_row = max(last_row, int(row))
        letters = 0
        for letter in column:
            letters = letters * 26 + letter - ord("A") + 1
        last_column = max(last_column, letters)
    return last_row * last_column


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _table(rows: Iterable[tuple[int, Sequence[str]]]) -> Table | list[Misfit]:
    """Headings and rows; every row has as many cells as there are headings."""
    filled = ((regel, cells) for regel, cells in rows if any(cell.strip() for cell in cells))
    first = next(filled, None)
    if first is None:
        return [Misfit(1, "dit bestand is leeg. Kijk of je het goede bestand koos.")]
    headings = tuple(_spaced(cell) for cell in first[1])
    found, misfits = [], []
    for regel, cells in filled:
        if len(cells) != len(headings):
            misfits.append(Misfit(regel, _ragged(len(cells), len(headings))))
        else:
            found.append(Row(regel, tuple(cells)))
    return misfits or Table(headings, tuple(found))


def _ragged(cells: int, headings: int) -> str:
    return (
        f"deze regel heeft {cells} kolommen en de eerste regel {headings}. Exporteer het bestand "
        "opnieuw; misschien is het niet helemaal gedownload of is het met de hand veranderd."
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())
