"""Flitskaarten: one card at a time, by keyboard too, without a button that moves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from oefenen import CARDS, PAGE, button, kaarten, tab_to, uitslag

Visit = Callable[..., Page]


@pytest.fixture
def address(silent: str) -> str:
    """The page with every form of oefening."""
    return silent + PAGE


def front(part: Locator) -> str:
    return part.get_by_role("status").locator(".kaart__voor").inner_text()


def test_a_round_by_keyboard_and_another_with_what_was_hard(visit: Visit, address: str) -> None:
    page = visit(address)
    part = kaarten(page)
    status = part.get_by_role("status")
    turn = button(part, "Draai om")
    tab_to(page, turn)
    seen = []
    for number, verdict in enumerate(("Wist ik", "Nog oefenen", "Wist ik"), 1):
        expect(status).to_contain_text(f"Kaart {number} van 3")
        seen.append(front(part))
        expect(status).not_to_contain_text(CARDS[seen[-1]])
        expect(button(part, verdict)).to_be_hidden()  # first think, then look
        expect(turn).to_be_focused()
        page.keyboard.press("Enter")
        expect(status).to_contain_text(CARDS[seen[-1]])
        expect(button(part, "Laat de voorkant zien")).to_be_focused()
        tab_to(page, button(part, verdict))
        page.keyboard.press("Enter")
    assert sorted(seen) == sorted(CARDS)
    expect(status).to_have_text("Je wist 2 van de 3 kaarten.")
    assert uitslag(page, "woorden") == "gedaan"
    expect(button(part, "Oefen wat je nog niet wist (1)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Kaart 1 van 1")
    assert front(part) == seen[1]
    page.keyboard.press("Enter")
    button(part, "Wist ik").click()
    expect(status).to_have_text("Je weet alle 3 kaarten.")
    button(part, "Oefen alle kaarten nog eens").click()
    expect(status).to_contain_text("Kaart 1 van 3")


def test_cards_turn_back_and_can_be_leafed_through(visit: Visit, address: str) -> None:
    page = visit(address)
    part = kaarten(page)
    status = part.get_by_role("status")
    first = front(part)
    expect(button(part, "Vorige")).to_be_hidden()
    button(part, "Draai om").click()
    expect(status).to_contain_text(CARDS[first])
    status.evaluate(
        """status => new MutationObserver(([{ addedNodes }]) => {
            window.told = [...addedNodes].map(node => node.textContent);
        }).observe(status, { childList: true })"""
    )
    button(part, "Laat de voorkant zien").click()
    expect(status).not_to_contain_text(CARDS[first])
    assert page.evaluate("told") == [first]
    button(part, "Volgende").click()
    assert front(part) != first
    button(part, "Vorige").click()
    assert front(part) == first
    for _ in CARDS:
        button(part, "Volgende").click()
    expect(status).to_have_text("Je wist 0 van de 3 kaarten.")


def test_no_button_moves_while_cards_turn_and_change(visit: Visit, address: str) -> None:
    part = kaarten(visit(address))
    turn, ahead = part.locator("button").first, button(part, "Volgende")
    turn.scroll_into_view_if_needed()
    places = set()
    for card in range(len(CARDS)):
        for _ in range(2):
            places.add(str([turn.bounding_box()["y"], ahead.bounding_box()]))  # type: ignore[index]
            turn.click()
        if card + 1 < len(CARDS):
            ahead.click()
    assert len(places) == 1


def test_cards_come_in_another_order(visit: Visit, address: str) -> None:
    """`Math.random` at its ends: the first card is another one."""
    order = [
        front(kaarten(visit(address, init=f"Math.random = () => {value}"))) for value in (0, 0.999)
    ]
    assert order[0] != order[1]


def test_without_javascript_every_card_has_two_sides(visit: Visit, address: str) -> None:
    part = kaarten(visit(address, java_script_enabled=False))
    for voor, achter in CARDS.items():
        part.get_by_text(voor, exact=True).click()
        expect(part.get_by_text(achter)).to_be_visible()
