"""What every page loads, as (path, text) pairs: a stylesheet, the scripts, the icon of the tab."""

from importlib.resources import files

FOLDER = "assets/leeromgeving/"
STYLES = (
    "tokens",
    "base",
    "site",
    "search",
    "components",
    "blokken",
    "vragenlijsten",
    "overzichten",
)
"""In this order; one file, because a phone on poor wifi pays for every request."""
FAVICON = "icons/ui/favicon.svg"
"""The only icon that is a file on the site: the others stand in the pages."""


def stylesheet() -> str:
    """All styles of the site as one file."""
    css = files("leeromgeving") / "assets" / "css"
    return "\n".join((css / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


def favicon() -> str:
    """The icon of the tab."""
    return (files("leeromgeving") / "assets" / FAVICON).read_text(encoding="utf-8")


def static_files() -> dict[str, str]:
    """Path on the site → text."""
    assets = files("leeromgeving") / "assets"
    scripts = sorted((assets / "scripts").iterdir(), key=lambda script: script.name)
    return {
        f"{FOLDER}site.css": stylesheet(),
        f"{FOLDER}favicon.svg": favicon(),
        **{f"{FOLDER}scripts/{file.name}": file.read_text(encoding="utf-8") for file in scripts},
    }
