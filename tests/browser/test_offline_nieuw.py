"""A site that changes: with internet no old page is read, and a new version is only offered."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from keeping import MODULE, cache_names, keep, make_release, until, until_visited
from leeromgeving.offline import make_offline

NewPage = Callable[..., Page]
Serve = Callable[..., str]
Violations = Callable[[Page], list[str]]


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
    make_offline(small)
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
