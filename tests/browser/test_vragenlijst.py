"""A deelnemer fills in a questionnaire, with and without a receiver, JavaScript and network."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from mini import build_mini

PHONE = {"width": 390, "height": 844}
FIRST = "modules/voorbeeld/vragenlijst/"
LATER = "modules/voorbeeld/na-acht-weken/"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""Version 4 (RFC 9562)."""
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() {throw new Error('blocked')}})"
Visit = Callable[..., Page]
Violations = Callable[[Page], list[str]]
Fields = dict[str, list[str]]


class Receiver:
    """Takes answers on a port of its own; can go down and come back."""

    def __init__(self) -> None:
        self.status = 200
        self.received: list[Fields] = []
        self.port = 0
        self.start()
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if self.path == "/antwoorden" and receiver.status == 200:
                    receiver.received.append(parse_qs(body))
                self.send_response(receiver.status)
                self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", ""))
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(b"<!doctype html><title>Dank je wel</title>")

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]) -> str:
    """The address of a site without a receiver."""
    return serve(build_mini(tmp_path_factory.mktemp("silent")))


@pytest.fixture(scope="module")
def receiving(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., str]
) -> Iterator[tuple[str, Receiver]]:
    """The address of a site with a receiver, and that receiver."""
    receiver = Receiver()
    site = build_mini(tmp_path_factory.mktemp("receiving"), receiver.address)
    yield serve(site, receiver.address), receiver
    receiver.stop()


@pytest.fixture
def receiver(receiving: tuple[str, Receiver]) -> Receiver:
    """The receiver, with nothing received yet."""
    receiver = receiving[1]
    receiver.received.clear()
    receiver.status = 200
    return receiver


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open an address as a deelnemer on a phone; fails afterwards on any mistake in a script."""
    contexts: list[BrowserContext] = []
    mistakes: list[str] = []

    def make(address: str, init: str = "", **options: Any) -> Page:
        settings: dict[str, Any] = {"viewport": PHONE, "locale": "nl-NL"}
        context = browser.new_context(**{**settings, "reduced_motion": "reduce", **options})
        contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.goto(address)
        return page

    yield make
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert mistakes == []


def choice(page: Page, group: str, name: str) -> Locator:
    return page.get_by_role("group", name=group).get_by_label(name, exact=True)


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("Tab does not reach it")


def fill_in(page: Page) -> None:
    """Something of everything, and a kennisvraag wrong."""
    choice(page, "Ik kan dit in mijn werk", "mee eens").check()
    choice(page, "Vóór de module", "mee oneens").check()
    choice(page, "Nu", "mee eens").check()
    choice(page, "Wat geeft stilte", "Het gevoel dat je boos bent.").check()
    choice(page, "Welk cijfer", "8").check()
    choice(page, "Wat hielp je?", "Lezen").check()
    choice(page, "Wat hielp je?", "Oefenen").check()
    page.get_by_label("Wat kan beter?").fill("Meer tijd é & zo")


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


def test_without_javascript_the_form_posts(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    page = visit(receiving[0] + FIRST, java_script_enabled=False)
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page).to_have_title("Dank je wel")
    assert receiver.received == [
        {
            "_vragenlijst": ["module/v1"],
            "_module": ["voorbeeld"],
            "bruikbaar": ["3"],
            "leerdoel.herkennen.voor": ["1"],
            "leerdoel.herkennen.na": ["3"],
            "kennis.stilte": ["2"],
            "cijfer": ["8"],
            "vorm": ["lezen", "oefenen"],
            "beter": ["Meer tijd é & zo"],
        }
    ]


def test_sent_is_said_only_when_it_was_and_then_it_is_explained(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver, violations: Violations
) -> None:
    page = visit(receiving[0] + FIRST)
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="Verstuurd", exact=True)).to_be_focused()
    (fields,) = receiver.received
    assert UUID.fullmatch(fields["_sleutel"][0])
    assert 0 <= int(fields["_tijd"][0]) < 600, "seconds since the page was opened"
    assert "_website" not in fields
    expect(page.locator("form[method=post]")).to_be_hidden()
    result = page.locator(".uitslag")
    expect(result).to_contain_text("Dat hoeft niet, als je laat zien dat je er bent.")
    expect(result).to_contain_text("Klopt, met tijd vindt Kim zelf woorden.")
    expect(result).not_to_contain_text("Je weet dan nog niet wat er is.")
    assert violations(page) == []
    page.reload()
    expect(page.locator("input:checked")).to_have_count(0)
    assert len(receiver.received) == 1


def test_who_sends_a_draft_is_not_taken_for_a_program(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    page = visit(receiving[0] + FIRST)
    fill_in(page)
    page.reload()
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="Verstuurd", exact=True)).to_be_visible()
    assert "_tijd" not in receiver.received[0]


def test_without_https_the_answers_have_a_key_too(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    page = visit(receiving[0] + FIRST, "delete Crypto.prototype.randomUUID")
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="Verstuurd", exact=True)).to_be_visible()
    assert UUID.fullmatch(receiver.received[0]["_sleutel"][0])


def test_what_is_not_sent_is_said_and_sent_once_later(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver, violations: Violations
) -> None:
    page = visit(receiving[0] + FIRST)
    receiver.stop()
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="staan nog klaar")).to_be_focused()
    expect(page.get_by_text("Nog niet verstuurd: we kunnen de ontvanger")).to_be_visible()
    assert violations(page) == []
    page.reload()
    expect(page.get_by_role("heading", name="staan nog klaar")).to_be_visible()
    receiver.start()
    assert receiver.received == []
    page.goto(receiving[0] + LATER)
    told = "Je antwoorden over ‘Voorbeeldmodule’ zijn nu verstuurd."
    expect(page.get_by_role("status").filter(has_text=told)).to_be_visible()
    page.goto(receiving[0] + FIRST)
    expect(page.get_by_role("button", name="Verstuur je antwoorden")).to_be_visible()
    expect(page.locator("input:checked")).to_have_count(0)
    assert len(receiver.received) == 1


def test_it_tries_again_when_the_device_is_online_again(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    page = visit(receiving[0] + FIRST)
    fill_in(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_text("Nog niet verstuurd: je bent offline.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Verstuurd", exact=True)).to_be_visible()
    assert len(receiver.received) == 1


def test_waiting_answers_can_be_erased(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    receiver.status = 503
    page = visit(receiving[0] + FIRST)
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="staan nog klaar")).to_be_visible()
    page.get_by_role("button", name="Wis wat ik heb ingevuld").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("button", name="Verstuur je antwoorden")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_refusal_is_said_and_nothing_is_lost(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    receiver.status = 422
    page = visit(receiving[0] + FIRST)
    fill_in(page)
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_role("heading", name="Niet verstuurd")).to_be_focused()
    expect(page.get_by_role("link", name="Download als bestand")).to_be_visible()
    expect(page.get_by_label("Wat kan beter?")).to_have_value("Meer tijd é & zo")


def test_with_blocked_storage_it_promises_nothing_and_still_sends(
    visit: Visit, receiving: tuple[str, Receiver], receiver: Receiver
) -> None:
    page = visit(receiving[0] + FIRST, NO_STORAGE)
    expect(page.get_by_text("blijft als concept")).to_have_count(0)
    fill_in(page)
    receiver.status = 503
    page.get_by_role("button", name="Verstuur je antwoorden").click()
    expect(page.get_by_text("laat deze pagina open")).to_be_visible()
    receiver.status = 200
    page.get_by_role("button", name="Probeer het nu opnieuw").click()
    expect(page.get_by_role("heading", name="Verstuurd", exact=True)).to_be_focused()
    assert len(receiver.received) == 1


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
            titel, adres: 'https://site.example/na-acht-weken/', id: 'a@b',
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
    address: str,
    scheme: str,
    visit: Visit,
    silent: str,
    receiving: tuple[str, Receiver],
    violations: Violations,
) -> None:
    for base in (silent, receiving[0]):
        page = visit(base + address, color_scheme=scheme)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
