"""The contents of a site as real files, for any engine that reads an mkdocs.yml.

`docs/` holds all pages and files, `thema/` the frame around the pages, `mkdocs.yml` the settings of
the project without our plugin and without Material. What an engine makes of it still wants the
search index and what works offline: `leeromgeving afwerken`.
"""

import shutil
from pathlib import Path
from typing import Any

import yaml

from ..aside import made_aside
from ..contents import Contents
from ..load import DOCS
from .made import PACKAGE
from .settings import CONFIG_FILE

SITE = "site"
THEME = "thema"
FRAME = PACKAGE / "engines" / "material"
SITEMAP = "sitemap.xml"
"""Engines make it from a template of their own, unless the theme has one."""


def write_folder(settings: dict[str, Any], contents: Contents, folder: Path) -> None:
    """Write the contents as `folder`, whole or not at all; raises OSError."""
    with made_aside(folder) as aside:
        for file in FRAME.rglob("*.html"):
            _write(aside / THEME / file.relative_to(FRAME), file)
        for page in (*contents.pages, *contents.written):
            _write(aside / DOCS / page.uri, page.utf8)
        for path, data in contents.files.items():
            _write(aside / (THEME if path == SITEMAP else DOCS) / path, data)
        _write(aside / CONFIG_FILE, _plain(settings, contents).encode())


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


def _write(file: Path, data: bytes | Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Path):
        shutil.copyfile(data, file)
    else:
        file.write_bytes(data)
