"""The MkDocs plugin: hands the contents of a site to MkDocs, and nothing more."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..contents import Contents, MistakesError, load_contents
from ..finish import FinishError, finish
from .html_blocks import HtmlBlocks
from .made import Made, fingerprint, frame_hash
from .settings import SettingsError, read_settings

ID = re.compile(r'\sid="([^"]+)"')


class _File(File):
    is_current = False
    """Whether it stands in the site already, made of the same."""

    def is_modified(self) -> bool:
        """Asked in a build that doesn't begin with an empty folder."""
        return not self.is_current


class LeeromgevingPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """`plugins: [leeromgeving]` in mkdocs.yml."""

    contents: Contents | None = None
    """What to build, when whoever runs MkDocs has it already."""
    made: Made | None = None
    """What stands in the folder of the site, when not all has to be made again."""
    is_preview = False
    """Shown on this machine only: nobody counts, nothing is kept."""
    report_page: Callable[[int], None] = staticmethod(lambda total: None)
    """Called after each page, with the number of pages to make."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Load and check before MkDocs touches its output folder."""
        self.building = self.contents or self._load(config)
        config.extra["leeromgeving"] = self.building.extra
        self.html_blocks = HtmlBlocks()
        config.markdown_extensions.append(self.html_blocks)  # type: ignore[arg-type]
        config.theme.dirs = [str(config.theme.custom_dir)]  # of the theme only our frame is used
        config.theme.static_templates = {"404.html"}

    def _load(self, config: MkDocsConfig) -> Contents:
        project = Path(config.config_file_path).parent
        try:
            return load_contents(project, read_settings(project)["site_url"])
        except (MistakesError, SettingsError) as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Ours take the place of all: with what stands in `docs/`, without files of the theme."""
        if self.made:
            settings = (config.site_url, self.building.extra)
            theme = Path(str(config.theme.custom_dir))
            frame = frame_hash(Path(config.config_file_path), theme, settings)
            self.made.begin(Path(config.site_dir), frame)
        ours = Files(self._files(config))
        if self.made:
            self.made.make_room({file.dest_uri for file in ours})
        self.to_make = sum(file.is_modified() for file in ours.documentation_pages())
        return ours

    def _files(self, config: MkDocsConfig) -> Iterator[File]:
        made, building = self.made, self.building
        for page in building.pages:
            file = cast(_File, _File.generated(config, page.uri, content=page.utf8))
            file.is_current = made is not None and made.has_page(file.dest_uri, page)
            yield file
        for page in building.written:  # made every time: only MkDocs checks their links
            yield File.generated(config, page.uri, content=page.utf8)
        for uri, data in building.files.items():
            is_path = isinstance(data, Path)
            source = {"abs_src_path": str(data)} if is_path else {"content": data}
            file = cast(_File, _File.generated(config, uri, **source))
            file.is_current = made is not None and made.has(uri, fingerprint(data))
            yield file

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: object) -> None:
        """Not HTML that somebody wrote by hand: that is parsed, as by any engine."""
        self.html_blocks.is_ours = isinstance(page.file, _File)

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> None:
        """Tell MkDocs the ids in our HTML, which others may link to."""
        page.present_anchor_ids = set(ID.findall(html)).union(page.present_anchor_ids or ())

    def on_env(self, env: object, *, files: Files, **_: object) -> None:
        """The same for pages that stand there already, as far as somebody links to them."""
        for file in files.documentation_pages():
            for target in (file.page and file.page.links_to_anchors) or ():
                if target.page and target.page.present_anchor_ids is None:
                    html = Path(target.abs_dest_path).read_text("utf-8").partition("<article")[2]
                    content = html.rpartition("</article>")[0]  # without the frame's own ids
                    target.page.present_anchor_ids = set(ID.findall(content))

    def on_post_page(self, output: str, **_: object) -> None:
        """Tell how far the build is."""
        self.report_page(self.to_make)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """What any site needs at the end; in a preview that waits."""
        if self.made:
            self.made.finish()
        if not self.is_preview:
            try:
                finish(Path(config.site_dir))
            except FinishError as error:
                raise PluginError(str(error)) from error
