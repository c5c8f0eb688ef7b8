"""Progress as a deelnemer meets it: do a part, come back, take it along, wipe, print."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

NewPage = Callable[..., Page]
Violations = Callable[[Page], list[str]]
Store = dict[str, Any]
MODULE = "modules/sgg/"
FIRST = "modules/sgg/gezond-gedrag/"
SECOND = "modules/sgg/seksualiteit-en-lvb/"
BASIS = "modules/de-borg-en-de-doelgroep/"
LEERROUTE = "leerroutes/inwerken-als-begeleider/"
VOORTGANG = "mijn-voortgang/"
KEY = "leeromgeving:voortgang"
PHONE = {"width": 390, "height": 844}
MOMENT = "2026-03-01T12:00:00.000Z"
NOT_KEPT = "Je voortgang wordt op dit apparaat niet bewaard. Sluit je deze pagina, dan is die weg."
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"


def part(uri: str, titel: str) -> Store:
    """A part that is done, as the store keeps it."""
    waarde = {"titel": titel, "module": MODULE, "moduletitel": "SGG", "minuten": 12}
    return {f"onderdeel:{uri}": {"tijd": MOMENT, "waarde": waarde}}


def goal(tekst: str, datum: str, tijd: str = "2027-01-01T12:00:00.000Z") -> Store:
    """An own goal, later than those before it."""
    return {"tijd": tijd, "waarde": {"titel": "SGG", "tekst": tekst, "datum": datum}}


def place(uri: str, titel: str) -> Store:
    return {"tijd": MOMENT, "waarde": {"uri": uri, "titel": titel, "moduletitel": "SGG"}}


FILLED: Store = {
    **part(FIRST, "Wat is seksueel gezond gedrag?"),
    f"doel:{MODULE}": goal("Rustiger praten", "2027-01-18", MOMENT),
    f"leerroute:{LEERROUTE}": {"tijd": MOMENT, "waarde": {"titel": "Inwerken", "minuten": 90}},
    f"reflectie:{FIRST}#norm": {"tijd": MOMENT, "waarde": "Ik bloos\nsnel."},
    f"pagina:{FIRST}": {"tijd": MOMENT, "waarde": {"titel": "Gezond", "moduletitel": "SGG"}},
    f"plek:{MODULE}": place(SECOND, "Volgende"),
}


def as_text(items: Store, versie: int = 1) -> str:
    return json.dumps({"versie": versie, "items": items})


def stored(page: Page, items: Store) -> Page:
    """A page of a device on which this was kept before."""
    page.context.add_init_script(f"localStorage['{KEY}'] ??= {json.dumps(as_text(items))}")
    return page


def done_button(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Ik heb .* afgerond$"))


def go_on(page: Page) -> Locator:
    """The link of the start page to where somebody was."""
    return page.get_by_role("link", name="Ga verder waar je was")


def read_file(page: Page, text: str) -> Locator:
    """Choose a file; gives the place that says what came of it."""
    file: FilePayload = {"name": "v.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Lees een bestand in").set_input_files(file)
    return page.get_by_role("region", name="Meenemen").get_by_role("status")


def wipe(page: Page) -> None:
    page.get_by_text("Wis mijn voortgang", exact=True).click()
    page.get_by_role("button", name="Ja, wis alles").click()


def test_stops_closes_the_browser_and_goes_on(open_browser: Callable[[], Page]) -> None:
    page = open_browser()
    page.goto("")
    expect(go_on(page)).to_have_count(0)
    page.goto(FIRST)
    button = done_button(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("borg-afgerond").get_by_role("status")).to_contain_text("bij je voortgang")
    page.get_by_role("link", name=re.compile("^Verder met")).click()
    expect(page).to_have_url(re.compile(f"{SECOND}$"))

    page = open_browser()
    page.goto("")
    expect(go_on(page)).to_contain_text("Seksualiteit en mensen met een LVB")
    go_on(page).click()
    expect(page).to_have_url(re.compile(f"{SECOND}$"))
    page.goto(FIRST)
    expect(done_button(page)).to_have_attribute("aria-pressed", "true")


def test_goes_on_with_what_is_not_done_yet(new_page: NewPage) -> None:
    page = stored(new_page(), part("modules/sgg/gedrag-beoordelen/", "Derde"))
    page.goto(SECOND)
    done_button(page).click()
    onward = page.locator("borg-afgerond").get_by_role("link")
    expect(onward).to_have_text("Verder met ‘Erover praten’")
    page.goto("")
    expect(go_on(page)).to_contain_text("Erover praten")
    page.goto("modules/sgg/casus-rond/")
    done_button(page).click()
    expect(onward).to_have_text("Verder met ‘Wat is seksueel gezond gedrag?’")
    page.goto("")
    expect(go_on(page)).to_contain_text("Wat is seksueel gezond gedrag?")


def test_a_module_that_is_finished_leaves_the_place_in_another(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SECOND)
    page.goto(BASIS)
    page.goto("")
    expect(go_on(page)).to_contain_text("De Borg en de mensen met wie je werkt")
    page.goto(BASIS)
    done_button(page).click()
    page.goto("")
    expect(go_on(page)).to_contain_text("Seksualiteit en mensen met een LVB")
    page.goto(SECOND)
    for other in json.loads(str(page.locator("borg-afgerond").get_attribute("data-vervolg"))):
        done = part(other["uris"][0], other["titel"])
        page.evaluate("text => leeromgeving.voortgang.importText(text)", as_text(done))
    done_button(page).click()
    expect(page.get_by_role("link", name="Bekijk je voortgang")).to_be_visible()
    page.goto("")
    expect(go_on(page)).to_have_count(0)


def test_marks_what_is_done(new_page: NewPage) -> None:
    page = new_page()
    page.goto(FIRST)
    done_button(page).click()
    nav = page.get_by_role("navigation", name="Onderdelen van")
    expect(nav.get_by_role("listitem").nth(0)).to_contain_text("Afgerond")
    expect(nav.get_by_role("listitem").nth(1)).not_to_contain_text("Afgerond")
    page.goto(MODULE)
    expect(page.get_by_text("1 van de 8 onderdelen afgerond")).to_be_visible()
    cards = page.locator("ol.cards > li")
    expect(cards.nth(0)).to_contain_text("Afgerond")
    expect(cards.nth(1)).not_to_contain_text("Afgerond")
    page.get_by_role("link", name="Ga verder met onderdeel 2").click()
    expect(page).to_have_url(re.compile(f"{SECOND}$"))
    page.goto("modules/")
    expect(page.locator(".card", has_text="SGG")).to_contain_text("1 van 8 afgerond")
    page.goto("")
    expect(page.locator(".rows li", has_text="Wat is seksueel").first).to_contain_text("Afgerond")
    tile = page.locator(".tile", has_text="Specialistische modules")
    expect(tile.get_by_text("1 van 8 afgerond")).to_be_visible()
    page.goto(FIRST)
    done_button(page).click()
    expect(done_button(page)).to_have_attribute("aria-pressed", "false")
    page.goto(MODULE)
    expect(page.get_by_role("link", name="Begin met onderdeel 1")).to_be_visible()
    expect(page.locator("ol.cards")).not_to_contain_text("Afgerond")


def test_a_mark_is_there_after_going_back(new_page: NewPage) -> None:
    page = new_page()
    page.goto(MODULE)
    page.locator("ol.cards").get_by_role("link").first.click()
    done_button(page).click()
    page.go_back()
    expect(page.locator("ol.cards > li").first).to_contain_text("Afgerond")


def test_a_basismodule_and_a_leerroute(new_page: NewPage) -> None:
    page = new_page()
    page.goto(BASIS)
    done_button(page).click()
    page.goto("")
    expect(go_on(page)).to_have_count(0)
    page.goto(LEERROUTE)
    expect(page.locator(".steps > li").first).to_contain_text("Afgerond")
    done_button(page).click()
    page.get_by_role("link", name="Bekijk je voortgang").click()
    done = page.get_by_role("region", name="Wat je hebt afgerond")
    expect(done).to_contain_text("De Borg en de mensen met wie je werkt")
    expect(done.get_by_role("row", name="Inwerken als begeleider")).to_contain_text("uur en")
    page.goto("leerroutes/")
    expect(page.locator(".card", has_text="Inwerken als begeleider")).to_contain_text("Afgerond")
    page.goto(BASIS)
    expect(page.locator(".page-head").get_by_text("Afgerond")).to_be_visible()


def test_own_goal_and_a_day_for_the_calendar(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(MODULE)
    page.get_by_text("Je eigen doel en planning").click()
    box = page.locator("borg-doel")
    expect(box.get_by_role("button", name="agenda")).to_have_count(0)
    box.get_by_label("Wat wil jij").fill("Rustiger praten")
    box.get_by_label("Op welke dag").fill("2027-01-18")
    box.get_by_role("button", name="Bewaar").click()
    expect(box.get_by_role("status").first).to_contain_text("Bewaard")
    box.get_by_label("Op welke dag").fill("2027-02-01")
    expect(box.get_by_text("Bewaard.")).to_have_count(0)
    expect(box.get_by_role("button", name="agenda")).to_have_count(0)
    box.get_by_label("Op welke dag").fill("2027-01-18")
    with page.expect_download() as download:
        box.get_by_role("button", name="agenda").click()
    calendar = Path(download.value.path()).read_text("utf-8")
    assert "DTSTART;VALUE=DATE:20270118\n" in calendar
    assert "Rustiger praten" in calendar
    assert "SUMMARY:Seksueel gezond gedrag (SGG)\n" in calendar
    page.goto(VOORTGANG)
    goals = page.get_by_role("region", name="Je doelen")
    expect(goals).to_contain_text("Rustiger praten")
    expect(goals).to_contain_text("18 januari 2027")
    goals.get_by_role("link").click()
    expect(box.get_by_label("Wat wil jij")).to_have_value("Rustiger praten")
    box.get_by_label("Wat wil jij").fill("")
    box.get_by_label("Op welke dag").fill("")
    box.get_by_role("button", name="Bewaar").click()
    page.goto(VOORTGANG)
    expect(goals).to_have_count(0)


def test_the_own_goal_follows_another_tab_but_not_over_what_is_typed(new_page: NewPage) -> None:
    page = stored(new_page(), FILLED)
    page.goto(MODULE)
    other = page.context.new_page()
    other.goto(VOORTGANG)
    field = page.get_by_label("Wat wil jij")
    day = page.get_by_label("Op welke dag")
    read_file(other, as_text({f"doel:{MODULE}": goal("Meer vragen", "2027-03-01")}))
    expect(field).to_have_value("Meer vragen")
    expect(day).to_have_value("2027-03-01")
    wipe(other)
    expect(field).to_have_value("")
    expect(day).to_have_value("")
    field.fill("Nog niet klaar")
    read_file(other, as_text({f"doel:{MODULE}": goal("Iets anders", "2027-04-01")}))
    expect(other.get_by_text("Iets anders")).to_be_visible()
    expect(field).to_have_value("Nog niet klaar")
    expect(page.locator("borg-doel").get_by_role("button", name="agenda")).to_have_count(0)


def test_exports_wipes_and_imports(new_page: NewPage) -> None:
    page = stored(new_page(viewport=PHONE), FILLED)
    page.goto(VOORTGANG)
    page.evaluate("localStorage['leeromgeving:concept:/a/'] = 'x=1'")
    page.evaluate("localStorage['leeromgeving:scheme'] = 'light'")
    before = page.locator("borg-mijn-voortgang").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Bewaar in een bestand").click()
    assert re.fullmatch(r"voortgang-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = Path(download.value.path()).read_text("utf-8")
    wipe(page)
    expect(page.get_by_text("nog niets afgerond")).to_be_visible()
    expect(page.get_by_text("Ik bloos")).to_have_count(0)
    expect(page.get_by_text("Wis mijn voortgang", exact=True)).to_be_focused()
    expect(page.get_by_text("Je voortgang is gewist.")).to_be_in_viewport()
    assert page.evaluate("Object.keys(localStorage)") == ["leeromgeving:scheme"]
    status = read_file(page, file)
    expect(status).to_have_text(
        "Toegevoegd of bijgewerkt: 1 onderdeel, 1 leerroute, 1 doel, 1 reflectie."
    )
    after = page.locator("borg-mijn-voortgang").inner_text()
    assert after.replace(status.inner_text(), "").split() == before.split()
    read_file(page, file)
    expect(status).to_have_text("Alles uit dit bestand stond al op dit apparaat.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (as_text(FILLED)[:-9], "beschadigd"),
        ("\x00\x01 een foto", "geen voortgang"),
        (as_text({}, versie=2), "nieuwere versie"),
        (as_text({}, versie=0), "oudere versie"),
    ],
)
def test_a_refused_file_says_why_and_changes_nothing(
    text: str, reason: str, new_page: NewPage
) -> None:
    page = stored(new_page(), FILLED)
    page.goto(VOORTGANG)
    before = page.evaluate(f"localStorage['{KEY}']")
    status = read_file(page, text)
    expect(status).to_contain_text(reason)
    expect(status).to_contain_text("Er is niets veranderd.")
    assert page.evaluate(f"localStorage['{KEY}']") == before


def test_importing_loses_nothing_that_is_newer_here(new_page: NewPage) -> None:
    page = stored(new_page(), FILLED)
    page.goto(VOORTGANG)
    older = {"tijd": "2025-01-01T12:00:00.000Z", "waarde": "Vroeger."}
    new = {"tijd": "2025-01-01T12:00:00.000Z", "waarde": "Erbij."}
    read_file(page, as_text({f"reflectie:{FIRST}#norm": older, f"reflectie:{FIRST}#b": new}))
    notes = page.get_by_role("region", name="Wat je opschreef")
    expect(notes).to_contain_text("Erbij.")
    expect(notes).to_contain_text("Ik bloos")
    expect(notes).not_to_contain_text("Vroeger.")


def test_two_tabs_at_once(new_page: NewPage) -> None:
    one = new_page()
    one.goto(FIRST)
    two = one.context.new_page()
    two.goto(SECOND)
    overview = one.context.new_page()
    overview.goto(VOORTGANG)
    done_button(one).click()
    done_button(two).click()
    rows = overview.get_by_role("region", name="Wat je hebt afgerond").locator("tbody tr")
    expect(rows).to_have_count(2)
    nav = one.get_by_role("navigation", name="Onderdelen van")
    expect(nav.get_by_role("listitem").nth(1)).to_contain_text("Afgerond")
    overview.reload()
    expect(rows).to_have_count(2)


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_all_works_and_one_sentence_says_it(
    trouble: str, new_page: NewPage
) -> None:
    page = new_page()
    page.context.add_init_script(trouble)
    page.goto(FIRST)
    done_button(page).click()
    expect(done_button(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("borg-afgerond").get_by_role("status")).to_have_text(NOT_KEPT)
    page.goto(BASIS)
    done_button(page).click()
    expect(page.locator("borg-afgerond").get_by_role("status")).to_have_text(NOT_KEPT)
    expect(page.get_by_role("link", name="Bekijk je voortgang")).to_have_count(0)
    page.get_by_text("Je eigen doel en planning").click()
    box = page.locator("borg-doel")
    box.get_by_label("Op welke dag").fill("2027-01-18")
    box.get_by_role("button", name="Bewaar").click()
    expect(box.get_by_role("status").first).to_have_text(NOT_KEPT)
    expect(box.get_by_text("blijft op dit apparaat")).to_be_hidden()
    expect(box.get_by_role("button", name="agenda")).to_be_visible()
    page.goto(VOORTGANG)
    expect(read_file(page, as_text(FILLED))).to_contain_text(NOT_KEPT)
    expect(page.get_by_text("Rustiger praten")).to_be_visible()
    page.goto(FIRST)
    expect(done_button(page)).to_have_attribute("aria-pressed", "false")


def test_what_cannot_be_read_is_left_alone(new_page: NewPage) -> None:
    page = new_page()
    newer = '{"versie": 2, "dingen": []}'
    page.context.add_init_script(f"localStorage['{KEY}'] ??= '{newer}'")
    page.goto(FIRST)
    done_button(page).click()
    expect(page.locator("borg-afgerond")).to_contain_text("kunnen we niet lezen")
    assert page.evaluate(f"localStorage['{KEY}']") == newer


def test_a_part_that_is_gone_does_no_harm(new_page: NewPage, site: Path) -> None:
    gone = "modules/sgg/bestaat-niet-meer/"
    page = stored(new_page(), {**FILLED, **part(gone, "Weg"), f"plek:{MODULE}": place(gone, "Weg")})
    page.goto(VOORTGANG)
    expect(page.get_by_role("table", name="SGG 1 van de 8")).not_to_contain_text("Weg")
    expect(page.get_by_role("table", name="Niet meer op de site")).to_contain_text("Weg")
    page.goto(MODULE)
    expect(page.get_by_role("link", name="Ga verder met onderdeel 2")).to_be_visible()
    missing = (site / "404.html").read_text("utf-8")
    page.route(f"**/{gone}", lambda route: route.fulfill(body=missing, content_type="text/html"))
    page.goto("")
    go_on(page).click()
    expect(page.get_by_role("heading", name="Deze pagina bestaat niet")).to_be_visible()
    page.goto("")
    expect(go_on(page)).to_have_count(0)


def test_without_javascript_the_page_says_what_it_needs(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(VOORTGANG)
    expect(page.get_by_text("heeft deze pagina JavaScript nodig")).to_be_visible()
    expect(page.get_by_text("Ga verder met")).to_have_count(0)
    page.goto(FIRST)
    expect(done_button(page)).to_have_count(0)
    page.goto(MODULE)
    expect(page.get_by_role("link", name="Begin met onderdeel 1")).to_be_visible()
    expect(page.get_by_text("Je eigen doel")).to_have_count(0)


def test_the_overview_on_paper_is_honest_and_private(new_page: NewPage) -> None:
    page = stored(new_page(), FILLED)
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(VOORTGANG)
    page.get_by_label("Naam op het overzicht").fill("Sam de Vries")
    page.get_by_role("button", name="Print dit overzicht").click()
    assert page.evaluate("window.printed")
    assert "Sam" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    page.emulate_media(media="print")
    for text in ("Wat is seksueel", "1 mrt 2026", "12 minuten", "geen certificaat", "(LMS)"):
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.get_by_label("Naam op het overzicht")).to_be_visible()
    for text in ("Ik bloos", "Rustiger praten", "Alles wissen", "Bewaar in een bestand"):
        expect(page.get_by_text(text).first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_with_something_in_it(
    scheme: str, new_page: NewPage, violations: Violations
) -> None:
    """What these pages are without it, test_every_page.py looks at."""
    page = stored(new_page(color_scheme=scheme, viewport=PHONE), FILLED)
    for address in ("", MODULE, FIRST, VOORTGANG):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert violations(page) == [], address


def test_fits_on_the_smallest_phone_also_with_large_text(new_page: NewPage) -> None:
    page = stored(new_page(viewport={"width": 320, "height": 640}), FILLED)
    for address in ("", FIRST, MODULE, VOORTGANG, LEERROUTE):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        ours = page.locator(
            "header *, footer *, :is(borg-afgerond, borg-doel, borg-stand, borg-mijn-voortgang) *"
        )
        edges = ours.evaluate_all("all => all.map(node => node.getBoundingClientRect().right)")
        assert max(edges) <= 320, address
        assert page.evaluate("document.documentElement.scrollWidth") == 320, address


def test_nothing_moves_when_progress_appears(new_page: NewPage) -> None:
    page = stored(new_page(viewport=PHONE), FILLED)
    for address in ("", MODULE, "modules/", LEERROUTE, VOORTGANG):
        page.goto(address)
        expect(page.locator(".gedaan, table, .verder").first).to_be_attached()
        shift = page.evaluate(
            """new Promise(done => {
                let sum = 0;
                const add = list => list.getEntries().forEach(entry => { sum += entry.value; });
                new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
                requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
            })"""
        )
        assert shift < 0.1, address
