"""From a filled-in questionnaire on a phone to the report of the stuurgroep, on both databases."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from mini import build_mini
from receive.client import Client
from receive.process import free_port, wait_until_ready

PHONE = ViewportSize(width=390, height=844)
FORM = "modules/voorbeeld/vragenlijst/"
TODAY = date.today()
PERIODE = f"{TODAY.year}-{1 if TODAY.month < 7 else 2}"
STATEMENT = "Ik kan dit in mijn werk gebruiken."


@dataclass(frozen=True)
class Chain:
    """A site with its receiver."""

    project: Path
    site: str
    port: int
    store: str

    def command(self, *arguments: str, typed: str = "") -> str:
        """Run `leeromgeving` in the project, as the Borgbureau does; gives what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "leeromgeving", *arguments, "--opslag", self.store],
            cwd=self.project,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def chain(tmp_path: Path, store_url: str, serve: Callable[..., str]) -> Iterator[Chain]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    site = build_mini(tmp_path, address)
    chain = Chain(site.parent, serve(site, address), port, store_url)
    arguments = ("ontvang", "--site", chain.site, "--poort", str(port), "--opslag", store_url)
    process = subprocess.Popen(
        [sys.executable, "-m", "leeromgeving", *arguments],
        cwd=chain.project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_ready(process, port)
        yield chain
    finally:
        process.terminate()
        process.wait()


def fill_in(page: Page, choice: str, knowledge: str) -> None:
    page.get_by_role("group", name=STATEMENT).get_by_label(choice, exact=True).check()
    page.get_by_label(knowledge, exact=True).check()
    page.get_by_role("button", name="Verstuur je antwoorden").click()


def answer_by_http(chain: Chain, codes: str) -> None:
    """More people than a browser has the patience for."""
    origin = chain.site.rstrip("/")
    for code in codes:
        body = f"_vragenlijst=module/v1&_module=voorbeeld&_sleutel={uuid4()}&bruikbaar={code}"
        assert Client(chain.port).ask("POST", "/antwoorden", body, origin=origin).status == 303


def test_from_answer_to_report(chain: Chain, browser: Browser) -> None:
    with_scripts = browser.new_context(viewport=PHONE, locale="nl-NL")
    page = with_scripts.new_page()
    page.clock.install()
    page.goto(chain.site + FORM)
    page.clock.fast_forward("01:00")
    page.get_by_label("Wat kan beter?").fill("Meer voorbeelden, bel 06 12345678.")
    fill_in(page, "mee eens", "Tijd om te denken.")
    expect(page.get_by_role("heading", name="Verstuurd")).to_be_visible()
    with_scripts.close()

    without = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False)
    page = without.new_page()
    page.goto(chain.site + FORM)
    fill_in(page, "mee oneens", "Tijd om te denken.")
    expect(page.get_by_role("heading", name="Ontvangen")).to_be_visible()
    page.reload()  # no question whether to send it again
    expect(page.get_by_role("heading", name="Ontvangen")).to_be_visible()
    without.close()

    answer_by_http(chain, "33332222311")
    chain.command("evalueer", PERIODE)
    report = chain.project / "site-stuurgroep"
    page = browser.new_page(viewport=PHONE, locale="nl-NL")
    page.goto((report / "reactie/index.html").as_uri())
    row = page.get_by_role("row").filter(has_text=STATEMENT).first
    expect(row).to_contain_text("13")  # all of them
    expect(row).to_contain_text("46 %")  # 6 of 13 agree
    page.close()

    pdf = " ".join(p.extract_text() for p in PdfReader(report / f"evaluatie-{PERIODE}.pdf").pages)
    assert "46 % (marge 23 tot 71 %, n = 13)" in pdf.replace("\xa0", " ").replace("\n", " ")
    workbook = CalamineWorkbook.from_path(report / f"evaluatie-{PERIODE}.xlsx")
    cells = [
        row for name in workbook.sheet_names for row in workbook.get_sheet_by_name(name).to_python()
    ]
    assert any(row[:2] == [STATEMENT, 13] and row[6:9] == [3, 4, 6] for row in cells)


def test_own_words_reach_the_report_only_when_they_were_read(
    chain: Chain, browser: Browser
) -> None:
    page = browser.new_page(viewport=PHONE, locale="nl-NL")
    page.clock.install()
    page.goto(chain.site + FORM)
    page.clock.fast_forward("01:00")
    page.get_by_label("Wat kan beter?").fill("Meer voorbeelden, bel 06 12345678.")
    fill_in(page, "mee eens", "Tijd om te denken.")
    expect(page.get_by_role("heading", name="Verstuurd")).to_be_visible()
    page.close()
    answer_by_http(chain, "33333")

    def reported() -> str:
        chain.command("evalueer", PERIODE)
        report = chain.project / "site-stuurgroep" / f"evaluatie-{PERIODE}.json"
        return json.dumps(json.loads(report.read_text("utf-8")), ensure_ascii=False)

    assert "Meer voorbeelden" not in reported()
    chain.command("beoordeel", typed="a\nMeer voorbeelden.\n")
    assert "Meer voorbeelden." in reported()
    assert "12345678" not in reported()
