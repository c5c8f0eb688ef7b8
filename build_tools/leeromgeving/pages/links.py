"""From address to file and back: relative links, and the site paths that authors write.

An address (`uri`) is a path of the site without leading slash; authors write it with one, as in
`[praten](/modules/sgg/erover-praten/#tips)`.
"""

import posixpath
import re

from ..model import adres

HANDLEIDING = "handleiding/"
"""Written by hand, with pages of its own below it."""
GENERATED = frozenset(uri.partition("/")[0] for uri in (*adres.OVERVIEWS, adres.ANALYSEVRAGEN))
"""The folders in which generated pages stand."""
MARKDOWN_TARGET = re.compile(r"(\]\(|^ {0,3}\[[^\]\n]+\]:[ \t]*)/(?!/)([^\s)]*)", re.MULTILINE)
"""A site path in Markdown: the target of a link, or of a definition of one."""
HTML_TARGET = re.compile(r'(<a href=")/(?!/)([^"]*)')
"""A site path in rendered Markdown."""


def page_path(uri: str) -> str:
    """The Markdown file behind an address: `modules/sgg/` becomes `modules/sgg/index.md`.

    Engines differ in whether an address in HTML is seen from the file or from the page. From an
    `index.md` that is the same, so each generated page is one.
    """
    if uri == HANDLEIDING or uri.partition("/")[0] in GENERATED:
        return f"{uri}index.md"
    return f"{uri.rstrip('/')}.md"


def relative_url(target: str, here: str) -> str:
    """The address `target`, which may end in a #fragment, as seen from the page at `here`."""
    path, mark, fragment = target.partition("#")
    if path == here and fragment:
        return mark + fragment
    slash = "/" if path.endswith("/") or not path else ""
    return posixpath.relpath(f"/{path}", f"/{here}") + slash + mark + fragment


def link_to_files(markdown: str, here: str) -> str:
    """Turn site paths in Markdown into paths between files, so that any engine can check them."""
    folder = posixpath.dirname(f"/{page_path(here)}")

    def replace(match: re.Match[str]) -> str:
        path, mark, fragment = match[2].partition("#")
        file = page_path(adres.from_site_path(path))
        return match[1] + posixpath.relpath(f"/{file}", folder) + mark + fragment

    return MARKDOWN_TARGET.sub(replace, markdown)


def link_to_urls(html: str, here: str) -> str:
    """Turn site paths in HTML into addresses relative to the page."""

    def replace(match: re.Match[str]) -> str:
        path, mark, fragment = match[2].partition("#")
        return match[1] + relative_url(adres.from_site_path(path) + mark + fragment, here)

    return HTML_TARGET.sub(replace, html) if '<a href="/' in html else html
