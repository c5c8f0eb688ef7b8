"""What authors write inside a text: headings, links, images, HTML. Found by line, not rendered.

Line-based on purpose: rendering Markdown costs more than all other checks together, and a finding
needs the author's line. Code spans and fences are skipped, as Markdown does.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

FENCE = re.compile(r"\s{0,3}(```|~~~)")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^\s)>]*)")
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
    fenced = False
    for number, line in enumerate(markdown.splitlines()):
        if FENCE.match(line):
            fenced = not fenced
            continue
        if not fenced:
            yield from _scan_line(CODE_SPAN.sub("", line), number)


def _scan_line(line: str, number: int) -> Iterator[Found]:
    if heading := HEADING.match(line):
        yield Found("kop", number, heading[2], level=len(heading[1]))
    for mark, text, target in LINK.findall(line):
        yield Found("afbeelding" if mark else "link", number, text.strip(), target)
    if reference := REFERENCE.match(line):
        yield Found("link", number, reference[1], reference[2])
    for html in HTML.findall(AUTOLINK.sub("", line)):
        yield Found("html", number, html[:40])
