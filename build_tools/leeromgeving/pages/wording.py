"""Figures and lists as Dutch readers expect them."""

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def minutes(duur: int) -> str:
    """Whole minutes: `1 minuut`, `45 minuten`, `1 uur en 30 minuten`."""
    uren, rest = divmod(duur, 60)
    parts = [f"{uren} uur"] if uren else []
    if rest or not uren:
        parts.append("1 minuut" if rest == 1 else f"{rest} minuten")
    return " en ".join(parts)


def length(seconden: float) -> str:
    """The length of a recording: `45 seconden`, `1 minuut en 10 seconden`."""
    minuten, rest = divmod(round(seconden), 60)
    parts = [minutes(minuten)] if minuten else []
    if rest or not minuten:
        parts.append("1 seconde" if rest == 1 else f"{rest} seconden")
    return " en ".join(parts)


def size(grootte: int) -> str:
    """Bytes in decimal units, as systems show them: `640 bytes`, `48 kB`, `2,3 MB`."""
    if grootte < 1_000:
        return f"{grootte} bytes"
    if grootte < 1_000_000:
        return f"{round(grootte / 1_000)} kB"
    return f"{grootte / 1_000_000:.1f} MB".replace(".", ",")


def file_type(bestand: str) -> str:
    """The type of a file by its extension: `PDF`."""
    return bestand.rpartition(".")[2].upper()


def day(datum: date) -> str:
    """A date: `1 september 2027`."""
    return f"{datum.day} {MONTHS[datum.month - 1]} {datum.year}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a en b`, `a, b en c`; one `en` is enough: `a, b en c` too when `b en c` is one word."""
    joint = ", " if " en " in words[-1] else " en "
    return joint.join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def amount(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 oefening`, `3 oefeningen`."""
    return f"{number} {one if number == 1 else many}"


def lower_first(text: str) -> str:
    """For inside a sentence; a name or abbreviation (`LVB`) keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
