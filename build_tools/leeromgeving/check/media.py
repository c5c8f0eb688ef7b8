"""Rules about media: everybody can follow them (WCAG 2.2, 1.2)."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from .. import images
from ..findings import Finding
from ..model import Audio, Download, Model, Video
from .context import Context

ONE_OF: dict[type[Model], tuple[str, ...]] = {
    Audio: ("bestand", "volgt"),
    Video: ("bestand", "url", "volgt"),
    Download: ("bestand", "volgt"),
}
"""A block has exactly one of these keys."""
WITH_FILE: dict[type[Model], tuple[str, ...]] = {
    Audio: ("transcript",),
    Video: ("ondertiteling", "transcript", "poster"),
}
"""What an own recording brings along: WCAG 2.2, 1.2.1-1.2.3; the poster so that nothing shifts."""
SUFFIXES = {
    (Audio, "bestand"): (".mp3", ".m4a", ".ogg", ".opus"),
    (Video, "bestand"): (".mp4",),
    (Audio, "transcript"): (".txt",),
    (Video, "transcript"): (".txt",),
    (Video, "ondertiteling"): (".vtt",),
    (Video, "poster"): images.RASTER,
}
"""What browsers play and we can measure."""


def media_have_one_source(context: Context) -> Iterator[Finding]:
    """M305, M310: a file, an address or a promise: one of them; promises are listed."""
    for bestand, loc, model in context.models:
        if keys := ONE_OF.get(type(model)):
            present = [key for key in keys if getattr(model, key) is not None]
            if len(present) != 1:
                aantal = "geen" if not present else "meer dan één"
                yield context.finding(
                    bestand.pad, loc, "M305", aantal=aantal, keuzes=", ".join(keys)
                )
            elif present == ["volgt"]:
                volgt = str(getattr(model, "volgt", "")).rstrip(".")
                yield context.finding(bestand.pad, (*loc, "volgt"), "M310", volgt=volgt)


def media_are_accessible(context: Context) -> Iterator[Finding]:
    """M306, M307, M311, M319: a way for who can't hear or see; what must be known beforehand."""
    for bestand, loc, model in context.models:
        if isinstance(model, Audio | Video) and model.bestand:
            for key in WITH_FILE[type(model)]:
                if getattr(model, key) is None:
                    yield context.finding(bestand.pad, loc, "M306", soort=model.soort, sleutel=key)
        if isinstance(model, Audio) and model.bestand and not model.datum:
            yield context.finding(bestand.pad, loc, "M311")
        if isinstance(model, Audio) and model.datum and model.datum > context.today:
            yield context.finding(bestand.pad, (*loc, "datum"), "M319")
        if isinstance(model, Video) and model.url:
            for key in ("bedrijf", "duur"):
                if getattr(model, key) is None:
                    yield context.finding(bestand.pad, loc, "M307", sleutel=key)


def media_fit_their_key(context: Context) -> Iterator[Finding]:
    """M308, M309: a file's kind suits its key, and the length of a recording can be read."""
    for bestand, loc, model in context.models:
        media = context.media_of(bestand.pad) if isinstance(model, Audio | Video) else {}
        for (kind, key), suffixes in SUFFIXES.items():
            name = getattr(model, key) if isinstance(model, kind) else None
            if name is None or name not in media:
                continue
            if PurePosixPath(name).suffix not in suffixes:
                values = {"bestand": name, "sleutel": key, "keuzes": ", ".join(suffixes)}
                yield context.finding(bestand.pad, (*loc, key), "M308", **values)
            elif key == "bestand" and media[name].seconden is None:
                yield context.finding(bestand.pad, (*loc, key), "M309", bestand=name)


def images_can_be_shown(context: Context) -> Iterator[Finding]:
    """M511-M513: an image can be read, is no larger than a phone makes, and does nothing."""
    for path, media in context.loaded.media.items():
        if PurePosixPath(path).suffix not in images.SUFFIXES:
            continue
        if media.maat is None:
            yield Finding(path, 1, 0, "M511")
        elif PurePosixPath(path).suffix in images.RASTER:
            pixels = media.maat[0] * media.maat[1]
            if pixels > images.MAX_PIXELS:
                maat = " bij ".join(map(str, media.maat))
                grens = str(images.MAX_PIXELS // 1_000_000)
                yield Finding(path, 1, 0, "M512", values=(("grens", grens), ("maat", maat)))
        for waarde in dict.fromkeys(media.onveilig):
            yield Finding(path, 1, 0, "M513", values=(("waarde", waarde),))
