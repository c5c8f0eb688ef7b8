"""Cells of tables as text, the same on a page and in the PDF."""

from ..compose.document import Kolom, Waarde
from ..compose.format import number


def cell(value: Waarde, kolom: Kolom) -> str:
    """A number as its column says, words as they are."""
    if isinstance(value, str):
        return value
    return number(value, "getal" if kolom.soort == "tekst" else kolom.soort)
