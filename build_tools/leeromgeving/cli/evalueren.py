"""The command that makes the report for the stuurgroep: `evalueer`."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click
from sqlalchemy import Engine

from ..check import check
from ..compose.document import Rapport
from ..compose.rapport import Aard, compose_rapport
from ..evaluate.bronnen import Bronnen, read_bronnen
from ..evaluate.groot import GrootError, count_export
from ..evaluate.periode import Periode, parse_periode
from ..evaluate.tellingen import Tellingen, count_store
from ..evaluate.voorbeeld import fill
from ..findings import as_text, has_fout
from ..load import load
from ..model import Leeromgeving
from ..report.write import may_replace, write_report
from .common import advance, project_here, stop, unwritten
from .dutch_help import EXIT_WRONG_CALL, DutchCommand
from .opslag import existing_store, opened_store, opslag_option

FOLDER = "site-stuurgroep"


@click.command(
    cls=DutchCommand,
    help="Maak het rapport voor de stuurgroep over een jaar (2026) of half jaar (2026-1), in de "
    f"map {FOLDER}.",
    epilog="Bijvoorbeeld: leeromgeving evalueer 2026",
)
@click.argument("periode")
@click.option(
    "--voorbeeld",
    is_flag=True,
    help="Met verzonnen cijfers, om te zien hoe een rapport wordt.",
)
@click.option(
    "--export",
    metavar="MAP",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Tel een map die `leeromgeving exporteer antwoorden` maakte, als de opslag te groot is "
    "(met DuckDB).",
)
@click.option(
    "--map",
    "folder",
    metavar="MAP",
    default=FOLDER,
    help=f"Waar het rapport komt; gewoonlijk {FOLDER}. Een vorig rapport wordt vervangen.",
)
@opslag_option
def evalueer(periode: str, voorbeeld: bool, export: Path | None, folder: str, opslag: str) -> None:
    """Count, report, and replace the folder of the former report."""
    project = project_here()
    if voorbeeld and export:
        click.echo("Kies --voorbeeld of --export, niet allebei.", err=True)
        raise SystemExit(EXIT_WRONG_CALL)
    try:
        asked = parse_periode(periode)
    except ValueError as error:
        click.echo(f"{error}", err=True)
        raise SystemExit(EXIT_WRONG_CALL) from None
    start, target = time.monotonic(), project / folder
    with _told_when_unwritten(target):
        if not may_replace(target):
            raise stop(f"{target} is geen rapport van eerder. Kies een andere map met --map.")
    leeromgeving = _content(project)
    if export:
        tellingen, bronnen = _exported(export)
    else:
        with _example(leeromgeving) if voorbeeld else existing_store(opslag) as engine:
            tellingen, bronnen = count_store(engine), read_bronnen(engine, asked)
    if tellingen.is_empty(asked.halfjaren):
        nothing = f"Over {asked} is er niets: geen vragenlijsten en geen bezoeken."
        raise stop(f"{nothing} Klopt de periode?")
    aard: Aard = "fictief" if voorbeeld else _aard(asked)
    rapport = compose_rapport(leeromgeving, tellingen, bronnen, asked, aard)
    bar = click.progressbar(length=1, label="Rapport maken", file=sys.stderr)
    with _told_when_unwritten(target), bar:
        write_report(rapport, target, advance(bar))
    _tell(target, asked, rapport, time.monotonic() - start)


@contextmanager
def _told_when_unwritten(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise stop(unwritten("Het rapport", folder, error)) from None


def _content(project: Path) -> Leeromgeving:
    """The content that the answers are about; with fouten it stops and shows them."""
    loaded = load(project)
    findings = check(loaded, date.today())
    if has_fout(findings):
        fouten = [finding for finding in findings if finding.is_fout]
        click.echo(as_text(fouten, project), err=True)
        raise stop("Het rapport is niet gemaakt: herstel eerst de fouten hierboven.")
    return loaded.leeromgeving()


def _aard(periode: Periode) -> Aard:
    """Two reports on a half year that still runs can be subtracted: the first says what it is."""
    return "voorlopig" if periode.tot >= date.today().isoformat() else "definitief"


def _exported(folder: Path) -> tuple[Tellingen, Bronnen]:
    """What exported files hold; what people wrote themselves stays in the store."""
    try:
        return count_export(folder), Bronnen((), 0, (), uit_export=True)
    except GrootError as error:
        raise stop(f"Dit kon niet geteld worden: {error}.") from None


@contextmanager
def _example(leeromgeving: Leeromgeving) -> Iterator[Engine]:
    """A store in memory with made-up answers and visits."""
    with opened_store("sqlite://") as engine:
        fill(engine, leeromgeving)
        yield engine


def _tell(folder: Path, periode: Periode, rapport: Rapport, seconds: float) -> None:
    click.echo(
        f"Klaar in {seconds:.1f} s.".replace(".", ",", 1)
        + f" Het rapport over {periode.woorden} staat in {folder}\n"
        f"Open het met: {folder / 'index.html'}"
    )
    if rapport.fictief:
        click.echo("Let op: alles in dit rapport is verzonnen.")
    elif _aard(periode) == "voorlopig":
        click.echo("Let op: deze periode loopt nog. Deel alleen een rapport over een hele periode.")
