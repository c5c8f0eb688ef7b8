"""Every page: no barrier that axe finds (WCAG 2.2 A and AA), nobody else asked, nothing cut off."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from leeromgeving.load import load
from leeromgeving.pages import make_pages

ROOT = Path(__file__).parent.parent.parent
WIDTHS = (390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"
BROKEN_WORDS = r"""() => [...document.querySelectorAll("th, td")].flatMap(cell => {
    const broken = [];
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement.closest("code")) continue;
        for (const { 0: word, index } of text.data.matchAll(/\p{L}+/gu)) {
            const range = new Range();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
            if (lines > 1 && word.length < 14) broken.push(word); // longer ones get a hyphen
        }
    }
    return broken;
})"""
NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]


def addresses() -> list[str]:
    """Every page of the site as its address, and one that does not exist."""
    generated = [page.uri for page in make_pages(load(ROOT).leeromgeving())]
    written = [path.relative_to(ROOT / "docs").as_posix() for path in ROOT.glob("docs/**/*.md")]
    pages = sorted({f"{uri.removesuffix('.md')}/" for uri in (*generated, *written)})
    return [uri.removesuffix("index/") for uri in pages] + ["404.html"]


@pytest.mark.parametrize("address", addresses())
def test_no_barrier(address: str, new_page: NewPage, violations: Violations) -> None:
    """All in one visit: opening a browser's context takes longer than looking."""
    page = new_page()
    page.goto(address)
    has_a_skip_link_title_and_description(page, address)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            where = f"{address} at {width} px, {scheme}"
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            assert page.locator("h1").count() == 1, where
            page.evaluate(OPEN_ALL)
            assert violations(page) == [], where
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    page.evaluate(OPEN_ALL)
    fits_on_the_smallest_phone(page, address)


def has_a_skip_link_title_and_description(page: Page, address: str) -> None:
    assert page.locator("html").get_attribute("lang") == "nl", address
    assert "Leeromgeving De Borg" in page.title(), address
    assert page.locator("meta[name=description]").get_attribute("content"), address
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud", address


def fits_on_the_smallest_phone(page: Page, address: str) -> None:
    """WCAG 2.2, 1.4.10: no scrolling in two directions at 320 px; a table may, with whole words."""
    too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert too_wide <= 0, address
    assert page.evaluate(BROKEN_WORDS) == [], address


NOT_FOLDED = ":is(h1, h2, h3, p, li, summary):not(details *, .begrippen *)"
"""Texts outside what opens without a script: <details>, and the explanations of begrippen."""


@pytest.mark.parametrize("address", addresses())
def test_all_is_readable_without_javascript(address: str, new_page: NewPage) -> None:
    """No text waits for a script, and nothing is offered that only a script can do."""
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(address)
    main = page.locator("main")
    visible = main.locator(f"{NOT_FOLDED}:visible").all_text_contents()
    assert visible == main.locator(NOT_FOLDED).all_text_contents()
    assert main.locator("button:visible:not([popovertarget])").count() == 0
    assert page.locator("#hoofdmenu a").first.is_visible()
