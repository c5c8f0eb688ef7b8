"""Look up one form in the store."""

from sqlalchemy import Connection, select

from .rows import Inzending
from .tables import antwoord, inzending


def find_inzending(connection: Connection, sleutel: str) -> Inzending | None:
    """The form with this key, without its free texts; None when there is none."""
    found = connection.execute(select(inzending).where(inzending.c.sleutel == sleutel)).mappings()
    owner = found.first()
    if owner is None:
        return None
    chosen = select(antwoord.c.veld, antwoord.c.code).where(antwoord.c.sleutel == sleutel)
    given = connection.execute(chosen.order_by(antwoord.c.veld, antwoord.c.code))
    return Inzending(**owner, antwoorden=tuple((veld, code) for veld, code in given))
