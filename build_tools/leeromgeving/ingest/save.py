"""Puts answers and exercise results that were read into the store, in the caller's transaction."""

from collections import Counter
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, select

from ..store import Levering
from ..store.halfjaar import halfjaar
from ..store.tables import inzending, levering, oefenresultaat
from ..store.write import add_inzendingen, add_levering, add_oefenresultaten
from .result import Gelezen

KNOWN = "al eerder ingelezen"
"""Why a row is left out that came in with an earlier file."""


def imported_on(connection: Connection, sleutel: str) -> str | None:
    """The day (ISO) on which the same file was imported before; None when it wasn't."""
    query = select(levering.c.dag).where(levering.c.sleutel == sleutel)
    return connection.execute(query).scalar_one_or_none()


def bronnen(connection: Connection) -> set[str]:
    """The names of the koppelingen that something was imported by."""
    return set(connection.execute(select(levering.c.bron).distinct()).scalars())


def per_halfjaar(connection: Connection) -> Counter[tuple[str, str]]:
    """How many inzendingen there are of each edition in each half year."""
    columns = (inzending.c.vragenlijst, inzending.c.dag)
    counts: Counter[tuple[str, str]] = Counter()
    for editie, dag, number in connection.execute(
        select(*columns, func.count()).group_by(*columns)
    ):
        counts[editie, halfjaar(dag)] += number
    return counts


def too_few_later(
    before: Counter[tuple[str, str]],
    after: Counter[tuple[str, str]],
    kleine_groep: int,
    today: date,
) -> list[tuple[int, str]]:
    """How many came to a half year that was over and counted already, where that is too few.

    Who subtracts two reports over it then sees what those few answered (ontwerp §7).
    """
    now = halfjaar(today.isoformat())
    return [
        (number, half)
        for (editie, half), number in sorted((after - before).items())
        if half < now and before[editie, half] and number < kleine_groep
    ]


def save(connection: Connection, gelezen: Gelezen) -> Levering:
    """Store what is not known yet, and the file itself; returns what of it was new."""
    bron = gelezen.levering.bron
    if gelezen.vervallen:
        by_key = delete(oefenresultaat).where(oefenresultaat.c.sleutel == bindparam("key"))
        connection.execute(by_key, [{"key": key} for key in gelezen.vervallen])
    new = add_inzendingen(connection, gelezen.inzendingen)
    new += add_oefenresultaten(connection, gelezen.oefenresultaten, bron)
    weggelaten = dict(gelezen.levering.weggelaten)
    if known := gelezen.levering.geteld - new:
        weggelaten[KNOWN] = known
    counted = replace(gelezen.levering, geteld=new, weggelaten=weggelaten)
    add_levering(connection, counted)
    return counted
