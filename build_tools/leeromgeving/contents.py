"""All that an engine makes a site of. Nothing here, or below, knows which engine that is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .check import check, generated_addresses
from .findings import Finding, as_text, has_fout, summary
from .load import DOCS, PAGE, Loaded, handwritten_files, load
from .model import Leeromgeving
from .pages import Page, feeds, findings_pages, make_pages, published_media, site_extra, sitemap
from .pages.page import front_matter
from .static import address, static_files

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""As engines find it."""


class MistakesError(Exception):
    """There is no site to make; the text holds all findings."""


@dataclass(frozen=True)
class Contents:
    """The pages of a site, the files beside them, and what the frame around the pages needs."""

    pages: Sequence[Page]
    """What follows from the content, whose links were checked."""
    written: Sequence[Page]
    """What was written by hand."""
    files: Mapping[str, bytes | Path]
    """Path below the root of the site → what stands there, or the file to copy."""
    extra: Mapping[str, Any]
    """For the frame: `config.extra.leeromgeving`."""


def make_contents(
    leeromgeving: Leeromgeving, project: Path, site_url: str, *, is_preview: bool = False
) -> Contents:
    """The contents of the site at `site_url`; the same content gives the same contents."""
    pages, written = make_pages(leeromgeving), list(_handwritten(project))
    bestanden, static = _static()
    return Contents(
        pages,
        written,
        {
            **_beside_handwritten(project),
            **published_media(leeromgeving, project),
            **{path: text.encode() for path, text in feeds(leeromgeving, site_url)},
            **static,
            "sitemap.xml": sitemap([*pages, *written], site_url).encode(),
        },
        {**site_extra(leeromgeving, is_preview), "bestanden": bestanden},
    )


def load_contents(project: Path, site_url: str) -> Contents:
    """The contents of a project as it stands on the disk; raises MistakesError."""
    loaded = load(project)
    findings = check(loaded, date.today())
    if has_fout(findings):
        raise MistakesError(f"{as_text(findings, project)}\n{summary(findings)}")
    return make_contents(loaded.leeromgeving(), project, site_url)


def make_findings(
    loaded: Loaded, findings: Sequence[Finding], project: Path, extra: Mapping[str, Any]
) -> Contents:
    """A preview of content with mistakes: the findings at every address.

    `extra` is that of the site before, if there was one.
    """
    bestanden, static = _static()
    addresses = dict.fromkeys([*generated_addresses(loaded), *loaded.handwritten])
    pages = findings_pages(addresses, findings, project)
    return Contents(pages, [], static, {**extra, "bestanden": bestanden})


def _static() -> tuple[dict[str, str], dict[str, bytes]]:
    """Of styles, scripts and icons: name → address, and address → contents."""
    named = static_files()
    addresses = {name: address(name, data) for name, data in named.items()}
    return addresses, {addresses[name]: data for name, data in named.items()}


def _handwritten(project: Path) -> Iterator[Page]:
    """The pages in `docs/`, each with its own path as `bron`."""
    for file in handwritten_files(project):
        if file.suffix == PAGE:
            meta, text = _parts(file.read_text("utf-8-sig"))
            meta["bron"] = file.relative_to(project).as_posix()
            uri = file.relative_to(project / DOCS).as_posix()
            yield Page(uri, f"{front_matter(meta)}{text}".encode())


def _parts(text: str) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and what follows; a page may begin with a mere line."""
    with suppress(yaml.YAMLError):
        match = FRONT_MATTER.match(text)
        meta = yaml.safe_load(match[1]) if match else None
        if match and isinstance(meta, dict):
            return meta, text[match.end() :]
    return {}, text


def _beside_handwritten(project: Path) -> dict[str, Path]:
    """What stands in `docs/` beside its pages."""
    return {
        file.relative_to(project / DOCS).as_posix(): file
        for file in handwritten_files(project)
        if file.suffix != PAGE
    }
