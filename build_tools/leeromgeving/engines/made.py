"""What a site was made of, so that a next build makes only what changed.

A page follows from its own text and from the frame: all that is the same for every page. Finished
pages are kept by the hash of both in `.cache/paginas/`, which may be thrown away.
"""

import hashlib
import json
import sys
from collections.abc import Sequence, Set
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..pages import Page

PACKAGE = Path(str(files("leeromgeving")))
UNKNOWN = ""
"""Instead of the hash of what a file was made of: it will be made again."""
LINK_TO_ANCHOR = b".md#"
"""A page with such a link isn't kept: only MkDocs looks whether the other page has the heading."""


def frame_hash(config_file: Path, theme: Path, settings: Sequence[Any]) -> str:
    """Of all that makes a page besides its text: settings, templates, our code, libraries."""
    sha = hashlib.sha256(json.dumps([sys.version, settings, _libraries()]).encode())
    for file in (config_file, *_code(PACKAGE), *_code(theme)):
        sha.update(f"{file.name} {fingerprint(file.read_bytes())}\n".encode())
    return sha.hexdigest()


def fingerprint(data: bytes | Path) -> str:
    """Of the contents of a file; of one on the disk, its time and size say enough in a preview."""
    if isinstance(data, Path):
        stat = data.stat()
        return f"{data} {stat.st_mtime_ns} {stat.st_size}"
    return hashlib.sha256(data).hexdigest()


def _code(folder: Path) -> list[Path]:
    return sorted(file for kind in ("*.py", "*.html") for file in folder.rglob(kind))


def _libraries() -> list[str]:
    """Name and version of everything that is installed, as pip writes it on the disk."""
    return sorted({info.name for place in sys.path for info in Path(place).glob("*.dist-info")})


class Made:
    """A site in the making: which of its files stand there already, made of the same."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self._stands: dict[str, str] = {}
        """Path of every file that may stand in the site → the hash of what it was made of."""
        self._made: dict[str, str] = {}
        """The same for the files of this build that were asked about."""
        self._pages: dict[str, str] = {}
        """The hash of every page that may be kept → its path in the site."""

    def begin(self, site: Path, frame: str) -> None:
        """Start a build into the folder `site`, which holds what the build before left there."""
        self.site, self.frame, self._made, self._pages = site, frame, {}, {}

    def has(self, path: str, key: str) -> bool:
        """Whether the file at `path` stands in the site, made of what has the hash `key`."""
        self._made[path] = key
        stands = self._stands.get(path) == key
        if not stands:
            self._stands[path] = UNKNOWN  # until the build is done, which may fail
        return stands

    def has_page(self, path: str, page: Page) -> bool:
        """The same for a page; takes it from the cache if it is there."""
        key = fingerprint(f"{self.frame}\n{page.uri}\n".encode() + page.utf8)
        may_be_kept = LINK_TO_ANCHOR not in page.utf8
        if may_be_kept:
            self._pages[key] = path
        return self.has(path, key) or (may_be_kept and self._take(path, key))

    def _take(self, path: str, key: str) -> bool:
        """Put a page from the cache into the site; false when it isn't there, or not whole."""
        try:
            told, _, html = (self.cache / key).read_bytes().partition(b"\n")
        except OSError:
            return False
        if told != fingerprint(html).encode():
            return False
        (self.site / path).parent.mkdir(parents=True, exist_ok=True)
        (self.site / path).write_bytes(html)
        return True

    def make_room(self, paths: Set[str]) -> None:
        """What an earlier build left goes, as far as it isn't at one of the `paths` of this one.

        Before these are written: on some disks `Foto.pdf` and `foto.pdf` are the same file.
        """
        for path in self._stands.keys() - paths:
            (self.site / path).unlink(missing_ok=True)
        asked = self._made
        self._stands = {path: self._stands[path] if path in asked else UNKNOWN for path in paths}

    def finish(self) -> None:
        """The build is done: all that it made stands."""
        self._stands |= self._made

    def keep(self) -> None:
        """Put the pages of this build into the cache, as far as it is done, and nothing else.

        A cache that can't be written, or that another build writes too, only makes a next build
        slower.
        """
        pages = {key: path for key, path in self._pages.items() if self._stands.get(path) == key}
        with suppress(OSError):
            self.cache.mkdir(parents=True, exist_ok=True)
            present = {file.name for file in self.cache.iterdir()}
            with TemporaryDirectory(dir=self.cache.parent) as aside:
                for key in pages.keys() - present:
                    html = (self.site / pages[key]).read_bytes()
                    copy = Path(aside, key)
                    copy.write_bytes(fingerprint(html).encode() + b"\n" + html)
                    copy.replace(self.cache / key)
            for key in present - pages.keys():
                (self.cache / key).unlink(missing_ok=True)
