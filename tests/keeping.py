"""What tests of keeping pages on a device share."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from leeromgeving.offline import make_offline

MODULE = "modules/voorbeeld/"
SGG = "modules/sgg/"
ALL = "Verwijder alle bewaarde modules en pagina's"
KEEP = re.compile("^Bewaar deze module op dit apparaat")


def until(page: Page, condition: str) -> None:
    """Wait for what a browser does by itself, out of sight of the page."""
    page.evaluate(
        f"""async () => {{
            for (let i = 0; i < 500 && !(await ({condition})); i++)
                await new Promise(done => setTimeout(done, 10));
        }}"""
    )
    assert page.evaluate(f"(async () => Boolean(await ({condition})))()"), condition


def until_visited(page: Page) -> None:
    until(page, "caches.match(location.href)")


def cache_names(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return sorted(name.split(" ", 2)[2] for name in names)


def name_of(site: Path) -> str:
    return str(json.loads((site / "manifest.webmanifest").read_text("utf-8"))["name"])


def make_release(site: Path) -> None:
    """Change the styles and every script, as a new version of the generator may."""
    css = site / "assets/leeromgeving/site.css"
    css.write_text(f"{css.read_text('utf-8')}\nbody {{ --release: 2; }}\n", "utf-8")
    for script in (site / "assets/leeromgeving/scripts").iterdir():
        counting = "window.releases = (window.releases ?? 0) + 1;"
        script.write_text(f"{script.read_text('utf-8')}\n{counting}\n", "utf-8")
    make_offline(site, name_of(site))


def keep(page: Page) -> None:
    page.get_by_role("button", name=KEEP).click()
    expect(page.locator("borg-offline-module [role=status]")).to_contain_text("is bewaard")
