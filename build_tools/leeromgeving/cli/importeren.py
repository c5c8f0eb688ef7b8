"""The command that reads what other software exported: `importeer`."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import click
from sqlalchemy import Connection

from ..check import check, page_addresses
from ..findings import as_text, visible
from ..ingest import bezoek
from ..ingest.days import CALENDAR
from ..ingest.read import read
from ..ingest.result import Gelezen, Misfit, Seen
from ..ingest.save import bronnen, imported_on, per_halfjaar, save, too_few_later
from ..load import Loaded, load
from ..model.bezoekkoppeling import Bezoekkoppeling
from ..model.koppeling import Antwoordkoppeling, Xapi
from ..pages.wording import amount, day
from ..receive.accept import Forms, forms_in_use
from ..store import Levering
from .common import project_here, stop
from .dutch_help import DutchCommand
from .opslag import opened_store, opslag_option

MAX_MISFITS = 20
"""That are shown, of all files together."""
NEW_ANSWERS = ("inzending erbij", "inzendingen erbij")
NEW_RESULTS = ("oefenresultaat erbij", "oefenresultaten erbij")
COUNTED = ("regel telt mee", "regels tellen mee")
HOW_TO = "Hoe je een koppeling maakt, staat in de handleiding bij Importeren."
EenKoppeling = Antwoordkoppeling | Xapi | Bezoekkoppeling


@click.command(
    cls=DutchCommand,
    help="Lees in wat een ander programma bewaarde: importeer KOPPELING BESTAND…",
    epilog="Bijvoorbeeld: leeromgeving importeer evaluation/koppelingen/enquete.yml antwoorden.csv",
)
@click.argument("koppeling")
@click.argument("bestanden", nargs=-1, required=True)
@opslag_option
def importeer(koppeling: str, bestanden: tuple[str, ...], opslag: str) -> None:
    """Read the files by a koppeling; all of them are stored, or none (exit 1)."""
    project, today = project_here(), datetime.now(CALENDAR).date()
    loaded = load(project)
    fouten = [finding for finding in check(loaded, today) if finding.is_fout]
    if fouten:
        click.echo(as_text(fouten, project), err=True)
        raise stop("Er is niets ingelezen: los eerst deze fouten op.")
    bron = _koppeling(loaded, koppeling)
    found = _read(bron, bestanden, loaded, today)
    _stop_at((item.levering, misfit) for item in found for misfit in item.misfits)
    with opened_store(opslag) as engine:
        with engine.begin() as connection:
            _stop_at_unknown(bronnen(connection), loaded)
            before = per_halfjaar(connection)
            told = [_store(connection, bron, item) for item in found]
            klein = loaded.leeromgeving().basisgegevens.kleine_groep
            _stop_at_few(too_few_later(before, per_halfjaar(connection), klein, today))
        click.echo("\n".join(told))


def _koppeling(loaded: Loaded, name: str) -> EenKoppeling:
    """The koppeling in a file; stops when it is none, or its questionnaire is not in use."""
    pad = Path(name).as_posix()
    koppeling = loaded.bestanden.get(pad)
    if not isinstance(koppeling, EenKoppeling):
        keuzes = [b.pad for b in loaded.bestanden.values() if isinstance(b, EenKoppeling)]
        what = "is geen koppeling" if Path(pad).is_file() else "bestaat niet"
        help_on = f"Kies uit: {', '.join(keuzes)}." if keuzes else HOW_TO
        raise stop(f"{pad} {what}. {help_on}")
    if isinstance(koppeling, Antwoordkoppeling):
        editie = koppeling.vragenlijst
        vragenlijst = loaded.leeromgeving().edities[editie]
        if vragenlijst.status != "in-gebruik":
            raise stop(
                f"De vragenlijst {editie} is nog een concept: haar vragen kunnen nog veranderen. "
                f"Neem haar eerst in gebruik met: leeromgeving bevries {vragenlijst.pad}"
            )
    return koppeling


def _read(
    koppeling: EenKoppeling, bestanden: Sequence[str], loaded: Loaded, today: date
) -> list[Gelezen]:
    files = [Path(bestand) for bestand in bestanden]
    forms = forms_in_use(loaded.leeromgeving())
    paden = page_addresses(loaded)
    found = []
    with click.progressbar(length=sum(map(_size, files)), label="Inlezen", file=sys.stderr) as bar:
        for file in files:
            found.append(_read_file(koppeling, file, forms, paden, today, bar.update))
    return found


def _read_file(
    koppeling: EenKoppeling,
    file: Path,
    forms: Forms,
    paden: frozenset[str],
    today: date,
    seen: Seen,
) -> Gelezen:
    if isinstance(koppeling, Bezoekkoppeling):
        return bezoek.read(koppeling, file, paden, today, seen)
    return read(koppeling, file, forms, today, seen)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _stop_at(misfits: Iterable[tuple[Levering, Misfit]]) -> None:
    """Stop with exit code 1 when there are any."""
    lines = [f"{levering.bestand}:{misfit.regel}: {misfit.tekst}" for levering, misfit in misfits]
    if not lines:
        return
    for line in lines[:MAX_MISFITS]:
        click.echo(visible(line), err=True)
    if (more := len(lines) - MAX_MISFITS) > 0:
        click.echo(f"… en nog {more} andere.", err=True)
    raise stop(f"Er is niets ingelezen: {amount(len(lines), 'ding klopt', 'dingen kloppen')} niet.")


def _stop_at_unknown(names: set[str], loaded: Loaded) -> None:
    """Stop when a koppeling has gone: by another name, its answers would count twice."""
    known = {item.id for item in loaded.bestanden.values() if isinstance(item, EenKoppeling)}
    for name in sorted(names - known):
        raise stop(
            f"In de opslag staat wat met koppeling '{name}' is ingelezen, en die is er niet meer. "
            f"Geef het bestand zijn naam terug, of doe: leeromgeving wis --bron {name}"
        )


def _stop_at_few(few: Sequence[tuple[int, str]]) -> None:
    for number, half in few:
        what = f"{'is' if number == 1 else 'zijn'} {amount(number, 'vragenlijst', 'vragenlijsten')}"
        raise stop(
            f"Dit {what} over {half}. Dat is te weinig om later toe te voegen: lees ze samen met "
            "meer antwoorden in. Er is niets ingelezen."
        )


def _store(connection: Connection, koppeling: EenKoppeling, gelezen: Gelezen) -> str:
    """Store one file; returns what was done with it, to be told after the commit."""
    levering, opmerkingen = gelezen.levering, gelezen.opmerkingen
    earlier = imported_on(connection, levering.sleutel)
    if isinstance(koppeling, Bezoekkoppeling):
        outcome = bezoek.store(connection, gelezen)
        if isinstance(outcome, Misfit):
            _stop_at([(levering, outcome)])
        if outcome != "bekend":
            return _told(levering, COUNTED, opmerkingen)
    elif earlier is None:
        new = NEW_RESULTS if isinstance(koppeling, Xapi) else NEW_ANSWERS
        return _told(save(connection, gelezen), new, opmerkingen)
    when = f" op {day(date.fromisoformat(earlier))}" if earlier else ""
    return f"{levering.bestand} was al ingelezen{when}: er verandert niets."


def _told(levering: Levering, new: tuple[str, str], opmerkingen: Sequence[str]) -> str:
    lines = [f"{levering.bestand}: {levering.gelezen} gelezen, {amount(levering.geteld, *new)}."]
    if levering.van:
        van, tot = (day(date.fromisoformat(dag)) for dag in (levering.van, levering.tot))
        lines.append(f"Van {van} tot en met {tot}.")
    if levering.weggelaten:
        by_number = sorted(levering.weggelaten.items(), key=lambda item: (-item[1], item[0]))
        reasons = ", ".join(f"{number} {reason}" for reason, number in by_number)
        lines.append(f"Niet meegeteld: {reasons}.")
    lines += [f"Let op: {opmerking}" for opmerking in opmerkingen]
    return visible("\n  ".join(lines))
