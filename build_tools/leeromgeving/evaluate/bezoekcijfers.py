"""Visits: one source at a time, because two sources of the same visits must never be added up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import EenModule, SpecialistischeModule, adres
from ..store.rows import FORMULIER
from .periode import Periode
from .tellingen import Bezoekdag, Tellingen

QUIET = timedelta(days=14)
"""Without a view at the beginning or the end of a period: a holiday, not a source that was off."""


@dataclass(frozen=True)
class Bezoekcijfers:
    """What one source counted in a period."""

    bron: str
    """Empty when nobody counted."""
    dagen: tuple[str, ...]
    """Days (ISO dates) with at least one view, sorted."""
    weergaven: Mapping[str, int]
    """By address of the page."""
    eerste: Mapping[str, int] | None
    """First views of a page in a session; None when the source can't tell."""
    herkomst: Mapping[str, int]

    def is_heel(self, periode: Periode) -> bool:
        """Whether it counted from the beginning to the end of a period, give or take two weeks."""
        if not self.dagen:
            return False
        first, last = (date.fromisoformat(self.dagen[i]) for i in (0, -1))
        begins = first - date.fromisoformat(periode.van) <= QUIET
        return begins and date.fromisoformat(periode.tot) - last <= QUIET

    @property
    def totaal(self) -> int:
        """All views."""
        return sum(self.weergaven.values())

    def onder(self, begin: str) -> int:
        """Views of all addresses that start so."""
        return sum(n for pad, n in self.weergaven.items() if pad.startswith(begin))

    def van_module(self, module: EenModule) -> int:
        """Views of a module: its page or start page and its onderdelen, not its questionnaires."""
        onderdelen = module.onderdelen if isinstance(module, SpecialistischeModule) else ()
        paden = [adres.onderdeel_uri(module.id, onderdeel) for onderdeel in onderdelen]
        return sum(self.weergaven.get(pad, 0) for pad in (adres.module_uri(module.id), *paden))


def bronnen_van(tellingen: Tellingen, periode: Periode) -> dict[str, int]:
    """The sources that counted in a period → on how many days; the one to report on first.

    That is the one with most days; of equals the site's own count, as only that knows first views.
    """
    dagen = Counter(cel.bron for cel in tellingen.bezoekdagen if _is_of(cel, cel.bron, periode))
    order = sorted(dagen, key=lambda bron: (-dagen[bron], bron != FORMULIER, bron))
    return {bron: dagen[bron] for bron in order}


def bezoekcijfers(tellingen: Tellingen, periode: Periode, bron: str) -> Bezoekcijfers:
    """What a source counted in a period."""
    weergaven: Counter[str] = Counter()
    eerste: Counter[str] = Counter()
    herkomst: Counter[str] = Counter()
    for cel, n in tellingen.weergaven.items():
        if cel.bron == bron and cel.periode in periode.halfjaren:
            weergaven[cel.pad] += n
            herkomst[cel.herkomst] += n
    can_tell = False
    for cel, n in tellingen.eerste_weergaven.items():
        if cel.bron == bron and cel.periode in periode.halfjaren:
            can_tell = True
            eerste[cel.pad] += n
    dagen = tuple(sorted(c.dag for c in tellingen.bezoekdagen if _is_of(c, bron, periode)))
    return Bezoekcijfers(bron, dagen, weergaven, eerste if can_tell else None, herkomst)


def _is_of(dag: Bezoekdag, bron: str, periode: Periode) -> bool:
    return dag.bron == bron and periode.van <= dag.dag <= periode.tot
