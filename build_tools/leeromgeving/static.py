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


def static_files() -> dict[str, str]:
    """Path on the site → text."""
    assets = files("leeromgeving") / "assets"
    styles = [(assets / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    scripts = sorted((assets / "scripts").iterdir(), key=lambda script: script.name)
    return {
        f"{FOLDER}site.css": "\n".join(styles),
        f"{FOLDER}favicon.svg": (assets / FAVICON).read_text(encoding="utf-8"),
        **{f"{FOLDER}scripts/{file.name}": file.read_text(encoding="utf-8") for file in scripts},
    }
