"""Which column is what: the headings of a file against those that a koppeling names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..findings import did_you_mean
from ..model.koppeling import Antwoordkoppeling
from .result import Misfit

CODE_END = ". "
"""LimeSurvey's heading with code and text: `R2[SQ001]. The question`."""


@dataclass(frozen=True)
class Columns:
    """Where the columns of a koppeling stand in a file."""

    index: dict[str, int]
    """Heading as the koppeling names it → position, from 0."""
    unnamed: tuple[str, ...]
    """Headings that the koppeling doesn't name, so that nobody reads."""


def named(koppeling: Antwoordkoppeling) -> Iterator[str]:
    """Every column that a koppeling needs."""
    yield from filter(None, (koppeling.sleutel, koppeling.dag))
    if koppeling.modules:
        yield koppeling.modules.kolom
    for item in koppeling.velden:
        yield from filter(None, (item.kolom, *item.kolommen))


def is_column(heading: str, name: str) -> bool:
    """Whether a heading is the column of that name: the same, or its code before the text."""
    name = " ".join(name.split())
    return heading == name or heading.startswith(name + CODE_END)


def find_columns(koppeling: Antwoordkoppeling, headings: Iterable[str]) -> Columns | list[Misfit]:
    """Every named column, each exactly once in the file."""
    headings = list(headings)
    index, misfits = {}, []
    for name in dict.fromkeys(named(koppeling)):
        places = [place for place, heading in enumerate(headings) if is_column(heading, name)]
        if len(places) == 1:
            index[name] = places[0]
        else:
            misfits.append(Misfit(1, _problem(name, len(places), headings)))
    ignored = [_wildcard(text) for text in koppeling.negeer]
    unnamed = tuple(
        heading
        for place, heading in enumerate(headings)
        if heading and place not in index.values()
        if not any(pattern.fullmatch(heading) for pattern in ignored)
    )
    return misfits or Columns(index, unnamed)


def _problem(name: str, times: int, headings: list[str]) -> str:
    if times:
        return (
            f"de kolom '{name}' staat er {times} keer. "
            "Geef de vragen in het formulier elk een eigen titel en exporteer opnieuw."
        )
    return (
        f"de kolom '{name}' is er niet.{did_you_mean(name, headings)} "
        "Neem de kop in de koppeling precies zo over als hij in het bestand staat."
    )


def _wildcard(text: str) -> re.Pattern[str]:
    parts = " ".join(text.split()).split("*")
    return re.compile(".*".join(map(re.escape, parts)))
