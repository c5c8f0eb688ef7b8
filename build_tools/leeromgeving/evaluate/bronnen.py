"""What a report reads of the store beside the counts: texts that were read, and leveringen."""

from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from ..store import Levering
from ..store.find import find_leveringen
from ..store.rows import Staat
from ..store.tables import inzending, levering, tekst
from .periode import Periode

READ: Staat = "beoordeeld"


@dataclass(frozen=True)
class GelezenTekst:
    """A free text that the Borgbureau read and left for the report."""

    vragenlijst: str
    module: str
    veld: str
    tekst: str


@dataclass(frozen=True)
class Bronnen:
    """All but the counts; in a fixed order."""

    teksten: tuple[GelezenTekst, ...]
    """By their words, so that nobody can tell who wrote first."""
    ongelezen: int
    """Texts of the period that nobody read yet: those stay out of the report."""
    leveringen: tuple[Levering, ...]
    """Imported files that tell about a day of the period."""
    uit_export: bool = False
    """Of exported files only the counts are read: then all the other fields are empty."""


def read_bronnen(engine: Engine, periode: Periode) -> Bronnen:
    """Read them for a period; raises SQLAlchemyError."""
    in_period = inzending.c.dag.between(periode.van, periode.tot)
    of_period = (
        select(inzending.c.vragenlijst, inzending.c.module, tekst.c.veld, tekst.c.tekst)
        .join_from(tekst, inzending)
        .where(in_period, tekst.c.staat == READ)
    )
    waiting = (
        select(func.count())
        .select_from(tekst.join(inzending))
        .where(in_period, tekst.c.staat != READ)
    )
    told = (levering.c.van <= periode.tot, levering.c.tot >= periode.van)
    with engine.connect() as connection:
        teksten = [GelezenTekst(*row) for row in connection.execute(of_period)]
        leveringen = find_leveringen(connection, *told)
        ongelezen = connection.execute(waiting).scalar_one()
    return Bronnen(
        tuple(sorted(teksten, key=lambda t: (t.vragenlijst, t.module, t.veld, t.tekst))),
        ongelezen,
        tuple(leveringen),
    )
