"""The commands on content: `controleer`, `bouw`, `bevries`, `bekijk`."""

import errno
import sys
import time
from datetime import date
from pathlib import Path

import click

from ..check import check
from ..findings import as_text
from ..freeze import REGISTER, asked_hashes, freeze, frozen_asked_hashes, frozen_hashes
from ..load import load
from ..model import Vragenlijst
from .common import EXIT_FOUT, advance, checked, project_here
from .dutch_help import DutchCommand

formaat_option = click.option(
    "--formaat",
    type=click.Choice(["tekst", "github"]),
    default="tekst",
    metavar="tekst|github",
    help="Hoe de bevindingen verschijnen: als tekst, of als annotaties op GitHub.",
)


@click.command(cls=DutchCommand, help="Controleer alle inhoud en toon elke fout en opmerking.")
@formaat_option
def controleer(formaat: str) -> None:
    """Check everything; exit 1 when there is a fout."""
    if not checked(project_here(), formaat):
        raise SystemExit(EXIT_FOUT)


@click.command(cls=DutchCommand, help="Controleer alle inhoud en bouw de site in de map site.")
@formaat_option
def bouw(formaat: str) -> None:
    """Check and build; `site/` is replaced only by a whole new site."""
    from ..engines.mkdocs_run import BuildError, build_site

    project = project_here()
    start, site = time.monotonic(), project / "site"
    still = "; de vorige site is er nog." if site.exists() else "."
    if not checked(project, formaat):
        click.echo(f"De site is niet gebouwd{still}", err=True)
        raise SystemExit(EXIT_FOUT)
    with click.progressbar(length=1, label="Site bouwen", file=sys.stderr) as bar:
        try:
            build_site(project, site, advance(bar))
        except BuildError as error:
            click.echo(f"\n{error}\nDe site is niet gebouwd{still}", err=True)
            raise SystemExit(EXIT_FOUT) from None
    click.echo(
        f"Klaar in {time.monotonic() - start:.1f} s.".replace(".", ",", 1)
        + f" De site staat in {site}\nBekijk haar met: leeromgeving bekijk"
    )


@click.command(
    cls=DutchCommand,
    help="Neem een vragenlijst in gebruik: daarna verandert deze editie niet meer.",
    epilog="Bijvoorbeeld: leeromgeving bevries evaluation/vragenlijsten/module/v1.yml",
)
@click.argument("bestand")
def bevries(bestand: str) -> None:
    """Put an edition of a vragenlijst into use; exit 1 when it has mistakes."""
    project = project_here()
    loaded = load(project)
    pad = Path(bestand).as_posix()
    vragenlijst = loaded.bestanden.get(pad)
    fouten = [
        finding
        for finding in check(loaded, date.today())
        if finding.is_fout and finding.path in (pad, REGISTER) and finding.code != "E803"
    ]
    if fouten:
        click.echo(as_text(fouten, project), err=True)
        click.echo(f"{bestand} kan niet in gebruik: herstel eerst de fouten hierboven.", err=True)
        raise SystemExit(EXIT_FOUT)
    if not isinstance(vragenlijst, Vragenlijst):
        click.echo(f"{bestand} bestaat niet, of is geen vragenlijst.", err=True)
        raise SystemExit(EXIT_FOUT)
    was_in_use = vragenlijst.status == "in-gebruik" and pad in frozen_hashes(loaded)
    new = asked_hashes(loaded).keys() - frozen_asked_hashes(loaded).keys()
    freeze(project, loaded, vragenlijst)
    if was_in_use:
        click.echo(f"{bestand} was al in gebruik.")
    else:
        click.echo(f"{bestand} is in gebruik. Wil je iets veranderen, maak dan een nieuwe editie.")
    if new:
        click.echo(f"Ook vastgelegd: {', '.join(sorted(new))}.")


@click.command(cls=DutchCommand, help="Toon de site op deze computer; wijzigingen zie je meteen.")
@click.option(
    "--poort",
    type=click.IntRange(1, 65_535),
    default=8000,
    help="Poort: een getal van 1 tot en met 65535; gewoonlijk 8000.",
)
def bekijk(poort: int) -> None:
    """Serve with live reload until Ctrl-C."""
    from ..engines.mkdocs_run import BuildError, serve_site

    project = project_here()
    click.echo(f"Open http://127.0.0.1:{poort}/ in je browser. Stoppen: Ctrl-C.")
    try:
        serve_site(project, poort)
    except BuildError as error:
        click.echo(f"{error}", err=True)
        raise SystemExit(EXIT_FOUT) from None
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        click.echo(
            f"Poort {poort} kan niet gebruikt worden ({error.strerror}). Kies een andere: "
            f"leeromgeving bekijk --poort {poort + 1}",
            err=True,
        )
        raise SystemExit(EXIT_FOUT) from None
