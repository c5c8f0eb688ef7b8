"""The formulas of the report, from counts only; each names its source.

`aantallen` is always how many chose each point of a scale, from low (1) to high, n.v.t. left out.
Shares run from 0 to 1. What has no answer for want of data is None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import cos, fsum, pi, sin, sqrt, tan
from statistics import NormalDist

from ..model.formulier import NVT

Z = 1.96
"""Two-sided 95 %, as the ontwerp fixes it."""
AANTALLEN_TOT, INDICATIEF_TOT = 10, 30
"""Below these n: counts only; percentages marked 'indicatief' (ontwerp, evaluatie)."""


@dataclass(frozen=True)
class Verdeling:
    """How many chose each point of a scale."""

    aantallen: tuple[int, ...]
    nvt: int
    """'Niet van toepassing': never in n, always told beside it."""

    @property
    def n(self) -> int:
        """The answers that count."""
        return sum(self.aantallen)


def verdeling(per_code: Mapping[str, int], codes: Sequence[str]) -> Verdeling:
    """The distribution over `codes`, in their order; `per_code` may hold n.v.t. as well."""
    aantallen = tuple(per_code.get(code, 0) for code in codes if code != NVT)
    return Verdeling(aantallen, per_code.get(NVT, 0))


def kwartielen(aantallen: Sequence[int]) -> tuple[float, float, float] | None:
    """First quartile, median and third quartile; the interquartile range is third minus first.

    Linear interpolation between order statistics: definition 7 of Hyndman & Fan, 'Sample quantiles
    in statistical packages' (The American Statistician 50:361, 1996), as KWARTIEL.INC in Excel.
    """
    n = sum(aantallen)
    if n == 0:
        return None
    below = list(accumulate(aantallen))

    def value(rank: int) -> int:
        """The `rank`-th lowest answer, from 0."""
        return next(point for point, total in enumerate(below, 1) if rank < total)

    def quartile(share: float) -> float:
        rank, rest = divmod((n - 1) * share, 1)
        low = value(int(rank))
        return low + (value(int(rank) + 1) - low) * rest if rest else float(low)

    return quartile(0.25), quartile(0.5), quartile(0.75)


def gemiddelde(per_waarde: Mapping[float, int]) -> float | None:
    """The mean of values with their counts, such as scores of an exercise (0–1)."""
    n = sum(per_waarde.values())
    return fsum(waarde * aantal for waarde, aantal in per_waarde.items()) / n if n else None


@dataclass(frozen=True)
class Aandeel:
    """A share with its 95 % interval."""

    aantal: int
    n: int
    aandeel: float
    laag: float
    hoog: float


def aandeel(aantal: int, n: int) -> Aandeel | None:
    """The share `aantal / n` with Wilson's score interval; also for kennisvragen answered right.

    Wilson, 'Probable inference' (JASA 22:209, 1927). It keeps its promise for small n and shares
    near 0 or 1, where p ± z·se does not: Newcombe (Statistics in Medicine 17:857, 1998); Brown, Cai
    & DasGupta (Statistical Science 16:101, 2001).
    """
    if n == 0:
        return None
    share = aantal / n
    shrink = 1 + Z**2 / n
    middle = (share + Z**2 / (2 * n)) / shrink
    half = Z / shrink * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    low, high = max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
    return Aandeel(aantal, n, share, low, high)  # rounding may not push a bound past the share


def eens(aantallen: Sequence[int], vanaf: int) -> Aandeel | None:
    """The share that chose the point `vanaf` (from 1) or a higher one; from 4 of 5: top-2 box."""
    return aandeel(sum(aantallen[vanaf - 1 :]), sum(aantallen))


def boven_het_midden(punten: Sequence[object]) -> int:
    """The lowest point above the middle of a scale: 4 of five, 3 of three."""
    return len(punten) - len(punten) // 2 + 1


@dataclass(frozen=True)
class Respons:
    """Answers against first views of the questionnaire's page (ontwerp, evaluatie)."""

    inzendingen: int
    eerste_weergaven: int

    @property
    def aandeel(self) -> float | None:
        """The share; None without views, and when it `kan_niet`."""
        if self.eerste_weergaven == 0 or self.kan_niet:
            return None
        return self.inzendingen / self.eerste_weergaven

    @property
    def kan_niet(self) -> bool:
        """More forms than views: then views were missed, and a share would mislead."""
        return self.inzendingen > self.eerste_weergaven


@dataclass(frozen=True)
class Verschil:
    """Now minus before, by the same people in the same form; the mean with its 95 % interval."""

    n: int
    gemiddelde: float
    interval: tuple[float, float] | None
    """None with fewer than two answers."""
    beter: int
    gelijk: int
    slechter: int


def verschil(paren: Mapping[tuple[int, int], int]) -> Verschil | None:
    """The mean paired difference of (voor, na) → count, with Student's t interval.

    Student, 'The probable error of a mean' (Biometrika 6:1, 1908). Preferred over a bootstrap: the
    same counts give the same figure without a random seed, the cost does not grow with n, and with
    few answers a percentile bootstrap is too narrow (Hesterberg, The American Statistician 69:371,
    2015).
    """
    n = sum(paren.values())
    if n == 0:
        return None
    total = sum((na - voor) * aantal for (voor, na), aantal in paren.items())
    squares = sum((na - voor) ** 2 * aantal for (voor, na), aantal in paren.items())
    mean = total / n
    interval = None
    if n > 1:  # whole numbers up to the root: nothing is lost by rounding
        half = student_t(n - 1) * sqrt((n * squares - total**2) / (n * n * (n - 1)))
        interval = (mean - half, mean + half)
    beter = sum(aantal for (voor, na), aantal in paren.items() if na > voor)
    gelijk = sum(aantal for (voor, na), aantal in paren.items() if na == voor)
    return Verschil(n, mean, interval, beter, gelijk, n - beter - gelijk)


SERIES_FROM = 200
"""Degrees of freedom from where the series is as exact as the sum, and much cheaper."""


@cache
def student_t(freedom: int) -> float:
    """The 97.5th percentile of Student's t with a whole number of degrees of freedom, from 1."""
    if freedom >= SERIES_FROM:
        return _student_t_series(freedom)
    low, high = 0.0, pi / 2
    for _ in range(60):  # halving: the place of the last bit of a float
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 0.95 else (low, middle)
    return tan((low + high) / 2) * sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """P(|T| ≤ t) at angle = atan(t / √freedom).

    Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.3 (odd) and 26.7.4 (even).
    """
    odd = freedom % 2
    term, total = (cos(angle), 0.0) if odd else (1.0, 0.0)
    for step in range(2 + odd, freedom + 1, 2):
        total += term
        term *= cos(angle) ** 2 * (step - 1) / step
    if odd:
        return 2 / pi * (angle + sin(angle) * total)
    return sin(angle) * total


def _student_t_series(freedom: int) -> float:
    """Abramowitz & Stegun 26.7.5: the expansion around the normal percentile."""
    x = NormalDist().inv_cdf(0.975)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + fsum(term / freedom**power for power, term in enumerate(terms, 1))
