"""Images of modules: how a page shows them, and which files the site publishes for that.

A picture (PNG, JPEG, …) is published as small AVIF and WebP only: its original, with whatever it
tells about its maker, stays in the project, unless a block offers it as a file too. So does what
no page uses.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markupsafe import Markup

from ..check.markdown import DECORATIVE, own_images, scan
from ..images import RASTER, make_poster, make_variant, variants
from ..model import EenModule, Leeromgeving, Mediabestand, Onderdeel, Tekst
from .links import relative_url

CACHE = ".cache/afbeeldingen"
"""Below the project; what was made stays there until somebody throws it away."""
SIZES = "(min-width: 48rem) 42rem, 100vw"
"""How wide an image stands at most: the column of text, on a phone the screen."""
IMG = Markup(
    '<img src="{src}"{srcset} width="{size[0]}" height="{size[1]}" alt="{alt}"'
    ' loading="lazy" decoding="async">'
)
SOURCE = Markup('<source type="image/{formaat}" srcset="{srcset}" sizes="{sizes}">')
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
SIGN = re.compile(r"[\\`*_{}\[\]()<>&\"!#~\n]")
"""Means something in Markdown or HTML."""
PageOfBlocks = EenModule | Onderdeel
Use = Literal["picture", "poster", "offer"]
"""A file is shown in a text, is the still of a film, or is there to play, keep or open."""


@dataclass(frozen=True)
class Poster:
    """The still of a film."""

    pad: str
    """Its address on the site."""
    breedte: int
    hoogte: int


def poster_of(media: Mediabestand | None) -> Poster | None:
    """The still made of an image; None when there is none."""
    return Poster(f"{media.pad}.poster.webp", *media.maat) if media and media.maat else None


def with_pictures(leeromgeving: Leeromgeving, page: PageOfBlocks, text: str, here: str) -> str:
    """A text of `page` with its images as HTML, as seen from the address `here`."""
    parts, end = [], 0
    for image in own_images(text):
        media = leeromgeving.media_van(page, image["pad"])
        assert media, "the check lets only images through that are there"
        parts += [text[end : image.start()], _picture(media, _alt(image), here)]
        end = image.end()
    return "".join((*parts, text[end:]))


def _alt(image: re.Match[str]) -> Markup:
    """The description, with every sign that means something as its number."""
    if image["titel"] == DECORATIVE:
        return Markup("")
    plain = ESCAPED.sub(r"\1", " ".join(image["alt"].split()))
    return Markup(SIGN.sub(lambda sign: f"&#{ord(sign[0])};", plain))


def _picture(media: Mediabestand, alt: Markup, here: str) -> Markup:
    maat = media.maat
    assert maat, "the check lets only images through that can be read"
    if not media.pad.endswith(RASTER):
        return IMG.format(src=relative_url(media.pad, here), srcset="", size=maat, alt=alt)
    versions = variants(media.pad, maat)
    srcsets = {
        formaat: ", ".join(f"{relative_url(each.pad, here)} {each.breedte}w" for each in made)
        for formaat, made in versions.items()
    }
    (better, better_srcset), (last, last_srcset) = srcsets.items()
    img = IMG.format(
        src=relative_url(versions[last][-1].pad, here),
        srcset=Markup(' srcset="{}" sizes="{}"').format(last_srcset, SIZES),
        size=maat,
        alt=alt,
    )
    source = SOURCE.format(formaat=better, srcset=better_srcset, sizes=SIZES)
    return Markup("<picture>{}{}</picture>").format(source, img)


def published_media(leeromgeving: Leeromgeving, project: Path) -> Mapping[str, Path]:
    """Address on the site → file, of all media that a page uses; what must be made is made."""
    used = set(_used(leeromgeving))
    pictures = {path for use, path in used if use == "picture"}
    raster = {path for path in pictures if path.endswith(RASTER)}
    posters = {path for use, path in used if use == "poster"}
    as_they_are = {path for use, path in used if use == "offer"} | (pictures - raster)
    files = {path: project / path for path in sorted(as_they_are & leeromgeving.media.keys())}
    cache = project / CACHE
    for path in sorted(raster):
        if maat := leeromgeving.media[path].maat:
            for versions in variants(path, maat).values():
                files |= {each.pad: make_variant(project, each, cache) for each in versions}
    for path in sorted(posters):
        if poster := poster_of(leeromgeving.media[path]):
            files[poster.pad] = make_poster(project / path, cache)
    return files


def _used(leeromgeving: Leeromgeving) -> Iterator[tuple[Use, str]]:
    """How pages use media, and the path of each."""
    for page in (*leeromgeving.modules.values(), *leeromgeving.onderdelen.values()):
        folder = page.pad.rpartition("/")[0]
        for text in _texts(page):
            for image in own_images(text):
                yield "picture", f"{folder}/{image['pad']}"
            for found in scan(text):
                if found.kind == "link":
                    yield "offer", f"{folder}/{found.target}"
        for blok in getattr(page, "inhoud", ()):
            for key in ("bestand", "transcript", "ondertiteling", "poster"):
                if name := getattr(blok, key, None):
                    yield "poster" if key == "poster" else "offer", f"{folder}/{name}"


def _texts(page: PageOfBlocks) -> Iterator[str]:
    """The texts of a page that hold images or files."""
    texts = [getattr(page, "inleiding", None) or ""]
    texts += [blok.tekst for blok in getattr(page, "inhoud", ()) if isinstance(blok, Tekst)]
    yield from (text for text in texts if "media/" in text)
