"""The PDF: tagged, in Dutch, with bookmarks, the same bytes each time."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from leeromgeving.compose.document import VERBORGEN, Alinea, Citaten, Hoofdstuk, Kolom, Tabel
from leeromgeving.report.pdf import NOT_IN_FONTS, as_pdf
from small_report import SMALL


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return PdfReader(io.BytesIO(as_pdf(SMALL)))


def test_it_is_tagged_and_in_dutch(reader: PdfReader) -> None:
    """Typst refuses to write what fails PDF/UA-1; the claim stands in the metadata."""
    root: Any = reader.root_object
    assert root["/Lang"] == "nl"
    assert root["/StructTreeRoot"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_data()


def test_no_clock_is_in_it(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata
    metadata: Any = reader.root_object["/Metadata"]
    assert b"CreateDate" not in metadata.get_data()


def test_title_and_a_bookmark_for_every_chapter(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "Evaluatie van de proef – Evaluatie over heel 2026"
    chapters = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert chapters == ["Samenvatting", "1 Niveau 1: reactie"]


def test_every_page_says_which_it_is_and_that_it_is_made_up(reader: PdfReader) -> None:
    pages = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(pages, start=1):
        assert f"pagina {number} van {len(pages)}" in text
        assert "FICTIEF" in text
        assert "Evaluatie over heel 2026" in text
    assert "verborgen" in " ".join(pages)


def test_a_screen_reader_hears_tables_lists_and_what_a_chart_is(reader: PdfReader) -> None:
    root: Any = reader.root_object
    found = list(structure(root["/StructTreeRoot"]["/K"]))
    kinds = {kind for kind, _ in found}
    assert {"/H1", "/H2", "/L", "/Table", "/Caption", "/TH", "/TD", "/BlockQuote"} <= kinds
    assert [words for kind, words in found if kind == "/Figure"] == [
        "Grafiek ‘Past de module bij het werk?’. Alle getallen staan in de tabel hierna.",
        "Grafiek ‘Goede antwoorden’. Alle getallen staan in de tabel hierna.",
    ]


def test_the_head_of_a_table_comes_back_on_the_next_page() -> None:
    tabel = Tabel(
        "lang", "Lang", (Kolom("Naam"), Kolom("Keer", "aantal")), (("Regel", 1234),) * 90, "Bron."
    )
    report = replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (tabel,)),))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(report))).pages]
    assert len(pages) == 3
    assert all("Keer" in text and "1.234" in text for text in pages)


def test_words_for_a_figure_stay_whole_and_wide_tables_lie_on_their_side() -> None:
    kolommen = [Kolom("Naam"), *(Kolom(f"Kop {n}", "percentage") for n in range(11))]
    rij = ("Gedrag beoordelen en erover praten met elkaar", *[VERBORGEN] * 11)
    tabel = Tabel("breed", "Breed", (*kolommen, Kolom("Oordeel")), ((*rij, "te weinig gegevens"),))
    report = replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (tabel, Alinea("Verder."))),))
    _, page, after = PdfReader(io.BytesIO(as_pdf(report))).pages
    assert page.extract_text().split().count(VERBORGEN) == 11
    assert "-" not in page.extract_text()
    assert page.mediabox.width > page.mediabox.height
    assert after.mediabox.width < after.mediabox.height


def test_every_sign_that_is_let_through_can_be_shown() -> None:
    """Typst refuses the whole PDF for one sign that its fonts don't have."""
    signs = "".join(chr(code) for code in range(0x20, 0x10000) if not NOT_IN_FONTS.match(chr(code)))
    assert len(signs) > 2_000
    report = replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (Alinea(signs),)),))
    assert as_pdf(report).startswith(b"%PDF")


def test_an_emoji_is_a_square_and_no_reason_to_stop() -> None:
    report = replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (Citaten(("Mooi 😀 漢!",)),)),))
    pages = PdfReader(io.BytesIO(as_pdf(report))).pages
    assert "Mooi □ □!" in pages[0].extract_text()


def structure(node: Any) -> Iterator[tuple[str, str]]:
    """(kind, text alternative) of each part of the tree that a screen reader walks."""
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from structure(part)
    elif isinstance(node, dict) and "/S" in node:
        yield str(node["/S"]), str(node.get("/Alt", ""))
        yield from structure(node.get("/K", ArrayObject()))
