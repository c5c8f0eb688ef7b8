"""What tests of keeping pages on a device share."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from leeromgeving.offline import make_offline
from leeromgeving.static import FOLDER, address

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


def make_release(site: Path) -> None:
    """Change the styles and every script, as a new version of the generator may."""
    renamed = {}
    for file in (*(site / FOLDER).glob("*.css"), *(site / FOLDER).glob("scripts/*.js")):
        path = file.relative_to(site / FOLDER)
        added = "window.releases = (window.releases ?? 0) + 1;"
        text = file.read_text("utf-8") + (
            "body { --release: 2; }" if path.suffix == ".css" else added
        )
        name = path.with_name(re.sub(r"\.[0-9a-f]{8}\.", ".", path.name)).as_posix()
        renamed[FOLDER + path.as_posix()] = new = address(name, text.encode())
        (site / new).write_text(text, "utf-8")
        file.unlink()
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        for old, new in renamed.items():
            html = html.replace(old, new)
        page.write_text(html, "utf-8")
    make_offline(site)


def keep(page: Page) -> None:
    page.get_by_role("button", name=KEEP).click()
    expect(page.locator("borg-offline-module [role=status]")).to_contain_text("is bewaard")
