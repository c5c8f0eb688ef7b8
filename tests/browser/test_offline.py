"""A deelnemer without internet: what was visited, what was kept, what is offered anew."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from leeromgeving.offline import make_offline
from mini import build_mini

MODULE = "modules/voorbeeld/"
SGG = "modules/sgg/"
ALL = "Verwijder alle bewaarde modules en pagina's"
KEEP = re.compile("^Bewaar deze module op dit apparaat")
NewPage = Callable[..., Page]
Serve = Callable[..., str]
Violations = Callable[[Page], list[str]]


@pytest.fixture
def learner(visit: NewPage) -> NewPage:
    """Open an address in a browser that takes service workers; ready when the worker answers."""

    def make(address: str, **options: Any) -> Page:
        page = visit(address, service_workers="allow", **options)
        page.evaluate("navigator.serviceWorker.ready")
        until(page, "navigator.serviceWorker.controller !== null")
        return page

    return make


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_mini(tmp_path_factory.mktemp("small"))


@pytest.fixture
def small(built: Path, tmp_path: Path) -> Path:
    """A copy of a small site, to change."""
    return shutil.copytree(built, tmp_path / "leren")


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


def test_what_was_visited_is_read_without_internet(
    small: Path, serve: Serve, learner: NewPage
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    until_visited(page)  # the page before there was a worker
    page.goto(f"{base}themas/")
    until_visited(page)
    page.context.set_offline(True)
    page.goto(f"{base}{MODULE}")
    expect(page.locator("h1")).to_have_text("Voorbeeldmodule")
    expect(page.locator(".offline-bar")).to_contain_text("Je bent offline.")
    page.goto(f"{base}themas/?van=mail#inhoud")
    expect(page.locator("h1")).to_contain_text("Thema")
    page.goto(f"{base}leerroutes/")
    expect(page.locator("h1")).to_have_text("Zonder internet")
    expect(page.get_by_role("status").first).to_contain_text("staat niet op dit apparaat")
    expect(page.locator("main").get_by_role("link", name="Voorbeeldmodule")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".offline-bar")).to_be_empty()
    page.get_by_role("link", name="Probeer het opnieuw").click()
    expect(page.locator("h1")).to_contain_text("Leerroutes")


def test_on_a_network_that_leads_nowhere_it_says_so_too(
    small: Path, serve: Serve, learner: NewPage
) -> None:
    connected = "Object.defineProperty(Navigator.prototype, 'onLine', {get: () => true})"
    page = learner(f"{serve(small)}{MODULE}", init=connected)
    until_visited(page)
    page.context.set_offline(True)
    page.reload()
    assert page.evaluate("navigator.onLine")
    expect(page.locator(".offline-bar")).to_contain_text("Je bent offline.")


def test_with_internet_a_page_is_never_old(small: Path, serve: Serve, learner: NewPage) -> None:
    address = f"{serve(small, cache='max-age=600')}{MODULE}"
    page = learner(address)
    keep(page)
    file = small / MODULE / "index.html"
    file.write_text(
        file.read_text("utf-8").replace(">Voorbeeldmodule</h1>", ">Nieuw</h1>"), "utf-8"
    )
    page.goto(f"{address}vragenlijst/")
    page.goto(address)
    expect(page.locator("h1")).to_have_text("Nieuw")
    until(page, "caches.match(location.href).then(r => r.text()).then(t => t.includes('>Nieuw<'))")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text("Nieuw")


def test_a_page_that_was_taken_down_is_not_read_later(
    small: Path, serve: Serve, learner: NewPage
) -> None:
    page = learner(f"{serve(small)}over/")
    until_visited(page)
    shutil.rmtree(small / "over")
    page.goto(page.url)
    until(page, "caches.match(location.href).then(found => !found)")


def test_of_what_was_visited_the_oldest_goes(small: Path, serve: Serve, learner: NewPage) -> None:
    base = serve(small)
    page = learner(base)
    until_visited(page)
    page.evaluate(
        """async root => {
            const visited = await caches.open(`leeromgeving ${root} bezocht`);
            for (let i = 0; i < 200; i++) await visited.put(`${root}oud/${i}`, new Response(''));
        }""",
        base,
    )
    page.goto(f"{base}{MODULE}")
    until(page, "caches.match('/oud/0').then(found => !found)")
    until_visited(page)
    page.reload()
    until(
        page,
        "caches.open(`leeromgeving ${location.origin}/ bezocht`)"
        ".then(c => c.keys()).then(all => all.length <= 150)",
    )
    assert page.evaluate("caches.match('/oud/199').then(Boolean)")


def test_a_kept_module_has_its_parts_and_its_media(site: Path, base: str, learner: NewPage) -> None:
    page = learner(f"{base}{SGG}")
    keep(page)
    kept = json.loads((site / "offline/sgg.json").read_text("utf-8"))["bestanden"]
    page.context.set_offline(True)
    pages = [path for path in kept if path.endswith("/")]
    assert len(pages) > 8
    for path in pages:
        page.goto(base + path)
        assert page.url == base + path
    page.goto(f"{base}{SGG}")
    expect(page.locator("borg-offline-module")).to_contain_text("Verwijder van dit apparaat")
    ranges: list[tuple[int, str]] = []
    page.on("response", lambda r: ranges.append((r.status, r.headers.get("content-range", ""))))
    page.goto(f"{base}{SGG}gedrag-beoordelen/")
    media = page.locator("video")
    assert media.evaluate(
        """async video => {
            video.muted = true;
            video.textTracks[0].mode = 'showing';
            await video.play();
            video.pause();
            const sought = new Promise(done => video.addEventListener('seeked', done));
            video.currentTime = video.duration / 2;
            await sought;
            return video.currentTime > 1 && video.textTracks[0].cues.length > 0;
        }"""
    )
    with page.expect_download() as started:
        page.get_by_role("link", name=re.compile("^Download de video")).click()
    film = (site / SGG / "media/zes-vragen.mp4").read_bytes()
    assert (206, f"bytes 0-{len(film) - 1}/{len(film)}") in ranges
    assert Path(started.value.path()).read_bytes() == film


def test_a_lost_connection_leaves_nothing_half_and_goes_on_later(
    small: Path, serve: Serve, learner: NewPage, violations: Violations
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    page.context.route("**/*.pdf", lambda route: route.abort())
    page.get_by_role("button", name=KEEP).click()
    status = page.locator("borg-offline-module [role=status]")
    expect(status).to_contain_text("De verbinding viel weg. De module is niet bewaard.")
    expect(page.get_by_role("button", name=KEEP)).to_be_focused()
    assert violations(page) == []
    page.context.unroute("**/*.pdf")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    keep(page)
    assert f"{MODULE}media/kaart.pdf" in asked
    assert MODULE not in asked, "that one came before"


def test_keeping_can_be_stopped(
    small: Path, serve: Serve, learner: NewPage, violations: Violations
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    page.context.route("**/*.pdf", lambda route: None)
    page.get_by_role("button", name=KEEP).click()
    expect(page.get_by_role("progressbar", name="Bewaren op dit apparaat")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    assert violations(page) == []
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("borg-offline-module")).to_contain_text(
        "Gestopt. De module is niet bewaard."
    )
    page.goto(f"{base}offline/")
    expect(page.locator("borg-offline-modules")).to_contain_text("Er zijn geen modules bewaard.")
    page.context.unroute_all(behavior="ignoreErrors")


def test_a_full_device_is_told(small: Path, serve: Serve, visit: NewPage) -> None:
    full = (
        "Cache.prototype.put = async () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    page = visit(f"{serve(small)}{MODULE}", init=full, service_workers="allow")
    page.get_by_role("button", name=KEEP).click()
    expect(page.locator("borg-offline-module")).to_contain_text("Er is te weinig ruimte")


def test_what_is_removed_is_gone_after_a_question(
    small: Path, serve: Serve, learner: NewPage, violations: Violations
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    keep(page)
    page.get_by_role("button", name="Verwijder van dit apparaat").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(page.get_by_role("button", name=KEEP)).to_be_focused()
    keep(page)
    page.goto(f"{base}mijn-voortgang/")
    mine = page.locator("borg-offline-modules")
    size = json.loads((small / "offline/voorbeeld.json").read_text("utf-8"))["bytes"]
    total = f"Je bewaarde modules gebruiken {round(size / 1000)} kB op dit apparaat."
    expect(mine.get_by_role("status")).to_have_text(total)
    before = cache_names(page)
    one = "Verwijder Voorbeeldmodule van dit apparaat"
    for name in (one, ALL):
        mine.get_by_role("button", name=name).click()
        question = mine.get_by_role("group", name=re.compile("verwijderen.*Zonder internet"))
        expect(question.get_by_role("button", name="Nee, laat staan")).to_be_focused()
        assert violations(page) == []
        page.keyboard.press("Enter")
        expect(mine.get_by_role("button", name=name)).to_be_focused()
    assert cache_names(page) == before
    mine.get_by_role("button", name=one).click()
    mine.get_by_role("button", name="Ja, verwijder").click()
    expect(mine.get_by_role("status")).to_have_text(
        "Voorbeeldmodule is van dit apparaat verwijderd. Er zijn geen modules bewaard."
    )
    expect(mine.get_by_role("heading")).to_be_focused()
    page.goto(f"{base}{MODULE}")
    keep(page)
    page.goto(f"{base}offline/")
    page.get_by_role("button", name=ALL).click()
    page.get_by_role("button", name="Ja, verwijder alles").click()
    expect(mine.get_by_role("status")).to_contain_text("Alles wat bewaard was, is")
    expect(mine.get_by_role("button")).to_have_count(0)
    assert [name.split()[0] for name in cache_names(page)] == ["schil"]


def test_halfway_a_part_the_connection_goes_and_nothing_is_lost(
    small: Path, serve: Serve, learner: NewPage
) -> None:
    base = serve(small)
    page = learner(f"{base}modules/proef/")
    keep(page)
    page.get_by_role("link", name="Begin met onderdeel 1").click()
    part = page.locator("h1").inner_text()
    page.context.set_offline(True)
    oefening = page.locator("borg-keuze").first
    oefening.get_by_role("radio").first.check()
    oefening.get_by_role("button", name="Nakijken").click()
    expect(oefening.get_by_role("status")).not_to_be_empty()
    done = page.get_by_role("button", name=re.compile("afgerond"))
    done.click()
    page.get_by_role("link", name=re.compile("^Volgende")).click()
    expect(page.locator("h1")).not_to_have_text(part)
    expect(page.locator(".offline-bar")).to_contain_text("Je bent offline.")
    done.click()
    page.context.set_offline(False)
    page.goto(f"{base}mijn-voortgang/")
    mine = page.locator("borg-mijn-voortgang")
    expect(mine.get_by_role("link", name=part, exact=True)).to_be_visible()
    expect(mine).to_contain_text("Je rondde 2 onderdelen af")
    expect(mine).to_contain_text("Je deed 1 oefening.")


def test_a_new_version_is_offered_and_never_forced(
    small: Path, serve: Serve, learner: NewPage, violations: Violations
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    keep(page)
    before = cache_names(page)
    make_release(small)
    page.evaluate("document.body.dataset.mark = 'the page that was open'")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    offer = page.get_by_role("button", name="Vernieuwen")
    expect(offer).to_be_visible()
    assert violations(page) == []
    assert page.locator("body").get_attribute("data-mark")
    assert len([name for name in cache_names(page) if name.startswith("schil")]) == 2
    page.reload()
    expect(offer).to_be_visible()
    with page.expect_navigation():
        offer.click()
    expect(offer).to_be_hidden()
    after = cache_names(page)
    assert len([name for name in after if name.startswith("schil")]) == 1
    assert set(before) & set(after) >= {name for name in before if name.startswith("module")}
    assert next(name for name in after if name.startswith("schil")) not in before
    status = page.locator("borg-offline-module [role=status]")
    expect(status).to_contain_text("Hij werkt ook zonder internet.")


def test_styles_and_scripts_are_of_one_release(small: Path, serve: Serve, learner: NewPage) -> None:
    base = serve(small)
    page = learner(f"{base}modules/vormen/")
    keep(page)
    make_release(small)
    page.goto(f"{base}themas/")  # which brings the new ones of this page
    offer = page.get_by_role("button", name="Vernieuwen")
    expect(offer).to_be_visible()
    for is_new in (False, True):
        if is_new:
            with page.expect_navigation():
                offer.click()
        page.context.set_offline(True)
        page.goto(f"{base}modules/vormen/")
        expect(page.locator(".offline-bar")).to_contain_text("Je bent offline.")
        scripts = page.evaluate("document.scripts.length")
        assert scripts > 10
        assert page.evaluate("window.releases ?? 0") == (scripts if is_new else 0)
        style = "getComputedStyle(document.body).getPropertyValue('--release')"
        assert bool(page.evaluate(style)) == is_new
        page.context.set_offline(False)
        page.goto(f"{base}themas/")


def test_a_newer_module_is_offered_and_only_what_changed_is_fetched(
    small: Path, serve: Serve, learner: NewPage
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}")
    keep(page)
    vragenlijst = small / MODULE / "vragenlijst/index.html"
    vragenlijst.write_text(f"{vragenlijst.read_text('utf-8')}<!-- new -->", "utf-8")
    make_offline(small, name_of(small))
    page.reload()
    status = page.locator("borg-offline-module [role=status]")
    expect(status).to_contain_text("Er is een nieuwere versie.")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    page.get_by_role("button", name=re.compile("^Werk de module bij")).click()
    expect(status).to_contain_text("Hij werkt ook zonder internet.")
    fetched = {path for path in asked if not path.endswith(".json")}
    assert fetched == {f"{MODULE}vragenlijst/"}
    assert len([name for name in cache_names(page) if name.startswith("module")]) == 1


def test_below_a_path_of_its_own(small: Path, serve: Serve, learner: NewPage) -> None:
    """As on GitHub Pages: another site of the same host is left alone."""
    (small.parent / "index.html").write_text("<title>Anders</title>", "utf-8")
    host = serve(small.parent)
    page = learner(f"{host}leren/")
    page.goto(f"{host}leren/{MODULE}")
    keep(page)
    page.goto(host)
    assert page.evaluate("navigator.serviceWorker.controller") is None
    page.context.set_offline(True)
    page.goto(f"{host}leren/{MODULE}vragenlijst/")
    assert page.url.endswith("vragenlijst/")
    expect(page.locator("h1")).to_be_visible()


def test_a_preview_keeps_nothing(small: Path, serve: Serve, learner: NewPage) -> None:
    page = learner(f"{serve(small)}{MODULE}")
    file = small / MODULE / "index.html"
    html = file.read_text("utf-8").replace('scripts/offline.js"', 'scripts/offline.js" data-uit')
    file.write_text(html, "utf-8")
    page.reload()
    until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


def test_where_workers_are_blocked_nothing_is_offered(
    small: Path, serve: Serve, visit: NewPage
) -> None:
    base = serve(small)
    page = visit(f"{base}{MODULE}")
    page.wait_for_load_state("networkidle")
    expect(page.locator("borg-offline-module")).to_be_empty()
    expect(page.locator(".offline-bar")).to_be_empty()
    page.goto(f"{base}mijn-voortgang/")
    expect(page.get_by_role("heading", name="Alles wissen")).to_be_visible()
    expect(page.get_by_role("heading", name="Bewaard om")).to_have_count(0)


def test_without_internet_search_says_so(small: Path, serve: Serve, learner: NewPage) -> None:
    page = learner(f"{serve(small)}")
    page.context.set_offline(True)
    page.reload()
    page.get_by_role("link", name="Zoeken").click()
    dialog = page.get_by_role("dialog", name="Zoeken")
    dialog.get_by_role("searchbox").fill("module")
    expect(dialog.get_by_role("status")).to_contain_text("Zoeken kan alleen met internet.")
    dialog.get_by_role("link", name="Bekijk alles op één pagina").click()
    expect(page.locator("h1")).to_have_text("Zoeken")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_without_internet(
    scheme: str, small: Path, serve: Serve, learner: NewPage, violations: Violations
) -> None:
    base = serve(small)
    page = learner(f"{base}{MODULE}", color_scheme=scheme)
    keep(page)
    assert violations(page) == []
    page.context.set_offline(True)
    page.goto(f"{base}leerroutes/")
    expect(page.locator("borg-offline-modules li")).to_have_count(1)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
