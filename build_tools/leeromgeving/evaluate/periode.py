"""Periode: a whole year or a half year, so that two reports never overlap in part.

Free periods would let a small group be found by subtracting one report from another (ontwerp §7).
"""

import re
from dataclasses import dataclass

FORM = re.compile(r"(20[0-9]{2})(-[12])?")


@dataclass(frozen=True)
class Periode:
    """What a report is about; as text `2026` or `2026-1`."""

    jaar: int
    helft: int | None = None
    """1, 2, or None for the whole year."""

    def __str__(self) -> str:
        return f"{self.jaar}-{self.helft}" if self.helft else str(self.jaar)

    @property
    def halfjaren(self) -> tuple[str, ...]:
        """The half years in it: `2026-1`."""
        return tuple(f"{self.jaar}-{helft}" for helft in ((self.helft,) if self.helft else (1, 2)))

    @property
    def van(self) -> str:
        """The first day, an ISO date."""
        return f"{self.jaar}-07-01" if self.helft == 2 else f"{self.jaar}-01-01"

    @property
    def tot(self) -> str:
        """The last day, an ISO date."""
        return f"{self.jaar}-06-30" if self.helft == 1 else f"{self.jaar}-12-31"

    @property
    def vorige(self) -> "Periode":
        """The same part of the year before."""
        return Periode(self.jaar - 1, self.helft)

    @property
    def woorden(self) -> str:
        """As in a sentence: `heel 2026`, `het eerste halfjaar van 2026`."""
        if self.helft is None:
            return f"heel {self.jaar}"
        return f"het {'eerste' if self.helft == 1 else 'tweede'} halfjaar van {self.jaar}"


def parse_periode(tekst: str) -> Periode:
    """The periode that somebody typed; raises ValueError with a Dutch sentence."""
    found = FORM.fullmatch(tekst)
    if not found:
        raise ValueError(
            f"'{tekst}' is geen periode. Kies een heel jaar (2026) of een half jaar (2026-1 of "
            "2026-2), zodat periodes elkaar niet overlappen."
        )
    jaar, helft = found.groups()
    return Periode(int(jaar), int(helft[1]) if helft else None)
