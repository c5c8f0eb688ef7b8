"""Collects misfits: the same mistake on a thousand rows is told once."""

from collections import Counter

from ..findings import visible
from .result import Misfit

MAX_SHOWN = 40
"""Characters of a text that is needed to mend a koppeling."""


class Misfits:
    """What is wrong with a file, in order of the first line of each."""

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self._times: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """How many were noted, the same ones included."""
        return self._times.total()

    def add(self, regel: int, tekst: str) -> None:
        """Note a mistake on a line (from 1); `tekst` says nothing of that line alone."""
        self._first.setdefault(tekst, regel)
        self._times[tekst] += 1

    def found(self) -> tuple[Misfit, ...]:
        """One for each different mistake."""
        return tuple(
            Misfit(regel, tekst + _also(self._times[tekst] - 1))
            for tekst, regel in sorted(self._first.items(), key=lambda item: item[1])
        )


def _also(more: int) -> str:
    return f" Dit geldt ook voor {more} {'regel' if more == 1 else 'regels'} verder." * bool(more)


def shown(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(visible(text).split())
    return line if len(line) <= MAX_SHOWN else f"{line[: MAX_SHOWN - 1]}…"
