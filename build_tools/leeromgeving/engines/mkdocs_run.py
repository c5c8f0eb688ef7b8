"""Build or serve a project with MkDocs, the way the CLI does it."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from .mkdocs_plugin import LeeromgevingPlugin

CONFIG_FILE = "mkdocs.yml"


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
    aside = site.with_name(f".{site.name}-nieuw")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        config = load_config(str(project / CONFIG_FILE), site_dir=str(aside), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        cast(LeeromgevingPlugin, config.plugins["leeromgeving"]).report_page = report_page
        mkdocs_build(config)
        _replace(site, aside)
    except (MkDocsException, OSError, SystemExit) as error:
        raise BuildError("\n".join([*warnings.texts, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
        shutil.rmtree(aside, ignore_errors=True)


def _replace(site: Path, aside: Path) -> None:
    old = site.with_name(f".{site.name}-oud")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    aside.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def serve_site(project: Path, port: int) -> None:
    """Serve the project on this machine with live reload, until interrupted."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    mkdocs_serve(
        str(project / CONFIG_FILE),
        dev_addr=f"127.0.0.1:{port}",
        strict=False,
        watch_theme=True,
    )
