"""What a deelnemer does with the oefeningen of the small project."""

import pytest
from playwright.sync_api import Locator, Page, expect

PAGE = "modules/vormen/"
FORMS = ("kiezen", "signalen", "stelling", "stappen", "paren", "zin")
"""The oefeningen there with right and wrong, in the order of the page."""
CARDS = {
    "LVB": "Licht verstandelijke beperking.",
    "Wzd": "Wet zorg en dwang.",
    "Signaleringsplan": "Een plan waarin staat hoe je spanning ziet en wat dan helpt.",
}
"""The flitskaarten there: front and back."""


def oefening(page: Page, name: str) -> Locator:
    """The oefening with that `id`."""
    return page.locator(f".oefening > [data-id={name}]")


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    for _ in range(80):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail("Tab does not reach it")


def kaarten(page: Page) -> Locator:
    return page.locator("borg-flitskaarten")


def button(part: Locator, name: str) -> Locator:
    return part.get_by_role("button", name=name, exact=True)


def uitslag(page: Page, oefening: str) -> object:
    """What this device keeps of the oefening with that `id`."""
    return page.evaluate(f"leeromgeving.voortgang.get('oefening:{PAGE}#{oefening}')")


def check(page: Page, box: Locator, *said: str) -> None:
    """Press "Nakijken" by keyboard, which keeps the focus, and read what is said."""
    button = box.get_by_role("button", name="Nakijken")
    if not box.locator(":focus").count():
        box.locator("input, select").first.focus()
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(button).to_be_focused()
    for text in said:
        expect(melding(box)).to_contain_text(text, use_inner_text=True)


def melding(box: Locator) -> Locator:
    """Where the result is said: the status that the question is described by."""
    return box.get_by_role("status").last


def answer_all(page: Page) -> None:
    """Something partly right in every oefening, and checked."""
    for name, answer in (("kiezen", "Je loopt weg."), ("signalen", "Kim slaapt slecht.")):
        oefening(page, name).get_by_label(answer).check()
    oefening(page, "stelling").get_by_label("Juist", exact=True).check()
    oefening(page, "stappen").get_by_role("button", name="Omlaag").first.click()
    oefening(page, "paren").get_by_label("Vrijwillig").select_option("Niemand dwingt je")
    oefening(page, "paren").get_by_label("Gelijkwaardig").select_option("Even oud")
    oefening(page, "zin").get_by_role("textbox").first.fill("collega")
    for name in FORMS:
        oefening(page, name).get_by_role("button", name="Nakijken").click()
