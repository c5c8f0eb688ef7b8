"""The store of answers and visits: one schema for SQLite and PostgreSQL.

It knows no questionnaires: `receive` and `ingest` decide what comes in, `evaluate` counts.
"""

from .connect import DEFAULT_URL, SETTING, NoStoreError, connect
from .rows import Bezoek, Inzending, Levering, Oefenresultaat, OpenTekst

__all__ = [
    "DEFAULT_URL",
    "SETTING",
    "Bezoek",
    "Inzending",
    "Levering",
    "NoStoreError",
    "Oefenresultaat",
    "OpenTekst",
    "connect",
]
