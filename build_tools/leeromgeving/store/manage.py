"""Look after what is stored: read free texts, wipe what may not stay, and make it really gone."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    delete,
    func,
    select,
    true,
    update,
)
from sqlalchemy.exc import OperationalError

from .rows import Staat
from .tables import bezoek, inzending, levering, metadata, oefenresultaat, tekst

Selection = Mapping[Table, ColumnElement[bool]]
"""Which rows of which tables; an inzending stands for its antwoorden and teksten too."""
SCRUB = {
    # secure_delete overwrites what is deleted, but not what moved within the file before that.
    "sqlite": ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"),
    "postgresql": (f"VACUUM (FULL) {', '.join(metadata.tables)}",),
}
"""What takes deleted bytes out of the files of a database."""


@dataclass(frozen=True)
class OngelezenTekst:
    """A free text that nobody read yet."""

    sleutel: str
    veld: str
    vragenlijst: str
    """The edition: `module/v1`."""
    module: str
    tekst: str
    redenen: tuple[str, ...]
    """Why the scan put it aside; empty when it found nothing."""


def unread(connection: Connection) -> list[OngelezenTekst]:
    """The texts that nobody read yet: first what was put aside, then the oldest."""
    columns = (tekst.c.sleutel, tekst.c.veld, inzending.c.vragenlijst, inzending.c.module)
    statement = (
        select(*columns, tekst.c.tekst, tekst.c.redenen)
        .join_from(tekst, inzending)
        .where(_is_unread())
        .order_by(tekst.c.redenen == "", inzending.c.dag, tekst.c.sleutel, tekst.c.veld)
    )
    return [
        OngelezenTekst(*row[:-1], redenen=tuple(filter(None, row.redenen.split(","))))
        for row in connection.execute(statement)
    ]


def keep(connection: Connection, own: OngelezenTekst, text: str, redenen: tuple[str, ...]) -> bool:
    """Store that `own` was read and may be shown as `text`; `redenen` is what the scan finds there.

    False when somebody else was first; then nothing changes.
    """
    staat: Staat = "beoordeeld"
    values = {"tekst": text, "staat": staat, "redenen": ",".join(redenen)}
    statement = update(tekst).where(_still_unread(own)).values(values)
    return connection.execute(statement).rowcount > 0


def remove(connection: Connection, own: OngelezenTekst) -> bool:
    """Delete a text that was read; False when somebody else was first."""
    return connection.execute(delete(tekst).where(_still_unread(own))).rowcount > 0


def editions(connection: Connection) -> list[str]:
    """The editions that there are inzendingen of, sorted."""
    column = inzending.c.vragenlijst
    return list(connection.execute(select(column).distinct().order_by(column)).scalars())


def until(editie: str, dag: str) -> Selection:
    """The inzendingen of an edition up to and including a day (ISO date)."""
    return {inzending: and_(inzending.c.vragenlijst == editie, inzending.c.dag <= dag)}


def of_vragenlijst(editie: str) -> Selection:
    """The inzendingen of an edition."""
    return {inzending: inzending.c.vragenlijst == editie}


def of_module(module: str, uri: str) -> Selection:
    """What is about a module, whose pages stand at `uri` and below."""
    return {
        inzending: inzending.c.module == module,
        oefenresultaat: oefenresultaat.c.module == module,
        bezoek: bezoek.c.pad.startswith(uri, autoescape=True),
    }


def of_bron(bron: str) -> Selection:
    """What came in by one koppeling, or by the site itself (`rows.FORMULIER`)."""
    tables = (inzending, oefenresultaat, bezoek, levering)
    return {table: table.c.bron == bron for table in tables}


def everything() -> Selection:
    """All that is stored."""
    return {table: true() for table in (inzending, oefenresultaat, bezoek, levering)}


def count(connection: Connection, selection: Selection) -> dict[str, int]:
    """How many rows of each table that is; tables without any are left out."""
    counts = {
        table.name: connection.scalar(select(func.count()).select_from(table).where(condition))
        for table, condition in selection.items()
    }
    return {name: number for name, number in counts.items() if number}


def wipe(connection: Connection, selection: Selection) -> None:
    """Delete those rows, with the antwoorden and teksten of an inzending; see `scrub`."""
    for table, condition in selection.items():
        connection.execute(delete(table).where(condition))


def scrub(engine: Engine) -> bool:
    """Take what was deleted out of the database's own files too; not out of any back-up.

    False when that can't be done now (another program is busy, the disk is full): do it again.
    """
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            *first, last = SCRUB[engine.dialect.name]
            for statement in first:
                connection.exec_driver_sql(statement)
            result = connection.exec_driver_sql(last)
            is_busy = result.scalar_one() if result.returns_rows else 0
            return not is_busy
    except OperationalError:
        return False


def _is_unread() -> ColumnElement[bool]:
    read: Staat = "beoordeeld"
    return tekst.c.staat != read


def _still_unread(own: OngelezenTekst) -> ColumnElement[bool]:
    return and_(_is_unread(), tekst.c.sleutel == own.sleutel, tekst.c.veld == own.veld)
