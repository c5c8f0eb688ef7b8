"""A report as data for other programs: JSON with every block, and CSV per table."""

import csv
import io
import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from ..compose.document import Blok, Rapport, Tabel, Waarde
from ..store.export import safe_text

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""


def as_json(rapport: Rapport) -> bytes:
    """The whole report: keys are the names of fields, and `blok` says what a block is.

    A percentage is a share 0–1; the order is that of the report, so the bytes are stable.
    """
    text = json.dumps(plain(rapport), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def plain(value: Any) -> Any:
    """Dataclasses and tuples as dicts and lists."""
    if is_dataclass(value):
        kind = {"blok": type(value).__name__.lower()} if isinstance(value, Blok) else {}
        return kind | {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return [plain(part) for part in value] if isinstance(value, tuple) else value


def as_csv(tabel: Tabel) -> bytes:
    """One table for Dutch Excel: UTF-8 with BOM, `;` between cells and a decimal comma.

    Numbers are exact, not rounded; a percentage is a share 0–1.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(kolom.titel) for kolom in tabel.kolommen])
    writer.writerows([_cell(value) for value in rij] for rij in tabel.rijen)
    return f"{BOM}{lines.getvalue()}".encode()


def _cell(value: Waarde) -> str:
    if isinstance(value, str):
        return safe_text(value)
    return f"{Decimal(str(value)):f}".replace(".", ",")
