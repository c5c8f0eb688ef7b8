"""The list of addresses for search engines (sitemaps.org/protocol.html); no dates in it."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from ..model import adres
from .page import Page


def sitemap(pages: Iterable[Page], site_url: str) -> str:
    """Every page that can be searched for (without `zoeken: false` in its front matter)."""
    root = f"{site_url.rstrip('/')}/"
    addresses = sorted(
        root + quote(adres.of_markdown(page.uri)) for page in pages if _is_found(page)
    )
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        ]
    )


def _is_found(page: Page) -> bool:
    return b"\nzoeken: false" not in page.utf8.partition(b"\n---\n")[0]
