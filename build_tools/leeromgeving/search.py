"""The search index of a finished site, made by Pagefind (any engine's site will do)."""

import subprocess
import sys
from pathlib import Path


def make_index(site: Path) -> None:
    """Write `site/pagefind/`: an index in pieces that browsers fetch on first use.

    Pages count when they carry `data-pagefind-body`. Raises CalledProcessError.
    """
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
