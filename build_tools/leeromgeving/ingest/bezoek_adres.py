"""From an address or a referrer as a server wrote it to a page of the site, or to a herkomst."""

import re
from collections.abc import Set
from dataclasses import dataclass
from urllib.parse import unquote

from ..store.rows import Herkomst
from .bezoek_telling import Reden

ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#]*)([^?#]*)", re.IGNORECASE)
"""Host and path of an absolute address (RFC 3986, appendix B)."""
SEARCH_ENGINE = re.compile(
    r"(?:(?:www|m|search|[a-z]{2})\.){0,2}"
    r"(?:ask|baidu|bing|brave|duckduckgo|ecosia|google|kagi|mojeek|qwant|startpage|swisscows|yahoo"
    r"|yandex)(?:\.[a-z]{2,3}){0,2}"
    r"|com\.google\.android\.googlequicksearchbox"
)
"""Hosts of search engines, and their bare names, which GoatCounter writes; no `docs.google.com`."""


@dataclass(frozen=True)
class Site:
    """Where the site stands and which pages it has."""

    host: str
    """In lower case, without `www.` and port."""
    basispad: str
    """Path of the start page, with a slash at both ends."""
    paden: Set[str]
    """Addresses of all pages: without leading slash, with a slash at the end."""

    @classmethod
    def at(cls, webadres: str, paden: Set[str]) -> "Site":
        """The site whose start page has this absolute address."""
        match = ADDRESS.match(webadres)
        host, path = match.groups() if match else ("", "")
        return cls(_bare(host), _folder(unquote(path)), paden)

    def is_own(self, host: str) -> bool:
        """Whether a host, possibly with a port, is this site's."""
        return _bare(host) == self.host

    def page(self, adres: str) -> str | Reden:
        """The address of the page that a path or an absolute address stands for.

        Query and fragment don't count, `index.html` is its folder, the last slash may be missing.
        """
        path = adres.partition("?")[0].partition("#")[0]
        if not path.startswith("/"):
            match = ADDRESS.match(path)
            if match is None:
                return Reden.GEEN_PAGINA
            if not self.is_own(match[1]):
                return Reden.ANDERE_SITE
            path = match[2]
        folder = _folder(unquote(path, errors="replace"))
        pad = folder.removeprefix(self.basispad)
        is_page = folder.startswith(self.basispad) and pad in self.paden
        return pad if is_page else Reden.GEEN_PAGINA

    def herkomst(self, referrer: str) -> Herkomst:
        """What kind of place a referrer is; all else about it is forgotten."""
        if referrer in ("", "-"):
            return "direct"
        match = ADDRESS.match(referrer) or ADDRESS.match(f"//{referrer}")
        host, path = match.groups() if match else ("", "")
        if self.is_own(host) and _folder(path).startswith(self.basispad):
            return "intern"
        return "zoekmachine" if SEARCH_ENGINE.fullmatch(_bare(host)) else "elders"


def _bare(host: str) -> str:
    return host.partition(":")[0].lower().removesuffix(".").removeprefix("www.")


def _folder(path: str) -> str:
    if path.endswith("/index.html"):
        return path.removesuffix("index.html")
    return path if path.endswith("/") else f"{path}/"
