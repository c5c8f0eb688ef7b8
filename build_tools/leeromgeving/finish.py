"""What a site still lacks when an engine is done: the search index, and what works offline."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CalledProcessError

from .offline import make_offline
from .search import make_index


class FinishError(Exception):
    """The site can't be finished; the text says why, in Dutch."""


def finish(site: Path) -> None:
    """Finish the site in a folder, whichever engine made it; raises FinishError."""
    with ThreadPoolExecutor(1) as beside:
        index = beside.submit(make_index, site)  # Pagefind is a program of its own
        try:
            make_offline(site)
            index.result()
        except (OSError, ValueError, LookupError, CalledProcessError) as error:
            raise FinishError(f"De site kon niet afgemaakt worden: {error}") from error
