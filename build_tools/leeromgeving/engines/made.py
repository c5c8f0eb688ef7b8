"""What a site was made of, so that a next build makes only what changed.

A page follows from its own text and from the frame: all that is the same for every page. Finished
pages are kept by the hash of both in `.cache/paginas/`, which may be thrown away.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..pages import Page

PACKAGE = Path(str(files("leeromgeving")))


def frame_hash(config_file: Path, theme: Path, settings: Sequence[Any]) -> str:
    """Of all that makes a page besides its text: settings, templates, our code, libraries."""
    sha = hashlib.sha256(json.dumps([sys.version, settings, _libraries()]).encode())
    for file in (config_file, *_code(PACKAGE), *_code(theme)):
        sha.update(file.read_bytes())
    return sha.hexdigest()


def fingerprint(data: str | bytes | Path) -> str:
    """Of the contents of a file; of one on the disk, its time and size say enough in a preview."""
    if isinstance(data, Path):
        stat = data.stat()
        return f"{data} {stat.st_mtime_ns} {stat.st_size}"
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def _code(folder: Path) -> list[Path]:
    return sorted(file for kind in ("*.py", "*.html") for file in folder.rglob(kind))


def _libraries() -> list[str]:
    """Name and version of everything that is installed, as pip writes it on the disk."""
    return sorted({info.name for place in sys.path for info in Path(place).glob("*.dist-info")})


class Made:
    """A site in the making: which of its files stand there already, made of the same."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self._keys: dict[str, str] = {}
        """Path of every file in the site → the hash of what it was made of."""
        self._finished: dict[str, str] = {}
        """The same of the build before; empty when that failed, so that nothing of it counts."""

        self._before = self._finished
        self._pages: dict[str, str] = {}
        """The hash of every page that may be kept → its path in the site."""

    def begin(self, site: Path, frame: str) -> None:
        """Start a build into the folder `site`, which holds what the build before left there."""
        self.site, self.frame, self._keys, self._pages = site, frame, {}, {}
        self._before, self._finished = self._finished, {}

    def has(self, path: str, key: str) -> bool:
        """Whether the file at `path` stands in the site, made of what has the hash `key`."""
        self._keys[path] = key
        return self._before.pop(path, "") == key

    def has_page(self, path: str, page: Page) -> bool:
        """The same for a page; takes it from the cache if it is there."""
        key = fingerprint(f"{self.frame}\n{page.uri}\n".encode() + page.utf8)
        self._pages[key] = path
        if self.has(path, key):
            return True
        try:
            html = (self.cache / key).read_bytes()
        except OSError:
            return False
        (self.site / path).parent.mkdir(parents=True, exist_ok=True)
        (self.site / path).write_bytes(html)
        return True

    def finish(self) -> None:
        """The build is done: what the one before made and this one didn't goes."""
        for path in self._before.keys() - self._keys.keys():
            (self.site / path).unlink(missing_ok=True)
        self._finished = self._keys

    def keep(self) -> None:
        """Put the pages of this build into the cache, and nothing else; raises OSError."""
        self.cache.mkdir(parents=True, exist_ok=True)
        present = {file.name for file in self.cache.iterdir()}
        for key in present - self._pages.keys():
            (self.cache / key).unlink(missing_ok=True)
        for key in self._pages.keys() - present:
            aside = self.cache / f"{key}-deel"
            aside.write_bytes((self.site / self._pages[key]).read_bytes())
            aside.replace(self.cache / key)
