"""Building blocks ready for their templates: anchors, numbers of oefeningen, media files."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from ..model import (
    Audio,
    Basismodule,
    Blok,
    Download,
    Leeromgeving,
    Link,
    Mediabestand,
    Oefening,
    Onderdeel,
    Tekst,
    Video,
    block_anchors,
)
from .pictures import Poster, poster_of, with_pictures
from .render import render
from .wording import amount, listed

SCRIPTS = {
    "meerkeuze": "keuze",
    "meervoudig": "keuze",
    "juist-onjuist": "keuze",
    "volgorde": "volgorde",
    "koppelen": "koppelen",
    "invullen": "invullen",
    "casus": "casus",
    "reflectie": "reflectie",
    "flitskaarten": "flitskaarten",
}
"""The script of each form of oefening, which all build on `oefening`."""


@dataclass(frozen=True)
class BlokView:
    """One block and what its template can't know by itself."""

    blok: Blok
    anchor: str
    """The id of its heading, unique on the page; empty when it has no heading."""
    nummer: int
    """Which oefening of the page it is, from 1; 0 for other blocks."""
    map: str
    """Address of the folder that holds `media/`."""
    bestand: Mediabestand | None
    transcript: str | None
    """The text of the transcript."""
    poster: Poster | None
    """The still of an own film."""
    tekst: str
    """The text of a block of text, with its images as HTML."""


def render_blocks(leeromgeving: Leeromgeving, page: Basismodule | Onderdeel, here: str) -> Markup:
    """The blocks of the page at the address `here`, as Markdown."""
    return _render_views(tuple(_view_blocks(leeromgeving, page, here)), here)


@lru_cache(maxsize=100_000)
def _render_views(views: tuple[BlokView, ...], here: str) -> Markup:
    """In a preview most pages stay as they were; this is most of the work on them."""
    return Markup(render("blokken.md.j2", here, blocks=views))


def _view_blocks(
    leeromgeving: Leeromgeving, page: Basismodule | Onderdeel, here: str
) -> Iterator[BlokView]:
    nummer = 0
    for blok, anchor in zip(page.inhoud, block_anchors(page.inhoud), strict=True):
        is_oefening = isinstance(blok, Oefening)
        nummer += is_oefening
        transcript = leeromgeving.media_van(page, getattr(blok, "transcript", None))
        yield BlokView(
            blok,
            anchor,
            nummer if is_oefening else 0,
            f"{page.pad.rpartition('/')[0]}/",
            leeromgeving.media_van(page, getattr(blok, "bestand", None)),
            transcript.tekst if transcript else None,
            poster_of(leeromgeving.media_van(page, getattr(blok, "poster", None))),
            with_pictures(leeromgeving, page, blok.tekst, here) if isinstance(blok, Tekst) else "",
        )


def werkvormen(inhoud: Iterable[Blok]) -> str:
    """What you do on a page, in fixed order: `Lezen, video kijken en 3 oefeningen`.

    Placeholders don't count: there is nothing to do yet. Empty when nothing is left.
    """
    used = Counter(type(blok) for blok in inhoud if not getattr(blok, "volgt", None))
    forms = list(_forms(used))
    return listed(forms).capitalize() if forms else ""


def _forms(used: Counter[type[Blok]]) -> Iterator[str]:
    oefeningen = sum(number for kind, number in used.items() if issubclass(kind, Oefening))
    if used[Tekst]:
        yield "lezen"
    if used[Audio]:
        yield "luisteren"
    if used[Video]:
        yield "video kijken"
    if oefeningen:
        yield amount(oefeningen, "oefening", "oefeningen")
    if used[Download]:
        yield amount(used[Download], "download", "downloads")
    if used[Link]:
        yield amount(used[Link], "link", "links")


def needed_scripts(inhoud: Iterable[Blok]) -> list[str]:
    """The scripts that these blocks ask for, each after what it builds on."""
    inhoud = tuple(inhoud)
    forms = dict.fromkeys(SCRIPTS[blok.soort] for blok in inhoud if isinstance(blok, Oefening))
    wanted = ["oefening", *forms] if forms else []
    if any(isinstance(blok, Video) and blok.url for blok in inhoud):
        wanted.append("video")
    if any(isinstance(blok, Audio) and blok.bestand for blok in inhoud):
        wanted.append("audio")
    return wanted
