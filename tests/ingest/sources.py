"""What tests of several formats share: a koppeling from YAML, and what a file brings by it."""

from collections.abc import Callable
from datetime import date

from leeromgeving.ingest.result import Gelezen
from leeromgeving.load import ADAPTERS, KINDS
from leeromgeving.model.koppeling import Antwoordkoppeling, Xapi
from leeromgeving.shape import validate
from leeromgeving.source import parse

KIND = "evaluation/koppelingen/*.yml"
TODAY = date(2026, 11, 22)
Read = Callable[[str, str, bytes | str], Gelezen]
"""Reads a file of this name and content by a koppeling in YAML."""


def ignore(size: int) -> None:
    """Nobody watches the progress."""


def koppeling_of(text: str) -> Antwoordkoppeling | Xapi:
    """The koppeling `bron` with this YAML."""
    document, findings = parse(text.encode(), KIND.replace("*", "bron"))
    assert document, findings
    koppeling, findings = validate(document, ADAPTERS[KIND], KINDS[KIND], "bron")
    assert isinstance(koppeling, Antwoordkoppeling | Xapi), findings
    return koppeling


def told(gelezen: Gelezen) -> list[str]:
    """The misfits; with one, nothing else is there."""
    assert not (gelezen.misfits and (gelezen.inzendingen or gelezen.oefenresultaten))
    return [f"{misfit.regel}: {misfit.tekst}" for misfit in gelezen.misfits]


def csv_of(rows: list[list[str]], sign: str = ",") -> bytes:
    """As LimeSurvey writes it: every cell quoted, BOM, CRLF, a blank line at the end."""
    lines = (sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\ufeff".encode() + ("\r\n".join(lines) + "\r\n\r\n").encode()
