"""The drawings of the site: readable on a phone, in light and in dark, and never a risk."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from leeromgeving.images import read_size, unsafe_parts
from test_tokens import EDGE, TEXT, contrast, luminance

NewPage = Callable[..., Page]
ROOT = Path(__file__).parent.parent.parent
DRAWINGS = sorted([*ROOT.glob("modules/*/media/*.svg"), *ROOT.glob("docs/**/*.svg")])
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLUMN = 288
"""How wide a drawing stands on a screen of 320 px."""
LETTERS = 16
"""CSS pixels: the least that can be read on that screen."""
BYTES = 3_000
COLOURS = """() => {
  const hex = colour => "#" + colour.match(/\\d+/g).slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, "0")).join("");
  const all = (selector, property) => [...new Set([...document.querySelectorAll(selector)]
    .map(node => getComputedStyle(node)[property]).filter(value => value !== "none").map(hex))];
  const shapes = "rect, circle, path, ellipse, line";
  return [all("text, tspan", "fill"), all(shapes, "fill"), all(shapes, "stroke")];
}"""
"""The colours of letters, planes and lines."""
OUTSIDE = """() => {
  const room = document.documentElement.getBoundingClientRect();
  return [...document.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    const behind = [box.left, box.left + box.width / 2, box.right].map(x =>
      document.elementsFromPoint(x, box.top + box.height / 2).find(node => !node.closest("text")));
    return box.left < room.left || box.right > room.right
      || box.top < room.top || box.bottom > room.bottom || new Set(behind).size > 1;
  }).map(text => text.textContent);
}"""
"""Texts that are cut off, or that stick out of the plane on which they begin."""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("text")].map(text =>
  parseFloat(getComputedStyle(text).fontSize))) / document.documentElement.viewBox.baseVal.width"""
"""Of the letters, as a part of the drawing's width."""


def test_there_are_drawings() -> None:
    assert DRAWINGS


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_reads_well_in_light_and_in_dark(file: Path, browser: Browser) -> None:
    papers = []
    page = browser.new_page(viewport={"width": 800, "height": 800})
    page.goto(file.as_uri())
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        letters, planes, lines = page.evaluate(COLOURS)
        assert len(planes) > 1
        for front, least in ((letters, TEXT), (lines, EDGE)):
            weak = [
                (one, plane) for one in front for plane in planes if contrast(one, plane) < least
            ]
            assert weak == [], scheme
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SMALLEST) * COLUMN >= LETTERS
        papers.append(sum(map(luminance, planes)) / len(planes))
    page.close()
    assert papers[0] > 0.5 > 0.1 > papers[1]


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_small_and_asks_nothing(file: Path) -> None:
    assert list(unsafe_parts(file)) == []
    assert file.stat().st_size <= BYTES
    text = file.read_text("utf-8")
    width, height = read_size(file) or (0, 0)
    box = text.partition('viewBox="0 0 ')[2].partition('"')[0].split()
    assert width / height == pytest.approx(float(box[0]) / float(box[1]), rel=0.01)


@pytest.mark.parametrize("chosen", SCHEMES)
def test_a_drawing_follows_the_reader_and_not_the_system(
    chosen: Literal["light", "dark"], new_page: NewPage
) -> None:
    page = new_page(color_scheme=SCHEMES[chosen == "light"])
    page.goto("modules/bejegenen-behandelen-beveiligen/")
    drawing = page.locator("img[src$='drie-kernwaarden.svg']")
    drawing.scroll_into_view_if_needed()

    def paper() -> str:
        shot = Image.open(io.BytesIO(drawing.screenshot())).convert("RGB")
        middle = shot.width // 2
        return f"#{shot.crop((middle, 3, middle + 1, 4)).tobytes().hex()}"

    before = paper()
    page.get_by_role("button", name=re.compile("weergave")).click()
    assert (luminance(before) > 0.5) == (chosen == "dark")
    assert (luminance(paper()) > 0.5) == (chosen == "light")
