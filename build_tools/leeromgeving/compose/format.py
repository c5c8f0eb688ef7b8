"""Numbers as Dutch readers expect them, the same in every sentence and form of a report."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Soort = Literal["aantal", "percentage", "getal"]
NO_BREAK = "\xa0"
DUTCH = str.maketrans({".": ",", ",": ".", "-": "−"})


def number(value: float, soort: Soort, digits: int | None = None) -> str:
    """`1.234` (aantal), `64 %` (percentage, of a share 0–1) or `3,84` (getal).

    Halves go up, as readers do it themselves: 0.125 is 13 %. `digits` after the comma are those of
    the `soort` unless they are given.
    """
    exact = Decimal(str(value)) * (100 if soort == "percentage" else 1)
    places = (2 if soort == "getal" else 0) if digits is None else digits
    step = Decimal(1).scaleb(-places)
    rounded = exact.quantize(step, ROUND_HALF_UP) + 0  # + 0: never a minus before a zero
    text = f"{rounded:,f}".translate(DUTCH)
    return f"{text}{NO_BREAK}%" if soort == "percentage" else text


def interval(low: float, high: float, soort: Soort) -> str:
    """Between which values: `51 tot 75 %`, `3,4 tot 4,1`."""
    return f"{number(low, soort).removesuffix(f'{NO_BREAK}%')} tot {number(high, soort)}"
