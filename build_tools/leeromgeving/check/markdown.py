"""What authors write inside a text: headings, links, images, HTML. Found by line, not rendered.

Line-based on purpose: rendering Markdown costs more than all other checks together, and a finding
needs the author's line. Code spans and fences are skipped, as Markdown does.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

FENCE = re.compile(r"\s{0,3}(```|~~~)")
CODE_SPAN = re.compile(r"(`+)(?!`)(.*?)(?<!`)\1(?!`)")
SIGNS_IN_CODE = re.compile(r"[^\w\s.-]")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*$")
"""Python-Markdown asks for no space after the #: `#1 tip` is a heading too."""
UNDERLINE = re.compile(r"(=+|-+) *")
"""Under the first line of a paragraph it makes a heading of that line."""
LINK = re.compile(r"(?<!\\)(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)")
REFERENCE = re.compile(r"\s{0,3}\[([^\]]+)\]:\s*<?([^\s>]+)")
HTML = re.compile(r"<(?:/?[a-zA-Z][^>\s]*|!--|\?)[^>]*>?")
AUTOLINK = re.compile(r"<(https?://[^>\s]+|[^@>\s]+@[^@>\s]+)>")


class Found(NamedTuple):
    """Something in a text that a rule looks at."""

    kind: Literal["kop", "link", "afbeelding", "html"]
    line: int
    """Line in the text, from 0."""
    text: str
    """The heading, the link's name, the image's description, or the HTML."""
    target: str = ""
    """Where a link or image goes."""
    level: int = 0
    """Of a heading: the number of #."""


def scan(markdown: str) -> Iterator[Found]:
    """Everything in a text that the rules look at, in order of line."""
    fence = ""
    earlier = ["", ""]
    for number, line in enumerate(markdown.splitlines()):
        if (mark := FENCE.match(line)) and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
            continue
        if fence:
            continue
        if earlier[1].strip() and not earlier[0].strip() and (under := UNDERLINE.fullmatch(line)):
            level = 1 if under[1].startswith("=") else 2
            yield Found("kop", number - 1, earlier[1].strip(), level=level)
        yield from _scan_line(CODE_SPAN.sub(_without_signs, line), number)
        earlier = [earlier[1], line]


def _without_signs(code_span: re.Match[str]) -> str:
    """Code counts as text, in a link's name for example, but its signs mean nothing."""
    return SIGNS_IN_CODE.sub("", code_span[2])


def _scan_line(line: str, number: int) -> Iterator[Found]:
    if heading := HEADING.match(line):
        yield Found("kop", number, heading[2], level=len(heading[1]))
    for mark, text, target in LINK.findall(line):
        yield Found("afbeelding" if mark else "link", number, text.strip(), target)
    if reference := REFERENCE.match(line):
        yield Found("link", number, reference[1], reference[2])
    for html in HTML.findall(AUTOLINK.sub("", line)):
        yield Found("html", number, html[:40])
