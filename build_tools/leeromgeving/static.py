"""What pages load and apps show: a stylesheet, the scripts, the icons of tab and app."""

import hashlib
import re
from importlib.resources import files
from pathlib import PurePosixPath

FOLDER = "assets/leeromgeving/"
HASHED = (".css", ".js")
"""Their address holds a hash of what is in them, so that browsers may keep them for ever."""
ADDRESS = re.compile(rb"(%s[\w/-]+)\.[0-9a-f]{8}(?=\.(?:css|js)\")" % FOLDER.encode())
"""Of a style or script in a page, with its hash."""
COMMENT = re.compile(rb"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)[ \t]*\n", re.DOTALL | re.MULTILINE)
"""On lines of its own: who reads our code has it, and a phone on poor wifi needn't pay for it."""
STYLES = (
    "tokens",
    "base",
    "site",
    "search",
    "components",
    "blokken",
    "vormen",
    "media",
    "vragenlijsten",
    "overzichten",
    "voortgang",
    "offline",
    "begrippen",
)
"""In this order; one file, because a phone on poor wifi pays for every request."""
FAVICON = "icons/ui/favicon.svg"
"""The mark of the site. Those of `icons/app` show it too; other icons stand in the pages."""


def stylesheet() -> str:
    """All styles of the site as one file."""
    css = files("leeromgeving") / "assets" / "css"
    return "\n".join((css / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


def favicon() -> str:
    """The icon of the tab."""
    return (files("leeromgeving") / "assets" / FAVICON).read_text(encoding="utf-8")


def static_files() -> dict[str, bytes]:
    """Name (`site.css`, `scripts/site.js`) → contents."""
    assets = files("leeromgeving") / "assets"
    scripts = sorted((assets / "scripts").iterdir(), key=lambda script: script.name)
    icons = sorted((assets / "icons" / "app").iterdir(), key=lambda icon: icon.name)
    return {
        "site.css": COMMENT.sub(b"", stylesheet().encode()),
        "favicon.svg": favicon().encode(),
        **{f"scripts/{file.name}": COMMENT.sub(b"", _unix(file.read_bytes())) for file in scripts},
        **{file.name: file.read_bytes() for file in icons},
    }


def _unix(text: bytes) -> bytes:
    """The same on Windows, where git may have changed the line ends."""
    return text.replace(b"\r\n", b"\n")


def address(name: str, contents: bytes) -> str:
    """Where a static file stands on the site: `assets/leeromgeving/site.1f2e3d4c.css`."""
    path = PurePosixPath(FOLDER, name)
    if path.suffix not in HASHED:
        return str(path)
    return str(path.with_suffix(f".{hashlib.sha256(contents).hexdigest()[:8]}{path.suffix}"))


def without_hashes(html: bytes) -> bytes:
    """A page without the hashes in the addresses of styles and scripts."""
    return ADDRESS.sub(rb"\1", html)
