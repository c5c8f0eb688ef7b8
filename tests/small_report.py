"""A small report with every kind of block, and what its forms should be as text.

Renew the golden files after reading the difference: `python tests/small_report.py`.
"""

from pathlib import Path

from leeromgeving.compose.document import (
    VERBORGEN,
    Alinea,
    Citaten,
    Hoofdstuk,
    Kolom,
    Kop,
    Lijst,
    Likert,
    Rapport,
    Staven,
    Tabel,
)
from leeromgeving.report.charts import chart
from leeromgeving.report.data import as_csv, as_json
from leeromgeving.report.pages import page

GOLDEN = Path(__file__).parent / "report" / "golden"
WIDTH = 640

DOELEN = Tabel(
    "doelstellingen",
    "Doelstellingen",
    (Kolom("Doelstelling"), Kolom("Indicator"), Kolom("Oordeel")),
    (("Kennis voor iedereen", "Weergaven", "gehaald"), ("Samen leren", "–", "te weinig gegevens")),
)
LIKERT = Likert(
    "reactie",
    "Past de module bij het werk?",
    ("mee oneens", "niet mee eens, niet mee oneens", "mee eens"),
    (("Gedrag beoordelen", (2, 6, 12)), ("Grenzen stellen & nabij blijven", (0, 5, 25))),
    Tabel(
        "reactie-tabel",
        "Antwoorden per module",
        (Kolom("Module"), Kolom("n", "aantal"), Kolom("Mee eens", "percentage")),
        (
            ("Gedrag beoordelen", 20, 0.6),
            ("Grenzen stellen & nabij blijven", 30, 25 / 30),
            ("Trauma", VERBORGEN, VERBORGEN),
        ),
        "n = 50 van 1.204 eerste weergaven, heel 2026. Mensen kozen zelf of ze antwoordden.",
    ),
)
STAVEN = Staven(
    "kennis",
    "Goede antwoorden",
    "percentage",
    (("Wat doe je het eerst?", 0.64, (0.51, 0.75)), ("Wat is een grens?", 0.125, None)),
    Tabel(
        "kennis-tabel",
        "Goede antwoorden per kennisvraag",
        (Kolom("Vraag"), Kolom("Goed", "percentage"), Kolom("Cijfer", "getal")),
        (("Wat doe je het eerst?", 0.64, 7.25), ("Wat is een grens?", 0.125, -0.04)),
    ),
    norm=0.6,
)
SMALL = Rapport(
    "Evaluatie van de proef",
    "Evaluatie over heel 2026",
    "2026",
    True,
    (
        Hoofdstuk(
            "samenvatting",
            "Samenvatting",
            (
                Kop("vijf-dingen", "Om te weten"),
                Lijst(("Er waren 1.204 bezoeken.", "Zes op de tien zijn het eens."), True),
                Lijst(("Stel de norm vast.",)),
                DOELEN,
            ),
        ),
        Hoofdstuk(
            "niveau-1",
            "Niveau 1: reactie",
            (
                Alinea("Direct na een module vragen we wat mensen ervan vinden."),
                LIKERT,
                STAVEN,
                Citaten(("Fijn dat het kort is.", "Graag meer voorbeelden.")),
            ),
        ),
    ),
)


def golden_files() -> dict[str, bytes]:
    """Name → bytes."""
    return {
        "niveau-1.html": page(SMALL, SMALL.hoofdstukken[1]).encode(),
        "likert.svg": chart(LIKERT, True, WIDTH).encode(),
        "staven.svg": chart(STAVEN, True, WIDTH).encode(),
        "reactie-tabel.csv": as_csv(LIKERT.tabel),
        "rapport.json": as_json(SMALL),
    }


def renew() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for name, content in golden_files().items():
        (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    renew()
