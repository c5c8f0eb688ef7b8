"""Put values into the store, inside a transaction of the caller: all of it, or nothing.

What is known already (by its `sleutel`) stays as it was, so doing anything twice is harmless.
Rows go in by the order of their keys: two processes that write the same keys to one PostgreSQL
then wait for each other and never both at once.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from .rows import FORMULIER, Bezoek, Inzending, Levering, Oefenresultaat, OpenTekst, Staat
from .tables import antwoord, bezoek, inzending, levering, oefenresultaat, tekst

Row = dict[str, Any]
INSERT: dict[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
"""SQLAlchemy has `ON CONFLICT` per database, though it is the same text."""


def add_inzendingen(connection: Connection, inzendingen: Iterable[Inzending]) -> int:
    """Store the forms that are not known yet; returns how many that were.

    Of two with the same key the first stays, whole: nothing of the second is mixed in.
    """
    by_key: dict[str, Inzending] = {}
    for item in inzendingen:
        by_key.setdefault(item.sleutel, item)
    new = [by_key[key] for key in _add_new(connection, inzending, map(_owner, by_key.values()))]
    _add(connection, antwoord, [row for item in new for row in _answers(item)])
    _add(connection, tekst, [_text(item.sleutel, own) for item in new for own in item.teksten])
    return len(new)


def add_bezoeken(
    connection: Connection, bezoeken: Iterable[Bezoek], bron: str = FORMULIER, levering: str = ""
) -> None:
    """Add views to those of the same day, page, kind of referrer and source.

    Once a source can't say how many were first views, the sum can't either.
    """
    sums: dict[tuple[str, str, str], Row] = {}
    for item in bezoeken:
        row = asdict(item) | {"bron": bron, "levering": levering}
        known = sums.setdefault((item.dag, item.pad, item.herkomst), row)
        if known is not row:
            known["weergaven"] += item.weergaven
            unknown = known["eerste"] is None or item.eerste is None
            known["eerste"] = None if unknown else known["eerste"] + item.eerste
    if not sums:
        return
    statement = INSERT[connection.dialect.name](bezoek)
    more = statement.excluded
    upsert = statement.on_conflict_do_update(
        index_elements=list(bezoek.primary_key),
        set_={
            "weergaven": bezoek.c.weergaven + more.weergaven,
            "eerste": bezoek.c.eerste + more.eerste,
        },
    )
    connection.execute(upsert, [sums[key] for key in sorted(sums)])


def add_oefenresultaten(
    connection: Connection, resultaten: Iterable[Oefenresultaat], bron: str
) -> int:
    """Store the results that are not known yet; returns how many that were."""
    by_key: dict[str, Row] = {}
    for item in resultaten:
        gehaald = None if item.gehaald is None else int(item.gehaald)
        by_key.setdefault(item.sleutel, asdict(item) | {"gehaald": gehaald, "bron": bron})
    return len(_add_new(connection, oefenresultaat, by_key.values()))


def add_levering(connection: Connection, item: Levering) -> bool:
    """Note an imported file; False when the same file was imported before."""
    weggelaten = json.dumps(dict(item.weggelaten), ensure_ascii=False, sort_keys=True)
    row = {column.name: getattr(item, column.name) for column in levering.columns}
    return bool(_add_new(connection, levering, [row | {"weggelaten": weggelaten}]))


def _add_new(connection: Connection, table: Table, rows: Iterable[Row]) -> list[str]:
    """Insert rows whose key `sleutel` is not known yet; returns the keys of those, in order."""
    in_order = sorted(rows, key=lambda row: row["sleutel"])
    if not in_order:
        return []
    insert = INSERT[connection.dialect.name](table).on_conflict_do_nothing()
    statement = insert.returning(table.c.sleutel)
    return sorted(connection.execute(statement, in_order).scalars())


def _add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _owner(item: Inzending) -> Row:
    return {column.name: getattr(item, column.name) for column in inzending.columns}


def _answers(item: Inzending) -> Iterable[Row]:
    owner = _owner(item)
    shared: Mapping[str, Any] = {
        column.name: owner[column.name] for column in antwoord.columns if column.name in owner
    }
    return ({**shared, "veld": veld, "code": code} for veld, code in item.antwoorden)


def _text(sleutel: str, own: OpenTekst) -> Row:
    staat: Staat = "opzij" if own.redenen else "nieuw"
    redenen = ",".join(own.redenen)
    return {
        "sleutel": sleutel,
        "veld": own.veld,
        "tekst": own.tekst,
        "staat": staat,
        "redenen": redenen,
    }
