"""Build or serve a project with MkDocs, the way the CLI does it."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from .mkdocs_plugin import LeeromgevingPlugin

CONFIG_FILE = "mkdocs.yml"
PLUGIN = "leeromgeving"


class BuildError(Exception):
    """MkDocs could not make the site; the text says why, in MkDocs' own words."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about: in a strict build that is the reason why it failed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text."""
        self.texts.append(record.getMessage())


def build_site(project: Path, site: Path, report_page: Callable[[int], None]) -> None:
    """Build the project into the folder `site`, strictly; raises BuildError.

    The new site is made aside and takes the old one's place only when it is whole.
    """
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    aside, old = _beside(site)
    if old.exists() and not site.exists():  # a build was killed between the two renames
        old.rename(site)
    shutil.rmtree(aside, ignore_errors=True)
    try:
        config = _load_config(project, site_dir=str(aside), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        cast(LeeromgevingPlugin, config.plugins[PLUGIN]).report_page = report_page
        mkdocs_build(config)
        _replace(site)
    except (MkDocsException, OSError, SystemExit) as error:
        raise BuildError("\n".join([*warnings.texts, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
        shutil.rmtree(aside, ignore_errors=True)


def _load_config(project: Path, **settings: Any) -> MkDocsConfig:
    """The project's mkdocs.yml; raises BuildError when it doesn't ask for our pages."""
    config = load_config(str(project / CONFIG_FILE), **settings)
    if PLUGIN not in config.plugins:
        raise BuildError(f"{CONFIG_FILE}: bij 'plugins' ontbreekt '{PLUGIN}'.")
    return config


def _beside(site: Path) -> tuple[Path, Path]:
    """Where the new site is made, and where the old one waits until the new one stands."""
    return site.with_name(f".{site.name}-nieuw"), site.with_name(f".{site.name}-oud")


def _replace(site: Path) -> None:
    aside, old = _beside(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        aside.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def serve_site(project: Path, port: int) -> None:
    """Serve the project on this machine with live reload, until interrupted.

    Raises BuildError for a mkdocs.yml that can't be used, OSError for a port that can't.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        _load_config(project)
        mkdocs_serve(
            str(project / CONFIG_FILE),
            dev_addr=f"127.0.0.1:{port}",
            strict=False,
            watch_theme=True,
        )
    except MkDocsException as error:
        raise BuildError(str(error)) from error
