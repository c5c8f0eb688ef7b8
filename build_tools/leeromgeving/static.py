"""What pages load and apps show, by path: a stylesheet, the scripts, the icons of tab and app."""

from importlib.resources import files

FOLDER = "assets/leeromgeving/"
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


def static_files() -> dict[str, str | bytes]:
    """Path on the site → text, or the bytes of an image."""
    assets = files("leeromgeving") / "assets"
    scripts = sorted((assets / "scripts").iterdir(), key=lambda script: script.name)
    icons = sorted((assets / "icons" / "app").iterdir(), key=lambda icon: icon.name)
    return {
        f"{FOLDER}site.css": stylesheet(),
        f"{FOLDER}favicon.svg": favicon(),
        **{f"{FOLDER}scripts/{file.name}": file.read_text(encoding="utf-8") for file in scripts},
        **{f"{FOLDER}{file.name}": file.read_bytes() for file in icons},
    }
