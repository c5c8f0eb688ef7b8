"""One generated page, and the front matter that the theme reads from it."""

import json
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .links import page_path
from .render import render
from .text import inline

DESCRIPTION_LENGTH = 160
"""Characters that search engines show of a description."""


@dataclass(frozen=True)
class Page:
    """One page of the site, before any engine has seen it."""

    uri: str
    """Path of the Markdown file below the docs folder: `modules/sgg/index.md`."""
    utf8: bytes
    """Markdown with YAML front matter; as bytes, because thousands of pages are kept at a time."""

    @property
    def text(self) -> str:
        """The same as text."""
        return self.utf8.decode()


@dataclass(frozen=True)
class Crumb:
    """A page that another page points at."""

    titel: str
    uri: str


def make_page(
    uri: str,
    template: str,
    bron: str,
    *,
    title: str,
    description: str,
    soort: str,
    kleur: str = "merk",
    kruimels: Iterable[Crumb] = (),
    more: Mapping[str, Any] | None = None,
    **context: Any,
) -> Page:
    """Render `template` for the address `uri`; `bron` is the YAML file that it comes from.

    `description` is Markdown of one line; `soort` and `kleur` choose the look; `kruimels` are the
    ancestors without the start page; `more` is front matter that only some kinds of page have;
    the rest goes to the template.
    """
    meta = {
        "title": title,
        "description": textwrap.shorten(
            inline(description).striptags(), DESCRIPTION_LENGTH, placeholder=" …"
        ),
        "soort": soort,
        "kleur": kleur,
        "kruimels": [vars(kruimel) for kruimel in kruimels],
        "bron": bron,
        **(more or {}),
    }
    body = render(template, uri, titel=title, kleur=kleur, **context)
    return Page(page_path(uri), f"{front_matter(meta)}\n{body}\n".encode())


def front_matter(meta: Mapping[str, Any]) -> str:
    """YAML front matter; each value as JSON, which is YAML too and much faster to write."""
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n"
        for key, value in meta.items()
    ]
    return f"---\n{''.join(lines)}---\n"
