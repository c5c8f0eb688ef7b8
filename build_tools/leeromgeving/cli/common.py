"""What several commands share."""

import errno
import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..check import check
from ..contents import Contents, make_contents
from ..engines.settings import SettingsError, read_settings
from ..findings import as_github, as_text, has_fout, summary
from ..load import FOLDERS, load
from ..model import Leeromgeving
from .dutch_help import EXIT_WRONG_CALL

EXIT_FOUT = 1
MAY_NOT = "de gebruiker mag daar niet schrijven, of een bestand uit die map staat nog open"
REASONS = {
    errno.EACCES: MAY_NOT,
    errno.EPERM: MAY_NOT,
    errno.EROFS: MAY_NOT,
    errno.ENOSPC: "de schijf is vol",
}
"""Why nothing can be written; what Windows and Linux say themselves is English."""


def project_here() -> Path:
    """The current folder, when it is a project; otherwise stops with exit code 2."""
    project = Path.cwd()
    if not all((project / folder).is_dir() for folder in FOLDERS):
        folders = " en ".join(FOLDERS)
        click.echo(f"Dit is geen leeromgeving: in {project} ontbreken {folders}.", err=True)
        raise SystemExit(EXIT_WRONG_CALL)
    return project


def checked(project: Path, formaat: str) -> Leeromgeving | None:
    """Load, check and show the findings; the content, when it may be built."""
    loaded = load(project)
    findings = check(loaded, date.today())
    if formaat == "github" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what GitHub reads, also from Windows
    click.echo(as_github(findings) if formaat == "github" else as_text(findings, project), nl=False)
    click.echo(("" if formaat == "github" else "\n") + summary(findings), err=formaat == "github")
    return None if has_fout(findings) else loaded.leeromgeving()


def contents_of(leeromgeving: Leeromgeving, project: Path) -> Contents:
    """What an engine makes the site of; stops when mkdocs.yml can't be used."""
    try:
        return make_contents(leeromgeving, project, read_settings(project)["site_url"])
    except SettingsError as error:
        raise stop(str(error)) from None


def stop(text: str) -> SystemExit:
    """What to raise when a command can't go on; says why."""
    click.echo(text, err=True)
    return SystemExit(EXIT_FOUT)


def unwritten(what: str, folder: Path, error: OSError, elsewhere: str = "map met --map") -> str:
    """Why `what` didn't come in a folder, and what to do about it: to choose `elsewhere`."""
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    reason = REASONS.get(error.errno or 0, f"dat kan daar niet ({code})")
    return (
        f"{what} kon niet geschreven worden in {folder}: {reason}. Kies een andere "
        f"{elsewhere}, of vraag het de serverbeheerder."
    )


def advance(bar: Any) -> Callable[[int], None]:
    """A callback that moves the bar one page; the length is known at the first page."""

    def done(total: int) -> None:
        bar.length = total
        bar.update(1)

    return done
