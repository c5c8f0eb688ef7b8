"""A finished site as a zip that works without a server: unpacked, by double-clicking index.html.

Browsers don't look for the index.html of a folder on a disk, refuse a service worker and search
there, and keep the captions of a film from it. So links name their file, captions stand in the
page, and what only a server can do isn't in the zip. The same site gives the same bytes.
"""

import base64
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .html_tags import Tag, heading, is_page, read_tags, rewrite, site_path
from .model import adres
from .offline import needed_files, page_file

SERVER_ONLY = ("bezoek", "offline", "offline-modules", "offline-pagina")
"""Scripts that would tell a server, or ask for what only one can give."""
SERVER_LINKS = ("canonical", "manifest", "alternate")
ONLINE = "data-online"
"""On what a template says of the site itself: not true of a copy, so not in it."""
PLACEHOLDER = ".example"
"""The end of an address that is not yet the real one (mkdocs.yml)."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of all in a zip: the earliest that there is."""
NO_SEARCH = (
    "<p>Dit is een kopie voor gebruik zonder internet. Zoeken op woorden kan hier niet. "
    "Met Ctrl+F zoek je op deze pagina.</p>"
)
START = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titel}</title>
<meta http-equiv="refresh" content="0; url={adres}">
</head>
<body><p><a href="{adres}">Open de module {titel}</a></p></body>
</html>
"""
"""What opens when only one module is in the zip: that module."""
README = """{titel}
Een kopie om te gebruiken zonder internet.

1. Pak deze zip eerst helemaal uit. Klik er met rechts op en kies Alles uitpakken.
2. Open in de uitgepakte map het bestand index.html.

Dit werkt hier niet: zoeken op woorden, vragenlijsten versturen en video's en
websites van anderen. De rest werkt zoals op de site.

Je voortgang blijft in deze browser op dit apparaat staan. Verplaats je de map,
bewaar je voortgang dan eerst als bestand op de pagina Mijn voortgang.
"""


def pack(site: Path, target: Path, module: str = "") -> None:
    """Write the whole site, or the pages of one module, as the zip `target`.

    Links to pages that aren't in it lead to the real site, if its address is known; otherwise they
    become text. Raises OSError.
    """
    start = adres.module_uri(module) if module else ""
    pages = dict(_reachable(site, start))
    online = _online_root(site)
    contents: dict[str, bytes] = {}
    for uri, html in pages.items():
        known = {*pages, ""}
        change = partial(_local, site=site, uri=uri, start=start, pages=known, online=online)
        local = rewrite(html, change)
        if uri == adres.ZOEKEN:
            local = local.replace("</h1>", f"</h1>\n{NO_SEARCH}", 1)
        contents[f"{uri}index.html"] = local.encode()
        for path in needed_files(read_tags(local), uri, every_width=True):
            if (site / path).is_file():
                contents[path] = (site / path).read_bytes()
    titel = heading(pages[start])
    if module:
        page = START.format(titel=escape(titel), adres=f"{start}index.html")
        contents["index.html"] = page.encode()
    contents["LEES-MIJ.txt"] = README.format(titel=titel).replace("\n", "\r\n").encode("utf-8-sig")
    _write(target, contents)


def _reachable(site: Path, start: str) -> Iterator[tuple[str, str]]:
    """Address and HTML of the pages below `start` that it leads to, and of mijn-voortgang."""
    waiting, seen = [start], {start, adres.OFFLINE}  # that one is about what only a site can do
    while waiting:
        uri = waiting.pop()
        html = page_file(site, uri).read_text("utf-8")
        tags = read_tags(html)
        if any(
            tag.name == "form" and urlsplit(tag.attributes.get("action", "")).netloc for tag in tags
        ):
            continue  # sends to a server, which refuses what comes from a folder
        yield uri, html
        for tag in tags:
            path = site_path(tag.attributes.get("href", ""), uri) if tag.name == "a" else None
            if path is None or path in seen or not is_page(path):
                continue
            if path.startswith(start) or path == adres.MIJN_VOORTGANG:
                seen.add(path)
                waiting.append(path)


def _online_root(site: Path) -> str:
    """The address of the real site as its start page says; empty while there is none."""
    for tag in read_tags(page_file(site, "").read_text("utf-8")):
        if tag.attributes.get("rel") == "canonical":
            address = tag.attributes["href"]
            return "" if (urlsplit(address).hostname or "").endswith(PLACEHOLDER) else address
    return ""


def _local(tag: Tag, site: Path, uri: str, start: str, pages: set[str], online: str) -> str | None:
    """The text of a tag in the zip; None when it stays as it is, "" when it isn't there."""
    address = tag.attributes.get("src", "")
    if ONLINE in tag.attributes:
        return ""
    if tag.name == "script" and posixpath.basename(address).partition(".")[0] in SERVER_ONLY:
        return ""
    if tag.name == "link" and tag.attributes.get("rel") in SERVER_LINKS:
        return ""
    if tag.name == "borg-mijn-voortgang" and start:
        return f'{tag.text[:-1]} data-alleen="{escape(start)}">'  # a script adds its links
    if tag.name == "track":
        captions = base64.b64encode((site / str(site_path(address, uri))).read_bytes()).decode()
        return tag.having("src", f"data:text/vtt;base64,{captions}")
    for name in ("href", "action"):
        if tag.name in ("a", "form") and name in tag.attributes:
            return _local_link(tag, name, uri, pages, online)
    return None


def _local_link(tag: Tag, name: str, uri: str, pages: set[str], online: str) -> str | None:
    address = tag.attributes[name]
    path = site_path(address, uri)
    if path is None or not is_page(path) or address.startswith("#"):
        return None
    rest = address[len(re.split("[?#]", address)[0]) :]
    tag = replace(tag, text=tag.without("data-search"))  # the dialog has no script here
    if path in pages:
        file = posixpath.relpath(f"/{path}index.html", f"/{uri}")
        return tag.having(name, quote(file) + rest)
    return tag.having(name, online + quote(path) + rest) if online else tag.without(name)


def _write(target: Path, contents: dict[str, bytes]) -> None:
    """Write the zip aside, then put it in its place; all of it stands in one folder."""
    aside = target.with_name(f".{target.name}-deel")
    try:
        with ZipFile(aside, "w") as archive:
            for path in sorted(contents):
                info = ZipInfo(f"{target.stem}/{path}", LONG_AGO)
                info.create_system = 3  # as on Linux, on Windows too
                info.external_attr = 0o644 << 16
                archive.writestr(info, contents[path], ZIP_DEFLATED)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
