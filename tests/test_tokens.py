"""The colours of the house style, pair by pair (WCAG 2.2, 1.4.3 and 1.4.11), light and dark."""

import re
from pathlib import Path
from typing import get_args

import pytest

from leeromgeving.model.catalogus import Kleur

CSS = (Path(__file__).parent.parent / "build_tools/leeromgeving/assets/css/tokens.css").read_text(
    "utf-8"
)
SCHEMES = ("light", "dark")
TEXT, EDGE = 4.5, 3.0
BASE_PAIRS = [
    *((text, ground, TEXT) for text in ("text", "text-soft", "link", "brand")
      for ground in ("bg", "surface", "surface-2")),
    ("on-brand", "brand", TEXT),
    ("on-footer", "footer", TEXT),
    *((kind, ground, TEXT) for kind in ("good", "wrong", "note")
      for ground in ("surface", f"{kind}-soft")),
    *(("text", f"{kind}-soft", TEXT) for kind in ("good", "wrong", "note")),
    *((edge, ground, EDGE) for edge in ("control", "focus") for ground in ("bg", "surface")),
]  # fmt: skip
ACCENT_PAIRS = [
    ("accent", "bg", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "accent-soft", TEXT),
    ("text", "accent-soft", TEXT),
    ("link", "accent-soft", TEXT),
    ("on-accent", "accent-strong", TEXT),
]


def tokens(block: str) -> dict[str, tuple[str, str]]:
    """The colours of a CSS block: name → (light, dark)."""
    return {
        name: (light, dark or light)
        for name, light, dark in re.findall(
            r"--color-([\w-]+): (?:light-dark\()?(#\w{6})(?:, (#\w{6})\))?;", block
        )
    }


def blocks() -> dict[str, dict[str, tuple[str, str]]]:
    """The colours of the whole page, and those of each colour of the house style on top."""
    base = tokens(CSS.partition("@media print")[0])
    kleuren = re.findall(r'\[data-kleur="(\w+)"\] \{(.*?)\}', CSS, re.DOTALL)
    return {kleur: base | tokens(block) for kleur, block in kleuren}


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2, definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_calculated_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_every_colour_that_an_author_can_choose_has_tokens() -> None:
    assert set(blocks()) == {*get_args(Kleur), "merk"}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kleur", sorted(blocks()))
def test_every_pair_has_contrast(kleur: str, scheme: str) -> None:
    colours = blocks()[kleur]
    index = SCHEMES.index(scheme)
    for front, back, least in BASE_PAIRS + ACCENT_PAIRS:
        found = contrast(colours[front][index], colours[back][index])
        assert found >= least, f"{front} on {back}: {found:.2f}"
