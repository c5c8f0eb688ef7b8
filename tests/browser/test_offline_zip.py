"""The zip for institutions without access: unpacked, opened by double-clicking index.html."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from leeromgeving.offline_zip import pack

Open = Callable[[str], Page]
LEFT = "net::ERR_ABORTED"
"""The page was left before all had come."""


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two zips, unpacked: the whole site and one module."""
    folder = tmp_path_factory.mktemp("usb stick")
    for name, module in (("alles", ""), ("sgg", "sgg")):
        pack(site, folder / f"{name}.zip", module)
        with ZipFile(folder / f"{name}.zip") as archive:
            archive.extractall(folder)
    return folder


@pytest.fixture
def open_file(browser: Browser, folder: Path) -> Iterator[Open]:
    """Open a file from the folder; fails afterwards on any complaint and any other request."""
    complaints: list[str] = []
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", reduced_motion="reduce"
    )
    page = context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda r: None if r.failure == LEFT else complaints.append(r.url))
    page.on("request", lambda r: None if is_own(r.url, folder) else complaints.append(r.url))

    def start(path: str) -> Page:
        page.goto((folder / path).as_uri())
        return page

    yield start
    context.close()
    assert complaints == []


def is_own(url: str, folder: Path) -> bool:
    return url.startswith((folder.as_uri(), "data:", "blob:"))


def test_from_the_start_page_to_progress(open_file: Open) -> None:
    page = open_file("alles/index.html")
    page.get_by_role("button", name="Menu").click()
    page.locator("#hoofdmenu").get_by_role("link", name="Modules").click()
    page.locator("main").get_by_role(
        "link", name=re.compile("Seksueel gezond gedrag")
    ).first.click()
    page.locator("main").get_by_role("link", name="Begin met onderdeel 1").click()
    expect(page.locator("h1")).to_be_visible()
    title = page.locator("h1").inner_text()
    oefening = page.locator("borg-keuze").filter(has=page.locator("input[type=radio]")).first
    oefening.get_by_role("radio").first.check()
    oefening.get_by_role("button", name="Nakijken").click()
    expect(oefening.get_by_role("status").first).not_to_be_empty()
    page.get_by_role("button", name=re.compile("afgerond")).first.click()
    page.get_by_role("button", name="Menu").click()
    page.locator("#hoofdmenu").get_by_role("link", name="Mijn voortgang").click()
    page.locator("main").get_by_role("link", name=title, exact=True).first.click()
    expect(page.locator("h1")).to_have_text(title)
    page.get_by_role("link", name="Zoeken").click()
    expect(page.locator("h1")).to_have_text("Zoeken")
    expect(page.locator("main")).to_contain_text("Zoeken op woorden kan hier niet.")
    page.locator("main").get_by_role("link", name="Erover praten").click()
    expect(page.locator("h1")).to_have_text("Erover praten")


def test_a_film_has_its_captions(open_file: Open) -> None:
    page = open_file("alles/modules/sgg/gedrag-beoordelen/index.html")
    cues = page.locator("video").evaluate(
        """async video => {
            const track = video.textTracks[0];
            track.mode = 'showing';
            video.muted = true;
            await video.play();
            video.pause();
            for (let i = 0; i < 50 && !track.cues?.length; i++)
                await new Promise(done => setTimeout(done, 50));
            return track.cues?.length ?? 0;
        }"""
    )
    assert cues > 0


def test_one_module_opens_by_itself(open_file: Open) -> None:
    page = open_file("sgg/index.html")
    expect(page.locator("h1")).to_have_text("Seksueel gezond gedrag (SGG)")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#hoofdmenu").get_by_role("listitem")).to_have_text(["Mijn voortgang"])
    expect(page.get_by_text("Zoeken", exact=True).first).to_be_hidden()
    page.locator("main").get_by_role("link", name="Begin met onderdeel 1").click()
    page.get_by_role("link", name=re.compile("^Volgende")).click()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="Start", exact=True).click()
    expect(page.locator("h1")).to_have_text("Seksueel gezond gedrag (SGG)")


def test_progress_belongs_to_its_folder(open_file: Open) -> None:
    """Browsers keep one storage for all that is on a disk."""
    page = open_file("alles/modules/sgg/gezond-gedrag/index.html")
    page.get_by_role("button", name=re.compile("afgerond")).first.click()
    page = open_file("sgg/mijn-voortgang/index.html")
    expect(page.get_by_text("nog niets afgerond")).to_be_visible()


def test_what_was_done_elsewhere_leads_nowhere_in_the_zip_of_one_module(open_file: Open) -> None:
    page = open_file("sgg/mijn-voortgang/index.html")
    page.evaluate(
        """() => {
            const { voortgang } = window.leeromgeving;
            for (const module of ['modules/sgg/', 'modules/elders/']) {
                const titel = `Deel van ${module}`;
                const what = { titel, module, moduletitel: module, minuten: 5 };
                voortgang.set(`onderdeel:${module}gezond-gedrag/`, what);
                voortgang.set(`doel:${module}`, { titel, tekst: 'Doel', datum: '' });
                voortgang.set(`plek:${module}`, { uri: module, titel, moduletitel: module });
            }
            voortgang.set('leerroute:leerroutes/x/', { titel: 'Inwerken', minuten: 5 });
        }"""
    )
    box = page.locator("borg-mijn-voortgang")
    expect(box.get_by_text("Inwerken")).to_be_visible()
    expect(box.get_by_text("Deel van modules/elders/")).to_have_count(2)
    links = box.locator("a[href^='file:']").evaluate_all("all => all.map(a => a.href)")
    assert len(links) == 3
    assert all("/sgg/modules/sgg/" in link for link in links)


def test_nobody_is_led_to_a_folder(open_file: Open, folder: Path) -> None:
    """Also not by what a script adds, which differs by kind of page: a browser would list files."""
    pages = {
        re.findall('data-soort="([^"]*)"', path.read_text("utf-8"))[0]: path
        for path in sorted(folder.glob("alles/**/index.html"))
    }
    assert len(pages) > 8
    for path in pages.values():
        page = open_file(path.relative_to(folder).as_posix())
        folders = page.locator("a[href]").evaluate_all(
            "all => all.map(a => a.href).filter(href => /^file:.*\\/([?#]|$)/.test(href))"
        )
        assert folders == [], path
