"""One file of answers or exercise results → all that it holds, or what doesn't fit."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..model.koppeling import Antwoordkoppeling, MicrosoftForms, Xapi
from ..receive.accept import Forms
from ..store import Inzending, Levering, Oefenresultaat
from .answers import Answers, plain_text
from .columns import find_columns, is_column, named
from .result import Gelezen, Misfit, Seen
from .tables import MAX_BYTES, TOO_BIG, Table, read_csv, read_xlsx
from .xapi import Results, read_statements

MOST_OBJECTS, MAX_OBJECT = 5, 200
"""Of the objects that nobody named: how many are shown, and how many characters of each."""
CANNOT_OPEN = "dit bestand kan niet geopend worden: kijk of het er staat en of je het mag lezen."


def read(
    koppeling: Antwoordkoppeling | Xapi, file: Path, forms: Forms, today: date, seen: Seen
) -> Gelezen:
    """All of a file, checked against the forms in use; with misfits it holds nothing else.

    `today` is the local date: the day of the import, and the last on which anything came in.
    """
    levering = Levering("", koppeling.id, file.name, today.isoformat(), "", "", 0, 0)
    try:
        if file.stat().st_size > MAX_BYTES:
            return Gelezen(levering, misfits=(Misfit(1, TOO_BIG),))
        data = file.read_bytes()
    except OSError:
        return Gelezen(levering, misfits=(Misfit(1, CANNOT_OPEN),))
    levering = replace(levering, sleutel=_file_key(koppeling.id, data))
    if isinstance(koppeling, Xapi):
        seen(len(data))
        return _read_xapi(koppeling, data, levering, today)
    return _read_answers(koppeling, data, levering, forms, today, seen)


def _file_key(koppeling: str, data: bytes) -> str:
    return hashlib.sha256(koppeling.encode() + b"\0" + data).hexdigest()


def _read_answers(
    koppeling: Antwoordkoppeling,
    data: bytes,
    levering: Levering,
    forms: Forms,
    today: date,
    seen: Seen,
) -> Gelezen:
    table = _table(koppeling, data)
    if not isinstance(table, Table):
        return Gelezen(levering, misfits=tuple(table))
    plain = plain_text(koppeling)
    columns = find_columns(koppeling, map(plain, table.headings))
    if isinstance(columns, list):
        return Gelezen(levering, misfits=tuple(columns))
    answers = Answers(koppeling, columns, forms, today)
    for row in table.rows:
        answers.read(row)
        seen(len(data) // len(table.rows))
    if misfits := answers.misfits.found():
        return Gelezen(levering, misfits=misfits)
    found = answers.inzendingen
    return Gelezen(
        _filled(levering, len(table.rows), found, answers.weggelaten),
        inzendingen=tuple(found),
        opmerkingen=_about_columns(columns.unnamed),
    )


def _table(koppeling: Antwoordkoppeling, data: bytes) -> Table | list[Misfit]:
    if isinstance(koppeling, MicrosoftForms):
        return read_xlsx(data)
    names = set(named(koppeling))
    return read_csv(data, lambda heading: any(is_column(heading, name) for name in names))


def _about_columns(unnamed: Iterable[str]) -> tuple[str, ...]:
    if not unnamed:
        return ()
    return (
        f"deze kolommen staan niet in de koppeling en zijn niet gelezen: {_quoted(unnamed)}. "
        "Klopt dat, zet ze dan bij 'negeer'.",
    )


def _about_objects(unnamed: Counter[str]) -> tuple[str, ...]:
    if not unnamed:
        return ()
    most = (object_id[:MAX_OBJECT] for object_id, _ in unnamed.most_common(MOST_OBJECTS))
    return (f"objecten met een uitslag die niet in de koppeling staan, zijn: {_quoted(most)}.",)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _read_xapi(koppeling: Xapi, data: bytes, levering: Levering, today: date) -> Gelezen:
    statements, misfits = read_statements(data)
    if misfits:
        return Gelezen(levering, misfits=tuple(misfits))
    results = Results(koppeling, today)
    results.read(statements)
    if found := results.misfits.found():
        return Gelezen(levering, misfits=found)
    found_results = results.oefenresultaten
    return Gelezen(
        _filled(levering, len(statements), found_results, results.weggelaten),
        oefenresultaten=tuple(found_results),
        vervallen=tuple(results.vervallen),
        opmerkingen=_about_objects(results.unnamed),
    )


def _filled(
    levering: Levering,
    gelezen: int,
    found: Iterable[Inzending | Oefenresultaat],
    weggelaten: Mapping[str, int],
) -> Levering:
    days = [item.dag for item in found]
    return replace(
        levering,
        van=min(days, default=""),
        tot=max(days, default=""),
        gelezen=gelezen,
        geteld=len(days),
        weggelaten=dict(weggelaten),
    )
