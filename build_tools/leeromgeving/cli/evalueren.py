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
from ..compose.opstellen import evaluate
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
@opslag_option
def evalueer(periode: str, voorbeeld: bool, opslag: str) -> None:
    """Count, report, and replace the folder of the former report."""
    project = project_here()
    try:
        asked = lees_periode(periode)
    except ValueError as error:
        click.echo(f"{error}", err=True)
        raise SystemExit(EXIT_WRONG_CALL) from None
    start = time.monotonic()
    leeromgeving = _content(project)
    with _example(leeromgeving) if voorbeeld else existing_store(opslag) as engine:
        rapport = evaluate(engine, leeromgeving, asked, fictief=voorbeeld)
    try:
        with click.progressbar(length=1, label="Rapport maken", file=sys.stderr) as bar:
            write_report(rapport, project / FOLDER, advance(bar))
    except OSError as error:
        click.echo(f"\nHet rapport kon niet geschreven worden: {error.strerror}.", err=True)
        raise SystemExit(EXIT_FOUT) from None
    _tell(project / FOLDER, asked, voorbeeld, time.monotonic() - start)


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


@contextmanager
def _example(leeromgeving: Leeromgeving) -> Iterator[Engine]:
    """A store in memory with made-up answers and visits."""
    with opened_store("sqlite://") as engine:
        fill(engine, leeromgeving)
        yield engine


def _tell(folder: Path, periode: Periode, voorbeeld: bool, seconds: float) -> None:
    click.echo(
        f"Klaar in {seconds:.1f} s.".replace(".", ",", 1)
        + f" Het rapport over {periode.woorden} staat in {folder}\n"
        f"Open het met: {folder / 'index.html'}"
    )
    if voorbeeld:
        click.echo("Let op: alles in dit rapport is verzonnen.")
