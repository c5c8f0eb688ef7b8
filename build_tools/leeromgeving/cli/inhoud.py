"""The commands on content: `controleer`, `bouw`, `afwerken`, `bevries`, `bekijk`."""

import errno
import sys
import time
from datetime import date
from pathlib import Path

import click

from ..check import check
from ..contents import Contents
from ..engines.settings import read_settings
from ..findings import as_text
from ..freeze import REGISTER, asked_hashes, freeze, frozen_asked_hashes, frozen_hashes
from ..load import load
from ..model import Vragenlijst
from ..static import FOLDER
from .common import EXIT_FOUT, advance, checked, contents_of, project_here, stop, unwritten
from .dutch_help import DutchCommand

MKDOCS, MARKDOWN = "mkdocs", "markdown"
"""Who makes the site of the pages; the second is also the folder for somebody else."""
FINISH_EXAMPLE = f"leeromgeving afwerken {MARKDOWN}/site"
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
@click.option(
    "--motor",
    type=click.Choice([MKDOCS, MARKDOWN]),
    default=MKDOCS,
    metavar=f"{MKDOCS}|{MARKDOWN}",
    help=f"Wat de pagina's maakt: MkDocs, of ({MARKDOWN}) een ander programma: dan komt in de map "
    f"{MARKDOWN} alles wat dat nodig heeft.",
)
def bouw(formaat: str, motor: str) -> None:
    """Check and build; `site/`, or `markdown/`, is replaced only by a whole new one."""
    project = project_here()
    start, target = time.monotonic(), project / ("site" if motor == MKDOCS else MARKDOWN)
    leeromgeving = checked(project, formaat)
    if not leeromgeving:
        raise _not_built("", target)
    contents = contents_of(leeromgeving, project)
    del leeromgeving  # a large site needs its memory
    if motor == MARKDOWN:
        hint = _write_markdown(project, target, contents)
    else:
        hint = _build_site(project, target, contents)
    seconds = f"{time.monotonic() - start:.1f}".replace(".", ",")
    click.echo(f"Klaar in {seconds} s. {hint}")


def _build_site(project: Path, site: Path, contents: Contents) -> str:
    from ..engines.mkdocs_run import BuildError, build_site

    with click.progressbar(length=1, label="Site bouwen", file=sys.stderr) as bar:
        try:
            build_site(project, site, advance(bar), contents)
        except BuildError as error:
            raise _not_built(f"\n{error}\n", site) from None
    return f"De site staat in {site}\nBekijk haar met: leeromgeving bekijk"


def _write_markdown(project: Path, folder: Path, contents: Contents) -> str:
    from ..engines.markdown_folder import write_folder

    try:
        write_folder(read_settings(project), contents, folder)
    except OSError as error:
        elsewhere = "map voor het project"
        raise stop(unwritten(f"De map {MARKDOWN}", project, error, elsewhere)) from None
    return (
        f"De pagina's staan in {folder}\n"
        f"Laat daar je eigen programma een site van maken. Daarna: {FINISH_EXAMPLE}"
    )


def _not_built(reason: str, target: Path) -> SystemExit:
    still = "; de vorige is er nog." if target.exists() else "."
    return stop(f"{reason}De site is niet gebouwd{still}")


@click.command(
    cls=DutchCommand,
    help="Maak af wat een ander programma bouwde: de zoekindex, en wat zonder internet werkt.",
    epilog=f"Bijvoorbeeld: {FINISH_EXAMPLE}",
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def afwerken(folder: Path) -> None:
    """Finish a site; exit 1 when there is none."""
    from ..finish import FinishError, finish

    missing = next((name for name in ("index.html", FOLDER) if not (folder / name).exists()), None)
    if missing:
        raise stop(f"In {folder} staat geen site van de leeromgeving: {missing} ontbreekt.")
    try:
        finish(folder)
    except FinishError as error:
        raise stop(str(error)) from None
    click.echo(f"Klaar. De site staat in {folder}")


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
