"""A report as one PDF (A4, tagged, PDF/UA-1) by Typst.

The template reads texts as data and never as source, so no text can be a command. Only the fonts
inside Typst are used: those of a machine differ, and with them the bytes.
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import typst

from ..compose.document import VERBORGEN, Blok, Likert, Rapport, Staven, Tabel
from .charts import chart
from .data import plain
from .format import cell

WIDTH = 640
"""Pixels of a chart over the full width of the text."""
INVISIBLE = re.compile(r"[\xad\u200b-\u200f\ufe00-\ufe0f]")
NOT_IN_FONTS = re.compile(
    r"[^\n -~\xa0-\u02ff\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    r"\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u2040\u20a0-\u20bf\u2190-\u22ff"
    r"\u2500-\u25ff\u2713\u2714\ufffd]"
)
"""All but what the fonts inside Typst have: PDF/UA-1 refuses a sign that can't be shown, such as an
emoji, and in some places a loose accent."""
INSTEAD = "□"


def as_pdf(rapport: Rapport) -> bytes:
    """The whole report; a chart is an image with a text alternative, above its table."""
    template = files("leeromgeving.report") / "templates" / "rapport.typ"
    charts = {
        _file(blok): chart(blok, rapport.fictief, WIDTH)
        for hoofdstuk in rapport.hoofdstukken
        for blok in hoofdstuk.blokken
        if isinstance(blok, Likert | Staven)
    }
    chapters = [
        {"titel": hoofdstuk.titel, "blokken": [_shown(blok) for blok in hoofdstuk.blokken]}
        for hoofdstuk in rapport.hoofdstukken
    ]
    data = {
        "titel": rapport.titel,
        "ondertitel": rapport.ondertitel,
        "fictief": rapport.fictief,
        "hoofdstukken": chapters,
    }
    texts = {"rapport.json": json.dumps(data, ensure_ascii=False), **charts}
    pdf: bytes = typst.compile(  # type: ignore[call-overload] # its types forget several files
        {
            "main.typ": template.read_bytes(),
            **{name: _printable(text).encode() for name, text in texts.items()},
        },
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )
    return pdf


def _printable(text: str) -> str:
    """A text with a square for each sign that can't be shown."""
    return NOT_IN_FONTS.sub(INSTEAD, INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def _shown(blok: Blok) -> dict[str, Any]:
    """A block as the template reads it: its fields, with numbers as text."""
    data: dict[str, Any] = plain(blok)
    if isinstance(blok, Tabel):
        return data | _table(blok)
    if isinstance(blok, Likert | Staven):
        words = f"Grafiek ‘{blok.titel}’. Alle getallen staan in de tabel hierna."
        return data | {
            "bestand": _file(blok),
            "alternatief": words,
            "tabel": _table(blok.tabel),
        }
    return data


def _table(tabel: Tabel) -> dict[str, Any]:
    rows = [
        [cell(value, kolom) for value, kolom in zip(rij, tabel.kolommen, strict=True)]
        for rij in tabel.rijen
    ]
    heads = [kolom.titel for kolom in tabel.kolommen]
    columns = list(zip(heads, *rows, strict=True))
    return {
        "titel": tabel.titel,
        "noot": tabel.noot,
        "kolommen": [
            {
                "titel": kolom.titel,
                "getal": kolom.soort != "tekst",
                "breedte": _width(column),
                "verborgen": VERBORGEN in column,
            }
            for kolom, column in zip(tabel.kolommen, columns, strict=True)
        ],
        "rijen": rows,
    }


def _width(column: Sequence[str]) -> int:
    """How wide a column is beside the others: as its words ask, within reason."""
    word = max(len(word) for text in column for word in text.split(" "))
    return max(min(word, 16), min(max(map(len, column[1:]), default=0), 36), 5)


def _file(blok: Likert | Staven) -> str:
    return f"{blok.tabel.id}.svg"
