"""Rules about captions (WebVTT): all can be read, each at its own time, while the film runs.

Source: W3C, "WebVTT: The Web Video Text Tracks Format", §4 (syntax). Own reading, because a finding
needs the author's line: webvtt-py, the parser that people use, keeps no lines, stops at the
first mistake and drops what it doesn't understand.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..findings import Finding
from ..model import Video
from .context import Context

TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})"
TIMES = re.compile(rf"{TIME}[ \t]+-->[ \t]+{TIME}(?:[ \t].*)?", re.ASCII)
NOT_SHOWN = re.compile(r"(NOTE|STYLE|REGION)([ \t].*)?")
"""The first line of a block that is no caption."""
TAG = re.compile(r"<[^>]*>")
ROUNDING = 0.5
"""Seconds that a caption may last longer than the film: programs round its length."""


class Caption(NamedTuple):
    """One caption of a film."""

    line: int
    """The line (from 1) with its times, or where those should have stood."""
    start: float | None
    """Seconds; None when the times can't be read."""
    end: float | None
    text: str


def captions_can_be_followed(context: Context) -> Iterator[Finding]:
    """M312-M318: the captions of every own film can be shown as they are meant."""
    for bestand, _, model in context.models:
        if isinstance(model, Video):
            media = context.media_of(bestand.pad)
            captions, film = media.get(model.ondertiteling), media.get(model.bestand)
            if captions and captions.tekst is not None and captions.pad.endswith(".vtt"):
                length = film.seconden if film else None
                yield from _problems(captions.pad, captions.tekst, length)


def _problems(pad: str, text: str, length: float | None) -> Iterator[Finding]:
    """Everything wrong with captions for a film of `length` seconds."""
    captions = parse(text)
    if not captions:
        yield _finding(pad, 1, "M312")
    shown_until = begun = 0.0
    for caption in captions or ():
        if caption.start is None or caption.end is None:
            yield _finding(pad, caption.line, "M313")
            continue
        if caption.end <= caption.start:
            yield _finding(pad, caption.line, "M314")
        if caption.start < begun:
            yield _finding(pad, caption.line, "M315")
        elif caption.start < shown_until:
            yield _finding(pad, caption.line, "M318")
        if length is not None and caption.end > length + ROUNDING:
            yield _finding(pad, caption.line, "M316", lengte=f"{length:.1f}".replace(".", ","))
        if not TAG.sub("", caption.text).strip():
            yield _finding(pad, caption.line, "M317")
        begun = max(begun, caption.start)
        shown_until = max(shown_until, caption.end)


def _finding(pad: str, line: int, code: str, **values: str) -> Finding:
    return Finding(pad, line, 1, code, values=tuple(values.items()))


def parse(text: str) -> list[Caption] | None:
    """All captions of a WebVTT file, in its order; None when it isn't one."""
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        return None
    header, *blocks = _blocks(lines)
    if any("-->" in line for line in header[1]):
        blocks.insert(0, (2, header[1][1:]))  # the empty line under the header was forgotten
    return [
        caption
        for number, block in blocks
        if not NOT_SHOWN.fullmatch(block[0])
        for caption in _captions(number, block)
    ]


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together, each block with the number (from 1) of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _captions(number: int, block: list[str]) -> Iterator[Caption]:
    """The caption of a block; more than one where an empty line was forgotten."""
    starts = [index for index, line in enumerate(block) if "-->" in line]
    if not starts:
        yield Caption(number, None, None, "")
        return
    for start, following in zip(starts, [*starts[1:], len(block)], strict=True):
        times = TIMES.fullmatch(block[start].strip())
        text = "\n".join(block[start + 1 : following])
        if times:
            begin, end = _seconds(*times.group(1, 2, 3)), _seconds(*times.group(4, 5, 6))
            yield Caption(number + start, begin, end, text)
        else:
            yield Caption(number + start, None, None, text)


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
