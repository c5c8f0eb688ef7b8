"""Reading the HTML of a finished site: its tags, and the addresses that they hold.

By pattern: our templates escape every text, so no `<` in a page is anything but a tag or a comment,
and a parser of HTML would take longer than making the site.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape, unescape
from urllib.parse import unquote, urljoin

ROOT = "https://site.invalid/"
"""Stands for the address of the site, whatever that is."""
HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
ANY_NAME = r"[a-zA-Z][^\s/>]*"
ATTRIBUTE = re.compile(r"""\s([^\s=/>"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


@dataclass(frozen=True)
class Tag:
    """One start tag."""

    name: str
    text: str
    """As it stands in the page."""
    start: int
    """Where in the page."""

    @cached_property
    def attributes(self) -> dict[str, str]:
        """By name; "" for one without a value."""
        return {
            match[1]: unescape(match[2] or match[3] or match[4] or "")
            for match in ATTRIBUTE.finditer(self.text)
        }

    def without(self, *names: str) -> str:
        """Its text without these attributes."""
        return re.sub(rf'\s(?:{"|".join(names)})(?:="[^"]*")?(?=[\s/>])', "", self.text)

    def having(self, name: str, value: str) -> str:
        """Its text with another value for an attribute that it has."""
        new = f'{name}="{escape(value)}"'
        return re.sub(rf'(?<=\s){name}="[^"]*"', lambda _: new, self.text, count=1)


def read_tags(html: str, *names: str) -> list[Tag]:
    """Every start tag, in order; with `names` only those."""
    tags = _pattern(names).finditer(html)
    return [Tag(tag[1], tag[0], tag.start()) for tag in tags if tag[1]]


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    name = "|".join(names) or ANY_NAME
    return re.compile(rf"""<!--.*?-->|<({name})(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)


def rewrite(html: str, change: Callable[[Tag], str | None]) -> str:
    """The page with the text that `change` gives for a tag; None leaves it.

    "" takes it out with all that it holds, which may be no element of its own name.
    """
    pieces, at = [], 0
    for tag in read_tags(html):
        text = change(tag) if tag.start >= at else None
        if text is None:
            continue
        pieces += [html[at : tag.start], text]
        at = tag.start + len(tag.text)
        closing = f"</{tag.name}>"
        end = -1 if text else html.find(closing, at)
        if end >= 0:
            at = end + len(closing)
    return "".join([*pieces, html[at:]])


def heading(html: str) -> str:
    """The words of the H1; empty without one."""
    match = HEADING.search(html)
    return unescape(re.sub(r"<[^>]*>", "", match[1])).strip() if match else ""


def site_path(address: str, uri: str) -> str | None:
    """The path below the root that an address on the page at `uri` leads to; None when elsewhere.

    Without fragment or query; that of a page ends in a slash, or is empty.
    """
    url = urljoin(ROOT + uri, address.strip())
    if not url.startswith(ROOT):
        return None
    return re.sub(r"(^|/)index\.html$", r"\1", unquote(re.split("[?#]", url)[0][len(ROOT) :]))


def is_page(path: str) -> bool:
    """Whether a path below the root is that of a page."""
    return not path or path.endswith("/")


def candidates(srcset: str) -> Iterator[tuple[str, int]]:
    """The addresses in a `srcset` with their width in pixels (0 when it isn't told)."""
    for candidate in filter(None, srcset.split(",")):
        address, _, width = candidate.strip().partition(" ")
        yield address, int(width[:-1]) if re.fullmatch(r"\d+w", width) else 0
