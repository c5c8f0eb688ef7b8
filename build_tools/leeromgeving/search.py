"""The search index of a finished site, made by Pagefind (any engine's site will do)."""

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import cbor2

from .aside import made_aside

UNUSED = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "pagefind-worker*",
)
"""What our search dialog does without: Pagefind's own dialogs, and its worker."""
HEADER = b"pagefind_dcd"
"""Before the CBOR in each file of the index."""
REPEATED = (".cards", ".tiles", ".times", ".themes", ".phases", ".offers", ".ask", "p.small")
"""What stands on other pages too: links to them would be found before the pages themselves."""


def make_index(site: Path) -> None:
    """Write `site/pagefind/`: an index in pieces that browsers fetch on first use.

    Pages count when they carry `data-pagefind-body`. Raises CalledProcessError, OSError.
    """
    with made_aside(site / "pagefind") as index:
        subprocess.run(
            [
                *(sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"),
                *("--output-path", str(index), "--exclude-selectors", ", ".join(REPEATED)),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for pattern in UNUSED:
            for file in index.glob(pattern):
                file.unlink()
        _put_in_order(index)


def _put_in_order(index: Path) -> None:
    """Sort the filters: Pagefind 1.5 writes them as its hash tables have them, each time otherwise.

    What they are called follows from what is in them, so names change along.
    """
    renamed = {}
    for file in (index / "filter").glob("*.pf_filter"):
        naam, values = _unpack(file)
        renamed[file.stem] = _pack(file, [naam, sorted(values)])
    entry = json.loads((index / "pagefind-entry.json").read_text("utf-8"))
    for language in entry["languages"].values():
        file = index / f"pagefind.{language['hash']}.pf_meta"
        version, chunks, words, filters, *rest = _unpack(file)
        filters = sorted([naam, renamed[hash]] for naam, hash in filters)
        language["hash"] = _pack(file, [version, chunks, words, filters, *rest])
    (index / "pagefind-entry.json").write_text(json.dumps(entry), "utf-8")


def _unpack(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(HEADER))


def _pack(file: Path, content: Any) -> str:
    """Write this instead of a file, named after what is in it; gives the name without the rest."""
    data = HEADER + cbor2.dumps(content)
    start, _, old = file.stem.rpartition("_")
    name = f"{start}_{hashlib.sha256(data).hexdigest()[: len(old)]}"
    file.unlink()
    file.with_name(name + file.suffix).write_bytes(gzip.compress(data, mtime=0))
    return name.removeprefix("pagefind.")
