"""The search index of a finished site, made by Pagefind (any engine's site will do)."""

import subprocess
import sys
from pathlib import Path

UNUSED = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "pagefind-worker*",
)
"""What our search dialog does without: Pagefind's own dialogs, and its worker."""
REPEATED = (".cards", ".tiles", ".times", ".themes", ".phases", ".offers", ".ask", "p.small")
"""What stands on other pages too: links to them would be found before the pages themselves."""


def make_index(site: Path) -> None:
    """Write `site/pagefind/`: an index in pieces that browsers fetch on first use.

    Pages count when they carry `data-pagefind-body`. Raises CalledProcessError.
    """
    index = site / "pagefind"
    subprocess.run(
        [
            *(sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"),
            *("--exclude-selectors", ", ".join(REPEATED)),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for pattern in UNUSED:
        for file in index.glob(pattern):
            file.unlink()
