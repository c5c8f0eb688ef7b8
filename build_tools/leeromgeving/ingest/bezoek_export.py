"""Exports of statistics on visits: Matomo, Plausible, GoatCounter and Google Analytics 4.

Their software has left out bots already. Visitors are never read: those of two days may be the
same people, so they can't be summed.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.bezoekkoppeling import Bezoekkoppeling, Ga4, GoatCounter, Matomo
from ..store.rows import Herkomst
from .bezoek_adres import Site
from .bezoek_bestand import MisfitError
from .bezoek_tabel import ABOVE, Cells
from .bezoek_telling import NO_PAGE, Reden, Telling
from .days import can_be, day_of_moment
from .misfits import Misfits, shown
from .result import Misfit

Periode = tuple[date, date]
"""First and last day."""
MONTH = re.compile(r"\d{4}-\d\d")
THOUSAND = r"[.,\u00a0\u202f ][0-9]{3}"
WHOLE = re.compile(rf"[0-9]{{1,7}}|[0-9]{{1,3}}{THOUSAND}|[0-9](?:{THOUSAND}){{2}}")
"""A count below ten million, perhaps with a sign between the thousands: `1,234`."""
TREE = (
    "dit is het rapport in mappen: daarin hebben regels geen adres. "
    "Vraag in Matomo het platte rapport (flat=1)."
)
ONE_HALF_YEAR = (
    "deze periode valt niet in één half jaar. Exporteer per dag; of exporteer januari tot en met "
    "juni en juli tot en met december apart."
)


class OddError(ValueError):
    """A row that doesn't fit; its text is the Misfit's."""


@dataclass(frozen=True)
class Rij:
    """A row of an export in our own words."""

    periode: Periode
    adres: str
    weergaven: int
    eerste: int | None
    herkomst: Herkomst = "onbekend"


def count(
    rows: Iterable[tuple[int, Cells]], koppeling: Bezoekkoppeling, site: Site, today: date
) -> Telling:
    """Every row of an export, counted or left out; raises MisfitError when one doesn't fit.

    Views of a period longer than a day stand at its first day. The begin is the first day, or the
    first row of GoatCounter, which has moments.
    """
    telling, misfits = Telling(eerste=None if isinstance(koppeling, Ga4) else Counter()), Misfits()
    for regel, cells in rows:
        telling.begin = telling.begin or repr(cells).encode()
        try:
            rij = _rij(koppeling, cells, site)
            reden = rij if isinstance(rij, Reden) else _add(telling, rij, site, today)
        except OddError as odd:
            misfits.add(regel, str(odd))
            continue
        telling.geteld += reden is None
        telling.weggelaten.update([reden] if reden else ())
    without_address = telling.weggelaten[Reden.ZONDER_ADRES]
    if isinstance(koppeling, Matomo) and without_address > len(telling.dagen):
        misfits.add(1, TREE)  # a flat report has one such row a day: what didn't fit in it
    if misfits.total:
        raise MisfitError(*misfits.found())
    if not telling.geteld:
        raise MisfitError(Misfit(1, NO_PAGE))
    if not isinstance(koppeling, GoatCounter):
        telling.begin = min(telling.dagen).encode()
    return telling


def _add(telling: Telling, rij: Rij, site: Site, today: date) -> Reden | None:
    van, tot = rij.periode
    if (van.year, van.month > 6) != (tot.year, tot.month > 6):
        raise OddError(ONE_HALF_YEAR)
    if not can_be(van, today):
        return Reden.DAG
    telling.dagen |= {van.isoformat(), tot.isoformat()}
    pad = site.page(rij.adres)
    if isinstance(pad, Reden):
        return pad
    if not rij.weergaven:
        return Reden.GEEN_WEERGAVEN
    cel = (van.isoformat(), pad, rij.herkomst)
    telling.weergaven[cel] += rij.weergaven
    if telling.eerste is not None:
        telling.eerste[cel] += rij.eerste or 0
    return None


def _rij(koppeling: Bezoekkoppeling, cells: Cells, site: Site) -> Rij | Reden:
    if isinstance(koppeling, Matomo):
        return _of_matomo(koppeling, cells)
    if isinstance(koppeling, Ga4):
        return _of_ga4(koppeling, cells)
    if isinstance(koppeling, GoatCounter):
        return _of_goatcounter(cells, site)
    return _of_plausible(cells)


def _of_matomo(koppeling: Matomo, cells: Cells) -> Rij | Reden:
    """`nb_hits` are views and `nb_visits` the visits that saw the page, so its first views."""
    if cells.get("idsubdatatable"):
        raise OddError(TREE)
    if not cells[koppeling.pagina]:
        return Reden.ZONDER_ADRES
    weergaven, eerste = (_whole(cells, name) for name in (koppeling.weergaven, koppeling.eerste))
    return Rij(_periode(cells, koppeling.dag), cells[koppeling.pagina], weergaven, eerste)


def _of_plausible(cells: Cells) -> Rij:
    """`visits` are the visits that saw the page, so its first views."""
    host, page = cells["hostname"], cells["page"]
    weergaven, eerste = (_whole(cells, name) for name in ("pageviews", "visits"))
    adres = f"https://{host}{page}" if host else page
    return Rij(_periode(cells, "date"), adres, weergaven, eerste)


def _of_goatcounter(cells: Cells, site: Site) -> Rij | Reden:
    """One row is one view."""
    if _whole(cells, "Event"):
        return Reden.GEBEURTENIS
    if _whole(cells, "Bot"):
        return Reden.BOTS
    day = day_of_moment(cells["Date"])
    if day is None:
        raise OddError(f"kolom 'Date': '{shown(cells['Date'])}' is geen tijdstip.")
    herkomst = site.herkomst(cells["Referrer"])
    return Rij((day, day), cells["2Path"], 1, _whole(cells, "FirstVisit"), herkomst)


def _of_ga4(koppeling: Ga4, cells: Cells) -> Rij | Reden:
    if not cells[koppeling.pagina]:
        return Reden.ZONDER_ADRES
    periode = _periode(cells, koppeling.dag or ABOVE)
    return Rij(periode, cells[koppeling.pagina], _whole(cells, koppeling.weergaven), None)


def _whole(cells: Cells, name: str) -> int:
    if not WHOLE.fullmatch(cells[name]):
        raise OddError(
            f"kolom '{name}': '{shown(cells[name])}' is geen heel getal. "
            "Kijk of je het goede bestand koos en of de koppeling klopt."
        )
    return int(re.sub(r"\D", "", cells[name]))


def _periode(cells: Cells, name: str) -> Periode:
    """`2026-01-31`, `20260131`, `2026-01`, or a first and last day with a comma between them."""
    van, _, tot = cells[name].partition(",")
    try:
        if MONTH.fullmatch(cells[name]):
            first = date.fromisoformat(f"{van}-01")
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        else:
            first = date.fromisoformat(van)
            last = date.fromisoformat(tot) if tot else first
    except (ValueError, OverflowError):
        raise OddError(_no_period(cells, name)) from None
    if last < first:
        raise OddError(_no_period(cells, name))
    return first, last


def _no_period(cells: Cells, name: str) -> str:
    where = f"kolom '{name}': " if name else ""
    return f"{where}'{shown(cells[name])}' is geen dag of maand. Exporteer per dag."
