"""CSV and XLSX as bytes: encodings, truncated files, and workbooks that are bombs."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from leeromgeving.ingest.result import Misfit
from leeromgeving.ingest.tables import TOO_BIG, Row, Table, read_csv, read_xlsx


def rows(data: bytes) -> list[str]:
    table = read_csv(data, lambda heading: heading in ("een", "twee"))
    if isinstance(table, Table):
        return [f"{row.regel}: {'|'.join(row.cells)}" for row in table.rows]
    return [f"{misfit.regel}! {misfit.tekst[:40]}" for misfit in table]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert rows("een,twee\nideeën,café\n".encode(encoding)) == ["2: ideeën|café"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("een,twee\n1,café\n".encode("cp1252"), ["2! dit bestand is geen UTF-8. Exporteer het"]),
        (b"\xff\xfea\x00b", ["1! dit bestand is geen UTF-8. Exporteer het"]),
        (b"", ["1! dit bestand is leeg. Kijk of je het goed"]),
        (b"\n , \n", ["1! dit bestand is leeg. Kijk of je het goed"]),
        (b"een;twee\r\n1;2", ["2: 1|2"]),
        (b"een;twee\r1;2", ["2: 1|2"]),
        (b'\n"een","twee"\n"a\nb",2\n\n3,4', ["3: a\nb|2", "6: 3|4"]),
        (b"een,twee\n1,2\n3", ["3! deze regel heeft 1 kolommen en de eerste "]),
        (b"een,twee\n1,2\n3,4,5", ["3! deze regel heeft 3 kolommen en de eerste "]),
        (b'een,twee\n1,2\n"3,4', ["3! hier loopt een tekst tussen aanhalingstek"]),
        (b'een,twee\n1,"2"x', ["2! hier loopt een tekst tussen aanhalingstek"]),
        (b"een,twee\n1," + b"x" * 200_000, ["2! hier loopt een tekst tussen aanhalingstek"]),
        (b'"een' + b"x" * 200_000, ["1! hier loopt een tekst tussen aanhalingstek"]),
    ],
)
def test_csv(data: bytes, expected: list[str]) -> None:
    assert [line[:43] for line in rows(data)] == [line[:43] for line in expected]


def test_headings_have_single_spaces() -> None:
    table = read_csv("een\u00a0 twee , x\n1,2".encode(), bool)
    assert isinstance(table, Table)
    assert table.headings == ("een twee", "x")


def workbook(cells: dict[str, object]) -> bytes:
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, cell in cells.items():
            sheet.write(place, cell)
    return stream.getvalue()


def test_xlsx_keeps_its_row_numbers() -> None:
    table = read_xlsx(workbook({"A2": "een", "B2": "twee", "A4": 3, "B4": 0.5, "A5": True}))
    assert table == Table(("een", "twee"), (Row(4, ("3", "0.5")), Row(5, ("True", ""))))


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    assert read_xlsx(workbook({"A1": "een", "XFD1048576": 1})) == [Misfit(1, TOO_BIG)]


def test_a_package_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", bytes(101 * 1024 * 1024))
    assert read_xlsx(stream.getvalue()) == [Misfit(1, TOO_BIG)]
