"""An extension of Python-Markdown: HTML that our templates wrote passes through as it stands.

Python-Markdown parses all HTML in a text, to find where it ends: more than half of the time that a
page of ours takes. Here a block of HTML ends at the next empty line, as in CommonMark (spec 0.31,
§4.6, kinds 6 and 7), and templates never leave one inside (`compact` in pages/render.py). Any
engine without this extension makes the same page, later.
"""

import re
from itertools import groupby

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

START = re.compile(r"<(?!(?:button|span)\b)(?:/?[a-zA-Z]|!--)")
"""A paragraph may begin with a word that is a button, or a bracket with it (pages/begrippen.py)."""
AUTOLINK = re.compile(r"<[a-zA-Z][\w+.-]*[:@]")
PRIORITY = 24
"""After blocks of code were put aside; before MkDocs parses all HTML for the ids in it."""


class HtmlBlocks(Extension):
    """For `markdown_extensions`."""

    is_ours = True
    """Whether the next page is one of templates."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Take the place of the parser of HTML, `html_block`."""
        if self.is_ours:
            md.preprocessors.deregister("html_block")
            md.preprocessors.register(_Stash(md), "html_block", PRIORITY)


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Put every block of HTML aside, with a placeholder where it stood."""
        result: list[str] = []
        for is_text, group in groupby(lines, key=lambda line: bool(line.strip())):
            block = list(group)
            if is_text and START.match(block[0]) and not AUTOLINK.match(block[0]):
                result.append(self.md.htmlStash.store("\n".join(block)))
            else:
                result += block
        return result
