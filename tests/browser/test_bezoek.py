"""What a page tells the receiver about a view, and when it tells nothing."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from leeromgeving.ingest.bezoek_adres import Site
from mini import build_mini

RECEIVER = "https://ontvanger.example"
BEACON = "script[src*='/bezoek.']"
PAGE = "modules/voorbeeld/"
NO_STORAGE = "Object.defineProperty(window, 'sessionStorage', {get() {throw new Error('blocked')}})"
ASKS_NOT_TO = {
    "gpc": "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {value: true})",
    "dnt": "Object.defineProperty(Navigator.prototype, 'doNotTrack', {value: '1'})",
}
REFERRERS = (
    "https://www.google.nl/",
    "https://nl.search.yahoo.com/",
    "https://duckduckgo.com/",
    "https://docs.google.com/",
    "https://www.googlex.nl/",
    "https://intranet.example/google.nl",
    "android-app://com.google.android.googlequicksearchbox/",
)
View = dict[str, Any]
Open = Callable[..., tuple[Page, list[View]]]


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of a site with a receiver, in a folder of its own on its server."""
    folder = tmp_path_factory.mktemp("counted")
    build_mini(folder, RECEIVER).rename(folder / "leren")
    return serve(folder, RECEIVER) + "leren/"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Open]:
    """A tab, and what it told the receiver; fails afterwards on a cookie or a script's mistake."""
    contexts = []
    mistakes: list[str] = []

    def make(init: str = "", is_up: bool = True) -> tuple[Page, list[View]]:
        context = browser.new_context(locale="nl-NL")
        contexts.append(context)
        told: list[View] = []

        def receive(route: Route, request: Request) -> None:
            assert request.url == f"{RECEIVER}/bezoek"
            assert request.method == "POST"
            assert request.headers["content-type"] == "text/plain;charset=UTF-8"
            assert "cookie" not in request.headers
            told.append(json.loads(request.post_data or ""))
            if is_up:
                route.fulfill(status=204)
            else:
                route.abort("connectionrefused")

        context.route(f"{RECEIVER}/**", receive)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        return page, told

    yield make
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert mistakes == []


def see(page: Page, address: str, **options: Any) -> None:
    """Open a page, and wait until the receiver heard of it."""
    with page.expect_response(f"{RECEIVER}/**"):
        page.goto(address, **options)


def view(pad: str, herkomst: str, eerste: bool) -> View:
    return {"pad": f"/leren/{pad}", "herkomst": herkomst, "eerste": eerste}


def test_a_view_a_second_view_and_a_link(visitor: Open, counted: str) -> None:
    page, told = visitor()
    see(page, counted)
    see(page, counted)
    see(page, counted + PAGE, referer=counted)
    with page.expect_response(f"{RECEIVER}/**"):
        page.get_by_role("link", name="Naar de vragenlijst").click()
    assert told == [
        view("", "direct", True),
        view("", "direct", False),
        view(PAGE, "intern", True),
        view(f"{PAGE}vragenlijst/", "intern", True),
    ]
    assert page.evaluate("Object.keys(localStorage)") == ["leeromgeving:voortgang"]


def test_another_tab_is_another_session(visitor: Open, counted: str) -> None:
    page, told = visitor()
    see(page, counted)
    other = page.context.new_page()
    see(other, counted)
    assert told == [view("", "direct", True)] * 2


@pytest.mark.parametrize("referrer", REFERRERS)
def test_the_kind_of_place_is_told_as_a_log_tells_it(
    referrer: str, visitor: Open, counted: str
) -> None:
    page, told = visitor(f"Object.defineProperty(document, 'referrer', {{value: '{referrer}'}})")
    see(page, counted)
    assert told == [view("", Site.at(counted, {""}).herkomst(referrer), True)]


@pytest.mark.parametrize("wish", ASKS_NOT_TO)
def test_a_browser_that_asks_not_to_be_followed_sends_nothing(
    wish: str, visitor: Open, counted: str
) -> None:
    page, told = visitor(ASKS_NOT_TO[wish])
    page.goto(counted, wait_until="networkidle")
    assert page.locator(BEACON).count() == 1
    assert told == []
    assert page.evaluate("sessionStorage.length") == 0


def test_with_blocked_storage_no_view_is_called_the_first(visitor: Open, counted: str) -> None:
    page, told = visitor(NO_STORAGE)
    see(page, counted)
    assert told == [view("", "direct", False)]


def test_a_page_made_ready_counts_when_it_is_opened(visitor: Open, counted: str) -> None:
    page, told = visitor("Object.defineProperty(document, 'prerendering', {value: true})")
    page.goto(counted, wait_until="networkidle")
    assert told == []
    with page.expect_response(f"{RECEIVER}/**"):
        page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))")
    assert told == [view("", "direct", True)]


def test_a_page_works_when_the_receiver_is_down(visitor: Open, counted: str) -> None:
    page, told = visitor(is_up=False)
    with page.expect_event("requestfailed"):
        page.goto(counted + PAGE)
    assert told == [view(PAGE, "direct", True)]
    page.get_by_role("link", name="Naar de vragenlijst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat vond je ervan?")


def test_a_page_that_is_not_there_tells_nothing(visitor: Open, counted: str) -> None:
    page, told = visitor()
    page.goto(f"{counted}404.html", wait_until="networkidle")
    assert told == []


def test_without_a_receiver_there_is_no_beacon(tmp_path: Path) -> None:
    pages = list(build_mini(tmp_path).rglob("*.html"))
    assert pages
    assert not [page for page in pages if "scripts/bezoek." in page.read_text("utf-8")]
