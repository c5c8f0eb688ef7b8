"""Podcasts: all recordings, and those of each module, to listen to on the way (ontwerp §5.2).

RSS 2.0 (rssboard.org/rss-specification) with what Apple asks (podcasters.apple.com, "A Podcaster's
Guide to RSS") and the podcast namespace (podcastindex.org/namespace/1.0). A feed follows from the
content alone: the day of a recording stands in its block.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from pathlib import PurePosixPath
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from ..model import (
    Audio,
    Basismodule,
    EenModule,
    Leeromgeving,
    Mediabestand,
    Onderdeel,
    adres,
    block_anchors,
)
from .labels import STATUSSEN
from .render import render
from .text import inline

FEED = "podcast.xml"
IMAGE = "assets/leeromgeving/podcast.png"
"""Square, 1400 to 3000 pixels (Apple)."""
NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""For `podcast:guid`, from the tag's specification."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a", ".ogg": "audio/ogg", ".opus": "audio/ogg"}
"""By extension; every one that a block of audio may have."""
NOON = time(12, tzinfo=AMSTERDAM)
"""At noon the day of a recording is the same day all over Europe."""


@dataclass(frozen=True)
class Aflevering:
    """One recording, with what a feed tells about it."""

    module: EenModule
    titel: str
    """Of the block."""
    samenvatting: str
    """Of its page, with the status of a module that isn't adopted yet."""
    uri: str
    """Where it stands on its page."""
    bestand: Mediabestand
    transcript: str
    """Path of the text."""
    datum: date

    @property
    def soort(self) -> str:
        """The type of the file, as a browser calls it."""
        return TYPES[PurePosixPath(self.bestand.pad).suffix]

    @property
    def dag(self) -> str:
        """The day as RSS writes it (RFC 2822)."""
        return format_datetime(datetime.combine(self.datum, NOON))


def module_feed(leeromgeving: Leeromgeving, module: EenModule) -> str:
    """The address of the feed of a module; empty when there is nothing to hear."""
    return f"{adres.module_uri(module.id)}{FEED}" if any(_of(leeromgeving, module)) else ""


def site_feed(leeromgeving: Leeromgeving) -> str:
    """The address of the feed with everything; empty when there is nothing to hear."""
    return FEED if any(_all(leeromgeving)) else ""


def feeds(leeromgeving: Leeromgeving, site_url: str) -> Iterator[tuple[str, str]]:
    """Path and text of every feed; `site_url` stands before all addresses in them."""
    gegevens = leeromgeving.basisgegevens
    root = f"{site_url.rstrip('/')}/"
    if feed := site_feed(leeromgeving):
        titel = f"{gegevens.titel}: alle opnames"
        tekst = f"{gegevens.ondertitel}. Alle opnames uit de modules."
        yield feed, _feed(leeromgeving, root, feed, titel, tekst, "", _all(leeromgeving))
    for module in leeromgeving.modules.values():
        if feed := module_feed(leeromgeving, module):
            tekst = _described(module.samenvatting, module)
            uri = adres.module_uri(module.id)
            items = _of(leeromgeving, module)
            yield feed, _feed(leeromgeving, root, feed, module.titel, tekst, uri, items)


def podcast_guid(feed_url: str) -> UUID:
    """The identity of a podcast: of its address without scheme and slashes at the end."""
    return uuid5(NAMESPACE, feed_url.partition("://")[2].rstrip("/"))


def _feed(
    leeromgeving: Leeromgeving,
    root: str,
    feed: str,
    titel: str,
    tekst: str,
    uri: str,
    items: Iterator[Aflevering],
) -> str:
    once = {item.bestand.pad: item for item in items}  # a recording may stand on two pages
    newest_first = sorted(once.values(), key=lambda item: item.datum, reverse=True)
    text = render(
        "podcast.xml.j2",
        uri,
        titel=titel,
        tekst=tekst,
        gegevens=leeromgeving.basisgegevens,
        root=root,
        pagina=root + uri,
        feed=root + feed,
        guid=podcast_guid(root + feed),
        image=root + IMAGE,
        met_module=not uri,
        items=newest_first,
    )
    return f"{text}\n"


def _all(leeromgeving: Leeromgeving) -> Iterator[Aflevering]:
    for module in leeromgeving.modules.values():
        yield from _of(leeromgeving, module)


def _of(leeromgeving: Leeromgeving, module: EenModule) -> Iterator[Aflevering]:
    """The recordings of a module, in its order."""
    pages: tuple[Basismodule | Onderdeel, ...] = (
        (module,) if isinstance(module, Basismodule) else leeromgeving.onderdelen_van(module)
    )
    for page in pages:
        uri = adres.module_uri(module.id)
        if isinstance(page, Onderdeel):
            uri = adres.onderdeel_uri(module.id, page.id)
        if not any(isinstance(blok, Audio) for blok in page.inhoud):
            continue
        for blok, anchor in zip(page.inhoud, block_anchors(page.inhoud), strict=True):
            if not isinstance(blok, Audio):
                continue
            bestand = leeromgeving.media_van(page, blok.bestand)
            transcript = leeromgeving.media_van(page, blok.transcript)
            if bestand and transcript and blok.datum:  # a placeholder has none of them
                tekst = _described(page.samenvatting, module)
                yield Aflevering(
                    module,
                    blok.titel,
                    tekst,
                    f"{uri}#{anchor}",
                    bestand,
                    transcript.pad,
                    blok.datum,
                )


def _described(samenvatting: str, module: EenModule) -> str:
    """A summary as plain text, with the status of a module that isn't adopted yet."""
    text = inline(samenvatting).striptags()
    status = module.ontwikkeling.status
    if status == "vastgesteld":
        return text
    return f"{text} Status van deze module: {STATUSSEN[status].lower()}."
