"""Build or serve a project with MkDocs, the way the CLI does it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from ..aside import made_aside
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
    try:
        with made_aside(site) as aside:
            config = _load_config(project, site_dir=str(aside), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            cast(LeeromgevingPlugin, config.plugins[PLUGIN]).report_page = report_page
            mkdocs_build(config)
    except (MkDocsException, OSError, SystemExit) as error:
        raise BuildError("\n".join([*warnings.texts, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)


def _load_config(project: Path, **settings: Any) -> MkDocsConfig:
    """The project's mkdocs.yml; raises BuildError when it doesn't ask for our pages."""
    config = load_config(str(project / CONFIG_FILE), **settings)
    if PLUGIN not in config.plugins:
        raise BuildError(f"{CONFIG_FILE}: bij 'plugins' ontbreekt '{PLUGIN}'.")
    return config


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
