"""A finished site without internet: what browsers need to keep it, and to install it as an app.

Any engine's site will do. The same site gives the same files.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypedDict

from .html_tags import Tag, candidates, heading, is_page, read_tags, site_path
from .model import adres
from .static import FOLDER, without_hashes

WORKER = "sw.js"
"""At the root: a service worker may only answer for addresses below its own."""
MANIFEST = "manifest.webmanifest"
OFFERED = "borg-offline-module"
"""The element on the page of a module that can be kept; `data-lijst` says where its list is."""
SHELL_PAGES = ("", adres.OFFLINE, adres.MIJN_VOORTGANG, adres.ZOEKEN)
"""What every visitor keeps, if it is there: the least that is of use without internet."""
IMAGE_WIDTH = 960
"""Of an image in several widths the one that is kept: sharp on a phone."""
FEED = "application/rss+xml"
"""For the app that asks for it again and again, so of no use in a copy."""
LOADING_TAGS = ("a", "audio", "img", "link", "script", "source", "track", "video", OFFERED)
"""Elements that may name a file."""
SHORT_NAME = "Leeromgeving"
"""Under the icon of the app, where about twelve letters fit."""
BACKGROUND, THEME = "#fbf9f5", "#0b5563"
"""--color-bg and --color-brand of assets/css/tokens.css, in light."""
ICONS = (
    ("app-192.png", "192x192", "any"),
    ("app-512.png", "512x512", "any"),
    ("app-maskable.png", "512x512", "maskable"),
    ("favicon.svg", "any", "any"),
)
"""File in the folder of our assets, sizes, purpose."""


class ModuleList(TypedDict):
    """What keeping a module takes besides the shell; read by scripts/offline-modules.js."""

    module: str
    titel: str
    versie: str
    bytes: int
    bestanden: dict[str, tuple[int, str]]
    """Path below the root → its bytes and the hash of its contents."""


class Icon(TypedDict):
    """An icon of the manifest."""

    src: str
    sizes: str
    purpose: str


class Manifest(TypedDict):
    """What a browser needs to install the site (w3.org/TR/appmanifest)."""

    name: str
    short_name: str
    start_url: str
    scope: str
    display: str
    lang: str
    background_color: str
    theme_color: str
    icons: list[Icon]


def make_offline(site: Path) -> None:
    """Write the manifest, the service worker, and for each module offered what keeping it takes."""
    _write_json(site / MANIFEST, _manifest(heading(page_file(site, "").read_text("utf-8"))))
    shell = _shell(site)
    _write_worker(site, shell)
    for start in sorted(site.glob(f"{adres.MODULES}*/index.html")):
        uri = _uri(site, start)
        tags = read_tags(start.read_text("utf-8"), *LOADING_TAGS)
        for tag in tags:
            if tag.name == OFFERED:
                path = site_path(tag.attributes["data-lijst"], uri)
                assert path, "a list is a file of the site"
                _write_json(site / path, _module_list(site, uri, tags, shell))


def needed_files(tags: Iterable[Tag], uri: str, every_width: bool) -> Iterator[str]:
    """The files of the site that the page at `uri` shows or offers; other pages are not counted.

    Of an image in several widths all of them, or the one that a device keeps.
    """
    for tag in tags:
        for address in _addresses(tag, every_width):
            path = site_path(address, uri)
            if path is not None and not is_page(path):
                yield path


def page_file(site: Path, path: str) -> Path:
    """The file behind a path below the root."""
    return site / path / "index.html" if is_page(path) else site / path


def _addresses(tag: Tag, every_width: bool) -> Iterator[str]:
    """What a browser may ask for because of a tag."""
    if tag.attributes.get("type") == FEED:
        return
    widths = sorted(candidates(tag.attributes.get("srcset", "")), key=lambda each: each[1])
    if every_width or not widths:
        names = ("href", "src", "poster")
        yield from (tag.attributes[name] for name in names if name in tag.attributes)
        yield from (address for address, _ in widths)
    elif tag.name == "img":  # a format that every browser knows; `source` offers newer ones
        yield next((each for each in widths if each[1] >= IMAGE_WIDTH), widths[-1])[0]


def _uri(site: Path, file: Path) -> str:
    """The path below the root of the page in a file; the inverse of `page_file`."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def _module_list(site: Path, uri: str, tags: list[Tag], shell: set[str]) -> ModuleList:
    """The pages of the module at `uri`, and all that they need and the shell doesn't hold.

    Styles and scripts are in the shell: so they are all of one release, whenever a module was kept.
    `tags` are those of its first page.
    """
    below = [_uri(site, file) for file in (site / uri).rglob("*/index.html")]
    needed = {*needed_files(tags, uri, every_width=False), *_needed(site, below)}
    paths = sorted(path for path in {uri, *below, *needed} - shell if _exists(site, path))
    kept = {path: _fingerprint(page_file(site, path)) for path in paths}
    return {
        "module": uri,
        "titel": heading(page_file(site, uri).read_text("utf-8")),
        "versie": _hash(json.dumps(kept).encode()),
        "bytes": sum(size for size, _ in kept.values()),
        "bestanden": kept,
    }


def _needed(site: Path, uris: Iterable[str]) -> Iterator[str]:
    """What each of these pages needs; of its tags nothing stays in memory."""
    for uri in uris:
        tags = read_tags(page_file(site, uri).read_text("utf-8"), *LOADING_TAGS)
        yield from needed_files(tags, uri, every_width=False)


def _exists(site: Path, path: str) -> bool:
    return page_file(site, path).is_file()


def _shell(site: Path) -> set[str]:
    """What every visitor keeps: a few pages with what they need, and the scripts of all pages."""
    pages = [uri for uri in SHELL_PAGES if _exists(site, uri)]
    scripts = {path.relative_to(site).as_posix() for path in site.glob(f"{FOLDER}scripts/*.js")}
    return scripts.union(pages, (path for path in _needed(site, pages) if _exists(site, path)))


def _write_worker(site: Path, shell_paths: set[str]) -> None:
    """The service worker, after a line with what it keeps for every visitor."""
    code = (files("leeromgeving") / "assets" / "offline" / WORKER).read_text("utf-8")
    paths = sorted(shell_paths)
    contents = b"".join(_hash(page_file(site, path).read_bytes()).encode() for path in paths)
    shell = {"versie": _hash(contents + code.encode()), "bestanden": paths}
    line = f"const SCHIL = {json.dumps(shell, ensure_ascii=False)};\n"
    (site / WORKER).write_text(line + code, "utf-8", newline="\n")


def _manifest(name: str) -> Manifest:
    return {
        "name": name,
        "short_name": SHORT_NAME,
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "lang": "nl",
        "background_color": BACKGROUND,
        "theme_color": THEME,
        "icons": [
            {"src": FOLDER + file, "sizes": sizes, "purpose": purpose}
            for file, sizes, purpose in ICONS
        ],
    }


def _fingerprint(file: Path) -> tuple[int, str]:
    """Bytes and hash; new styles and scripts alone make no page of a module old."""
    data = file.read_bytes()
    return len(data), _hash(without_hashes(data))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _write_json(file: Path, data: Mapping[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{json.dumps(data, ensure_ascii=False)}\n", "utf-8", newline="\n")
