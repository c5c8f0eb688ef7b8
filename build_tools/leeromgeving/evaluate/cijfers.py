"""Counts that may be published: the only door between the count tables and the report."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..model import Leeromgeving, Veld, Vragenlijst, velden
from ..model.formulier import NVT
from ..store.rows import FORMULIER
from .periode import Periode
from .tellingen import Oefencel, Tellingen, Veldcel
from .verbergen import Cel, Groep, zichtbaar

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
        """The editions that were answered in the period, and the newest of each moment."""
        newest = {vragenlijst.editie for vragenlijst in self.leeromgeving.vragenlijsten.values()}
        return tuple(
            vragenlijst
            for vragenlijst in self.leeromgeving.edities.values()
            if vragenlijst in self.beantwoorde_edities or vragenlijst.editie in newest
        )

    @cached_property
    def beantwoorde_edities(self) -> tuple[Vragenlijst, ...]:
        """The editions of which any form came in during the period."""
        answered = {
            cel.vragenlijst
            for cel in self.tellingen.inzendingen
            if cel.periode in self.periode.halfjaren
        }
        return tuple(
            vragenlijst
            for name, vragenlijst in self.leeromgeving.edities.items()
            if name in answered
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
        return _total(cells, groep) if groep in self._visible_forms.get(editie, ()) else None

    def antwoorden(self, editie: str, veld: str, groep: Groep) -> Mapping[str, int] | None:
        """How many chose each code, n.v.t. included; a form may hold several codes."""
        place = (editie, veld)
        if groep not in self._visible.get(place, ()):
            return None
        result: Counter[str] = Counter()
        for (cel, code), n in self._choices[place].items():
            result[code] += n if _holds(groep, cel) else 0
        return result

    def beantwoord(self, editie: str, veld: str, groep: Groep) -> int | None:
        """How many forms answered a veld at all."""
        place = (editie, veld)
        is_visible = groep in self._visible.get(place, ())
        return _total(self._answered[place], groep) if is_visible else None

    def paren(self, editie: str, veld: str, groep: Groep) -> Mapping[Paar, int] | None:
        """How many forms went from which point to which; `veld` without its moment."""
        place = (editie, veld)
        cells: Counter[Cel] = Counter()
        for (cel, _), n in self._pairs[place].items():
            cells[cel] += n
        forms = self._visible_forms.get(editie, frozenset())
        if groep not in zichtbaar(cells, self.klein) & forms:
            return None
        result: Counter[Paar] = Counter()
        for (cel, paar), n in self._pairs[place].items():
            result[paar] += n if _holds(groep, cel) else 0
        return result

    def van_code(self, editie: str, vraag: str, code: str) -> int | None:
        """How many forms of all modules chose a code of a background question, such as a rol.

        Those who chose it are a group themselves, so the codes are guarded as if they were modules.
        """
        cells: Counter[Cel] = Counter()
        for (cel, chosen), n in self._choices[editie, vraag].items():
            cells[Cel(chosen, "", cel.halfjaar)] += n
        groep = Groep(str(self.periode), module=code)
        return _total(cells, groep) if groep in zichtbaar(cells, self.klein) else None

    def van_de_site(self, moment: str, groep: Groep) -> int | None:
        """How many forms came in through the site itself, of all editions of a moment.

        Hidden too when those that were imported would follow from it and are few.
        """
        own: Counter[Cel] = Counter()
        imported: Counter[Cel] = Counter()
        for key, n in self.tellingen.inzendingen.items():
            vragenlijst = self.leeromgeving.edities.get(key.vragenlijst)
            if vragenlijst and vragenlijst.moment == moment and self._is_before(key.periode):
                cells = own if key.bron == FORMULIER else imported
                cells[Cel(key.module, key.instelling, key.periode)] += n
        others = _total(imported, groep)
        is_safe = others == 0 or groep in zichtbaar(imported, self.klein)
        return _total(own, groep) if is_safe and groep in zichtbaar(own, self.klein) else None

    def verdwenen(self) -> list[tuple[str, str, str, int | None]]:
        """(edition, module, veld, forms) that were answered in the period and exist no longer."""
        gone = set()
        for cel in self.tellingen.beantwoord:
            if cel.periode in self.periode.halfjaren and not self._exists(cel):
                gone.add((cel.vragenlijst, cel.module, cel.veld))
        return [
            (editie, module, veld, self.beantwoord(editie, veld, Groep(str(self.periode), module)))
            for editie, module, veld in sorted(gone)
        ]

    def _exists(self, cel: Veldcel) -> bool:
        vragenlijst = self.leeromgeving.edities.get(cel.vragenlijst)
        if vragenlijst is None or cel.module not in self.leeromgeving.modules:
            return False
        return cel.veld in self.velden(vragenlijst, cel.module)

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
    def _visible_forms(self) -> dict[str, frozenset[Groep]]:
        """By edition the groups from which enough forms came in."""
        return {editie: zichtbaar(cells, self.klein) for editie, cells in self._forms.items()}

    @cached_property
    def _visible(self) -> dict[Place, frozenset[Groep]]:
        """Groups that are large enough in this veld, with and without n.v.t., and in forms."""
        result = {}
        for place, answered in self._answered.items():
            counted: Counter[Cel] = Counter()
            for (cel, code), n in self._choices[place].items():
                counted[cel] += n if code != NVT else 0
            large = zichtbaar(answered, self.klein) & zichtbaar(counted, self.klein)
            result[place] = large & self._visible_forms.get(place[0], frozenset())
        return result


def _holds(groep: Groep, cel: Cel) -> bool:
    return (
        cel.halfjaar.startswith(groep.periode)
        and groep.module in (None, cel.module)
        and groep.instelling in (None, cel.instelling)
    )


def _total(cells: Mapping[Cel, int], groep: Groep) -> int:
    return sum(n for cel, n in cells.items() if _holds(groep, cel))
