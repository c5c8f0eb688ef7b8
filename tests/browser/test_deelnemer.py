"""What a deelnemer does, by keyboard, on a phone, with and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

NewPage = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
ONDERDEEL = "modules/sgg/gedrag-beoordelen/"


def oefening(page: Page) -> Locator:
    """The first oefening with one right answer."""
    return page.locator("borg-keuze").filter(has=page.locator("input[type=radio]")).first


def tab_to(page: Page, target: Locator, limit: int = 80) -> None:
    """Reach something by the Tab key alone."""
    for _ in range(limit):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("Tab does not reach it")


def test_without_javascript_all_is_readable(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(ONDERDEEL)
    expect(page.get_by_role("button", name="Nakijken")).to_have_count(0)
    solution = page.locator("details.antwoord").first
    solution.locator("summary").click()
    expect(solution.locator(".feedback-text").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    page.get_by_role("link", name="Zoeken").click()
    expect(page).to_have_url(re.compile("/zoeken/$"))
    expect(page.locator("main").get_by_role("link", name="Erover praten")).to_be_visible()


def test_a_whole_part_by_keyboard_alone(visit: NewPage, silent: str) -> None:
    page = visit(f"{silent}modules/proef/")
    tab_to(page, page.get_by_role("link", name="Begin met onderdeel 1"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("De eerste stap")
    box = oefening(page)
    tab_to(page, box.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    expect(box.get_by_label("Zelf verder praten.")).to_be_checked()
    tab_to(page, box.get_by_role("button", name="Nakijken"))
    page.keyboard.press("Enter")
    expect(box.get_by_role("status").last).to_contain_text("hoeft Kim niets meer te zeggen")
    done = page.get_by_role("button", name="Ik heb dit onderdeel afgerond")
    tab_to(page, done)
    page.keyboard.press("Space")
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(page.locator("borg-afgerond").get_by_role("status")).to_contain_text("bij je voortgang")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Verder met")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("De tweede stap")


def test_the_phone_menu_by_keyboard(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("")
    menu = page.get_by_role("button", name="Menu")
    item = page.locator("#hoofdmenu").get_by_text("Leerroutes")
    expect(item).to_be_hidden()
    tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(item).to_be_visible()
    page.keyboard.press("Escape")
    expect(item).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, item)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leerroutes")


def test_the_colour_scheme_is_kept_on_this_device(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("weergave")).click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_blocked_storage_breaks_nothing(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
    )
    page.goto(ONDERDEEL)
    page.get_by_role("button", name=re.compile("weergave")).click()
    box = oefening(page)
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="Nakijken").click()
    expect(box.get_by_role("status")).not_to_be_empty()


def test_the_offer_is_filtered_and_the_count_is_announced(new_page: NewPage) -> None:
    page = new_page()
    page.goto("opleidingsaanbod/")
    items = page.locator("borg-filter li[data-toegang]")
    everything = items.count()
    page.get_by_label("Toegang").select_option(index=1)
    shown = [item for item in items.all() if item.is_visible()]
    assert 0 < len(shown) < everything
    status = page.locator("borg-filter").get_by_role("status")
    expect(status).to_contain_text(f"{len(shown)} van {everything}")
    page.get_by_role("button", name="Wis de filters").click()
    expect(status).to_contain_text(f"{everything} van {everything}")
    plain = new_page(java_script_enabled=False)
    plain.goto("opleidingsaanbod/")
    expect(plain.get_by_role("button", name="Wis de filters")).to_have_count(0)
    expect(plain.locator("li[data-toegang]").first).to_be_visible()


def test_print_shows_question_answers_and_explanation(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    page.emulate_media(media="print")
    box = oefening(page)
    expect(box.locator("legend")).to_be_visible()
    expect(box.locator("details.antwoord .feedback-text").first).to_be_visible()
    expect(box.get_by_role("button", name="Nakijken")).to_be_hidden()
    expect(page.locator("#hoofdmenu")).to_be_hidden()
    expect(page.get_by_text("Bron van deze pagina")).to_be_hidden()
    may_break = "node => getComputedStyle(node).breakInside"
    assert box.locator("fieldset").evaluate(may_break) == "auto", "a long one fills the page"
    assert box.locator(".keuze").first.evaluate(may_break) == "avoid"
