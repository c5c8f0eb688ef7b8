"""The MkDocs plugin: hands the pages, assets and media of a project to MkDocs, and nothing more.

Together with `mkdocs_run.py` the only import of mkdocs. In `serve` broken content becomes a page
with the findings on every address, so that the browser shows them and recovers by itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..check import check, generated_addresses
from ..findings import as_text, has_fout, summary
from ..load import CONTENT, DOELSTELLINGEN, load
from ..offline import make_offline
from ..pages import feeds, make_pages, published_media, site_extra
from ..pages.broken import findings_pages
from ..search import make_index
from ..static import static_files

PACKAGE = Path(str(files("leeromgeving")))
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What the theme brings along and our templates do not ask for."""


class LeeromgevingPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """`plugins: [leeromgeving]` in mkdocs.yml."""

    serving = False
    report_page: Callable[[int], None] = staticmethod(lambda total: None)
    """Called after each page, with the number of pages of the site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command; having this event also keeps this instance between rebuilds."""
        self.serving = command == "serve"
        self.extra: dict[str, Any] = {}

    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check before MkDocs touches its output folder."""
        project = Path(config.config_file_path).parent
        loaded = load(project)
        findings = check(loaded, date.today())
        self.media: Mapping[str, Path] = {path: project / path for path in loaded.media}
        self.feeds: Mapping[str, str] = {}
        if has_fout(findings):
            if not self.serving:
                raise PluginError(f"{as_text(findings, project)}\n{summary(findings)}")
            self.pages = findings_pages(generated_addresses(loaded), findings, project)
        else:
            leeromgeving = loaded.leeromgeving()
            self.pages = make_pages(leeromgeving)
            if not config.site_url:
                raise PluginError("mkdocs.yml: bij 'site_url' ontbreekt het adres van de site.")
            self.media = published_media(leeromgeving, project)
            self.feeds = dict(feeds(leeromgeving, config.site_url))
            self.extra = site_extra(leeromgeving, is_preview=self.serving)
        config.extra["leeromgeving"] = self.extra

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add generated pages, our assets and the modules' media; leave out what nobody uses."""
        docs = Path(config.docs_dir).name
        for file in list(files):
            if file.src_uri.startswith(UNUSED):
                files.remove(file)
            elif file.is_documentation_page():
                file.edit_uri = f"{docs}/{file.src_uri}"
        for page in self.pages:
            file = File.generated(config, page.uri, content=page.text)
            file.edit_uri = page.source
            files.append(file)
        for uri, text in {**static_files(), **self.feeds}.items():
            files.append(File.generated(config, uri, content=text))
        for uri, path in self.media.items():
            files.append(File.generated(config, uri, abs_src_path=str(path)))

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Tell how far the build is."""
        self.report_page(len(self.pages))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of what was built, and what browsers need without internet."""
        site = Path(config.site_dir)
        try:
            make_index(site)
        except (OSError, CalledProcessError) as error:
            raise PluginError(f"De zoekindex kon niet gemaakt worden: {error}") from error
        if not self.serving:
            make_offline(site, self.extra["titel"])

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> None:
        """Reload on changes of content, templates and assets too."""
        project = Path(config.config_file_path).parent
        for place in (*(project / name for name in (*CONTENT, DOELSTELLINGEN)), PACKAGE):
            if place.exists():
                server.watch(str(place))
