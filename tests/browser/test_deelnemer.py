"""What a deelnemer does, by keyboard, on a phone, with and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

NewPage = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
ONDERDEEL = "modules/sgg/gedrag-beoordelen/"


def oefening(page: Page, kind: str) -> Locator:
    """The first oefening of a kind: `radio`, `checkbox`, or the one with a statement."""
    forms = page.locator("borg-keuze")
    if kind == "checkbox":
        return forms.filter(has=page.locator("input[type=checkbox]")).first
    statement = page.get_by_role("radio", name="Onjuist", exact=True)
    if kind == "statement":
        return forms.filter(has=statement).first
    radio = page.locator("input[type=radio]")
    return forms.filter(has=radio).filter(has_not=statement).first


def tab_to(page: Page, target: Locator, limit: int = 80) -> None:
    """Reach something by the Tab key alone."""
    for _ in range(limit):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail("Tab does not reach it")


def test_meerkeuze_by_keyboard(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(ONDERDEEL)
    box = oefening(page, "radio")
    check = box.get_by_role("button", name="Nakijken")
    status = box.get_by_role("status")
    box.get_by_role("radio").first.focus()
    tab_to(page, check)
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Kies")
    right_index = box.locator("li[data-goed]").evaluate_all(
        "items => items.findIndex(item => item.dataset.goed === 'ja')"
    )
    wrong_index = 0 if right_index else 1
    box.get_by_role("radio").nth(wrong_index).focus()
    page.keyboard.press("Space")
    tab_to(page, check)
    page.keyboard.press("Enter")
    own = box.locator("li[data-goed]").nth(wrong_index).locator(".feedback-text")
    expect(status).to_contain_text((own.text_content() or "").strip())
    expect(box.locator(".keuze").nth(wrong_index)).to_contain_text("Niet goed")
    expect(check).to_be_focused()
    box.get_by_role("radio").nth(wrong_index).focus()
    page.keyboard.press("ArrowDown" if right_index > wrong_index else "ArrowUp")
    for _ in range(abs(right_index - wrong_index) - 1):
        page.keyboard.press("ArrowDown" if right_index > wrong_index else "ArrowUp")
    tab_to(page, check)
    page.keyboard.press("Enter")
    expect(box.locator(".keuze").nth(right_index)).to_contain_text("Goed gekozen")


def test_meervoudig_and_a_statement_by_keyboard(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(ONDERDEEL)
    for kind in ("checkbox", "statement"):
        box = oefening(page, kind)
        tab_to(page, box.locator("input").first)
        page.keyboard.press("Space")
        expect(box.locator("input").first).to_be_checked()
        tab_to(page, box.get_by_role("button", name="Nakijken"))
        page.keyboard.press("Enter")
        expect(box.get_by_role("status")).not_to_be_empty()
        expect(box.locator(".keuze").first).to_contain_text(re.compile("Goed gekozen|Niet goed"))


def test_feedback_belongs_to_the_answer_given(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    box = oefening(page, "radio")
    for index, item in enumerate(box.locator("li[data-goed]").all()):
        own = (item.locator(".feedback-text").text_content() or "").strip()
        box.get_by_role("radio").nth(index).check()
        box.get_by_role("button", name="Nakijken").click()
        expect(box.get_by_role("status")).to_contain_text(own)


def test_meervoudig_tells_partly_right_from_wrong(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    box = oefening(page, "checkbox")
    marks = box.locator("li[data-goed]").evaluate_all("all => all.map(i => i.dataset.goed)")
    right = [index for index, mark in enumerate(marks) if mark == "ja"]
    wrong = [index for index, mark in enumerate(marks) if mark == "nee"]
    box.get_by_role("checkbox").nth(right[0]).check()
    box.get_by_role("checkbox").nth(wrong[0]).check()
    box.get_by_role("button", name="Nakijken").click()
    rows = box.locator(".keuze")
    expect(rows.nth(right[0])).to_contain_text("Goed gekozen")
    expect(rows.nth(wrong[0])).to_contain_text("Niet goed")
    for index in right[1:]:
        expect(rows.nth(index)).to_contain_text("Gemist")


def test_a_statement_explains_both_choices(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    box = oefening(page, "statement")
    seen = set()
    for name in ("Juist", "Onjuist"):
        box.get_by_role("radio", name=name, exact=True).check()
        box.get_by_role("button", name="Nakijken").click()
        seen.add(box.get_by_role("status").text_content())
    assert len(seen) == 2


def test_again_asks_before_it_erases(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    box = oefening(page, "radio")
    box.get_by_role("radio").first.check()
    expect(box.get_by_role("button", name="Opnieuw")).to_be_hidden()
    box.get_by_role("button", name="Nakijken").click()
    box.get_by_role("button", name="Opnieuw").click()
    box.get_by_role("button", name=re.compile("^Nee")).click()
    expect(box.get_by_role("radio").first).to_be_checked()
    box.get_by_role("button", name="Opnieuw").click()
    box.get_by_role("button", name=re.compile("^Ja")).click()
    expect(box.get_by_role("radio").first).not_to_be_checked()


def test_the_answer_is_shown_only_after_a_try(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    box = oefening(page, "radio")
    solution = box.locator("details.antwoord")
    expect(solution).to_be_hidden()
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="Nakijken").click()
    expect(solution).to_be_visible()


def test_without_javascript_all_is_readable(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(ONDERDEEL)
    expect(page.get_by_role("button", name="Nakijken")).to_have_count(0)
    solution = page.locator("details.antwoord").first
    solution.locator("summary").click()
    expect(solution.locator(".feedback-text").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    page.get_by_role("link", name="Zoeken").click()
    expect(page).to_have_url(re.compile("/zoeken/$"))
    expect(page.locator("main").get_by_role("link", name="Erover praten")).to_be_visible()


def test_the_phone_menu_by_keyboard(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("")
    menu = page.get_by_role("button", name="Menu")
    item = page.locator("#hoofdmenu").get_by_text("Leerroutes")
    expect(item).to_be_hidden()
    tab_to(page, menu)
    page.keyboard.press("Enter")
    expect(item).to_be_visible()
    page.keyboard.press("Escape")
    expect(item).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, item)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leerroutes")


def test_search_finds_with_and_without_diacritics_and_gives_focus_back(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    opener = page.get_by_role("link", name="Zoeken")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Zoeken")
    expect(dialog).to_be_visible()
    field = dialog.get_by_role("searchbox")
    expect(field).to_be_focused()
    counts = {}
    for word in ("cliënt", "client"):
        field.fill(word)
        expect(dialog.get_by_role("status")).to_contain_text(f"‘{word}’")
        counts[word] = dialog.get_by_role("listitem").count()
    assert counts["client"] == counts["cliënt"] > 0
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_colour_scheme_is_kept_on_this_device(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("weergave")).click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert after != before
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_blocked_storage_breaks_nothing(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
    )
    page.goto(ONDERDEEL)
    page.get_by_role("button", name=re.compile("weergave")).click()
    box = oefening(page, "radio")
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="Nakijken").click()
    expect(box.get_by_role("status")).not_to_be_empty()


def test_the_offer_is_filtered_and_the_count_is_announced(new_page: NewPage) -> None:
    page = new_page()
    page.goto("opleidingsaanbod/")
    items = page.locator("borg-filter li[data-toegang]")
    everything = items.count()
    page.get_by_label("Toegang").select_option(index=1)
    shown = [item for item in items.all() if item.is_visible()]
    assert 0 < len(shown) < everything
    expect(page.locator("borg-filter").get_by_role("status")).to_contain_text(str(len(shown)))


def test_own_video_has_captions_and_plays_only_when_asked(new_page: NewPage) -> None:
    page = new_page()
    media: list[str] = []
    page.on("request", lambda request: media.append(request.url))
    page.goto(ONDERDEEL)
    page.wait_for_load_state("networkidle")
    assert not [url for url in media if url.endswith(".mp4")]
    cues = page.locator("video").evaluate(
        """async video => {
            const track = video.textTracks[0];
            track.mode = 'showing';
            await video.play();
            video.pause();
            for (let i = 0; i < 50 && !track.cues?.length; i++)
                await new Promise(done => setTimeout(done, 50));
            return track.cues?.length ?? 0;
        }"""
    )
    assert cues > 0


def test_print_shows_question_answers_and_explanation(new_page: NewPage) -> None:
    page = new_page()
    page.goto(ONDERDEEL)
    page.emulate_media(media="print")
    box = oefening(page, "radio")
    expect(box.locator("legend")).to_be_visible()
    expect(box.locator("details.antwoord .feedback-text").first).to_be_visible()
    expect(box.get_by_role("button", name="Nakijken")).to_be_hidden()
    expect(page.locator("#hoofdmenu")).to_be_hidden()
