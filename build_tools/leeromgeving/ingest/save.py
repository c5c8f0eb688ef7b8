"""Puts answers and exercise results that were read into the store, in the caller's transaction."""

from dataclasses import replace

from sqlalchemy import Connection, select

from ..store import Levering
from ..store.tables import levering
from ..store.write import add_inzendingen, add_levering, add_oefenresultaten
from .result import Gelezen

KNOWN = "al eerder ingelezen"
"""Why a row is left out that came in with an earlier file."""


def imported_on(connection: Connection, sleutel: str) -> str | None:
    """The day (ISO) on which the same file was imported before; None when it wasn't."""
    query = select(levering.c.dag).where(levering.c.sleutel == sleutel)
    return connection.execute(query).scalar_one_or_none()


def save(connection: Connection, gelezen: Gelezen) -> Levering:
    """Store what is not known yet, and the file itself; returns what of it was new."""
    bron = gelezen.levering.bron
    new = add_inzendingen(connection, gelezen.inzendingen)
    new += add_oefenresultaten(connection, gelezen.oefenresultaten, bron)
    weggelaten = dict(gelezen.levering.weggelaten)
    if known := gelezen.levering.geteld - new:
        weggelaten[KNOWN] = known
    counted = replace(gelezen.levering, geteld=new, weggelaten=weggelaten)
    add_levering(connection, counted)
    return counted
