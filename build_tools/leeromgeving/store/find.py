"""Look up what the store holds, as values."""

import json

from sqlalchemy import ColumnElement, Connection, select

from .rows import Inzending, Levering
from .tables import antwoord, inzending, levering


def find_inzending(connection: Connection, sleutel: str) -> Inzending | None:
    """The form with this key, without its free texts; None when there is none."""
    found = connection.execute(select(inzending).where(inzending.c.sleutel == sleutel)).mappings()
    owner = found.first()
    if owner is None:
        return None
    chosen = select(antwoord.c.veld, antwoord.c.code).where(antwoord.c.sleutel == sleutel)
    given = connection.execute(chosen.order_by(antwoord.c.veld, antwoord.c.code))
    return Inzending(**owner, antwoorden=tuple((veld, code) for veld, code in given))


def find_leveringen(connection: Connection, *conditions: ColumnElement[bool]) -> list[Levering]:
    """The imported files that all conditions hold for; in the same order from every database."""
    rows = connection.execute(select(levering).where(*conditions)).mappings()
    found = [Levering(**{**row, "weggelaten": json.loads(row["weggelaten"])}) for row in rows]
    return sorted(found, key=lambda item: (item.bron, item.van, item.bestand, item.sleutel))
