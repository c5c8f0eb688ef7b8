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
from ..compose.opstellen import Aard, evaluate, opstellen
from ..evaluate.bronnen import Bronnen
from ..evaluate.groot import GrootError, tel_groot
from ..evaluate.periode import Periode, lees_periode
from ..evaluate.voorbeeld import fill
from ..findings import as_text, has_fout
from ..load import load
from ..model import Leeromgeving
from ..report.write import write_report
from .common import EXIT_FOUT, advance, project_here
from .dutch_help import EXIT_WRONG_CALL, DutchCommand
from .opslag import existing_store, opened_store, opslag_option

FOLDER = "site-stuurgroep"


@click.command(
    cls=DutchCommand,
    help="Maak het rapport voor de stuurgroep over een jaar (2026) of half jaar (2026-1), in de "
    f"map {FOLDER}.",
)
@click.argument("periode")
@click.option(
    "--voorbeeld",
    is_flag=True,
    help="Met verzonnen cijfers, om te zien hoe een rapport wordt.",
)
@click.option(
    "--export",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Tel een map die `leeromgeving exporteer` maakte, als de opslag te groot is (met DuckDB).",
)
@opslag_option
def evalueer(periode: str, voorbeeld: bool, export: Path | None, opslag: str) -> None:
    """Count, report, and replace the folder of the former report."""
    project = project_here()
    try:
        asked = lees_periode(periode)
    except ValueError as error:
        click.echo(f"{error}", err=True)
        raise SystemExit(EXIT_WRONG_CALL) from None
    start = time.monotonic()
    leeromgeving = _content(project)
    if export:
        rapport = _from_export(export, leeromgeving, asked)
    else:
        with _example(leeromgeving) if voorbeeld else existing_store(opslag) as engine:
            aard: Aard = "fictief" if voorbeeld else _aard(asked)
            rapport = evaluate(engine, leeromgeving, asked, aard)
    try:
        with click.progressbar(length=1, label="Rapport maken", file=sys.stderr) as bar:
            write_report(rapport, project / FOLDER, advance(bar))
    except OSError as error:
        click.echo(f"\nHet rapport kon niet geschreven worden: {error.strerror}.", err=True)
        raise SystemExit(EXIT_FOUT) from None
    _tell(project / FOLDER, asked, rapport, time.monotonic() - start)


def _content(project: Path) -> Leeromgeving:
    """The content that the answers are about; with fouten it stops and shows them."""
    loaded = load(project)
    findings = check(loaded, date.today())
    if has_fout(findings):
        fouten = [finding for finding in findings if finding.is_fout]
        click.echo(as_text(fouten, project), err=True)
        click.echo("Het rapport is niet gemaakt: herstel eerst de fouten hierboven.", err=True)
        raise SystemExit(EXIT_FOUT)
    return loaded.leeromgeving()


def _aard(periode: Periode) -> Aard:
    """Two reports on a half year that still runs can be subtracted: the first says what it is."""
    return "voorlopig" if periode.tot >= date.today().isoformat() else "definitief"


def _from_export(folder: Path, leeromgeving: Leeromgeving, periode: Periode) -> Rapport:
    """The report on exported files; what people wrote themselves stays in the store."""
    try:
        tellingen = tel_groot(folder)
    except GrootError as error:
        click.echo(f"Dit kon niet geteld worden: {error}.", err=True)
        raise SystemExit(EXIT_FOUT) from None
    bronnen = Bronnen(teksten=(), ongelezen=0, leveringen=())
    return opstellen(leeromgeving, tellingen, bronnen, periode, _aard(periode))


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
