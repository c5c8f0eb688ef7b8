"""Rules about the glossary: a deelnemer can look up every abbreviation.

Source: WCAG 2.2, 3.1.4 Abbreviations (AAA): a way to find what an abbreviation stands for.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..findings import Finding
from ..load import BEGRIPPEN
from ..model import (
    Aanbieder,
    Basisgegevens,
    Begrippen,
    EenModule,
    Leerroute,
    Onderdeel,
    Themas,
)
from .context import Context, Text, markdown_of

FOR_LEARNERS = (Aanbieder, Basisgegevens, Begrippen, EenModule, Leerroute, Onderdeel, Themas)
"""Files whose texts stand on a learner's page. Questionnaires follow a module's own page."""
ABBREVIATION = re.compile(
    r"(?<![\w@./-])(?:[A-Z]{2,}[a-z]?|[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{3,})(?![\w/@]|\.\w)"
)
"""Two capitals, or three letters without a vowel: ggz, Wzd."""
KNOWN_TO_ALL = re.compile(
    r"(?i:cd|cv|dvd|gps|hbo|id|ja|mbo|ms|nb|nee|niet|nu|ok|ov|pc|pdf|ps|sms|stop|tv|usb|vmbo|wc|wel)"
    r"|[IVXLC]+|\w*(\w)\1|(?=[A-Z]{4})(?:[^AEIOU]*[AEIOU]){2}\w*"
)
"""Or no abbreviation: a Roman numeral, a sound (hmm), a name or a shout in capitals."""
NOT_READ = re.compile(r"\]\([^)]*\)|<[^>]*>|https?://\S+|`[^`\n]*`")
"""Addresses and code."""


def abbreviations_are_explained(context: Context) -> Iterator[Finding]:
    """C705: an abbreviation stands in the glossary, once a project has one."""
    glossary = context.loaded.bestanden.get(BEGRIPPEN)
    if not isinstance(glossary, Begrippen):
        return
    known = {
        part
        for begrip in glossary.begrippen
        for form in begrip.vormen
        for part in re.findall(r"\w+", form)
    }
    told = set[tuple[str, str]]()
    for bestand, loc, model in context.models:
        if not isinstance(bestand, FOR_LEARNERS) or loc[:1] == ("analyse",):
            continue
        for place, markdown in markdown_of(model):
            for line, afkorting in _abbreviations(markdown):
                if afkorting in known or (bestand.pad, afkorting) in told:
                    continue
                told.add((bestand.pad, afkorting))
                at = Text(bestand, (*loc, *place), markdown, 0).line(context, line)
                yield context.finding(bestand.pad, (*loc, *place), "C705", at, waarde=afkorting)


@lru_cache(maxsize=100_000)
def _abbreviations(markdown: str) -> tuple[tuple[int, str], ...]:
    """Each abbreviation with its line (from 0)."""
    text = NOT_READ.sub(lambda found: " " + "\n" * found[0].count("\n"), markdown)
    return tuple(
        (text.count("\n", 0, found.start()), found[0])
        for found in ABBREVIATION.finditer(text)
        if not KNOWN_TO_ALL.fullmatch(found[0])
    )


def terms_are_explained_once(context: Context) -> Iterator[Finding]:
    """C706: what a word in a text means follows from one begrip."""
    for bestand in context.loaded.bestanden.values():
        if isinstance(bestand, Begrippen):
            seen: dict[str, int] = {}
            for index, begrip in enumerate(bestand.begrippen):
                for form in (begrip.term, *begrip.ook):
                    first = seen.setdefault(form[0].upper() + form[1:], index)
                    if first != index:
                        eerder = str(context.line(bestand.pad, ("begrippen", first)))
                        loc = ("begrippen", index)
                        yield context.finding(bestand.pad, loc, "C706", waarde=form, eerder=eerder)
