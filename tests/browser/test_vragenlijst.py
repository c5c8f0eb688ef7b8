"""A deelnemer fills in a questionnaire, with and without JavaScript; nothing is sent."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from deelnemer import FIRST, LATER, choice, fill_in

Visit = Callable[..., Page]
Violations = Callable[[Page], list[str]]


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("Tab does not reach it")


def test_a_module_ends_with_its_questionnaire(visit: Visit, silent: str) -> None:
    for address in ("modules/voorbeeld/", "modules/proef/", "modules/proef/tweede-stap/"):
        page = visit(silent + address)
        page.get_by_role("link", name="Naar de vragenlijst").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wat vond je ervan?")


def test_by_keyboard_and_the_draft_stays_until_it_is_erased(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    tab_to(page, choice(page, "Ik kan dit", "mee oneens"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_label("Wat kan beter?"))
    page.keyboard.type("Meer tijd")
    page.reload()
    expect(choice(page, "Ik kan dit", "weet ik niet")).to_be_checked()
    expect(page.get_by_label("Wat kan beter?")).to_have_value("Meer tijd")
    expect(page.get_by_text("Nog 991 tekens")).to_be_visible()
    expect(page.get_by_text("blijft als concept op dit apparaat")).to_be_visible()
    erase = page.get_by_role("button", name="Wis wat ik heb ingevuld")
    tab_to(page, erase)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # focus is on "Nee"
    expect(erase).to_be_focused()
    expect(choice(page, "Ik kan dit", "weet ik niet")).to_be_checked()
    erase.click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    page.reload()
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.get_by_label("Wat kan beter?")).to_have_value("")


def test_a_choice_can_be_undone_also_by_keyboard(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    undo = page.get_by_role("button", name=re.compile("^Wis deze keuze ‘"))
    expect(undo).to_have_count(0)
    page.get_by_label("Wat kan beter?").fill("Meer tijd")
    choice(page, "Ik kan dit", "mee eens").check()
    choice(page, "Nu", "mee eens").check()
    expect(undo).to_have_count(2)
    name = "Wis deze keuze ‘Ik kan dit in mijn werk gebruiken.’"
    first = page.get_by_role("button", name=name)
    size = first.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44, "CSS pixels (WCAG 2.5.5)"
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(choice(page, "Ik kan dit", "mee oneens")).to_be_focused()
    expect(undo).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Wat kan beter?")).to_have_value("Meer tijd")
    expect(page.locator("input:checked")).to_have_count(1)
    expect(undo).to_have_accessible_name(re.compile("herkennen. Nu:’$"))
    page.get_by_role("button", name="Wis wat ik heb ingevuld").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(undo).to_have_count(0)


def test_a_chosen_answer_has_the_colour_of_the_house_whatever_the_module(
    visit: Visit, silent: str
) -> None:
    page = visit(silent + FIRST)
    chosen = choice(page, "Ik kan dit", "mee eens")
    chosen.check()
    page.mouse.move(0, 0)
    edge = "node => getComputedStyle(node.closest('.keuze')).borderTopColor"
    house = chosen.evaluate(edge)
    page.locator("[data-kleur]").first.evaluate("node => node.dataset.kleur = 'koraal'")
    assert chosen.evaluate(edge) == house


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_form_is_refused(
    scheme: str, visit: Visit, silent: str, violations: Violations
) -> None:
    page = visit(silent + FIRST, color_scheme=scheme)
    page.get_by_role("button", name="Bewaar je antwoorden").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Fout: Wat vond je ervan"))
    first = page.get_by_role("group", name="Ik kan dit in mijn werk")
    expect(first).to_have_accessible_description("Fout: Vul minstens één vraag in.")
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(choice(page, "Ik kan dit", "mee oneens")).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Bewaar je antwoorden").click()
    expect(summary).to_be_empty()
    expect(page).not_to_have_title(re.compile("^Fout"))


def test_a_text_that_is_too_long_is_refused_not_cut(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    area = page.get_by_label("Wat kan beter?")
    area.fill("x" * 1_003)
    expect(page.get_by_text("3 tekens te veel")).to_be_visible()
    page.get_by_role("button", name="Bewaar je antwoorden").click()
    page.get_by_role("alert").get_by_role("link", name=re.compile("hoogstens 1000")).click()
    expect(area).to_be_focused()
    expect(area).to_have_attribute("aria-invalid", "true")
    expect(area).to_have_accessible_description(re.compile("^Fout: Maak .* Namen van cliënten"))


def test_without_a_receiver_the_answers_become_a_file_or_a_mail(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    expect(page.get_by_text("Je kunt deze vragenlijst nog niet versturen.")).to_be_visible()
    fill_in(page)
    page.get_by_role("button", name="Bewaar je antwoorden").click()
    expect(page.get_by_role("heading", name="Bewaar of mail")).to_be_focused()
    expect(page.get_by_text("Er is nog niets verstuurd.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download als bestand").click()
    assert download.value.suggested_filename == "antwoorden-voorbeeld-na-de-module.json"
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert (saved["vragenlijst"], saved["module"]) == ("module/v1", "voorbeeld")
    answers = {item["naam"]: item["waarde"] for item in saved["antwoorden"]}
    assert answers["vorm"] == ["lezen", "oefenen"]
    assert answers["leerdoel.herkennen.na"] == ["3"]
    mail = unquote(page.get_by_role("link", name="Mail je antw").get_attribute("href") or "")
    assert mail.startswith("mailto:vraag@organisatie.example?subject=Antwoorden: Wat vond je")
    assert "Ik kan een voorbeeld herkennen. Nu:\r\n> mee eens" in mail
    assert "> Meer tijd é & zo" in mail


def test_without_javascript_and_receiver_it_says_so(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST, java_script_enabled=False)
    expect(page.get_by_text("Je kunt deze vragenlijst nog niet versturen.")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Neem contact")).to_be_visible()
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Klopt, met tijd vindt Kim zelf woorden.")).to_have_count(0)


def test_the_reminder_is_a_valid_calendar(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet een herinnering in je agenda").click()
    text = Path(download.value.path()).read_bytes().decode()
    assert download.value.suggested_filename == "herinnering-voorbeeld.ics"
    event = properties(text)
    in_eight_weeks = date.today() + timedelta(days=56)
    assert event["DTSTART;VALUE=DATE"] == in_eight_weeks.strftime("%Y%m%d")
    assert event["URL"] == silent + LATER
    assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
    assert event["UID"]


def test_the_calendar_folds_and_escapes(visit: Visit, silent: str) -> None:
    page = visit(silent + FIRST)
    titel = "Één, twee; drie\\vier " * 9
    text = page.evaluate(
        """titel => customElements.get('borg-herinnering').calendar({
            onderwerp: titel, uitleg: 'Vul in:', id: 'a@b',
            adres: 'https://site.example/na-acht-weken/',
            now: new Date(2026, 11, 31, 23, 30),
        })""",
        titel,
    )
    event = properties(text)
    assert event["DTSTART;VALUE=DATE"] == "20270225"
    escaped = titel.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert escaped in event["SUMMARY"]
    assert "\\n" in event["DESCRIPTION"]


def properties(text: str) -> dict[str, str]:
    """The properties of the only event of a calendar, after checking its form (RFC 5545, 3.1)."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not [line for line in lines if "\n" in line or "\r" in line or not line]
    assert max(len(line.encode()) for line in lines) <= 75
    unfolded = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert unfolded[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert unfolded[2].startswith("PRODID:")
    assert unfolded[-1] == "END:VCALENDAR"
    start, alarm = unfolded.index("BEGIN:VEVENT"), unfolded.index("BEGIN:VALARM")
    assert unfolded[-2] == "END:VEVENT"
    return dict(line.split(":", 1) for line in unfolded[start + 1 : alarm])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [FIRST, LATER])
def test_no_barrier(
    address: str, scheme: str, visit: Visit, silent: str, violations: Violations
) -> None:
    page = visit(silent + address, color_scheme=scheme)
    page.get_by_role("radio").first.check()
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
