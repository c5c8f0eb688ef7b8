"""The forms of oefening with right and wrong, as a deelnemer meets them: mostly by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from leeromgeving.model import plain_word
from oefenen import FORMS, PAGE, answer_all, check, melding, oefening, tab_to

Visit = Callable[..., Page]
RIGHT_ORDER = [
    "Je kijkt wat er gebeurt.",
    "Je zegt rustig wat je ziet.",
    "Je biedt een keuze aan.",
    "Je schrijft op wat er gebeurde.",
]


def steps(box: Locator) -> list[str]:
    return box.locator("ol.volgorde label").all_inner_texts()


def put_right(page: Page, box: Locator) -> None:
    """Put the steps in their order, from the first on."""
    for index, step in enumerate(RIGHT_ORDER):
        box.get_by_label(step, exact=True).select_option(str(index + 1))


def test_meerkeuze_explains_the_choice_and_gives_nothing_away(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "kiezen")
    check(page, box, "Kies eerst een antwoord.")
    box.get_by_label("Je loopt weg.").focus()
    page.keyboard.press("Space")
    expect(box.locator(".merk")).to_have_count(0)  # nothing is checked before it is asked
    check(page, box, "Nog niet goed. Weglopen zegt dat Kim er alleen voor staat.")
    expect(box.get_by_label("Je loopt weg.")).to_have_accessible_description("Niet goed")
    expect(box.locator(".merk")).to_have_count(1)
    box.get_by_label("Je wacht even.").focus()
    page.keyboard.press("Space")
    expect(melding(box)).to_be_empty()
    check(page, box, "Goed! Wie wacht, geeft de ander tijd.")
    expect(box.get_by_label("Je wacht even.")).to_have_accessible_description("Goed gekozen")


def test_meervoudig_names_what_was_missed_and_what_was_wrong(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "signalen")
    slaapt, trui = box.get_by_label("Kim slaapt"), box.get_by_label("groene trui")
    check(page, box, "Kies eerst een of meer antwoorden.")
    trui.press("Space")
    check(page, box, "Nog niet goed. Niet goed: Kim draagt een groene trui.")
    expect(melding(box)).not_to_contain_text("Gemist")  # that would be the whole answer
    expect(box.locator(".merk")).to_have_count(1)
    slaapt.press("Space")
    check(
        page,
        box,
        "Deels goed. Je koos 1 van de 2 goede antwoorden, en 1 dat niet klopt.",
        "Gemist: Kim loopt heen en weer. Bewegen helpt",
        "Niet goed: Kim draagt een groene trui. Een kleur zegt niets",
    )
    expect(box.get_by_label("heen en weer")).to_have_accessible_description("Gemist")
    expect(trui).to_have_accessible_description("Niet goed")
    trui.press("Space")
    box.get_by_label("heen en weer").press("Space")
    check(page, box, "Goed!")


def test_a_statement_explains_both_choices(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "stelling")
    box.get_by_label("Juist", exact=True).press("Space")
    check(page, box, "durft soms geen nee te zeggen")
    box.get_by_label("Juist", exact=True).press("ArrowDown")
    check(page, box, "Goed! Klopt, een ja moet je horen of zien.")


def test_volgorde_moves_a_step_with_its_focus_and_says_its_place(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "stappen")
    place = box.get_by_role("status").first
    check(page, box, "Geef eerst een stap een andere plaats.")
    step = steps(box)[0]
    down = box.get_by_role("button", name=f"Omlaag ‘{step}’")
    tab_to(page, down)
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    expect(place).to_have_text(f"{step} Plaats 2 van 4.")
    assert steps(box)[1] == step
    expect(box.get_by_label(step, exact=True)).to_have_value("2")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(place).to_have_text(f"{step} Plaats 4 van 4.")
    expect(down).to_have_attribute("aria-disabled", "true")
    expect(down).to_be_focused()
    up = box.get_by_role("button", name=f"Omhoog ‘{step}’")
    up.press("Space")
    assert steps(box)[2] == step
    expect(up).to_be_focused()


def test_volgorde_from_wrong_by_partly_to_right(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "stappen")
    put_right(page, box)
    assert steps(box) == RIGHT_ORDER
    box.get_by_role("button", name=f"Omhoog ‘{RIGHT_ORDER[3]}’").press("Enter")
    check(
        page,
        box,
        "Deels goed. 2 van de 4 kloppen.",
        f"Goed: {RIGHT_ORDER[0]} Eerst de feiten, dan pas een oordeel.",
        f"Niet goed: {RIGHT_ORDER[3]} Deze stap hoort later.",
        f"Niet goed: {RIGHT_ORDER[2]} Deze stap hoort eerder.",
    )
    field = box.get_by_label(RIGHT_ORDER[3], exact=True)
    expect(field).to_have_accessible_description("Niet goed")
    field.select_option("4")
    expect(melding(box)).to_be_empty()
    expect(field).to_be_focused()
    check(page, box, "Goed!")
    for step in reversed(RIGHT_ORDER):
        box.get_by_label(step, exact=True).select_option("4")
    check(page, box, "Nog niet goed.")


def test_volgorde_never_begins_right(visit: Visit, silent: str) -> None:
    """Whatever chance would make of it: these numbers make the right order of the page's."""
    numbers = "const numbers = [0, 0, 0.5, 0, 0]; Math.random = () => numbers.shift() ?? 0;"
    page = visit(silent + PAGE, init=numbers)
    assert steps(oefening(page, "stappen")) == RIGHT_ORDER[::-1]
    plain = visit(silent + PAGE, java_script_enabled=False)
    assert steps(oefening(plain, "stappen")) == sorted(RIGHT_ORDER)


def test_koppelen_from_nothing_to_right(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "paren")
    vrij, gelijk = box.get_by_label("Vrijwillig"), box.get_by_label("Gelijkwaardig")
    check(page, box, "Kies eerst wat bij elkaar hoort.")
    tab_to(page, vrij)
    page.keyboard.type("Even")
    gelijk.select_option("Niemand dwingt je")
    check(
        page,
        box,
        "Nog niet goed.",
        "Vrijwillig – Even oud ‘Even oud’ hoort nergens bij.",
        "‘Niemand dwingt je’ hoort bij iets anders.",
        "Nog niet gekozen: Passend bij de plek",
    )
    expect(box.get_by_label("Passend")).to_have_accessible_description("Nog niet gekozen")
    vrij.select_option("Niemand dwingt je")
    gelijk.select_option("")  # a choice can be taken back
    check(page, box, "Deels goed. 1 van de 3 klopt.", "Ook zachte druk is dwang.")
    expect(vrij).to_have_accessible_description("Goed gekozen")
    gelijk.select_option("Niemand is de baas")
    box.get_by_label("Passend").select_option("Privé blijft privé")
    check(page, box, "Goed!")


def test_invullen_knows_the_word_and_says_what_was_expected(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "zin")
    zin = "Overleg dan met je … en schrijf het op in het …."
    first = box.get_by_role("textbox", name=f"Woord 1 van 2: {zin}", exact=True)
    second = box.get_by_role("textbox", name=f"Woord 2 van 2: {zin}", exact=True)
    check(page, box, "Vul eerst een of meer woorden in.")
    first.press_sequentially(" Collega ")
    check(
        page,
        box,
        "Niet goed: Collega Een goed begin, maar bij twijfel",
        "Nog niet ingevuld: woord 2",
    )
    expect(first).to_have_accessible_description("Niet goed")
    page.keyboard.press("Enter")
    expect(melding(box)).not_to_contain_text("Goed is")  # the same again is no other try
    first.press_sequentially("x")
    expect(melding(box)).to_be_empty()
    second.press_sequentially("CLIENT dossier")
    check(
        page,
        box,
        "Deels goed. 1 van de 2 klopt.",
        "Goed: CLIENT dossier Wat opgeschreven is",
        "Dat is niet het woord dat we zoeken.",
        "Goed is bijvoorbeeld: gedragsdeskundige.",
    )
    first.fill("gedragskundige")
    first.press("Enter")
    expect(melding(box)).to_contain_text("Goed!")


def test_a_word_counts_the_same_for_the_check_and_on_the_page(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    words = [
        "Cliënt",
        " een  woord ",
        "co-ouder",
        "'s Avonds",
        "ÉÉN",
        "Straße",
        "ﬁets",
        "x_y",
        "İ",
        "²",
    ]
    same = page.evaluate("words => words.map(customElements.get('borg-invullen').plainWord)", words)
    assert same == [plain_word(word) for word in words]
    assert same[0] == "client"


def test_again_asks_before_it_erases(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    answer_all(page)
    for name in FORMS:
        box = oefening(page, name)
        again = box.get_by_role("button", name="Opnieuw")
        before = box.locator("form").inner_text()
        again.press("Enter")
        question = box.get_by_role("group", name="Je antwoord wissen?")
        expect(question.get_by_role("button", name="Nee, laat staan")).to_be_focused()
        page.keyboard.press("Enter")
        expect(again).to_be_focused()
        assert box.locator("form").inner_text() == before
        page.keyboard.press("Enter")
        question.get_by_role("button", name="Ja, wis mijn antwoord").press("Enter")
        expect(box.locator("input, select").first).to_be_focused()
        expect(box.get_by_role("status").last).to_be_empty()
        expect(box.locator(".merk")).to_have_count(0)
        expect(box.locator("details.antwoord")).to_be_hidden()
        expect(again).to_be_hidden()
        check(page, box, "eerst")


def test_the_answer_can_be_opened_only_after_a_try(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    answers = page.locator("details.antwoord")
    expect(answers.filter(visible=True)).to_have_count(0)
    answer_all(page)
    for number, name in enumerate(FORMS, 1):
        box = oefening(page, name)
        summary = box.get_by_text(f"Antwoord en uitleg bij oefening {number}")
        summary.press("Enter")
        expect(box.locator("details.antwoord .feedback-text").last).to_be_visible()
    expect(oefening(page, "paren").get_by_text("Even oud hoort nergens bij")).to_be_visible()
    expect(
        oefening(page, "zin").get_by_text("Goed (woord 2): cliëntdossier of dossier")
    ).to_be_visible()


def test_hints_come_one_by_one(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "kiezen")
    expect(box.get_by_text("Hint 2")).to_be_hidden()
    tab_to(page, box.get_by_text("Hint 1"))
    page.keyboard.press("Enter")
    expect(box.get_by_text("Denk aan tijd.")).to_be_visible()
    expect(box.get_by_text("Hint 2")).to_be_visible()
    box.get_by_text("Hint 2").press("Enter")
    expect(box.get_by_text("Tel in gedachten tot tien.")).to_be_visible()
    box.get_by_text("Hint 1").press("Enter")
    expect(box.get_by_text("Denk aan tijd.")).to_be_hidden()
    expect(box.get_by_text("Tel in gedachten tot tien.")).to_be_visible()


def test_what_is_said_comes_into_view(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    box = oefening(page, "signalen")
    nakijken = box.get_by_role("button", name="Nakijken")
    box.get_by_label("Kim slaapt").check()
    nakijken.evaluate("node => node.scrollIntoView({block: 'end'})")
    nakijken.click()
    expect(melding(box)).to_be_in_viewport(ratio=1)
    expect(nakijken).to_be_focused()


def test_answers_are_shuffled_where_asked_and_keep_their_feedback(
    visit: Visit, silent: str
) -> None:
    page = visit(silent + PAGE, init="Math.random = () => 0;")
    box = oefening(page, "kiezen")
    shown = ["Je loopt weg.", "Je vraagt door.", "Je wacht even."]
    assert box.locator(".keuze").all_inner_texts() == shown
    feedback = ["Weglopen zegt", "Veel vragen", "Wie wacht"]
    for answer, own in zip(shown, feedback, strict=True):
        box.get_by_label(answer).check()
        check(page, box, own)
    assert oefening(page, "signalen").locator(".keuze").all_inner_texts() == [
        "Kim loopt heen en weer.",
        "Kim slaapt slecht.",
        "Kim draagt een groene trui.",
    ]


def test_every_check_tells_what_came_of_it_and_leaves_a_mark(visit: Visit, silent: str) -> None:
    page = visit(silent + PAGE)
    page.evaluate(
        """() => {
            window.told = [];
            document.addEventListener('oefening', ({ detail }) => window.told.push(detail));
        }"""
    )
    heading = page.get_by_role("heading", name=re.compile("^Oefening 1"))
    expect(heading).to_have_accessible_name("Oefening 1")
    for name in ("kiezen", "signalen"):
        oefening(page, name).get_by_role("button", name="Nakijken").click()
    answer_all(page)
    outcomes = ("fout", "deels", "fout", "deels", "fout")
    told = page.evaluate("window.told.filter(({ id }) => id !== 'stappen')")
    names = [name for name in FORMS if name != "stappen"]
    assert told == [
        {"id": id, "uitslag": uitslag} for id, uitslag in zip(names, outcomes, strict=True)
    ]
    page.reload()
    expect(heading).to_have_accessible_name("Oefening 1 Al eerder gemaakt")
    expect(page.get_by_text("Al eerder gemaakt")).to_have_count(len(FORMS))


@pytest.mark.parametrize("form", ["keuze", "volgorde", "koppelen", "invullen"])
def test_a_form_needs_no_script_but_its_own_and_the_shared_ones(
    form: str, visit: Visit, silent: str
) -> None:
    page = visit("about:blank")
    own = re.compile(rf"/(voortgang|site|oefening|{form})\.\w+\.js$")
    page.route(
        re.compile(r"\.js$"), lambda r: r.continue_() if own.search(r.request.url) else r.abort()
    )
    page.goto(silent + PAGE)
    expect(page.get_by_role("button", name="Nakijken")).to_have_count(3 if form == "keuze" else 1)
    page.locator(f"borg-{form}").first.get_by_role("button", name="Nakijken").click()
    expect(page.locator(f"borg-{form} .oefening__melding").first).to_contain_text("eerst")
