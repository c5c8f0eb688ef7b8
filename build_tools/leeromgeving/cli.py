"""The command line: `leeromgeving controleer | bouw | bekijk`, in Dutch.

Exit codes: 0 done, 1 content or build has mistakes, 2 wrong call or no project here.
"""

import errno
import io
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from .check import check
from .dutch_help import EXIT_WRONG_CALL, DutchGroup
from .findings import as_github, as_text, has_fout, summary
from .freeze import REGISTER, freeze, frozen_hashes
from .load import FOLDERS, load
from .model import Vragenlijst

EXIT_FOUT = 1


@click.group(
    cls=DutchGroup,
    name="leeromgeving",
    help="Maak de Leeromgeving De Borg van de YAML-bestanden in deze map.",
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    no_args_is_help=True,
)
@click.version_option(
    package_name="leeromgeving-de-borg", message="%(version)s", help="Toon de versie."
)
def main() -> None:
    """Entry point of the console script."""
    # An author's line can hold signs that a Windows code page lacks: show `?`, don't stop.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


formaat_option = click.option(
    "--formaat",
    type=click.Choice(["tekst", "github"]),
    default="tekst",
    metavar="tekst|github",
    help="Hoe de bevindingen verschijnen: als tekst, of als annotaties op GitHub.",
)


@main.command(help="Controleer alle inhoud en toon elke fout en opmerking.")
@formaat_option
def controleer(formaat: str) -> None:
    """Check everything; exit 1 when there is a fout."""
    if not _checked(_project(), formaat):
        raise SystemExit(EXIT_FOUT)


@main.command(help="Controleer alle inhoud en bouw de site in de map site.")
@formaat_option
def bouw(formaat: str) -> None:
    """Check and build; `site/` is replaced only by a whole new site."""
    from .engines.mkdocs_run import BuildError, build_site

    project = _project()
    start, site = time.monotonic(), project / "site"
    still = "; de vorige site is er nog." if site.exists() else "."
    if not _checked(project, formaat):
        click.echo(f"De site is niet gebouwd{still}", err=True)
        raise SystemExit(EXIT_FOUT)
    with click.progressbar(length=1, label="Site bouwen", file=sys.stderr) as bar:
        try:
            build_site(project, site, _advance(bar))
        except BuildError as error:
            click.echo(f"\n{error}\nDe site is niet gebouwd{still}", err=True)
            raise SystemExit(EXIT_FOUT) from None
    click.echo(
        f"Klaar in {time.monotonic() - start:.1f} s.".replace(".", ",", 1)
        + f" De site staat in {site}\nBekijk haar met: leeromgeving bekijk"
    )


@main.command(help="Neem een vragenlijst in gebruik: daarna verandert deze editie niet meer.")
@click.argument("bestand")
def bevries(bestand: str) -> None:
    """Put an edition of a vragenlijst into use; exit 1 when it has mistakes."""
    project = _project()
    loaded = load(project)
    pad = Path(bestand).as_posix()
    vragenlijst = loaded.bestanden.get(pad)
    fouten = [
        finding
        for finding in check(loaded, date.today())
        if finding.is_fout and finding.path in (pad, REGISTER) and finding.code != "E803"
    ]
    if not isinstance(vragenlijst, Vragenlijst) or fouten:
        click.echo(as_text(fouten, project), err=True)
        click.echo(
            f"{bestand} kan niet in gebruik: er is geen vragenlijst zonder fouten.", err=True
        )
        raise SystemExit(EXIT_FOUT)
    if vragenlijst.status == "in-gebruik" and pad in frozen_hashes(loaded):
        click.echo(f"{bestand} was al in gebruik.")
        return
    freeze(project, loaded, vragenlijst)
    click.echo(f"{bestand} is in gebruik. Wil je iets veranderen, maak dan een nieuwe editie.")


@main.command(help="Toon de site op deze computer; wijzigingen zie je meteen.")
@click.option(
    "--poort",
    type=click.IntRange(1, 65_535),
    default=8000,
    help="Poort: een getal van 1 tot en met 65535; gewoonlijk 8000.",
)
def bekijk(poort: int) -> None:
    """Serve with live reload until Ctrl-C."""
    from .engines.mkdocs_run import BuildError, serve_site

    project = _project()
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


def _project() -> Path:
    """The current folder, when it is a project; otherwise stops with exit code 2."""
    project = Path.cwd()
    if not all((project / folder).is_dir() for folder in FOLDERS):
        folders = " en ".join(FOLDERS)
        click.echo(f"Dit is geen leeromgeving: in {project} ontbreken {folders}.", err=True)
        raise SystemExit(EXIT_WRONG_CALL)
    return project


def _checked(project: Path, formaat: str) -> bool:
    """Check, show the findings, and tell whether the project may be built."""
    findings = check(load(project), date.today())
    if formaat == "github" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what GitHub reads, also from Windows
    click.echo(as_github(findings) if formaat == "github" else as_text(findings, project), nl=False)
    click.echo(("" if formaat == "github" else "\n") + summary(findings), err=formaat == "github")
    return not has_fout(findings)


def _advance(bar: Any) -> Callable[[int], None]:
    """A callback that moves the bar one page; the length is known at the first page."""

    def done(total: int) -> None:
        bar.length = total
        bar.update(1)

    return done
