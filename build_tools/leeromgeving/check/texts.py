"""Rules about what stands inside texts: headings, links, images, HTML.

Sources: WCAG 2.2, 1.1.1 (images), 1.3.1 (headings), 2.4.4 (links).
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from .. import images
from ..findings import Finding
from ..model import Bestand, Onderdeel, adres, block_anchors
from ..model.base import MEDIA_PATH, WEB_ADDRESS
from .context import Context, Text, choice
from .markdown import DECORATIVE, Found, Kind, own_images

NOT_MARKDOWN: dict[Kind, str] = {"html": "M506", "codeblok": "M509"}
MAIL_OR_PHONE = re.compile(r"(mailto:[^@\s]+@[^@\s]+|tel:[+0-9-]+)")


def links_lead_somewhere(context: Context) -> Iterator[Finding]:
    """M501-M504: a link has a name, and goes to a page and a heading that exist."""
    for text in context.texts:
        for found in text.found("link"):
            for code, values in _link_problems(context, text, found):
                line = text.line(context, found.line)
                yield context.finding(text.bestand.pad, text.loc, code, line, **values)


def _link_problems(
    context: Context, text: Text, found: Found
) -> Iterator[tuple[str, dict[str, str]]]:
    if not found.text:
        yield "M503", {"waarde": found.target}
    target = found.target
    if target.startswith(("/", "#")):
        path, _, heading = target.partition("#")
        uri = adres.from_site_path(path) if path else _own_uri(text.bestand)
        if uri not in context.anchors:
            if uri.startswith(adres.THEMAS) and "catalog/themas.yml" in context.unreadable:
                return
            pages = [f"/{known}" for known in context.anchors]
            yield "M501", choice(target, pages)
        elif heading and (known := context.anchors[uri]) is not None and heading not in known:
            yield "M502", choice(target, [f"{path}#{name}" for name in known])
    elif text.level and MEDIA_PATH.fullmatch(target):
        return  # whether the file is there: see references.py
    elif not any(pattern.fullmatch(target) for pattern in (WEB_ADDRESS, MAIL_OR_PHONE)):
        yield "M504", {"waarde": target}


def _own_uri(bestand: Bestand) -> str:
    """The address of the page that a file makes; only files with blocks have headings to go to."""
    if isinstance(bestand, Onderdeel):
        return adres.onderdeel_uri(bestand.pad.split("/")[1], bestand.id)
    return adres.module_uri(bestand.id)


def no_html(context: Context) -> Iterator[Finding]:
    """M506, M509: texts are Markdown without raw HTML; a block of code ends where it began."""
    for text in context.texts:
        for kind, code in NOT_MARKDOWN.items():
            for found in text.found(kind):
                line = text.line(context, found.line)
                yield context.finding(text.bestand.pad, text.loc, code, line, waarde=found.text)


def images_are_own_and_described(context: Context) -> Iterator[Finding]:
    """M507, M508, M514: an image says what is to be seen; it never comes from another website."""
    for text in context.texts:
        shown = Counter[str]()
        for image in own_images(text.markdown) if text.level else ():
            shown[image["pad"]] += 1
            line = text.line(context, text.markdown.count("\n", 0, image.start()))
            for code, values in _image_problems(image):
                yield context.finding(text.bestand.pad, text.loc, code, line, **values)
        for found in text.found("afbeelding"):
            shown[found.target] -= 1
            if shown[found.target] < 0:
                line = text.line(context, found.line)
                for code in ("M508",) if found.text else ("M507", "M508"):
                    yield context.finding(
                        text.bestand.pad, text.loc, code, line, waarde=found.target
                    )


def _image_problems(image: re.Match[str]) -> Iterator[tuple[str, dict[str, str]]]:
    if not image["alt"].strip() and image["titel"] != DECORATIVE:
        yield "M507", {"waarde": image["pad"]}
    if PurePosixPath(image["pad"]).suffix not in images.SUFFIXES:
        yield "M514", {"waarde": image["pad"], "keuzes": ", ".join(images.SUFFIXES)}


def headings_step_down_by_one(context: Context) -> Iterator[Finding]:
    """M505: under a block's title (h2) headings start at ### and skip no level."""
    for text in context.texts:
        level = text.level
        for found in text.found("kop") if level else ():
            if level == 1 or not 3 <= found.level <= level + 1:
                hoort = "een titel bij het blok" if level == 1 else _expected(level)
                yield context.finding(
                    text.bestand.pad, text.loc, "M505", text.line(context, found.line),
                    niveau=str(found.level), hoort=hoort,
                )  # fmt: skip
            if found.level > 2:
                level = found.level


def headings_are_unique(context: Context) -> Iterator[Finding]:
    """M510: a heading in a text has an id of its own; the titles of blocks have theirs already."""
    own = {*adres.MODULE_ANCHORS, *adres.FRAME_ANCHORS}
    for text in context.texts:
        taken = own.union(block_anchors(getattr(text.bestand, "inhoud", ())))
        for found in text.found("kop") if text.level else ():
            if adres.anchor(found.text) in taken:
                line = text.line(context, found.line)
                pad, loc = text.bestand.pad, text.loc
                yield context.finding(pad, loc, "M510", line, waarde=found.text)


def _expected(level: int) -> str:
    return " of ".join(str(number) for number in range(3, level + 2))
