"""Import of visits: one file of a web server or of statistics software → views per day and page.

A day is a day in the Netherlands (Europe/Amsterdam): where a source gives moments, they are
brought there; where it gives days, they are taken as they are.
"""

import hashlib
from collections.abc import Set
from datetime import date
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, delete

from ..model.bezoekkoppeling import Bezoekkoppeling, GoatCounter, Webserver
from ..store import Levering
from ..store.find import find_leveringen
from ..store.tables import bezoek, levering
from ..store.write import add_bezoeken, add_levering
from . import bezoek_export, bezoek_log
from .bezoek_adres import Site
from .bezoek_bestand import MisfitError, content, lines
from .bezoek_tabel import rows
from .bezoek_telling import Telling
from .result import Gelezen, Misfit, Seen

ROUNDS = 200_000
"""Of the hash of a file's begin, which may be a line with an address: too slow to guess it back."""
Uitkomst = Literal["nieuw", "vervangen", "bekend"]
"""New; in the place of what the same file gave before; nothing that wasn't known."""


def read(
    koppeling: Bezoekkoppeling, file: Path, paden: Set[str], today: date, seen: Seen
) -> Gelezen:
    """All of one file; with misfits when it doesn't fit, and then without views.

    `paden` are the addresses of the pages of the site, as in `Bezoek.pad`; `seen` hears how many
    bytes of the file were read since it was last told.
    """
    site = Site.at(koppeling.site, paden)
    try:
        if isinstance(koppeling, Webserver):
            telling = bezoek_log.count(lines(file, seen), site, today)
        else:
            found = rows(koppeling, content(file, seen))
            telling = bezoek_export.count(found, koppeling, site, today)
        misfits: tuple[Misfit, ...] = ()
    except MisfitError as error:
        telling, misfits = Telling(), error.misfits
    return Gelezen(
        levering=_levering(koppeling, file, telling, today),
        bezoeken=tuple(telling.bezoeken()),
        misfits=misfits,
        grensdag_gedeeld=isinstance(koppeling, Webserver | GoatCounter),
    )


def _levering(koppeling: Bezoekkoppeling, file: Path, telling: Telling, today: date) -> Levering:
    return Levering(
        sleutel=_key(koppeling.id, telling.begin) if telling.begin else "",
        bron=koppeling.id,
        bestand=file.name,
        dag=today.isoformat(),
        van=min(telling.dagen, default=""),
        tot=max(telling.dagen, default=""),
        gelezen=telling.gelezen,
        geteld=telling.geteld,
        weggelaten={str(reden): number for reden, number in sorted(telling.weggelaten.items())},
    )


def _key(koppeling: str, begin: bytes) -> str:
    salt = f"bezoek:{koppeling}".encode()
    return hashlib.pbkdf2_hmac("sha256", begin, salt, ROUNDS).hex()


def store(connection: Connection, gelezen: Gelezen) -> Uitkomst | Misfit:
    """Store a file without misfits, inside a transaction of the caller.

    A file that begins as one before is the same file: it takes that one's place when it reaches
    further, and changes nothing otherwise. Any other file may not tell about days that are known
    already: then the Misfit says so, and nothing is stored.
    """
    new = gelezen.levering
    known = find_leveringen(connection, levering.c.bron == new.bron)
    before = next((item for item in known if item.sleutel == new.sleutel), None)
    if before and _reach(new) <= _reach(before):
        return "bekend"
    shared = gelezen.grensdag_gedeeld
    for item in known:
        if item is not before and _overlap(new, item, shared):
            return Misfit(1, _told_already(item, shared))
    connection.execute(delete(bezoek).where(bezoek.c.levering == new.sleutel))
    connection.execute(delete(levering).where(levering.c.sleutel == new.sleutel))
    add_levering(connection, new)
    add_bezoeken(connection, gelezen.bezoeken, new.bron, new.sleutel)
    return "vervangen" if before else "nieuw"


def _reach(item: Levering) -> tuple[str, int, int]:
    return item.tot, item.gelezen, item.geteld


def _overlap(one: Levering, other: Levering, shared: bool) -> bool:
    """Whether two files tell about the same days.

    Where a source has moments the last day of one file may be the first of the next: logs are
    rotated in the middle of a day.
    """
    if shared:
        return one.van < other.tot and other.van < one.tot
    return one.van <= other.tot and other.van <= one.tot


def _told_already(item: Levering, shared: bool) -> str:
    mend = (
        "Lees alleen bestanden in die daarop aansluiten. Heb je meer dan één webserver, maak dan "
        "voor elke een eigen koppeling."
        if shared
        else f"Exporteer opnieuw vanaf {item.van}: dan komt dit bestand in de plaats van het "
        f"vorige. Of exporteer alleen dagen na {item.tot}."
    )
    return (
        f"de dagen van {item.van} tot en met {item.tot} zijn al ingelezen, uit {item.bestand}. "
        f"{mend} Of begin opnieuw met: leeromgeving wis --bron {item.bron}"
    )
