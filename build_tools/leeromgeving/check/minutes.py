"""How long a page takes: reading, watching, listening and thinking (ontwerp §4.2).

Reading speed: 202 words per minute, the mean for Dutch in Trauzettel-Klosinski & Dietz (2012),
"Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST",
Invest. Ophthalmol. Vis. Sci. 53(9), doi:10.1167/iovs.11-8284 (adults, read aloud; silent reading
is somewhat faster, so a promise based on it is kept). Minutes per form of oefening, on top of
reading it, are our own assumption until visits show otherwise.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..model import (
    Audio,
    Blok,
    Casus,
    Flitskaarten,
    Invullen,
    JuistOnjuist,
    Koppelen,
    Mediabestand,
    Meerkeuze,
    Meervoudig,
    Model,
    Oefening,
    Reflectie,
    Video,
    Volgorde,
)
from ..model.base import markdown_fields

WORDS_PER_MINUTE = 202
THINKING_MINUTES = {
    JuistOnjuist: 0.5,
    Meerkeuze: 1.0,
    Meervoudig: 1.5,
    Volgorde: 1.5,
    Koppelen: 2.0,
    Invullen: 1.0,
    Casus: 2.0,
    Reflectie: 2.0,
    Flitskaarten: 1.0,
}
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LINK_TARGET = re.compile(r"\]\([^)]*\)")
NOT_READ = frozenset({"volgt"})
"""Markdown that isn't worth a minute: what is still to come."""


@dataclass(frozen=True)
class Duur:
    """Measured time in minutes, by what takes it."""

    lezen: float = 0.0
    media: float = 0.0
    oefenen: float = 0.0

    def __add__(self, other: "Duur") -> "Duur":
        return Duur(
            self.lezen + other.lezen, self.media + other.media, self.oefenen + other.oefenen
        )

    @property
    def totaal(self) -> float:
        """All minutes together, not rounded."""
        return self.lezen + self.media + self.oefenen

    @property
    def som(self) -> str:
        """The sum as an author reads it."""
        return (
            f"lezen {dutch(self.lezen)} + kijken en luisteren {dutch(self.media)}"
            f" + oefenen {dutch(self.oefenen)}"
        )

    @property
    def gemeten(self) -> str:
        """The total as an author reads it, rounded up to a tenth."""
        return dutch(self.totaal)


def measure(blokken: tuple[Blok, ...], media: Mapping[str | None, Mediabestand]) -> Duur:
    """The time that blocks take; `media` by the name that a block uses (`media/film.mp4`)."""
    return sum((_measure_blok(blok, media) for blok in blokken), Duur())


def _measure_blok(blok: Blok, media: Mapping[str | None, Mediabestand]) -> Duur:
    lezen = sum(count_words(text) for text in _texts(blok)) / WORDS_PER_MINUTE
    if isinstance(blok, Oefening):
        return Duur(lezen=lezen, oefenen=THINKING_MINUTES[type(blok)])
    if isinstance(blok, Audio | Video):
        external = float(blok.duur or 0) if isinstance(blok, Video) else 0.0
        own = media.get(blok.bestand)
        return Duur(lezen=lezen, media=(own.seconden or 0) / 60 if own else external)
    return Duur(lezen=lezen)


@lru_cache(maxsize=100_000)
def count_words(markdown: str) -> int:
    """The words that a reader sees: link targets and Markdown signs left out."""
    return len(WORD.findall(LINK_TARGET.sub("]", markdown)))


def _texts(model: Model) -> Iterator[str]:
    """Every text of a block that a deelnemer reads: its titel and all Markdown.

    Of a casus all steps count: who tries another way reads them too.
    """
    read = {"titel", *markdown_fields(type(model))} - NOT_READ
    for name, value in model:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Model):
                yield from _texts(item)
            elif name in read and isinstance(item, str):
                yield item


def dutch(number: float) -> str:
    """A number as an author reads it: rounded up to a tenth."""
    return f"{math.ceil(number * 10 - 1e-9) / 10:.1f}".replace(".", ",")
