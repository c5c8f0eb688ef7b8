"""What the search filters by: words that a page carries in its front matter as `zoekfilters`."""

from collections.abc import Iterable

from .labels import TIMES

HIER, ELDERS = "Op deze site", "Bij een andere organisatie"


def zoekfilters(
    soort: str, themas: Iterable[str] = (), duren: Iterable[int] = (), waar: str = HIER
) -> dict[str, list[str]]:
    """The words of a page for each filter that says something about it.

    `themas` are names; `duren` are minutes, of each thing to do when a page tells about several.
    """
    words = {
        "soort": [soort],
        "thema": themas,
        "minuten": [fit for duur in duren for fit in _fits(duur)],
        "waar": [waar],
    }
    return {name: unique for name, each in words.items() if (unique := list(dict.fromkeys(each)))}


def _fits(duur: int) -> list[str]:
    """The times that one may have for it: who has 15 minutes has time for 5 too."""
    fits = [f"{minuten} minuten of korter" for minuten in TIMES if duur <= minuten]
    return fits or [f"Langer dan {TIMES[-1]} minuten"]
