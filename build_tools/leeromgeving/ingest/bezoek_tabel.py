"""From the bytes of an export to its rows, by heading."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ..model.bezoekkoppeling import Bezoekkoppeling, Ga4, GoatCounter, Matomo
from .bezoek_bestand import MisfitError
from .misfits import shown
from .result import Misfit
from .tables import decode, read_csv

Cells = dict[str, str]
"""A row of an export: heading → what stands there."""
ABOVE = ""
"""The heading of what stands above the table and holds for every row: its period."""
GOATCOUNTER = ("2Path", "Event", "Bot", "Referrer", "FirstVisit", "Date")
PLAUSIBLE = ("date", "hostname", "page", "visits", "pageviews")
EIGHT_DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)")
PER_DAY = (
    "Vraag in Matomo het platte rapport per dag: flat=1, period=day, en bij date de eerste en de "
    "laatste dag."
)
NO_DATA = f"Matomo heeft geen gegevens over deze dagen, of niet voor deze site. {PER_DAY}"
NO_JSON = "dit is geen JSON zoals Matomo die maakt. Exporteer het bestand opnieuw."
NO_PERIOD = (
    "boven de tabel staat geen periode. Exporteer het rapport opnieuw als CSV en laat de regels "
    "met # staan, of noem bij 'dag' in de koppeling de kolom met de dag."
)


def rows(koppeling: Bezoekkoppeling, data: bytes) -> Iterator[tuple[int, Cells]]:
    """(line from 1, row) for every row of an export; raises MisfitError when it is another."""
    text = decode(data)
    if isinstance(text, Misfit):
        raise MisfitError(text)
    if isinstance(koppeling, Ga4):
        return _of_ga4(koppeling, text)
    if not isinstance(koppeling, Matomo):
        return _of_csv(koppeling, text)
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(koppeling, text)
    if text.startswith("Error"):
        raise MisfitError(_said_by_matomo(text))
    if text.strip() == "No data available":
        raise MisfitError(Misfit(1, NO_DATA))
    return _of_csv(koppeling, text)


def _needed(koppeling: Bezoekkoppeling) -> tuple[str, ...]:
    if isinstance(koppeling, Matomo):
        return koppeling.dag, koppeling.pagina, koppeling.weergaven, koppeling.eerste
    if isinstance(koppeling, Ga4):
        own = koppeling.pagina, koppeling.weergaven
        return (koppeling.dag, *own) if koppeling.dag else own
    return GOATCOUNTER if isinstance(koppeling, GoatCounter) else PLAUSIBLE


def _of_csv(koppeling: Bezoekkoppeling, text: str) -> Iterator[tuple[int, Cells]]:
    needed = _needed(koppeling)
    table = read_csv(text.encode(), needed.__contains__)
    if isinstance(table, list):
        raise MisfitError(*table)
    missing = [name for name in needed if name not in table.headings]
    if missing:
        raise MisfitError(Misfit(1, _missing(koppeling, missing, table.headings)))
    return ((row.regel, dict(zip(table.headings, row.cells, strict=True))) for row in table.rows)


def _missing(koppeling: Bezoekkoppeling, missing: Sequence[str], headings: Sequence[str]) -> str:
    if isinstance(koppeling, GoatCounter) and re.fullmatch(r"\d+Path", headings[0]):
        return (
            f"dit is versie {headings[0].removesuffix('Path')} van de export van GoatCounter; "
            "we kennen alleen versie 2. Vraag een programmeur om hulp."
        )
    names = ", ".join(f"'{name}'" for name in missing)
    return f"deze koppen ontbreken: {names}. {_mend(koppeling)}"


def _mend(koppeling: Bezoekkoppeling) -> str:
    if isinstance(koppeling, Matomo):
        return f"{PER_DAY} Heten de kolommen anders, noem ze dan in de koppeling."
    if isinstance(koppeling, Ga4):
        return "Noem in de koppeling de kolommen zoals ze in dit bestand heten."
    return "Kijk of je het goede bestand koos."


def _of_ga4(koppeling: Ga4, text: str) -> Iterator[tuple[int, Cells]]:
    """One file can hold several tables, each under `#` lines; ours is the one with our columns.

    A row that starts with an empty cell holds the totals.
    """
    lines, needed = text.split("\n"), _needed(koppeling)
    start = next((at for at, line in enumerate(lines) if _is_heading(line, needed)), None)
    if start is None:
        raise MisfitError(Misfit(1, _missing(koppeling, needed, ())))
    end = next((at for at in range(start, len(lines)) if _is_between(lines[at])), len(lines))
    totals = [at for at in range(start, end) if lines[at][:1] in ",;\t"]
    kept = (line if start <= at < end and at not in totals else "" for at, line in enumerate(lines))
    days = EIGHT_DIGITS.findall("".join(line for line in lines[:start] if line.startswith("#")))
    if not koppeling.dag and len(days) < 2:
        raise MisfitError(Misfit(start + 1, NO_PERIOD))
    above = {ABOVE: ",".join(days[-2:])}
    return chain(
        ((at + 1, dict.fromkeys(needed, "")) for at in totals),
        ((regel, cells | above) for regel, cells in _of_csv(koppeling, "\n".join(kept))),
    )


def _is_between(line: str) -> bool:
    return line.startswith("#") or not line.strip()


def _is_heading(line: str, needed: Sequence[str]) -> bool:
    return not _is_between(line) and all(map(line.__contains__, needed))


def _of_json(koppeling: Matomo, text: str) -> Iterator[tuple[int, Cells]]:
    """`{"2026-01-01": [{"label": …, "url": …}]}`; CSV calls its url `metadata_url`."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MisfitError(Misfit(getattr(error, "lineno", 1), NO_JSON)) from error
    if isinstance(content, list):
        raise MisfitError(
            Misfit(1, f"hier staan geen dagen bij. {PER_DAY}" if content else NO_DATA)
        )
    if content.get("result") == "error":
        raise MisfitError(_said_by_matomo(str(content.get("message"))))
    return (
        (1, cells) for period, items in content.items() for cells in _day(koppeling, period, items)
    )


def _day(koppeling: Matomo, period: str, items: object) -> Iterator[Cells]:
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise MisfitError(Misfit(1, NO_JSON))
    for item in items:
        cells = {name: str(value) for name, value in item.items()}
        metadata = {f"metadata_{name}": value for name, value in cells.items()}
        yield {**dict.fromkeys(_needed(koppeling), ""), **metadata, **cells, koppeling.dag: period}


def _said_by_matomo(text: str) -> Misfit:
    return Misfit(1, f"dit is een foutmelding van Matomo: '{shown(text)}'. {PER_DAY}")
