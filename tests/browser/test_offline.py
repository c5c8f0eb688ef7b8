"""A deelnemer without internet: what was visited and what was kept."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from keeping import (
    ALL,
    KEEP,
    MODULE,
    SGG,
    cache_names,
    keep,
    until,
    until_visited,
)

NewPage = Callable[..., Page]
Serve = Callable[..., str]
Violations = Callable[[Page], list[str]]


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
    html = re.sub(r'(scripts/offline\.\w+\.js")', r"\1 data-uit", file.read_text("utf-8"))
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
