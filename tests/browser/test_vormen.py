"""The forms in which nothing is right or wrong: casus and reflectie; all three on any device."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from oefenen import CARDS, PAGE, button, kaarten, tab_to, uitslag

Visit = Callable[..., Page]
Violations = Callable[[Page], list[str]]
BLOCKED = "Object.defineProperty(window, '{}', {{get() {{ throw new Error('blocked'); }}}})"
TOO_WIDE = """parts => parts.flatMap(part => [part, ...part.querySelectorAll('*')])
    .filter(node => node.getBoundingClientRect().right > innerWidth).map(node => node.outerHTML)"""
TOO_SMALL = """targets => targets.filter(target => {
    const { width, height } = target.getBoundingClientRect();
    return target.checkVisibility() && Math.min(width, height) < 44;
}).map(target => target.outerHTML)"""
WORDS = "Als het druk is, wil ik doorpakken."


@pytest.fixture
def address(silent: str) -> str:
    """The page with every form of oefening."""
    return silent + PAGE


def casus(page: Page) -> Locator:
    return page.locator("borg-casus")


def choose(part: Locator, text: str) -> None:
    """Choose what to do, and read what happens."""
    part.get_by_role("radio", name=text).check()
    button(part, "Kies").click()


# Casus


def test_a_casus_by_keyboard_from_begin_to_end(visit: Visit, address: str) -> None:
    page = visit(address)
    part = casus(page)
    status = part.get_by_role("status")
    tab_to(page, button(part, "Kies"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("Kies eerst wat je doet.")
    tab_to(page, part.get_by_role("radio").first, "Shift+Tab")
    page.keyboard.press("Space")
    expect(button(part, "Verder")).to_be_hidden()  # choosing alone does nothing yet
    tab_to(page, button(part, "Kies"))
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Je kiest: Je klopt en noemt je naam.")
    expect(status).to_contain_text("De kraan gaat uit.")
    expect(button(part, "Verder")).to_be_focused()
    page.keyboard.press("Enter")
    heading = part.get_by_role("heading", name="Stap 2: het einde", exact=True)
    expect(heading).to_be_focused()
    expect(heading).to_have_accessible_description(re.compile("Kim vertelt door de deur heen"))
    expect(part.get_by_text("Je gaf Kim ruimte om zelf te praten.")).to_be_visible()
    expect(part.get_by_text("Spreek af wanneer je er samen op terugkomt.")).to_be_visible()
    expect(status).to_be_empty()
    assert uitslag(page, "badkamer") == "gedaan"


def test_other_choices_lead_to_another_end_and_the_way_is_shown(visit: Visit, address: str) -> None:
    page = visit(address)
    part = casus(page)
    way = part.locator("details", has_text="Je weg tot nu toe")
    expect(way).to_be_hidden()
    choose(part, "Je roept dat het nu lang genoeg duurt.")
    button(part, "Verder").click()
    expect(part.get_by_role("group", name="Hoe ga je verder?")).to_be_visible()
    expect(part.get_by_role("radio", checked=True)).to_have_count(0)
    choose(part, "Je doet de deur open.")
    button(part, "Verder").click()
    expect(part.get_by_text("Kim wil vandaag met niemand meer praten.")).to_be_visible()
    expect(part.get_by_text("Je gaf Kim ruimte om zelf te praten.")).to_be_hidden()
    way.locator("summary").click()
    steps = way.get_by_role("listitem")
    expect(steps).to_have_count(2)
    expect(steps.first).to_contain_text("Je roept dat het nu lang genoeg duurt.")
    expect(steps.first).to_contain_text("Het wordt stil achter de deur.")
    expect(steps.last).to_contain_text("Kim schrikt en duwt de deur weer dicht.")


def test_back_one_step_at_a_time_and_again_from_the_beginning(visit: Visit, address: str) -> None:
    page = visit(address)
    part = casus(page)
    first = part.get_by_role("group", name="Wat doe je?")
    back = button(part, "Terug")
    expect(back).to_be_hidden()
    choose(part, "Je roept")
    back.click()  # from the consequence to the choice
    expect(first).to_be_visible()
    expect(part.get_by_role("status")).to_be_empty()
    choose(part, "Je roept")
    button(part, "Verder").click()
    back.click()  # from the second step to the first
    expect(first).to_be_visible()
    expect(part.get_by_role("heading", name="Stap 1", exact=True)).to_be_focused()
    expect(back).to_be_hidden()
    choose(part, "Je klopt")
    button(part, "Verder").click()
    button(part, "Opnieuw, en kies eens anders").click()
    expect(part.get_by_role("heading", name="Stap 1", exact=True)).to_be_focused()
    expect(part.get_by_role("radio", checked=True)).to_have_count(0)
    expect(part.get_by_text("Je weg tot nu toe")).to_be_hidden()


def test_a_story_can_not_be_read_ahead(visit: Visit, address: str) -> None:
    shown = casus(visit(address)).inner_text()
    assert "De deur is al een halfuur dicht." in shown
    assert shown.count("Wat doe je?") == 1  # as the legend of the choices only
    assert "Je kiest" not in shown
    for later in (
        "De kraan gaat uit",
        "Het wordt stil",
        "Robin",
        "Kim vertelt",
        "Wat ging er goed",
    ):
        assert later not in shown


def test_without_javascript_links_lead_through_the_whole_story(visit: Visit, address: str) -> None:
    page = visit(address, java_script_enabled=False)
    steps = page.locator(".casus__stap")
    for summary in steps.locator("summary").all():
        summary.click()
    ways = {step.get_attribute("id"): step.get_by_role("link").all() for step in steps.all()}
    assert len(ways) == 4
    reached = [steps.first.get_attribute("id")]
    for step in reached:  # grows while links lead on
        for link in ways[step]:
            link.click()
            target = page.url.partition("#")[2]
            label = page.locator(f"[id='{target}'] h3").inner_text()
            assert link.inner_text() in f"Verder bij s{label[1:]}"
            if target not in reached:
                reached.append(target)
    assert set(reached) == set(ways)
    text = page.locator("borg-casus").inner_text()
    assert text.count("Wat er gebeurt:") == 4
    assert text.count("Wat kan er beter?") == 2


# Reflectie


def reflectie(page: Page) -> Locator:
    return page.locator("borg-reflectie")


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Wanneer vind jij wachten lastig?")


def again(browser: Browser, context: BrowserContext, address: str) -> Page:
    """The same device, another day: all that the browser kept, in a new window."""
    page = browser.new_context(storage_state=context.storage_state()).new_page()
    page.goto(address)
    return page


def test_own_words_are_kept_when_asked_and_found_back(
    visit: Visit, browser: Browser, address: str
) -> None:
    page = visit(address)
    tab_to(page, field(page))
    page.keyboard.type(WORDS)
    expect(reflectie(page)).to_contain_text("Nog niet bewaard.")
    expect(reflectie(page)).to_contain_text("alleen op dit apparaat")
    later = again(browser, page.context, address)
    expect(field(later)).to_have_value("")  # nobody asked to keep it
    later.context.close()
    tab_to(page, button(reflectie(page), "Bewaar"))
    page.keyboard.press("Enter")
    expect(reflectie(page).get_by_role("status")).to_have_text("Bewaard op dit apparaat.")
    expect(reflectie(page)).not_to_contain_text("Nog niet bewaard.")
    assert uitslag(page, "norm") == "gedaan"
    later = again(browser, page.context, address)
    expect(field(later)).to_have_value(WORDS)
    later.context.close()


def test_unsaved_words_survive_another_page(visit: Visit, address: str, silent: str) -> None:
    page = visit(address)
    field(page).fill(WORDS)
    page.goto(silent)
    page.goto(address)
    expect(field(page)).to_have_value(WORDS)
    expect(reflectie(page)).to_contain_text("Nog niet bewaard.")


def test_erasing_asks_first(visit: Visit, address: str) -> None:
    page = visit(address)
    part = reflectie(page)
    field(page).fill(WORDS)
    button(part, "Bewaar").click()
    tab_to(page, button(part, "Wis"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # focus is on "Nee"
    expect(button(part, "Wis")).to_be_focused()
    expect(field(page)).to_have_value(WORDS)
    button(part, "Wis").click()
    button(part, "Ja, wis mijn antwoord").click()
    expect(part.get_by_role("status")).to_have_text("Je antwoord is gewist.")
    expect(field(page)).to_be_focused()
    page.reload()
    expect(field(page)).to_have_value("")
    assert WORDS not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_download_holds_question_and_words(visit: Visit, address: str) -> None:
    page = visit(address)
    part = reflectie(page)
    button(part, "Download").click()
    expect(part.get_by_role("status")).to_have_text("Schrijf eerst iets op.")
    field(page).fill(f"{WORDS}\nOok thuis.")
    page.evaluate("() => { URL.revokeObjectURL = () => { window.isGone = true; }; }")
    with page.expect_download() as waiting:
        button(part, "Download").click()
    assert not page.evaluate("window.isGone"), "some browsers still have to read it"
    file = waiting.value
    assert file.suggested_filename == "reflectie-norm.txt"
    text = Path(file.path()).read_bytes().decode("utf-8")
    assert "Wanneer vind jij wachten lastig?" in text
    assert f"{WORDS}\r\nOok thuis.\r\n" in text


@pytest.mark.parametrize("stores", [("localStorage",), ("localStorage", "sessionStorage")])
def test_a_device_that_keeps_nothing_says_so(
    stores: tuple[str, ...], visit: Visit, address: str
) -> None:
    page = visit(address, init=";".join(BLOCKED.format(store) for store in stores))
    part = reflectie(page)
    expect(part).to_contain_text("Dit apparaat bewaart je antwoord niet.")
    expect(button(part, "Bewaar")).to_have_count(0)
    field(page).fill(WORDS)
    with page.expect_download() as waiting:
        button(part, "Download").click()
    assert WORDS in Path(waiting.value.path()).read_text("utf-8")


def test_full_storage_is_told_at_once(visit: Visit, address: str) -> None:
    page = visit(address)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    field(page).fill(WORDS)
    button(reflectie(page), "Bewaar").click()
    expect(reflectie(page).get_by_role("status")).to_contain_text("Bewaren is niet gelukt")
    expect(reflectie(page)).to_contain_text("Dit apparaat bewaart je antwoord niet.")
    expect(field(page)).to_have_value(WORDS)


def test_another_tab_is_shown_and_never_overwrites_what_is_typed(
    visit: Visit, address: str
) -> None:
    page = visit(address)
    other = page.context.new_page()
    other.goto(address)
    field(other).fill("Eerst")
    button(reflectie(other), "Bewaar").click()
    expect(field(page)).to_have_value("Eerst")
    status = reflectie(page).get_by_role("status")
    expect(status).to_have_text("Je antwoord is veranderd in een ander venster.")
    field(page).fill("Mijn eigen zin")
    field(other).fill("Daarna")
    button(reflectie(other), "Bewaar").click()
    expect(status).to_contain_text("Daarna")
    expect(field(page)).to_have_value("Mijn eigen zin")
    button(reflectie(page), "Bewaar").click()
    expect(field(other)).to_have_value("Mijn eigen zin")


def test_without_javascript_a_reflectie_offers_no_dead_field(visit: Visit, address: str) -> None:
    part = reflectie(visit(address, java_script_enabled=False))
    expect(part.locator("textarea, button")).to_have_count(0)
    expect(part.get_by_text("Schrijf je antwoord op papier")).to_be_visible()
    part.get_by_text("Bekijk een voorbeeld").click()
    expect(part.get_by_text("Als het druk is, ga ik sneller praten.")).to_be_visible()


# All three


def in_every_state(page: Page) -> list[Callable[[], None]]:
    """What brings the page to all that can be shown, one after the other."""
    story, cards = casus(page), kaarten(page)
    return [
        lambda: button(story, "Kies").click(),
        lambda: choose(story, "Je roept"),
        lambda: button(story, "Verder").click(),
        lambda: choose(story, "Je doet de deur open."),
        lambda: button(story, "Verder").click(),
        lambda: story.get_by_text("Je weg tot nu toe").click(),
        lambda: field(page).fill(WORDS * 9),
        lambda: button(reflectie(page), "Bewaar").click(),
        lambda: button(reflectie(page), "Wis").click(),
        lambda: button(cards, "Draai om").click(),
        lambda: button(cards, "Nog oefenen").click(),
        lambda: button(cards, "Volgende").click(),
        lambda: button(cards, "Volgende").click(),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(scheme: str, visit: Visit, address: str, violations: Violations) -> None:
    page = visit(address, color_scheme=scheme)
    for number, step in enumerate(in_every_state(page)):
        step()
        if number in {1, 5, 9}:  # a consequence; an end with its way; a question and a card
            assert violations(page) == [], number


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_fits_the_smallest_phone_with_large_targets(size: str, visit: Visit, address: str) -> None:
    """No scrolling in two directions (WCAG 2.2, 1.4.10); 44 CSS pixels to touch (2.5.5)."""
    long_word = "Math.random = () => 0"  # a card that holds one comes by
    page = visit(address, init=long_word, viewport={"width": 320, "height": 640})
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    parts = page.locator("borg-casus, borg-reflectie, borg-flitskaarten")
    for step in in_every_state(page):
        step()
        assert parts.evaluate_all(TOO_WIDE) == []
        assert parts.locator("button, summary, textarea, label").evaluate_all(TOO_SMALL) == []


def test_print_shows_the_whole_story_all_cards_and_room_to_write(
    visit: Visit, address: str
) -> None:
    page = visit(address)
    choose(casus(page), "Je klopt")
    button(casus(page), "Verder").click()
    page.emulate_media(media="print")
    story = casus(page).inner_text()
    for text in ("Stap 1", "Stap 3: een einde", "Het wordt stil", "Verder bij stap 4", "Hoe ga je"):
        assert text in story
    assert "het einde" not in story  # the number on the learner's own way
    for voor, achter in CARDS.items():
        expect(kaarten(page).get_by_text(voor, exact=True).first).to_be_visible()
        expect(kaarten(page).get_by_text(achter).first).to_be_visible()
    expect(page.locator(".oefening").get_by_role("button")).to_have_count(0)
    room = page.locator(".reflectie__ruimte").bounding_box()
    assert room is not None
    assert room["height"] > 100
    page.emulate_media(media="screen")
    field(page).fill(WORDS)
    page.emulate_media(media="print")
    expect(reflectie(page).get_by_text(WORDS)).to_be_visible()
