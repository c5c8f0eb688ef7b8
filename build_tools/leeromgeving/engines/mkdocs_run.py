"""Build or serve a project with MkDocs, the way the CLI does it."""

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ..aside import made_aside
from ..check import check
from ..contents import Contents, make_contents, make_findings
from ..findings import has_fout, summary
from ..load import CONTENT, DOCS, DOELSTELLINGEN, Seen, load
from ..search import make_index
from .made import PACKAGE, Made
from .mkdocs_plugin import LeeromgevingPlugin
from .settings import CONFIG_FILE, PLUGIN, SettingsError, read_settings

CACHE = Path(".cache", "paginas")
EXPECTED = "A 'dirty' build"
"""Begins the one warning that is not about the site: that only what changed is made."""
OURS = [PACKAGE / "assets", PACKAGE / "engines" / "material"]
"""What makers of the site itself change; templates of pages are read once."""
POLL_SECONDS = 0.2
"""Between two looks at the files: by looking, because a network drive may tell of no change."""


FAILED = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>De site kan niet gemaakt worden</title></head>
<body><h1>De site kan niet gemaakt worden</h1><pre>{}</pre>
<p>Herstel dit. Daarna komt deze pagina vanzelf terug.</p></body></html>
"""


class BuildError(Exception):
    """MkDocs could not make the site; the text says why, in MkDocs' own words."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about: that is a reason not to publish the site."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the text."""
        if not _is_expected(record):
            self.texts.append(record.getMessage())


def _is_expected(record: logging.LogRecord) -> bool:
    return record.getMessage().startswith(EXPECTED)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs warns about meanwhile."""
    handler, logger = _Warnings(), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield handler.texts
    finally:
        logger.removeHandler(handler)


def build_site(
    project: Path,
    site: Path,
    report_page: Callable[[int], None],
    contents: Contents | None = None,
) -> None:
    """Build the project into the folder `site`, strictly; raises BuildError.

    The new site is made aside and takes the old one's place only when it is whole. `contents` are
    those of the project, if they were made already.
    """
    made = Made(project / CACHE)
    with _warnings() as warnings:
        try:
            with made_aside(site) as aside:
                config, plugin = _load_config(project, site_dir=str(aside), strict=False)
                plugin.report_page, plugin.made, plugin.contents = report_page, made, contents
                mkdocs_build(config, dirty=True)
                if warnings:
                    raise MkDocsException("De site heeft waarschuwingen.")
                made.keep()
        except (MkDocsException, OSError, SystemExit) as error:
            raise BuildError("\n".join([*warnings, str(error)])) from error


def _load_config(project: Path, **settings: Any) -> tuple[MkDocsConfig, LeeromgevingPlugin]:
    """The project's mkdocs.yml and our plugin in it; raises BuildError."""
    try:
        read_settings(project)
        config = load_config(str(project / CONFIG_FILE), **settings)
    except (SettingsError, MkDocsException) as error:
        raise BuildError(str(error)) from error
    return config, cast(LeeromgevingPlugin, config.plugins[PLUGIN])


class _Preview:
    """A site that is made again after every change, as far as it has changed."""

    def __init__(self, project: Path, site: Path, beside: ThreadPoolExecutor) -> None:
        self.project, self.site, self.beside = project, site, beside
        self.seen: Seen = {}
        self.made = Made(project / CACHE)
        self.extra: Mapping[str, Any] = {}
        self.index: Future[None] | None = None
        self.has_mistakes = False

    def build(self, url: str) -> None:
        """Make the site at `url`; its search index follows by itself."""
        settings = {"site_dir": str(self.site), "site_url": url, "strict": False}
        config, plugin = _load_config(self.project, **settings)
        plugin.is_preview, plugin.made, plugin.contents = True, self.made, self._contents(url)
        mkdocs_build(config, serve_url=url, dirty=True)
        if self.index:
            self.index.cancel()  # if it hasn't begun, it would find what the next one finds
        self.index = self.beside.submit(make_index, self.site)
        self.index.add_done_callback(_tell_failure)

    def build_again(self, url: str) -> None:
        """The same after a change; what goes wrong is told on every page, which recovers."""
        try:
            self.build(url)
        except (BuildError, MkDocsException, OSError) as error:
            self.made = Made(self.project / CACHE)
            page = FAILED.format(escape(str(error)))
            addresses = [self.site / "index.html", *self.site.rglob("*.html")]
            for child in self.site.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
            for file in addresses:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(page, "utf-8")

    def _contents(self, url: str) -> Contents:
        """What to show: the site, or while its content has mistakes, those on every address."""
        loaded = load(self.project, self.seen)
        findings = check(loaded, date.today())
        self.has_mistakes = has_fout(findings)
        if self.has_mistakes:
            logging.getLogger("mkdocs").warning(summary(findings))
            return make_findings(loaded, findings, self.project, self.extra)
        contents = make_contents(loaded.leeromgeving(), self.project, url, is_preview=True)
        self.extra = contents.extra
        return contents

    def places(self) -> list[Path]:
        """All that a change may come from."""
        content = [self.project / name for name in (*CONTENT, DOELSTELLINGEN, DOCS, CONFIG_FILE)]
        return [place for place in (*content, *OURS) if place.exists()]

    def not_found(self, code: int) -> bytes | None:
        """What is shown for an address that doesn't exist: maybe it would, without the mistakes."""
        page = "index.html" if self.has_mistakes else "404.html"
        return (self.site / page).read_bytes() if code == 404 else None


def _tell_failure(index: Future[None]) -> None:
    if not index.cancelled() and (error := index.exception()):
        logging.getLogger("mkdocs").warning("Zoeken is niet bijgewerkt: %s", error)


def _show_warnings() -> None:
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.addFilter(lambda record: not _is_expected(record))
    logging.getLogger("mkdocs").addHandler(handler)


def serve_site(project: Path, port: int) -> None:
    """Serve the project on this machine with live reload, until interrupted.

    Raises BuildError for a mkdocs.yml that can't be used, OSError for a port that can't.
    """
    _show_warnings()
    with TemporaryDirectory(prefix="leeromgeving-") as folder, ThreadPoolExecutor(1) as beside:
        preview = _Preview(project, Path(folder), beside)
        try:
            mount = urlsplit(read_settings(project)["site_url"]).path or "/"
            url = f"http://127.0.0.1:{port}{mount}"
            preview.build(url)
        except (SettingsError, MkDocsException) as error:
            raise BuildError(str(error)) from error
        again = partial(preview.build_again, url)
        server = LiveReloadServer(
            again, "127.0.0.1", port, folder, mount, polling_interval=POLL_SECONDS
        )
        server.error_handler = preview.not_found
        for place in preview.places():
            server.watch(str(place))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
