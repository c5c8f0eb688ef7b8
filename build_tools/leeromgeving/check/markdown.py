"""What authors write inside a text: headings, links, images, HTML. Found by pattern, not rendered.

Not rendered on purpose: rendering Markdown costs more than all other checks together, and a finding
needs the author's line. This is also what keeps HTML and foreign addresses out of the pages, so
where Python-Markdown and these patterns could disagree, more is found, never less.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from markdown.extensions.fenced_code import FencedBlockPreprocessor

FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
OPEN_FENCE = re.compile(r"^(~{3,}|`{3,})[^`\n]*$", re.MULTILINE)
PARAGRAPH = re.compile(r"(?:^.*\S.*\n?)+", re.MULTILINE)
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)([^\n]*?)(?<!`)\1(?!`)")
SIGNS_IN_CODE = re.compile(r"[^\w\s.-]")
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]")
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]*(.*?)[ \t]*#*$", re.MULTILINE)
"""Python-Markdown asks for no space after the #: `#1 tip` is a heading too."""
UNDERLINE = re.compile(r"(=+|-+) *")
"""Under the first line of a paragraph it makes a heading of that line."""
BRACKET = re.compile(r"[\[\]]")
TARGET = re.compile(r"\(\s*<?([^\s)>]*)")
ANY_TARGET = re.compile(rf"\]{TARGET.pattern}")
REFERENCE = re.compile(r"^[ \t>*+\d.-]*\[([^\[\]]*)\]:[ ]*\n?[ ]*<?([^\s>]+)", re.MULTILINE)
"""Also inside lists and quotes."""
REFERRING_IMAGE = re.compile(r"!\[([^\[\]]*)\](?!\()")
OWN_IMAGE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:[^\[\]\\\n]|\\.|\n(?![ \t]*\n))*)\]"
    r'\((?P<pad>media/[^\s()<>]+)(?:[ ]+"(?P<titel>[^"\n]*)")?[ ]*\)'
)
"""An image of the module itself, in the one way that we show it."""
DECORATIVE = "decoratief"
"""The title of an image that says nothing, so that it needs no description."""
HTML = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^>]*>?")
AUTOLINK = re.compile(r"<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>")


Kind = Literal["kop", "link", "afbeelding", "html", "codeblok"]


class Found(NamedTuple):
    """Something in a text that a rule looks at."""

    kind: Kind
    line: int
    """Line in the text, from 0."""
    text: str
    """The heading, the link's name, the image's description, the HTML, or the fence left open."""
    target: str = ""
    """Where a link or image goes."""
    level: int = 0
    """Of a heading: the number of #."""


@lru_cache(maxsize=100_000)
def scan(markdown: str, *, blocks: bool = True) -> tuple[Found, ...]:
    """Everything in a text that the rules look at, paragraph by paragraph.

    `blocks` says whether the text can hold blocks of code: short texts can't.
    """
    return tuple(_scan(markdown, blocks))


def _scan(markdown: str, blocks: bool) -> Iterator[Found]:
    if blocks:
        markdown = FENCED.sub(lambda fenced: "\n" * fenced[0].count("\n"), markdown)
        for fence in OPEN_FENCE.finditer(markdown):
            yield Found("codeblok", markdown.count("\n", 0, fence.start()), fence[1])
    has_references = REFERENCE.search(markdown) is not None
    line = end = 0
    for paragraph in PARAGRAPH.finditer(markdown):
        line += markdown.count("\n", end, paragraph.start())
        end = paragraph.start()
        text = _without_code(paragraph[0])
        images = _referring_images(text) if has_references else ()
        for start, found in (*_headings(text), *_links(text), *images, *_html(text)):
            yield found._replace(line=line + text.count("\n", 0, start))


def own_images(markdown: str) -> Iterator[re.Match[str]]:
    """Every image of the module itself (`OWN_IMAGE`) that a text shows, so outside code."""
    code = [part.span() for kind in (FENCED, CODE_SPAN) for part in kind.finditer(markdown)]
    for image in OWN_IMAGE.finditer(markdown):
        if not any(start <= image.start() < end for start, end in code):
            yield image


def _without_code(paragraph: str) -> str:
    """Code counts as text, in a link's name for example, but its signs mean nothing.

    A backtick without its partner on the same line can turn text into code or code into text:
    then nothing passes for code.
    """
    text = CODE_SPAN.sub(lambda span: SIGNS_IN_CODE.sub("", span[2]), paragraph)
    return paragraph if "`" in text else text


Placed = tuple[int, Found]
"""Position in the paragraph, and what stands there; `scan` fills in the line."""


def _headings(text: str) -> Iterator[Placed]:
    first, _, rest = text.partition("\n")
    if under := UNDERLINE.fullmatch(rest.partition("\n")[0]):
        yield 0, Found("kop", 0, first.strip(), level=1 if under[1][0] == "=" else 2)
    for heading in HEADING.finditer(text):
        yield heading.start(), Found("kop", 0, heading[2], level=len(heading[1]))


def _links(text: str) -> Iterator[Placed]:
    """Links and images with their address behind them, and definitions of addresses."""
    plain = ESCAPED.sub("  ", text)
    if "`" in text:  # code may hide brackets: any address counts, and maybe as an image
        for match in ANY_TARGET.finditer(text):
            yield match.start(), Found("link", 0, "?", match[1])
            if "![" in text:
                yield match.start(), Found("afbeelding", 0, "?", match[1])
    opened: list[int] = []
    for bracket in BRACKET.finditer(plain):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            start = opened.pop()
            if target := TARGET.match(plain, bracket.end()):
                kind: Kind = "afbeelding" if plain[max(start - 1, 0) : start] == "!" else "link"
                name = text[start + 1 : bracket.start()].strip()
                yield start, Found(kind, 0, name, target[1])
    for match in REFERENCE.finditer(text):
        yield match.start(), Found("link", 0, match[1], match[2])


def _referring_images(text: str) -> Iterator[Placed]:
    """Images whose address stands elsewhere in the text."""
    for match in REFERRING_IMAGE.finditer(ESCAPED.sub("  ", text)):
        yield match.start(), Found("afbeelding", 0, match[1], match[0])


def _html(text: str) -> Iterator[Placed]:
    for match in HTML.finditer(AUTOLINK.sub(lambda link: " " * len(link[0]), text)):
        yield match.start(), Found("html", 0, match[0][:40])
