"""The forms of oefening with right and wrong on any device, for anyone, and on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from oefenen import FORMS, PAGE, answer_all, oefening

Visit = Callable[..., Page]
Violations = Callable[[Page], list[str]]
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
LONG_QUESTION = """for (const legend of document.querySelectorAll("legend"))
    legend.prepend("Onverantwoordelijkheidsgevoel? ")"""


def test_roles_and_names(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    expect(oefening(page, "signalen")).to_match_aria_snapshot("""
        - group "Wat kan spanning laten zien? Meer antwoorden mogelijk.":
          - checkbox "Kim loopt heen en weer."
          - checkbox "Kim slaapt slecht."
          - checkbox "Kim draagt een groene trui."
        - button "Nakijken"
        - status
        """)
    expect(oefening(page, "paren")).to_match_aria_snapshot("""
        - group /Wat hoort bij elkaar/:
          - list:
            - listitem:
              - combobox "Vrijwillig":
                - option "Nog niet gekozen" [selected]
                - option "Even oud"
                - option "Niemand dwingt je"
                - option "Niemand is de baas"
                - option "Privé blijft privé"
        - button "Nakijken"
        - status
        """)
    for name in FORMS:
        group = oefening(page, name).get_by_role("group").first
        expect(group).to_have_accessible_name(re.compile(r"\?|zeggen"))
        oefening(page, name).get_by_role("button", name="Nakijken").click()
        expect(group).to_have_accessible_description(re.compile("eerst"))


def test_without_javascript_question_answers_and_explanations_are_there(
    visit: Visit, silent: str
) -> None:
    page = visit(silent + PAGE, java_script_enabled=False)
    expect(page.locator(".oefening button")).to_have_count(0)
    step = oefening(page, "stappen").get_by_label("Je biedt een keuze aan.")
    expect(step).to_have_value("")
    step.select_option("3")
    oefening(page, "paren").get_by_label("Vrijwillig").select_option("Even oud")
    for number, name in enumerate(FORMS, 1):
        box = oefening(page, name)
        box.get_by_text(f"Antwoord en uitleg bij oefening {number}").press("Enter")
        for why in box.locator("details.antwoord .feedback-text").all():
            expect(why).to_be_visible()


def test_paper_has_the_questions_first_and_the_explanations_last(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Nakijken").filter(visible=True)).to_have_count(0)
    expect(oefening(page, "kiezen").get_by_text("Tel in gedachten")).to_be_visible()
    below = page.locator("#bronnen").evaluate("node => node.getBoundingClientRect().bottom")
    for number, name in enumerate(FORMS, 1):
        box = oefening(page, name)
        expect(box.locator("legend")).to_be_visible()
        assert box.locator("form").evaluate("node => node.getBoundingClientRect().top") < below
        answer = box.locator("details.antwoord")
        expect(answer.get_by_text(f"Antwoord en uitleg bij oefening {number}")).to_be_visible()
        top = answer.evaluate("node => node.getBoundingClientRect().top")
        assert top > below, name
        below = top
        for why in answer.locator(".feedback-text").all():
            expect(why).to_be_visible()


def test_everything_to_touch_is_large_enough(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    answer_all(page)
    oefening(page, "kiezen").get_by_role("button", name="Opnieuw").click()
    small = page.locator(
        ", ".join(
            f".oefening > [data-id={name}] :is(button, select, [type=text], summary, .keuze label)"
            for name in FORMS
        )
    ).evaluate_all(
        """nodes => nodes.filter(node => node.checkVisibility()).map(node => {
            const { width, height } = node.getBoundingClientRect();
            return [node.textContent.trim(), width, height];
        })"""
    )
    assert len(small) > 20
    assert [size for size in small if min(size[1:]) < 44] == [], "CSS pixels (WCAG 2.5.5)"


@pytest.mark.parametrize("case", ["narrow", "text spacing", "large text"])
def test_nothing_is_cut_off(case: str, visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE, viewport={"width": 320, "height": 640})
    page.evaluate(LONG_QUESTION)
    if case == "text spacing":
        page.evaluate(
            """css => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(css);
                document.adoptedStyleSheets.push(sheet);
            }""",
            TEXT_SPACING,
        )
    if case == "large text":
        page.evaluate("document.documentElement.style.fontSize = '200%'")
    answer_all(page)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    outside = page.locator(".oefening").evaluate_all(
        """cards => cards.flatMap(card => [...card.querySelectorAll('*')]
            .filter(node => node.checkVisibility() && !node.closest('.visually-hidden'))
            .filter(node => node.getBoundingClientRect().right > card.clientWidth + card.offsetLeft)
            .map(node => node.outerHTML.slice(0, 100)))"""
    )
    assert outside == []


def test_marks_need_no_colour(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE, forced_colors="active")
    answer_all(page)
    marks = {"✓ Goed gekozen", "✕ Niet goed", "! Gemist", "! Nog niet gekozen"}
    shown = page.locator(".merk").evaluate_all(
        """marks => marks.map(mark => {
            const sign = getComputedStyle(mark, '::before').content;
            return `${sign.match(/"(.)"/)[1]} ${mark.innerText}`;
        })"""
    )
    assert marks <= set(shown)
    chosen = oefening(page, "kiezen").locator(".keuze", has=page.locator(":checked"))
    assert chosen.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_before_and_after_a_try(
    scheme: str, visit: Visit, silent: str, violations: Violations
) -> None:
    page = visit(silent + PAGE, color_scheme=scheme)
    assert violations(page) == []
    answer_all(page)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    oefening(page, "zin").get_by_role("button", name="Opnieuw").click()
    assert violations(page) == []
