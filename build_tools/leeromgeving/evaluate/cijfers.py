"""Counts that may be published: the only door between the count tables and the report."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..model import Leeromgeving, Veld, Vragenlijst, velden
from ..model.formulier import NVT
from .periode import Periode
from .tellingen import Oefencel, Tellingen
from .verbergen import Cel, Groep, zichtbaar

Key = TypeVar("Key", bound=Hashable)
Paar = tuple[int, int]
"""(before, now): points of a scale, from 1."""
Place = tuple[str, str]
"""(edition, veld)."""


@dataclass(frozen=True)
class Cijfers:
    """What a report over `periode` may show. None means: too small a group, or hidden for one.

    Of the counts only those up to the end of the period are used, so that a later report on the
    same period hides the same.
    """

    leeromgeving: Leeromgeving
    tellingen: Tellingen
    periode: Periode

    @property
    def klein(self) -> int:
        """Groups smaller than this are hidden."""
        return self.leeromgeving.basisgegevens.kleine_groep

    @property
    def groep(self) -> Groep:
        """Everybody in the period."""
        return Groep(str(self.periode))

    def halfjaren(self, most: int = 4) -> tuple[str, ...]:
        """The last half years with answers, up to the end of the period, the oldest first."""
        periods = {cel.periode for cel in self.tellingen.inzendingen}
        return tuple(sorted(p for p in periods if p <= self.periode.halfjaren[-1])[-most:])

    @cached_property
    def edities(self) -> tuple[Vragenlijst, ...]:
        """The editions that were answered in the period, or in use without answers; known ones."""
        answered = {
            cel.vragenlijst
            for cel in self.tellingen.inzendingen
            if cel.periode in self.periode.halfjaren
        }
        newest = {vragenlijst.editie for vragenlijst in self.leeromgeving.vragenlijsten.values()}
        return tuple(
            vragenlijst
            for name, vragenlijst in self.leeromgeving.edities.items()
            if name in answered | newest
        )

    def titel_van(self, module: str) -> str:
        """The title of a module; its id when it exists no longer."""
        found = self.leeromgeving.modules.get(module)
        return found.titel if found else module

    def velden(self, vragenlijst: Vragenlijst, module: str) -> dict[str, Veld]:
        """The fields of an edition for a module, by name."""
        found = velden(
            vragenlijst, self.leeromgeving.modules[module], self.leeromgeving.basisgegevens
        )
        return {veld.naam: veld for veld in found}

    def inzendingen(self, editie: str, groep: Groep) -> int | None:
        """How many forms came in."""
        cells = self._forms[editie]
        return _total(cells, groep) if groep in self._visible_forms(editie) else None

    def antwoorden(self, editie: str, veld: str, groep: Groep) -> Mapping[str, int] | None:
        """How many chose each code, n.v.t. included; a form may hold several codes."""
        place = (editie, veld)
        if groep not in self._visible(place):
            return None
        result: Counter[str] = Counter()
        for (cel, code), n in self._choices[place].items():
            result[code] += n if _holds(groep, cel) else 0
        return result

    def beantwoord(self, editie: str, veld: str, groep: Groep) -> int | None:
        """How many forms answered a veld at all."""
        place = (editie, veld)
        return _total(self._answered[place], groep) if groep in self._visible(place) else None

    def paren(self, editie: str, veld: str, groep: Groep) -> Mapping[Paar, int] | None:
        """How many forms went from which point to which; `veld` without its moment."""
        place = (editie, veld)
        cells: Counter[Cel] = Counter()
        for (cel, _), n in self._pairs[place].items():
            cells[cel] += n
        if groep not in zichtbaar(cells, self.klein) & self._visible_forms(editie):
            return None
        result: Counter[Paar] = Counter()
        for (cel, paar), n in self._pairs[place].items():
            result[paar] += n if _holds(groep, cel) else 0
        return result

    def van_code(self, vraag: str, code: str, periode: str) -> int | None:
        """How many forms of all modules chose a code of a background question, such as a rol.

        Those who chose it are a group themselves, so the codes are guarded as if they were modules.
        """
        cells: Counter[Cel] = Counter()
        for (_, veld), choices in self._choices.items():
            if veld == vraag:
                for (cel, chosen), n in choices.items():
                    cells[Cel(chosen, "", cel.halfjaar)] += n
        groep = Groep(periode, module=code)
        return _total(cells, groep) if groep in zichtbaar(cells, self.klein) else None

    def oefenresultaten(self) -> dict[tuple[str, str], dict[Oefencel, int] | None]:
        """Per module and oefening the results from elsewhere; None when there are too few."""
        cells: Counter[Cel] = Counter()
        found: dict[tuple[str, str], dict[Oefencel, int]] = defaultdict(dict)
        for key, n in self.tellingen.oefenresultaten.items():
            if self._is_before(key.periode):
                cells[Cel(f"{key.module}/{key.oefening}", "", key.periode)] += n
            if key.periode in self.periode.halfjaren:
                found[key.module, key.oefening][key] = n
        shown = zichtbaar(cells, self.klein)
        return {
            (module, oefening): found[module, oefening]
            if Groep(str(self.periode), module=f"{module}/{oefening}") in shown
            else None
            for module, oefening in sorted(found)
        }

    @cached_property
    def _forms(self) -> dict[str, Counter[Cel]]:
        result: dict[str, Counter[Cel]] = defaultdict(Counter)
        for key, n in self.tellingen.inzendingen.items():
            if self._is_before(key.periode):
                result[key.vragenlijst][Cel(key.module, key.instelling, key.periode)] += n
        return result

    @cached_property
    def _answered(self) -> dict[Place, Counter[Cel]]:
        result: dict[Place, Counter[Cel]] = defaultdict(Counter)
        for key, n in self.tellingen.beantwoord.items():
            if self._is_before(key.periode):
                cel = Cel(key.module, key.instelling, key.periode)
                result[key.vragenlijst, key.veld][cel] += n
        return result

    @cached_property
    def _choices(self) -> dict[Place, Counter[tuple[Cel, str]]]:
        result: dict[Place, Counter[tuple[Cel, str]]] = defaultdict(Counter)
        for key, n in self.tellingen.antwoorden.items():
            if self._is_before(key.periode):
                cel = Cel(key.module, key.instelling, key.periode)
                result[key.vragenlijst, key.veld][cel, key.code] += n
        return result

    @cached_property
    def _pairs(self) -> dict[Place, Counter[tuple[Cel, Paar]]]:
        result: dict[Place, Counter[tuple[Cel, Paar]]] = defaultdict(Counter)
        for key, n in self.tellingen.paren.items():
            if self._is_before(key.periode) and key.voor.isdecimal() and key.na.isdecimal():
                cel = Cel(key.module, key.instelling, key.periode)
                result[key.vragenlijst, key.veld][cel, (int(key.voor), int(key.na))] += n
        return result

    def _is_before(self, periode: str) -> bool:
        return periode <= self.periode.halfjaren[-1]

    @cached_property
    def _seen(self) -> dict[Place | str, frozenset[Groep]]:
        return {}

    def _visible_forms(self, editie: str) -> frozenset[Groep]:
        if editie not in self._seen:
            self._seen[editie] = zichtbaar(self._forms[editie], self.klein)
        return self._seen[editie]

    def _visible(self, place: Place) -> frozenset[Groep]:
        """Groups that are large enough in this veld, with and without n.v.t., and in forms."""
        if place not in self._seen:
            counted: Counter[Cel] = Counter()
            for (cel, code), n in self._choices[place].items():
                counted[cel] += n if code != NVT else 0
            own = zichtbaar(self._answered[place], self.klein) & zichtbaar(counted, self.klein)
            self._seen[place] = own & self._visible_forms(place[0])
        return self._seen[place]


def _holds(groep: Groep, cel: Cel) -> bool:
    return (
        cel.halfjaar.startswith(groep.periode)
        and groep.module in (None, cel.module)
        and groep.instelling in (None, cel.instelling)
    )


def _total(cells: Mapping[Cel, int], groep: Groep) -> int:
    return sum(n for cel, n in cells.items() if _holds(groep, cel))
