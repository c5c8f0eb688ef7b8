"""Search: what it finds, its filters, and its dialog by keyboard and on the smallest phone.

On a small site below a path of its own, as many servers have it.
"""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from leeromgeving.engines.mkdocs_run import build_site
from mini import copy_mini

NewPage = Callable[..., Page]
Serve = Callable[..., str]
Violations = Callable[[Page], list[str]]
TEXTS = {
    "modules/proef/eerste-stap.yml": (
        "Hoe lang kun jij wachten?",
        "Een cliënt hoort eerst prikkels.",
    ),
    "modules/proef/tweede-stap.yml": (
        "Schrijf op wat je hoorde.",
        "Een client mijdt elke prikkel.",
    ),
}
"""Words that one page has and the other has in another form."""
FOCUS = """() => {
    const { tagName, parentElement } = document.activeElement;
    return tagName === "BODY" || parentElement.closest("dialog") || tagName === "DIALOG"
        ? tagName : "out of the dialog";
}"""
FIRST, SECOND = "De eerste stap", "De tweede stap"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server serves: the site of the small project stands in its folder x/y/."""
    folder = tmp_path_factory.mktemp("zoeken")
    project = copy_mini(folder)
    for name, (before, after) in TEXTS.items():
        file = project / name
        old = file.read_text("utf-8")
        assert before in old
        file.write_text(old.replace(before, after), "utf-8")
    build_site(project, folder / "root/x/y", lambda total: None)
    return folder / "root"


@pytest.fixture(scope="module")
def home(root: Path, serve: Serve) -> str:
    """The address of the start page."""
    return f"{serve(root)}x/y/"


def click_search(page: Page) -> Locator:
    """The dialog, as soon as it is in sight."""
    page.get_by_role("link", name="Zoeken", exact=True).click()
    return page.get_by_role("dialog", name="Zoeken")


def open_search(page: Page) -> Locator:
    """The dialog, ready to search."""
    dialog = click_search(page)
    expect(dialog.locator("option", has_text="Onderdeel")).to_be_attached()
    return dialog


def results(dialog: Locator) -> Locator:
    return dialog.locator(".search-dialog__results > li")


def titles(dialog: Locator, said: str) -> list[str]:
    """The titles of what was found, once that is said; as many as is said."""
    status = dialog.get_by_role("status")
    expect(status).to_have_text(re.compile(f"{said}$"))
    found = results(dialog).locator("> a").all_text_contents()
    assert status.inner_text().startswith(f"{len(found) or 'Niets'} ")
    return found


def search(dialog: Locator, word: str) -> list[str]:
    dialog.get_by_role("searchbox").fill(word)
    return titles(dialog, f"gevonden voor ‘{word}’.")


def filter_of(dialog: Locator, name: str) -> Locator:
    """The filter of that name, in sight."""
    filters = dialog.locator("details")
    if filters.get_attribute("open") is None:
        filters.locator("summary").click()
    return filters.get_by_role("combobox", name=name, exact=True)


@pytest.mark.parametrize("words", [("client", "cliënt"), ("prikkel", "prikkels")])
def test_a_word_is_found_in_its_other_forms_and_stands_out(
    words: tuple[str, str], home: str, visit: NewPage
) -> None:
    dialog = open_search(visit(home))
    for word in words:
        assert {FIRST, SECOND} <= set(search(dialog, word))
        marks = results(dialog).filter(has_text="Proefmodule").locator("mark")
        assert {text.strip(".") for text in marks.all_text_contents()} == set(words)
        weight = marks.first.evaluate("mark => getComputedStyle(mark).fontWeight")
        assert int(weight) >= 700, "a word found stands out by more than a colour"


def test_the_dialog_by_keyboard_keeps_the_focus_and_gives_it_back(
    home: str, visit: NewPage
) -> None:
    page = visit(f"{home}modules/proef/")
    opener = page.get_by_role("link", name="Zoeken", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Zoeken")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("stap")
    titles(dialog, "gevonden voor ‘stap’.")
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(FOCUS))
    assert reached - {"DIALOG", "BODY"} == {"INPUT", "BUTTON", "SUMMARY", "A"}
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_in_the_dialog(
    scheme: str, home: str, visit: NewPage, violations: Violations
) -> None:
    page = visit(home, color_scheme=scheme, viewport={"width": 320, "height": 640})
    dialog = open_search(page)
    filter_of(dialog, "Soort").select_option("Opleidingsaanbod")
    search(dialog, "voorbeeldtraining")
    assert violations(page) == []
    assert dialog.evaluate("node => node.scrollWidth - node.clientWidth") == 0
    assert dialog.evaluate("node => innerHeight - node.getBoundingClientRect().bottom") >= 0
    for target in dialog.locator("a, button, input, select, summary").all():
        box = target.bounding_box()
        assert box, target
        assert box["height"] >= 44, target.inner_text()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert dialog.evaluate("node => node.scrollWidth - node.clientWidth") == 0


def test_filters_work_at_once_with_and_without_a_word(home: str, visit: NewPage) -> None:
    dialog = open_search(visit(home))
    everywhere = search(dialog, "stap")
    filter_of(dialog, "Soort").select_option("Onderdeel")
    assert set(titles(dialog, "^2 pagina's gevonden voor ‘stap’.")) == {FIRST, SECOND}
    assert {FIRST, SECOND} < set(everywhere)
    dialog.get_by_role("searchbox").fill("")
    assert titles(dialog, "gevonden.") == [FIRST, SECOND]
    filter_of(dialog, "Soort").select_option("Module")
    assert titles(dialog, "^3 pagina's gevonden.") == [
        "Alle vormen",
        "Proefmodule",
        "Voorbeeldmodule",
    ]
    filter_of(dialog, "Soort").select_option("Onderdeel")
    titles(dialog, "^2 pagina's gevonden.")
    filter_of(dialog, "Waar").select_option("Bij een andere organisatie")
    assert titles(dialog, "Niets gevonden. Kies minder filters.") == []
    expect(dialog.locator("summary")).to_have_text("Filters: 2 gekozen")
    filter_of(dialog, "Soort").select_option("")
    assert titles(dialog, "gevonden.") == ["Voorbeeldhuis"]
    dialog.get_by_role("searchbox").fill("stap")
    assert titles(dialog, "Niets gevonden voor ‘stap’. Kies minder filters.") == []
    dialog.get_by_role("button", name="Wis de filters").click()
    assert titles(dialog, "pagina's gevonden voor ‘stap’.") == everywhere
    expect(dialog.locator("summary")).to_have_text("Filters")
    dialog.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_be_empty()
    expect(results(dialog)).to_have_count(0)


@pytest.mark.parametrize(
    ("choice", "there", "absent"),
    [
        ("5 minuten of korter", {FIRST, "Voorbeeldmodule"}, {"Alle vormen", "Voorbeeldhuis"}),
        ("30 minuten of korter", {FIRST, "Voorbeeldmodule", "Alle vormen"}, {"Voorbeeldhuis"}),
        ("Langer dan 30 minuten", {"Voorbeeldhuis"}, {FIRST, "Alle vormen"}),
    ],
)
def test_who_has_more_time_has_time_for_what_is_short(
    choice: str, there: set[str], absent: set[str], home: str, visit: NewPage
) -> None:
    """The training of Voorbeeldhuis takes two hours; its courses of unknown length are nowhere."""
    dialog = open_search(visit(home))
    filter_of(dialog, "Tijd").select_option(choice)
    found = set(titles(dialog, "gevonden."))
    assert there <= found
    assert not absent & found


def test_choices_are_those_of_the_site_in_order(home: str, visit: NewPage) -> None:
    dialog = open_search(visit(home))
    choices = {
        name: filter_of(dialog, name).locator("option").all_text_contents()
        for name in ("Soort", "Thema", "Tijd", "Waar")
    }
    assert choices == {
        "Soort": ["Alles", "Leerroute", "Module", "Onderdeel", "Opleidingsaanbod", "Thema"],
        "Thema": ["Alle thema's", "Algemeen", "Voorbeeldthema ruimte", "Voorbeeldthema rust"],
        "Tijd": [
            "Maakt niet uit",
            "5 minuten of korter",
            "15 minuten of korter",
            "30 minuten of korter",
            "Langer dan 30 minuten",
        ],
        "Waar": ["Maakt niet uit", "Bij een andere organisatie", "Op deze site"],
    }


@pytest.mark.parametrize("start", ["", "opleidingsaanbod/voorbeeldhuis/"])
def test_a_course_elsewhere_is_found_and_leads_to_it(start: str, home: str, visit: NewPage) -> None:
    page = visit(f"{home}{start}")
    dialog = open_search(page)
    assert search(dialog, "Voorbeeldtraining") == ["Voorbeeldhuis"]
    dialog.get_by_role("link", name="Voorbeeldtraining").click()
    expect(page).to_have_url(f"{home}opleidingsaanbod/voorbeeldhuis/#aanbod-training")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("heading", name="Voorbeeldtraining")).to_be_in_viewport()


def test_a_link_to_a_section_stands_where_that_says_more_than_the_page(
    home: str, visit: NewPage
) -> None:
    dialog = open_search(visit(home))
    search(dialog, "terugkijken")
    links = results(dialog).first.get_by_role("link")
    expect(links).to_have_text(["Proefmodule", "Wat leer je?"])
    search(dialog, "eerste")
    item = results(dialog).filter(has_text=FIRST)
    expect(item.get_by_role("link")).to_have_text([FIRST])


def test_pages_that_only_link_to_it_are_not_found(home: str, visit: NewPage) -> None:
    dialog = open_search(visit(home))
    assert "Modules" not in search(dialog, "Voorbeeldmodule")
    assert "Thema's" not in search(dialog, "Voorbeeldthema")
    assert "Opleidingsaanbod" not in search(dialog, "Voorbeeldleergang")


@pytest.mark.parametrize("lost", ["**/pagefind.js", "**/pagefind-entry.json*"])
def test_a_search_that_failed_is_tried_again(lost: str, home: str, browser: Browser) -> None:
    page = browser.new_page(service_workers="block")
    page.goto(home)
    page.route(lost, lambda route: route.abort())
    dialog = click_search(page)
    expect(dialog.get_by_role("status")).to_contain_text("Zoeken lukt hier nu niet.")
    page.unroute(lost)
    assert {FIRST, SECOND} <= set(search(dialog, "client"))
    page.context.close()


def test_what_exists_is_found_though_a_piece_of_the_index_was_lost(
    home: str, visit: NewPage
) -> None:
    page = visit(home)
    page.route("**/pagefind/index/**", lambda route: route.abort(), times=1)
    assert {FIRST, SECOND} <= set(search(open_search(page), "client"))


def test_without_internet_nothing_is_said_not_to_exist(home: str, visit: NewPage) -> None:
    page = visit(home)
    dialog = open_search(page)
    page.context.set_offline(True)
    dialog.get_by_role("searchbox").fill("client")
    expect(dialog.get_by_role("status")).to_contain_text("Zoeken kan alleen met internet.")
    page.context.set_offline(False)
    dialog.get_by_role("button", name="Zoek", exact=True).click()
    assert {FIRST, SECOND} <= set(titles(dialog, "gevonden voor ‘client’."))


def test_a_filter_that_was_lost_comes_with_a_next_search(home: str, visit: NewPage) -> None:
    page = visit(home)
    page.route("**/pagefind/filter/**", lambda route: route.abort(), times=1)
    dialog = click_search(page)
    expect(dialog.get_by_role("status")).to_be_empty()
    lost = dialog.locator("select:not(:has(option + option))")
    expect(lost).to_have_count(1)
    search(dialog, "client")
    expect(lost).to_have_count(0)
    double = "texts => texts.length - new Set(texts.map(node => node.textContent)).size"
    for menu in dialog.locator("select").all():
        assert menu.locator("option").evaluate_all(double) == 0


def test_a_word_is_searched_before_the_filters_come(home: str, visit: NewPage) -> None:
    page = visit(home)
    held: list[Route] = []
    page.route("**/pagefind/filter/**", lambda route: held.append(route))
    dialog = click_search(page)
    assert {FIRST, SECOND} <= set(search(dialog, "client"))
    options = dialog.locator("option", has_text="Onderdeel")
    expect(options).to_have_count(0)
    for route in held:
        route.continue_()
    expect(options).to_be_attached()


def test_what_is_asked_before_the_script_comes_is_answered_when_it_does(
    home: str, visit: NewPage
) -> None:
    page = visit(home)
    held: list[Route] = []
    page.route("**/scripts/search.*js", lambda route: held.append(route))
    with page.expect_request("**/scripts/search.*js"):
        dialog = click_search(page)
    dialog.get_by_role("searchbox").fill("client")
    dialog.get_by_role("searchbox").press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("Even wachten: zoeken wordt klaargezet.")
    held[0].continue_()
    assert {FIRST, SECOND} <= set(titles(dialog, "gevonden voor ‘client’."))
    expect(page).to_have_url(home)


def test_escape_closes_and_keeps_the_word_with_what_it_found(home: str, visit: NewPage) -> None:
    page = visit(home)
    dialog = open_search(page)
    found = search(dialog, "client")
    dialog.get_by_role("searchbox").press("Escape")
    expect(dialog).to_be_hidden()
    click_search(page)
    expect(dialog.get_by_role("searchbox")).to_have_value("client")
    assert titles(dialog, "gevonden voor ‘client’.") == found


def test_without_javascript_every_course_is_listed_and_its_link_leads_there(
    root: Path, home: str, visit: NewPage
) -> None:
    page = visit(home, java_script_enabled=False)
    page.get_by_role("link", name="Zoeken", exact=True).click()
    expect(page).to_have_url(f"{home}zoeken/")
    for course in ("Voorbeeldcursus", "Voorbeeldtraining", "Voorbeeldleergang"):
        link = page.locator("main").get_by_role("link", name=course, exact=True)
        address = urljoin(page.url, link.get_attribute("href") or "")
        path, _, anchor = address.removeprefix(home).partition("#")
        html = (root / "x/y" / path / "index.html").read_text("utf-8")
        assert f'<h2 id="{anchor}">{course}</h2>' in html
