"""Reading aloud: only with a Dutch voice of the device itself, sentence by sentence, in control."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]
VOICES = (Path(__file__).parent / "voices.js").read_text("utf-8")
ADDRESS = "modules/bejegenen-behandelen-beveiligen/"
MARKED = "[...(CSS.highlights.get('voorlezen') ?? [])].map(String).join('|')"
FIRST = "Bejegenen, behandelen, beveiligen"
SECOND = "Drie kernwaarden die elke dienst meedoen."
THIRD = "Hoe helpen ze elkaar, waar botsen ze en hoe kies je dan samen?"


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A basismodule in a browser with voices."""
    page = new_page()
    page.add_init_script(VOICES)
    page.goto(ADDRESS)
    return page


def said(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("fake.state.said")
    return found


def texts(page: Page) -> list[str]:
    return [each["text"] for each in said(page)]


def bar(page: Page) -> Locator:
    return page.get_by_role("group", name="Lees voor")


def press(page: Page, name: str) -> None:
    bar(page).get_by_role("button", name=name, exact=True).click()


def test_only_a_dutch_voice_on_the_device_is_used(page: Page) -> None:
    page.evaluate("fake.setVoices(fake.state.voices.slice(0, 2))")
    expect(bar(page)).to_be_hidden()
    page.evaluate("fake.setVoices([{ name: 'Xander', lang: 'nl_NL', localService: true }])")
    press(page, "Lees voor")
    assert said(page) == [{"text": FIRST, "rate": 1, "voice": "Xander"}]


def test_without_any_voice_nothing_is_offered(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ADDRESS)
    expect(page.locator("borg-lees-voor")).to_be_attached()
    expect(page.get_by_role("button", name="Lees voor")).to_have_count(0)


def test_nothing_moves_when_a_voice_comes_late(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(f"{VOICES}; const late = fake.state.voices; fake.state.voices = [];")
    page.goto(ADDRESS)
    heading = page.locator("h2#leerdoelen")
    before = heading.bounding_box()
    page.evaluate("fake.setVoices([{ name: 'Xander', lang: 'nl-NL', localService: true }])")
    expect(bar(page)).to_be_visible()
    assert heading.bounding_box() == before


def test_it_reads_sentence_by_sentence_and_marks_the_one_it_reads(page: Page) -> None:
    press(page, "Lees voor")
    assert page.evaluate(MARKED) == FIRST
    page.evaluate("fake.finish()")
    assert page.evaluate(MARKED) == SECOND
    page.evaluate("fake.finish()")
    assert texts(page) == [FIRST, SECOND, THIRD]


def test_pause_goes_on_with_the_same_sentence_and_stop_begins_again(page: Page) -> None:
    press(page, "Lees voor")
    page.evaluate("fake.finish()")
    press(page, "Pauze")
    assert page.evaluate("fake.state.current") is None
    assert page.evaluate(MARKED) == SECOND
    press(page, "Lees verder")
    press(page, "Stop")
    assert page.evaluate(MARKED) == ""
    press(page, "Lees voor")
    assert texts(page) == [FIRST, SECOND, SECOND, FIRST]


def test_a_sentence_back_and_ahead(page: Page) -> None:
    press(page, "Lees voor")
    press(page, "Volgende zin")
    press(page, "Volgende zin")
    press(page, "Vorige zin")
    for _ in range(3):
        press(page, "Vorige zin")
    assert texts(page) == [FIRST, SECOND, THIRD, SECOND, FIRST, FIRST, FIRST]


def test_another_speed_holds_at_once_and_stays(page: Page) -> None:
    press(page, "Lees voor")
    bar(page).get_by_role("combobox", name="Snelheid").select_option("1,25×")
    assert [(each["text"], each["rate"]) for each in said(page)] == [(FIRST, 1), (FIRST, 1.25)]
    assert page.evaluate("leeromgeving.voortgang.get('snelheid')") == 1.25


def read_all(page: Page) -> list[str]:
    press(page, "Lees voor")
    page.evaluate("while (fake.state.current) fake.finish()")
    return texts(page)


def test_texts_are_read_and_exercises_and_buttons_are_not(page: Page) -> None:
    whole = read_all(page)
    assert "Je doet wat je belooft." in whole
    assert "Kwart over acht." in whole
    assert "Dit helpt: Weinig woorden." in whole  # a cell, with the head of its column
    text = " ".join(whole)
    questions = page.locator(".oefening legend").all_text_contents()
    assert questions
    for question in questions:
        assert question.strip() not in text
    assert "Nakijken" not in text
    assert "Download" not in text
    expect(bar(page).get_by_role("button", name="Lees voor")).to_be_visible()
    assert page.evaluate(MARKED) == ""


def test_a_word_with_an_explanation_is_read_in_its_sentence(page: Page) -> None:
    word = page.locator("p > .begrip").first
    sentences = read_all(page)
    around = word.evaluate("each => each.parentElement.textContent.split(/(?<=[.!?]) /)")
    (sentence,) = [text for text in around if word.inner_text() in text][:1]
    assert " ".join(sentence.split()) in sentences
    explanation = page.locator(".begrippen [popover]").first.text_content()
    assert explanation
    assert not any(text in explanation for text in sentences)


def test_leaving_the_page_and_starting_a_recording_end_it(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(VOICES)
    page.goto("modules/sgg/je-eigen-normen/")
    press(page, "Lees voor")
    page.locator("audio").evaluate("audio => { audio.muted = true; return audio.play(); }")
    expect(bar(page).get_by_role("button", name="Lees verder")).to_be_visible()
    press(page, "Lees verder")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("fake.state.current") is None


def test_by_keyboard_alone(page: Page) -> None:
    start = bar(page).get_by_role("button", name="Lees voor")
    start.focus()
    page.keyboard.press("Enter")
    expect(bar(page).get_by_role("button", name="Pauze")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert texts(page) == [FIRST, SECOND]
    page.keyboard.press("Escape")
    expect(start).to_be_focused()
    assert page.evaluate("fake.state.current") is None


def test_the_sentence_comes_into_view_above_the_bar(page: Page) -> None:
    press(page, "Lees voor")
    page.evaluate("for (let i = 0; i < 40; i += 1) fake.finish()")
    box = bar(page).bounding_box()
    assert box
    place = page.evaluate(
        "(({top, bottom}) => ({top, bottom}))"
        "([...CSS.highlights.get('voorlezen')][0].getBoundingClientRect())"
    )
    assert 0 <= place["top"] < place["bottom"] <= box["y"]


def test_without_highlights_the_block_is_marked(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(f"{VOICES}; delete CSS.highlights; delete CSS.__proto__.highlights;")
    page.goto(ADDRESS)
    press(page, "Lees voor")
    page.evaluate("fake.finish()")
    expect(page.locator(".voorlezen")).to_have_class("lead voorlezen")
    press(page, "Stop")
    expect(page.locator(".voorlezen")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_while_reading_on_a_small_phone(
    scheme: str, new_page: NewPage, violations: Violations
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page.add_init_script(VOICES)
    page.goto(ADDRESS)
    press(page, "Lees voor")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    heights = (
        bar(page).locator("button, select").evaluate_all("all => all.map(e => e.offsetHeight)")
    )
    assert min(heights) >= 44
    room = page.evaluate("parseFloat(getComputedStyle(document.body).paddingBlockEnd)")
    assert bar(page).evaluate("bar => bar.offsetHeight") <= room
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert bar(page).evaluate("bar => bar.scrollWidth - bar.clientWidth") <= 0


def test_the_bar_covers_no_message_of_the_frame(page: Page) -> None:
    press(page, "Lees voor")
    page.context.set_offline(True)
    message = page.locator(".offline-bar").get_by_text("Wat kan nu?")
    expect(message).to_be_attached()
    expect(message).to_be_hidden()
    press(page, "Stop")
    expect(message).to_be_visible()
