"""A film at another company: nothing is asked of it before the visitor does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from leeromgeving.engines.mkdocs_run import build_site

VIDEO = """inhoud:
  - soort: video
    titel: Verzonnen film
    url: https://film.example/embed/1
    bedrijf: Filmhuis Voorbeeld
    duur: 1
  - soort: video
    titel: Andere film
    url: https://elders.example/embed/1
    bedrijf: Elders
    duur: 1
  - soort: video
    titel: Tweede film
    url: https://film.example/embed/2
    bedrijf: Filmhuis Voorbeeld
    duur: 1
"""


@pytest.fixture
def address(project: Path, serve: Callable[[Path], str]) -> str:
    """A page with such a film."""
    part = project / "modules" / "proef" / "eerste-stap.yml"
    part.write_text(part.read_text("utf-8").replace("inhoud:\n", VIDEO), "utf-8")
    module = project / "modules" / "proef" / "module.yml"
    for file in (part, module):
        file.write_text(file.read_text("utf-8").replace("duur: ", "duur: 1", 1), "utf-8")
    build_site(project, project / "site", lambda total: None)
    return f"{serve(project / 'site')}modules/proef/eerste-stap/"


def test_it_loads_after_a_choice_that_names_the_company(address: str, browser: Browser) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    asked: list[str] = []
    page.route("https://*.example/**", lambda route: route.fulfill(body="<h1>film</h1>"))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if ".example" in url]
    film, other, second = page.locator("borg-video").all()
    expect(film).to_contain_text("krijgt Filmhuis Voorbeeld je IP-adres")
    expect(film.get_by_role("link")).to_have_attribute("href", "https://film.example/embed/1")
    film.get_by_role("button", name="Laad de video van Filmhuis Voorbeeld").click()
    expect(film.frame_locator("iframe").locator("h1")).to_have_text("film")
    assert film.locator("iframe").evaluate("frame => frame === document.activeElement")

    # The same company is not asked about again; another is, and so is a next view of the page.
    second.scroll_into_view_if_needed()
    expect(second.frame_locator("iframe").locator("h1")).to_have_text("film")
    expect(other.get_by_role("button", name="Laad de video van Elders")).to_be_visible()
    assert not [url for url in asked if "elders.example" in url]
    page.reload()
    expect(page.locator("borg-video iframe")).to_have_count(0)
    expect(page.locator("borg-video").get_by_role("button")).to_have_count(3)
    context.close()


def test_a_host_that_forbids_frames_leaves_a_sentence_and_the_link(
    address: str, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    film = page.locator("borg-video").first
    film.get_by_role("button").click()
    expect(film.get_by_role("status")).to_contain_text("mag hier niet geladen worden")
    expect(film.locator("iframe")).to_have_count(0)
    expect(film.get_by_role("link")).to_be_visible()
    context.close()


def test_without_javascript_the_link_is_there(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    for film in page.locator("borg-video").all():
        expect(film.get_by_role("link")).to_be_visible()
    expect(page.locator("borg-video").get_by_role("button")).to_have_count(0)
    context.close()
