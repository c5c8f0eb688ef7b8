"""From what was measured to a verdict per doelstelling (ontwerp §7, level 4).

No weights and no merged score: a doelstelling has as many figures as it has indicators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Doelstelling, Indicator
from ..model.doelstelling import Antwoorden, Bezoek, UitAntwoorden
from .periode import Periode

Oordeel = Literal["gehaald", "deels gehaald", "niet gehaald", "te weinig gegevens"]


@dataclass(frozen=True)
class Meting:
    """What an indicator came to."""

    waarde: float | None
    """Share 0–1, mean difference or count, as the indicator's `eenheid` says; None when it is
    hidden (a small group) or nobody knows."""
    n: int | None = None
    """Answers that it rests on; None for what is counted, not asked."""
    interval: tuple[float, float] | None = None
    """(low, high) of 95 %; None without one."""


@dataclass(frozen=True)
class Indicatoruitkomst:
    """One indicator, judged."""

    indicator: Indicator
    meting: Meting
    norm: float
    """In the unit of `meting.waarde`, for the whole period."""
    oordeel: Oordeel
    """Never `deels gehaald`."""
    onzeker: bool
    """The norm lies within the interval: the verdict could as well have been the other."""


@dataclass(frozen=True)
class Doeluitkomst:
    """One doelstelling, judged."""

    doelstelling: Doelstelling
    oordeel: Oordeel
    indicatoren: tuple[Indicatoruitkomst, ...]


def judge(doelstelling: Doelstelling, metingen: Sequence[Meting], periode: Periode) -> Doeluitkomst:
    """The verdict on a doelstelling over a period.

    `metingen` stand in the order of its indicators (ValueError when their number differs).
    """
    pairs = zip(doelstelling.indicatoren, metingen, strict=True)
    uitkomsten = tuple(judge_indicator(*pair, periode) for pair in pairs)
    oordeel = combine([uitkomst.oordeel for uitkomst in uitkomsten])
    return Doeluitkomst(doelstelling, oordeel, uitkomsten)


def judge_indicator(indicator: Indicator, meting: Meting, periode: Periode) -> Indicatoruitkomst:
    """The estimate decides; the interval only tells how sure that is."""
    norm = norm_of(indicator, periode)
    if meting.waarde is None or _is_thin(indicator, meting):
        return Indicatoruitkomst(indicator, meting, norm, "te weinig gegevens", False)
    oordeel: Oordeel = "gehaald" if meting.waarde >= norm else "niet gehaald"
    low, high = meting.interval or (meting.waarde, meting.waarde)
    onzeker = low < norm <= high  # on the norm is met, so only then the interval holds both
    return Indicatoruitkomst(indicator, meting, norm, oordeel, onzeker)


def norm_of(indicator: Indicator, periode: Periode) -> float:
    """The norm in the unit of a Meting: shares 0–1; what is counted per half year adds up."""
    if isinstance(indicator, Bezoek | Antwoorden):
        return indicator.norm * len(periode.halfjaren)
    return indicator.norm / 100 if indicator.eenheid == "percentage" else indicator.norm


def combine(oordelen: Sequence[Oordeel]) -> Oordeel:
    """Gehaald when all indicators are, niet gehaald when none is, deels gehaald otherwise.

    Where an indicator lacks data, the verdict is the one that holds whatever it would have told:
    one met and one missed make `deels gehaald`. Without such a verdict: te weinig gegevens.
    """
    if "gehaald" in oordelen and "niet gehaald" in oordelen:
        return "deels gehaald"
    return oordelen[0] if len(set(oordelen)) == 1 else "te weinig gegevens"


def _is_thin(indicator: Indicator, meting: Meting) -> bool:
    if not isinstance(indicator, UitAntwoorden):
        return False
    return meting.n is None or meting.n < indicator.minstens
