"""Words with an explanation: by tap and by key, without scripts, on paper and read aloud."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]
MODULE = "modules/de-weg-door-de-keten/"
PHONE = {"width": 320, "height": 640}


def word(page: Page) -> Locator:
    return page.get_by_role("button", name="PI", exact=True)


def explanation(page: Page) -> Locator:
    return page.locator("#begrip--pi")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_tap_opens_the_explanation_with_and_without_scripts(
    new_page: NewPage, scripts: bool
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=scripts, has_touch=True)
    page.goto(MODULE)
    expect(word(page)).to_have_attribute("title", "penitentiaire inrichting")
    expect(explanation(page)).to_be_hidden()
    word(page).tap()
    expect(explanation(page)).to_contain_text("PI: penitentiaire inrichting")
    expect(explanation(page)).to_be_in_viewport(ratio=1)
    explanation(page).get_by_role("button", name="Sluit").tap()
    expect(explanation(page)).to_be_hidden()


def test_by_keyboard_and_on_to_the_glossary(new_page: NewPage, violations: Violations) -> None:
    page = new_page()
    page.goto(MODULE)
    word(page).press("Enter")
    expect(explanation(page)).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(explanation(page)).to_be_hidden()
    expect(word(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(explanation(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#pi")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begrippen")


def test_the_explanation_stands_beside_its_word_on_a_wide_screen(new_page: NewPage) -> None:
    page = new_page()
    page.goto(MODULE)
    word(page).click()
    button, opened = word(page).bounding_box(), explanation(page).bounding_box()
    assert button
    assert opened
    below = opened["y"] - button["y"] - button["height"]
    above = button["y"] - opened["y"] - opened["height"]
    assert 0 <= max(below, above) < 30


def test_paper_has_all_explanations_at_the_end(new_page: NewPage) -> None:
    page = new_page()
    page.goto(MODULE)
    page.emulate_media(media="print")
    expect(page.get_by_text("Begrippen op deze pagina")).to_be_visible()
    expect(explanation(page)).to_be_visible()
    expect(explanation(page).get_by_role("link")).to_be_hidden()


def test_the_text_around_a_word_stays_one_line(new_page: NewPage) -> None:
    """No room around the button: a line with it is as high as one without."""
    page = new_page()
    page.goto(MODULE)
    heights = page.evaluate(
        """() => [...document.querySelectorAll("p > .begrip")].map((each) => {
            const style = getComputedStyle(each);
            return each.getBoundingClientRect().height - parseFloat(style.lineHeight);
        })"""
    )
    assert heights
    assert max(heights) < 1
