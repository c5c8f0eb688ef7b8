"""Short texts of authors as HTML: one line without blocks, or paragraphs and lists.

Raw HTML in a text is shown, not obeyed. Most texts hold no Markdown at all and skip the parser.
"""

import re
from functools import cache

from markdown import Markdown
from markupsafe import Markup, escape

MARKDOWN_CHARACTER = re.compile(r"[\\`*_\[\n]")
"""What every Markdown construct of ours holds at least one of."""
BLOCKS_OF_LINE = frozenset({"empty", "paragraph"})
BLOCKS_OF_TEXT = BLOCKS_OF_LINE | {"indent", "olist", "ulist"}
BLOCKS_NEVER = frozenset({"code", "hashheader", "setextheader", "hr", "quote", "reference"})
"""Names that Python-Markdown gives its block processors."""


def inline(text: str) -> Markup:
    """One line for inside a paragraph, label, legend or list item."""
    if not MARKDOWN_CHARACTER.search(text):
        return escape(text)
    html = _parser(BLOCKS_OF_LINE).reset().convert(text)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def paragraphs(text: str) -> Markup:
    """A text of any length as whole blocks: paragraphs, and lists when it has several lines."""
    if not MARKDOWN_CHARACTER.search(text):
        return Markup("<p>{}</p>").format(text)
    blocks = BLOCKS_OF_TEXT if "\n" in text else BLOCKS_OF_LINE
    return Markup(_parser(blocks).reset().convert(text))


def plain_paragraphs(text: str) -> Markup:
    """A transcript: no Markdown; an empty line starts a paragraph, a new line stays one."""
    parts = (Markup("<br>").join(part.splitlines()) for part in re.split(r"\n\s*\n", text.strip()))
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


@cache
def _parser(blocks: frozenset[str]) -> Markdown:
    """Python-Markdown that knows only the given kinds of block, and no raw HTML."""
    parser = Markdown(output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    for name in (BLOCKS_OF_TEXT | BLOCKS_NEVER) - blocks:
        parser.parser.blockprocessors.deregister(name)
    return parser
