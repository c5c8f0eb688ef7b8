"""Figures in a text, and whether the text says where they come from. Found by pattern.

In doubt it is no figure: minutes, ages, times, prices and how many steps there are never count.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..model.module import Bron
from .markdown import HEADING

WORDS = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig|dertig|veertig|vijftig|"
    "zestig|zeventig|tachtig|negentig|honderd"
)
NUMBER = rf"\d[\d.,]*|{WORDS}|{WORDS.title()}"
PEOPLE = (
    "aanmeldingen|begeleiders|behandelaren|bewoners|cliënten|collega’s|deelnemers|instellingen|"
    "jongeren|kinderen|mannen|medewerkers|mensen|opnames|organisaties|patiënten|professionals|"
    "teams|volwassenen|vrouwen"
)
FIGURE = re.compile(
    rf"""[\s(‘“*|](?=[\ddtvzanhDTVZANHeéEÉ])(       # only for speed: how a number begins
      (?!100\b|honderd[ ]procent)(?:{NUMBER})(?:
          [ ]?% | [ ]procent\b
        | [ ]op[ ]de[ ](?:{NUMBER})\b
        | [ ]van[ ]de[ ](?:10|100|tien|honderd)\b
        | [ ]van[ ]de[ ](?:{NUMBER})[ ](?:\w+[ ]){{0,2}}(?:{PEOPLE})\b )
    | (?:[Ee]en|[Éé]én)[ ]op[ ]de[ ](?:{NUMBER})\b
    | (?!(?:19|20)\d\d\b)(?:[2-9]\d|\d{{3,}}|\d{{1,3}}(?:\.\d{{3}})+)[ ]
      (?:(?!minu|uur|uren|dag|weken|maand|jaar)\w+[ ]){{0,2}}(?:{PEOPLE})\b
    )""",
    re.VERBOSE,
)
"""A percentage (`100 %` is a way to say surely), a part of a whole, or how many people there are:
from twenty, for fewer live or work together in an invented case."""
SOURCE = re.compile(
    r"\b(?:volgens|verzonnen|website|studies?|bron(?:nen)?)\b|rapport(?:en)?\b|jaarverslag"
    r"|richtlijn|onderzo(?:ek|cht)|\([^()]*\b(?:19|20)\d\d\b|\]\(https?:",
    re.IGNORECASE,
)
"""What a text names when it says where something comes from; an invented figure needs no more."""
NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ]\w{3,}")
NO_SOURCE = frozenset({"Nederland", "Nederlandse"})


class Figure(NamedTuple):
    """A figure, and what stands between the same two headings."""

    line: int
    """Line in the text, from 0."""
    text: str
    section: str


@lru_cache(maxsize=100_000)
def figures(markdown: str) -> tuple[Figure, ...]:
    """The first figure between each two headings of a text."""
    text = f"\n{markdown}"
    if not FIGURE.search(text):
        return ()
    edges = [0, *(heading.start() for heading in HEADING.finditer(text)), len(text)]
    return tuple(
        Figure(text.count("\n", 0, found.start(1)) - 1, found[1], text[start:stop])
        for start, stop in pairwise(edges)
        if (found := FIGURE.search(text, start, stop))
    )


def names_of(bronnen: Iterable[Bron], organisatie: str) -> frozenset[str]:
    """The names by which a text can refer to these sources; that of the organisation says nothing.

    All texts are about the organisation, so its name does not make it the source.
    """
    told = (text for bron in bronnen for text in (bron.titel, bron.auteur, bron.uitgever) if text)
    names = frozenset(name for text in told for name in NAME.findall(text))
    return names - NO_SOURCE - set(NAME.findall(organisatie))


def names_a_source(text: str, names: frozenset[str]) -> bool:
    """Whether a text says where its facts come from."""
    return bool(SOURCE.search(text)) or not names.isdisjoint(NAME.findall(text))
