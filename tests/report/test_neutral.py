"""Whatever stands in a text of a report, no form obeys it."""

import csv
import io
import json
import re
import zipfile
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from leeromgeving.compose.document import Alinea, Hoofdstuk, Rapport
from leeromgeving.report.data import as_csv, as_json
from leeromgeving.report.neutral import neutral
from leeromgeving.report.pages import page
from leeromgeving.report.pdf import as_pdf
from leeromgeving.report.workbook import as_xlsx
from leeromgeving.store.export import DANGEROUS
from small_report import SMALL

PAYLOADS = (
    '<script>alert(1)</script><img src=x onerror="alert(1)">',
    "\" onmouseover='alert(1)' x=\"</title></svg>&lt;&#60;",
    "{{ 7 * 7 }}{% include 'x' %}",
    '#panic("x") $ \\ * _ ` @ref <label> #include "x" //',
    '=HYPERLINK("http://x")',
    "+1-1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    'a;b"c\r\n=1',
    "\x00\x07\x1b[31m\x85\u202e\u2066\ufffe",
    "\ud800 half \udfff",
    "W" * 300,
    "😀漢字 e\u0301\u0301\u0301 \u200d\u00ad",
)
TEXTS = st.one_of(
    st.sampled_from(PAYLOADS),
    st.text(max_size=60),
    st.lists(st.sampled_from(PAYLOADS), min_size=2, max_size=3).map(" ".join),
)
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def filled(value: Any, text: str) -> Any:
    """The same report with every text a reader sees replaced by this one."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(filled(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = ("id", "soort", "periode")
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in kept}
        return replace(value, **{name: filled(part, text) for name, part in parts.items()})
    return value


def harmless(text: str) -> Rapport:
    report: Rapport = neutral(filled(SMALL, f"{text}."))  # a title is never empty
    return report


def is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(,[0-9]+)?", cell))


class Elements(HTMLParser):
    """Which elements a page holds, with the names of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


PLAIN = [Elements(page(harmless("gewoon"), h)).found for h in harmless("gewoon").hoofdstukken]


@MANY
@given(TEXTS)
@example("<b>")
def test_no_text_is_an_element_of_a_page(text: str) -> None:
    report = harmless(text)
    for hoofdstuk, plain in zip(report.hoofdstukken, PLAIN, strict=True):
        found = Elements(page(report, hoofdstuk))
        assert found.found <= plain
        assert hoofdstuk.titel in found.words


@MANY
@given(TEXTS)
def test_no_cell_of_a_csv_file_is_a_formula(text: str) -> None:
    for tabel in harmless(text).tabellen:
        content = as_csv(tabel).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
        assert [len(row) for row in rows] == [len(tabel.kolommen)] * (len(tabel.rijen) + 1)
        names = [(row[0], rij[0]) for row, rij in zip(rows[1:], tabel.rijen, strict=True)]
        assert all(cell.removeprefix("'") == str(name).removeprefix("'") for cell, name in names)
        assert not any(
            cell.startswith(DANGEROUS) for row in rows for cell in row if not is_number(cell)
        )


@MANY
@given(TEXTS)
def test_no_cell_of_the_workbook_is_a_formula_or_a_link(text: str) -> None:
    report = harmless(text)
    content = as_xlsx(report)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        sheets = [file.read(name) for name in file.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert not any(b"<hyperlink" in sheet for sheet in sheets[1:])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(1).to_python()
    assert {str(value) for row in rows for value in row} <= {report.titel}


@MANY
@given(TEXTS)
def test_the_data_says_what_the_report_says(text: str) -> None:
    report = harmless(text)
    data = json.loads(as_json(report))
    assert data["titel"] == report.titel
    assert data["hoofdstukken"][1]["blokken"][1]["blok"] == "likert"


@settings(MANY, max_examples=15)
@given(TEXTS)
@example(" ".join(PAYLOADS))
def test_no_text_is_a_command_of_the_pdf(text: str) -> None:
    assert as_pdf(harmless(text)).startswith(b"%PDF")


def test_what_looks_like_a_command_is_printed() -> None:
    words = '#panic("x") $a$ *vet* <label>'
    report = replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (Alinea(words),)),))
    assert words in PdfReader(io.BytesIO(as_pdf(report))).pages[0].extract_text()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een\r\n  twee\tdrie ", "een twee drie"),
        ("een\x00\x1btwee", "een\ufffd\ufffdtwee"),
        ("links\u202erechts", "links\ufffdrechts"),
        ("64\xa0% 👩‍👩‍👧 é", "64\xa0% 👩‍👩‍👧 é"),
    ],
)
def test_only_what_nobody_sees_is_replaced(text: str, shown: str) -> None:
    assert neutral(text) == shown
    assert not re.search(r"[\x00-\x1f]", shown)
