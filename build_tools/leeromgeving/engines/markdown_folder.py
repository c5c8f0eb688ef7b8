"""The contents of a site as real files, for any engine that reads an mkdocs.yml.

`docs/` holds all pages and files, `thema/` the frame around the pages, `mkdocs.yml` the settings of
the project without our plugin and without Material. What an engine makes of it still wants the
search index and what works offline: `leeromgeving afwerken`.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

import yaml

from ..aside import made_aside
from ..contents import Contents
from ..load import DOCS
from ..pages import Page
from ..pages.links import page_uri
from .made import PACKAGE
from .settings import CONFIG_FILE

SITE = "site"
THEME = "thema"
FRAME = PACKAGE / "engines" / "material"
SITEMAP = "sitemap.xml"
"""Engines make it from a template of their own, unless the theme has one."""
LINK = re.compile(rb"(\]\(|^ {0,3}\[[^\]\n]+\]:[ \t]*)([^\s()#:]+\.md)", re.MULTILINE)
"""A link in Markdown to the file of a page, or the definition of one."""


def write_folder(settings: dict[str, Any], contents: Contents, folder: Path) -> None:
    """Write the contents as `folder`, whole or not at all; raises OSError.

    Each of our pages is the `index.md` of a folder. Zensical takes an address in HTML as seen from
    the file and MkDocs as seen from the page; from there both see the same.
    """
    places = {page.uri: f"{page_uri(page.uri)}index.md" for page in contents.pages}
    with made_aside(folder) as aside:
        for file in FRAME.rglob("*.html"):
            _write(aside / THEME / file.relative_to(FRAME), file)
        for page in (*contents.pages, *contents.written):
            _write(aside / DOCS / places.get(page.uri, page.uri), _linked(page, places))
        for path, data in contents.files.items():
            _write(aside / (THEME if path == SITEMAP else DOCS) / path, data)
        _write(aside / CONFIG_FILE, _plain(settings, contents))


def _linked(page: Page, places: Mapping[str, str]) -> bytes:
    """The text of a page with links to where the files of pages stand now."""
    here = dirname(f"/{places.get(page.uri, page.uri)}")

    def replace(link: re.Match[bytes]) -> bytes:
        target = normpath(join(dirname(page.uri), link[2].decode()))
        return link[1] + relpath(f"/{places.get(target, target)}", here).encode()

    return LINK.sub(replace, page.utf8)


def _plain(settings: dict[str, Any], contents: Contents) -> str:
    """The settings for a folder where all pages are real and our frame is the whole theme."""
    plain = {
        **settings,
        "docs_dir": DOCS,
        "site_dir": SITE,
        "plugins": [{"search": {"enabled": False}}],  # without it Zensical has one of its own
        "theme": {"name": None, "custom_dir": THEME, "static_templates": ["404.html"]},
        "extra": {**settings.get("extra", {}), "leeromgeving": dict(contents.extra)},
    }
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)


def _write(file: Path, data: str | bytes | Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Path):
        shutil.copyfile(data, file)
    else:
        file.write_bytes(data.encode() if isinstance(data, str) else data)
