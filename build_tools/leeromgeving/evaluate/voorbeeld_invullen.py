"""Fill in a form of the example: made-up answers, the same on every machine and every Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from ..model import EenModule, SpecialistischeModule, Veld
from ..model.formulier import NVT
from ..model.vragenlijst import Cijfer, EenVraag, Keuze, MeerKeuzes, Stelling, VoorEnNa
from .periode import Periode

SKIPPED, NVT_SHARE = 0.05, 0.1
"""Share of the fields without answer; share of 'niet van toepassing' where that can be chosen."""
RIGHT, RARELY_RIGHT = 0.8, 0.3
"""Share of right answers to a kennisvraag, and to the one that most get wrong."""
STEADY, JUMP, DOUBT = 0.3, 0.2, 0.1
"""Shares that now choose as before; two steps higher, of the others; a step off, without gain."""


class Dice:
    """Draws by `random()` alone: only that is promised to stay the same in every Python."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed).random

    def chance(self, share: float) -> bool:
        """True for such a share of the draws."""
        return self._random() < share

    def below(self, number: int) -> int:
        """One of 0 … number - 1."""
        return int(self._random() * number)

    def high(self, number: int, draws: int) -> int:
        """The highest of some draws."""
        return max(self.below(number) for _ in range(draws))

    def low(self, number: int) -> int:
        """The lowest of two draws."""
        return min(self.below(number), self.below(number))

    def middle(self, number: int) -> int:
        """The mean of two draws."""
        return (self.below(number) + self.below(number)) // 2

    def number(self, mean: float) -> int:
        """A whole number: one of the two nearest to `mean`, which it is on average."""
        return int(mean) + self.chance(mean % 1)

    def day(self, periode: Periode) -> str:
        """A day (ISO date); a day of the weekend five times as rarely."""
        first, last = date.fromisoformat(periode.van), date.fromisoformat(periode.tot)
        while True:
            day = first + timedelta(self.below((last - first).days + 1))
            if day.weekday() < 5 or self.chance(0.2):
                return day.isoformat()


@dataclass(frozen=True)
class Bijzonder:
    """What a report must notice about a module, by id; empty where there is no such thing."""

    kennisvraag: str = ""
    """Most get it wrong."""
    leerdoel: str = ""
    """Hardly anybody gains."""
    onderdeel: str = ""
    """Few open it."""


def bijzonder(module: EenModule) -> Bijzonder:
    """What is made special about the module that has it all."""
    kennisvraag = module.kennisvragen[0].id if module.kennisvragen else ""
    onderdelen = module.onderdelen if isinstance(module, SpecialistischeModule) else ("",)
    return Bijzonder(kennisvraag, module.leerdoelen[-1].id, onderdelen[len(onderdelen) // 2])


def asks_instelling(vraag: EenVraag) -> bool:
    """Whether a question asks where somebody works."""
    return isinstance(vraag, Keuze) and vraag.keuzes == "instellingen"


@dataclass(frozen=True)
class Formulier:
    """A form to fill in."""

    vragen: Mapping[str, EenVraag]
    """By id."""
    velden: Sequence[Veld]
    special: Bijzonder
    is_rare: bool
    """From the last instelling, which nobody else chooses."""

    def fill_in(self, dice: Dice) -> dict[str, list[str]]:
        """Codes by field, in the order of the form; the first one is never skipped."""
        given: dict[str, list[str]] = {}
        for veld in self.velden:
            if veld.invoer == "open" or (given and dice.chance(SKIPPED)):
                continue
            if codes := self._choose(dice, veld, given):
                given[veld.naam] = codes
        return given

    def _choose(self, dice: Dice, veld: Veld, given: Mapping[str, list[str]]) -> list[str]:
        vraag = self.vragen[veld.vraag]
        codes = [optie.code for optie in veld.opties]
        if veld.goed:
            return [self._know(dice, veld, codes)]
        if isinstance(vraag, VoorEnNa):
            return [self._compare(dice, veld, codes, given)]
        if isinstance(vraag, Stelling | Cijfer):
            return [_agree(dice, veld, codes, 2 + len(given) % 3)]
        if isinstance(vraag, MeerKeuzes):
            return [code for code in codes if dice.chance(0.25)]
        if asks_instelling(vraag):
            *others, last = codes
            return [last] if self.is_rare else [others[dice.low(len(others))]] if others else []
        return [codes[dice.low(len(codes))]]

    def _know(self, dice: Dice, veld: Veld, codes: Sequence[str]) -> str:
        is_hard = veld.onderwerp == self.special.kennisvraag
        is_right = dice.chance(RARELY_RIGHT if is_hard else RIGHT)
        options = [code for code in codes if (code == veld.goed) == is_right]
        return options[dice.below(len(options))]

    def _compare(
        self, dice: Dice, veld: Veld, codes: Sequence[str], given: Mapping[str, list[str]]
    ) -> str:
        """Before: somewhere in the middle. Now: from there, mostly a step or two higher."""
        before = given.get(f"{veld.naam.removesuffix('na')}voor")
        if before is None:
            return codes[dice.middle(len(codes))]
        if veld.onderwerp == self.special.leerdoel:
            step = dice.chance(DOUBT) - dice.chance(DOUBT)
        else:
            step = 0 if dice.chance(STEADY) else 1 + dice.chance(JUMP)
        return codes[min(max(codes.index(before[0]) + step, 0), len(codes) - 1)]


def _agree(dice: Dice, veld: Veld, codes: Sequence[str], draws: int) -> str:
    """High on a scale, the more so with more draws; about one leerdoel: in the middle."""
    scale = [code for code in codes if code != NVT]
    if len(scale) < len(codes) and dice.chance(NVT_SHARE):
        return NVT
    place = dice.middle(len(scale)) if veld.onderwerp else dice.high(len(scale), draws)
    return scale[place]
