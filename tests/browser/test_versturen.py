"""A deelnemer sends a questionnaire, with and without JavaScript, network and storage."""

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from deelnemer import FIRST, LATER, fill_in
from mini import build_mini

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [FIRST, LATER])
def test_no_barrier(
    address: str, scheme: str, visit: Visit, receiving: tuple[str, Receiver], violations: Violations
) -> None:
    page = visit(receiving[0] + address, color_scheme=scheme)
    page.get_by_role("radio").first.check()
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
