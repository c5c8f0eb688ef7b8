"""The tables of the store. What changes here needs a migration beside it; a test says so.

Days are ISO text, so that the same SQL cuts them in every engine. `antwoord` repeats what its
inzending says (day, edition, module, instelling): counting is then one pass over one table.
"""

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _owner() -> Column[str]:
    return Column(
        "sleutel", Text, ForeignKey("inzending.sleutel", ondelete="CASCADE"), nullable=False
    )


inzending = Table(
    "inzending",
    metadata,
    Column("sleutel", Text, primary_key=True),
    _text("vragenlijst"),
    _text("module"),
    _text("dag"),
    _text("instelling"),
    _text("bron"),
    sqlite_with_rowid=False,
)
"""One filled-in form."""
antwoord = Table(
    "antwoord",
    metadata,
    _owner(),
    _text("veld"),
    _text("code"),
    _text("vragenlijst"),
    _text("module"),
    _text("dag"),
    _text("instelling"),
    PrimaryKeyConstraint("sleutel", "veld", "code"),
    sqlite_with_rowid=False,
)
"""One choice in a form."""
tekst = Table(
    "tekst",
    metadata,
    _owner(),
    _text("veld"),
    _text("tekst"),
    _text("staat"),
    _text("redenen"),
    PrimaryKeyConstraint("sleutel", "veld"),
    Index("tekst_staat", "staat"),
)
"""A free text, `staat` as in `rows.Staat`, `redenen` joined by commas."""
bezoek = Table(
    "bezoek",
    metadata,
    _text("dag"),
    _text("pad"),
    _text("herkomst"),
    _text("bron"),
    _text("levering"),
    _number("weergaven"),
    Column("eerste", Integer),
    PrimaryKeyConstraint("dag", "pad", "herkomst", "bron", "levering"),
)
"""Views per day; `levering` is empty for the site's own beacon."""
oefenresultaat = Table(
    "oefenresultaat",
    metadata,
    Column("sleutel", Text, primary_key=True),
    _text("dag"),
    _text("module"),
    _text("oefening"),
    Column("gehaald", Integer),
    Column("score", Double),
    _text("bron"),
)
"""Exercise results from elsewhere; `gehaald` is 0, 1 or nothing."""
levering = Table(
    "levering",
    metadata,
    Column("sleutel", Text, primary_key=True),
    _text("bron"),
    _text("bestand"),
    _text("dag"),
    _text("van"),
    _text("tot"),
    _number("gelezen"),
    _number("geteld"),
    _text("weggelaten"),
)
"""Imported files; `weggelaten` is JSON: reason → count."""
