"""What several commands share."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..check import check
from ..findings import as_github, as_text, has_fout, summary
from ..load import FOLDERS, load
from .dutch_help import EXIT_WRONG_CALL

EXIT_FOUT = 1


def project_here() -> Path:
    """The current folder, when it is a project; otherwise stops with exit code 2."""
    project = Path.cwd()
    if not all((project / folder).is_dir() for folder in FOLDERS):
        folders = " en ".join(FOLDERS)
        click.echo(f"Dit is geen leeromgeving: in {project} ontbreken {folders}.", err=True)
        raise SystemExit(EXIT_WRONG_CALL)
    return project


def is_checked(project: Path, formaat: str) -> bool:
    """Check, show the findings, and tell whether the project may be built."""
    findings = check(load(project), date.today())
    if formaat == "github" and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what GitHub reads, also from Windows
    click.echo(as_github(findings) if formaat == "github" else as_text(findings, project), nl=False)
    click.echo(("" if formaat == "github" else "\n") + summary(findings), err=formaat == "github")
    return not has_fout(findings)


def advance(bar: Any) -> Callable[[int], None]:
    """A callback that moves the bar one page; the length is known at the first page."""

    def done(total: int) -> None:
        bar.length = total
        bar.update(1)

    return done
