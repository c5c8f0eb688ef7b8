"""What reads well: the rules at their edges. Lines and messages: see cases/leesbaarheid.yml."""

from datetime import date
from typing import Any

import pytest
import yaml

from leeromgeving.check import leesbaarheid
from leeromgeving.check.context import Context
from leeromgeving.check.figures import figures, names_a_source, names_of
from leeromgeving.check.sentences import read_sentences, split
from leeromgeving.load import ADAPTERS, KINDS, Loaded, kind_of
from leeromgeving.model.module import Bron
from leeromgeving.shape import validate
from leeromgeving.source import parse

PAD = "modules/proef/module.yml"
REST = """
soort: basis
titel: Proef
samenvatting: Verzonnen.
icoon: boek
doelgroep: [begeleider]
duur: 5
leerdoelen: [{id: een, leren: Ik kan dit., gedrag: Ik doe dit.}]
ontwikkeling: {status: concept, ontwikkelgroep: Verzonnen}
bronnen: [{titel: Verzonnen boek}]
"""
OEFENING = {
    "soort": "juist-onjuist",
    "id": "stelling",
    "stelling": "Dit klopt.",
    "antwoord": "juist",
    "feedback": {"juist": "Zo is het afgesproken.", "onjuist": "Er staat iets anders."},
}
LINK = {"soort": "link", "titel": "Elders", "url": "https://elders.example/", "waarheen": "overig"}


def tekst(markdown: str, titel: str | None = None) -> dict[str, str]:
    return {"soort": "tekst", "tekst": markdown} | ({"titel": titel} if titel else {})


def without_end(sentence: str) -> str:
    """The program lets go of the sign at an end, and of what closes behind it."""
    return sentence.rstrip(".!?…’)*")


def words(number: int, end: str = ".") -> str:
    """A sentence of so many words."""
    return " ".join(["Woord", *["woord"] * (number - 1)]) + end


def findings(*inhoud: dict[str, Any], **keys: Any) -> list[str]:
    """Code and field of all that these rules find in a basismodule of these blocks."""
    text = yaml.safe_dump(yaml.safe_load(REST) | keys | {"inhoud": list(inhoud)}, width=100_000)
    document, _ = parse(text.encode(), PAD)
    kind = kind_of(PAD)
    assert document
    assert kind
    bestand, wrong = validate(document, ADAPTERS[kind], KINDS[kind], "proef")
    assert bestand, wrong
    context = Context(Loaded(documents={PAD: document}, bestanden={PAD: bestand}), date.min)
    rules = (
        leesbaarheid.sentences_are_short,
        leesbaarheid.texts_have_pauses,
        leesbaarheid.pages_mix_building_blocks,
        leesbaarheid.figures_have_a_source,
        leesbaarheid.explanations_explain,
    )
    return sorted(f"{found.code} {found.veld}" for rule in rules for found in rule(context))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Kim wacht. Sam komt!", ["Kim wacht.", "Sam komt!"]),
        ("Kim wacht… Dan niet", ["Kim wacht…", "Dan niet"]),
        ("Kim wacht … en wacht.", ["Kim wacht … en wacht."]),
        ("‘Kom je?’ vraagt Sam.", ["‘Kom je?’ vraagt Sam."]),
        ("‘Kom je?’ Sam knikt. ‘Ja.’", ["‘Kom je?’", "Sam knikt.", "‘Ja.’"]),
        ("Hij vraagt: ‘Kom je?’ Dan wacht hij.", ["Hij vraagt: ‘Kom je?’", "Dan wacht hij."]),
        ("(Echt waar.) Kom!", ["(Echt waar.)", "Kom!"]),
        ("**Let op.** *Kijk* eerst.", ["**Let op.**", "*Kijk* eerst."]),
        ("Wacht. ’s Avonds is het stil.", ["Wacht.", "’s Avonds is het stil."]),
        ("Wacht. Éen keer.", ["Wacht.", "Éen keer."]),
        ("Dat was in 2021. Nu niet. 12 mensen.", ["Dat was in 2021.", "Nu niet.", "12 mensen."]),
        ("Neem iets mee, bijv. Kims tas.", ["Neem iets mee, bijv. Kims tas."]),
        ("Denk o.a. aan Sam, d.w.z. Sam.", ["Denk o.a. aan Sam, d.w.z. Sam."]),
        ("Lees nr. 3, blz. 12 en art. 7.", ["Lees nr. 3, blz. 12 en art. 7."]),
        ("Vraag dr. Bos of mevr. De Wit.", ["Vraag dr. Bos of mevr. De Wit."]),
        ("Jansen e.a. (2019) zien dat.", ["Jansen e.a. (2019) zien dat."]),
        ("Geluid, licht enz. Dat telt.", ["Geluid, licht enz.", "Dat telt."]),
        ("Wacht a.u.b. Dat helpt.", ["Wacht a.u.b.", "Dat helpt."]),
        ("Vraag Jansen e.a. Zij weten het.", ["Vraag Jansen e.a.", "Zij weten het."]),
        ("Kies plan B. Dat werkt.", ["Kies plan B.", "Dat werkt."]),
        ("Kijk op www.deborg.nl. Daar staat het.", ["Kijk op www.deborg.nl.", "Daar staat het."]),
        ("Dit helpt:\nrust en tijd.", ["Dit helpt:\nrust en tijd."]),
        ("Eén alinea\n\nNog een", ["Eén alinea", "Nog een"]),
        ("Je leert:\n\n- kijken;\n- wachten.", ["Je leert:", "kijken;", "wachten."]),
        ("Dit eerst.\n\n1. Kijk.\n2. Wacht.", ["Dit eerst.", "Kijk.", "Wacht."]),
        ("### Wat je ziet\nKim wacht", ["Wat je ziet", "Kim wacht"]),
        ("| Stap | Wat? |\n| 1. Rust | Wacht. Ga. |", ["Stap", "Wat?", "Rust", "Wacht.", "Ga."]),
        ("Kijk naar ![Een boom. Groot.](media/a.png) en wacht.", ["Kijk naar  en wacht."]),
        ("Lees [dit](/a/#b) nu.", ["Lees [dit] nu."]),
        ("Zie:\n\n~~~\nA. B. C.\n~~~\n\nKlaar.", ["Zie:", "Klaar."]),
        ("> Kim zei niets. Sam ook niet.", ["> Kim zei niets.", "Sam ook niet."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    found = [without_end(sentence.strip()) for sentence in split(text)]
    assert found == [without_end(sentence) for sentence in sentences]


@pytest.mark.parametrize(
    ("text", "mean"),
    [
        ("### Kijk eerst\n\nKim wacht.\n\n___\n\n| a | b c |\n|---|---|\n", 7 / 4),
        ("1. Kijk.\n2. Wacht even.", 3 / 2),
        (f"Kim – die wacht – zegt: {words(12)}", 16),
        ("___ …", 0),
    ],
)
def test_the_mean_is_that_of_all_sentences(text: str, mean: float) -> None:
    assert read_sentences(text).mean == mean


@pytest.mark.parametrize("end", [".", "", ":", " – ja – nee."])
def test_a_sentence_may_have_25_words(end: str) -> None:
    extra = len(end.split()) // 2
    assert read_sentences(words(25 - extra, end)).long == ()
    long = words(26 - extra, end)
    found = read_sentences(f"Kort.\n\n- {long}\n- Kort. {long}").long
    assert [(each.line, each.words) for each in found] == [(2, 26), (3, 26)]


def test_pictures_addresses_and_emphasis_are_no_words() -> None:
    marked = f"**Eerst** [{words(24, '')}](https://elders.example/a/b/c/)"
    picture = f"![{words(30)}](media/kaart.png)"
    assert read_sentences(f"{marked}\n{picture}").long == ()
    (long,) = read_sentences(f"Lees\n[dit](\n/a/).\n\n{words(26)}").long
    assert long.line == 4


def test_long_sentences_are_found_in_every_text() -> None:
    long = {
        "leerdoelen": [{"id": "een", "leren": words(26), "gedrag": words(25)}],
        "volgende_dienst": words(27),
    }
    assert findings(tekst("Kort."), OEFENING, LINK, **long) == [
        "M521 leerdoelen › 1 › leren",
        "M521 volgende_dienst",
    ]


def test_a_page_may_have_15_words_in_a_sentence_on_average() -> None:
    page = {**OEFENING, "feedback": {"juist": words(15), "onjuist": words(15)}}
    page |= {"stelling": words(14)}
    assert findings(tekst(words(16)), page, LINK) == []
    assert findings(tekst(words(17)), page, LINK) == ["M522 inhoud"]
    assert findings(tekst(words(17)), page, LINK, inleiding="Welkom.") == []


def test_leerdoelen_do_not_count_in_the_mean_of_a_page() -> None:
    goal = {"leerdoelen": [{"id": "een", "leren": "Ja.", "gedrag": "Ja."}]}
    assert findings(tekst(words(16)), {**OEFENING, "stelling": words(16), "feedback": {
        "juist": words(16), "onjuist": words(16)}}, LINK, **goal) == ["M522 inhoud"]  # fmt: skip


SHORT = "Dit zijn telkens vijf woorden. " * 80
"""400 words."""


@pytest.mark.parametrize(
    "inhoud",
    [
        [tekst(SHORT)],
        [tekst(f"### {SHORT[:20]}\n\n{SHORT}")],
        [tekst(f"{SHORT}\n\n### Kop\n\n{SHORT}")],
        [tekst(f"{SHORT}\n\n![Een boom](media/boom.png)\n\n{SHORT}")],
        [tekst(SHORT), tekst("Meer.", "Kop")],
        [tekst(SHORT), OEFENING, tekst("Meer.")],
        [tekst(SHORT), LINK, tekst("Meer.")],
        [tekst(f"### Kop\n\n{SHORT}", "Kop")],
    ],
)
def test_a_pause_comes_after_400_words(inhoud: list[dict[str, Any]]) -> None:
    assert [found for found in findings(*inhoud) if "M523" in found] == []


@pytest.mark.parametrize(
    ("inhoud", "place"),
    [
        ([tekst(f"{SHORT} Meer.")], 1),
        ([tekst(f"Kort.\n\n### Kop\n\n{SHORT} Meer.")], 1),
        ([OEFENING, tekst(SHORT), tekst("Meer.")], 2),
        ([tekst("Kort.", "Kop"), tekst(SHORT, "Kop"), tekst("Meer."), tekst("Nog.")], 2),
        ([tekst("Kort.\n\n### Kop"), tekst(SHORT), tekst("Meer.")], 2),
        ([tekst(f"{SHORT}\n\n`### Kop` Meer.")], 1),
    ],
)
def test_without_a_pause_a_stretch_is_found_where_it_begins(
    inhoud: list[dict[str, Any]], place: int
) -> None:
    found = [found for found in findings(*inhoud) if "M523" in found]
    assert found == [f"M523 inhoud › {place} › tekst"]


def test_an_inleiding_may_be_too_long_by_itself() -> None:
    assert "M523 inleiding" in findings(tekst("Kort."), inleiding=f"{SHORT} Meer.")


FILM = {"soort": "video", "titel": "Film"}
REFLECTIE = {"soort": "reflectie", "id": "zelf", "vraag": "Wat vind jij?"}


@pytest.mark.parametrize(
    ("inhoud", "few"),
    [
        ([tekst("Kort."), OEFENING, LINK], False),
        ([tekst("Kort."), OEFENING, {**FILM, "url": "https://elders.example/f"}], False),
        ([tekst("Kort."), OEFENING, {**FILM, "volgt": "Komt nog."}], True),
        ([tekst("Kort."), OEFENING, REFLECTIE, tekst("Kort.")], True),
        ([{**FILM, "volgt": "Komt nog."}], True),
    ],
)
def test_a_page_has_three_kinds_of_blocks(inhoud: list[dict[str, Any]], few: bool) -> None:
    assert ("M524 inhoud" in findings(*inhoud)) is few


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Het gaat om 60 procent van de cliënten.", "60 procent"),
        ("60 procent van de cliënten wil dat.", "60 procent"),
        ("Bij zo’n 37,5% lukt het.", "37,5%"),
        ("Dertig procent stopt.", "Dertig procent"),
        ("Bij één op de vijf lukt het.", "één op de vijf"),
        ("**Een op de 10** stopt.", "Een op de 10"),
        ("Acht van de tien begeleiders helpt.", "Acht van de tien"),
        ("Bij 3 van de 4 cliënten lukt het.", "3 van de 4 cliënten"),
        ("Er kwamen 80 aanmeldingen.", "80 aanmeldingen"),
        ("Er kwamen 80 tot 90 nieuwe cliënten.", "90 nieuwe cliënten"),
        ("Er werken 1.200 mensen.", "1.200 mensen"),
        ("- 25% stopt\n- 30% niet", "25%"),
        ("| Groep | Deel |\n|---|---|\n| Jong |40 %|", "40 %"),
    ],
)
def test_figures_are_found(text: str, figure: str) -> None:
    assert [found.text for found in figures(text)] == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Sam (24) en Noor (22) wonen hier.",
        "Bel 112 of 0800-0188. Mensen helpen je.",
        "Om 21.40 uur duurt het 10 tot 15 minuten.",
        "Na 30 minuten mensen laten rusten.",
        "Het kost 25 euro en 40 stappen.",
        "Doe drie dingen, in zes stappen.",
        "Dit is stap 3 van de 5, in onderdeel 2 van de 8.",
        "Trajectum is een van de vier instellingen.",
        "Kies twee van de zes criteria.",
        "In 2021 waren cliënten blij.",
        "Niets is 100 % of honderd procent zeker.",
        "Jongeren van 16 en 17 zijn beschermd.",
        "Een groep heeft 8 cliënten en 12 begeleiders.",
        "Ga één voor één, en wacht op de gang.",
        "Twee op de gang is genoeg.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == ()


def test_a_figure_is_told_once_for_each_heading_with_its_line() -> None:
    first, second = figures("Hier 60 % en 40 %.\n\n### Kop\n\nEn dan\nnog 30 % en 20 %.")
    assert (first.line, first.text) == (0, "60 %")
    assert (second.line, second.text) == (5, "30 %")
    assert second.section == "### Kop\n\nEn dan\nnog 30 % en 20 %."


@pytest.mark.parametrize(
    "said",
    [
        "Volgens het Trimbos-instituut.",
        "Dat staat in het kwaliteitsrapport.",
        "Onderzoekers vroegen het na.",
        "In het jaarverslag 2022.",
        "De richtlijn noemt dit.",
        "(Wieland en Zitman, 2016)",
        "Op [deze website](https://elders.example/).",
        "Trimbos vroeg het na.",
        "Alles hier is verzonnen.",
    ],
)
def test_sources_are_recognised(said: str) -> None:
    bron = {"titel": "Samen leren", "uitgever": "Trimbos-instituut, afdeling De Wolk"}
    names = names_of([Bron.model_validate(bron)], "De Wolk")
    assert names_a_source(f"Het is 60 %. {said}", names)


@pytest.mark.parametrize(
    "said",
    ["Vervolgens stopt het.", "Geef een rapportcijfer.", "De Wolk in Nederland.", "Samen (24)."],
)
def test_no_source_is_imagined(said: str) -> None:
    bron = {"titel": "Onze Samenleving in Nederland", "uitgever": "De Wolk"}
    names = names_of([Bron.model_validate(bron)], "De Wolk")
    assert not names_a_source(f"Het is 60 %. {said}", names)


def test_the_source_stands_under_the_same_heading() -> None:
    figure, source = "Het is 60 procent.", "Volgens Kim is dat zo."
    assert findings(tekst(figure), OEFENING, LINK) == ["M525 inhoud › 1 › tekst"]
    assert findings(tekst(f"{figure}\n\n{source}"), OEFENING, LINK) == []
    assert findings(tekst(f"### A\n\n{figure}\n\n### B\n\n{source}", "C"), OEFENING, LINK) == [
        "M525 inhoud › 1 › tekst"
    ]
    assert findings(tekst(figure, "Wat het onderzoek zegt"), OEFENING, LINK) == []
    assert findings(tekst("Kort."), OEFENING, LINK, inleiding=figure) == ["M525 inleiding"]


@pytest.mark.parametrize(
    ("feedback", "bare"),
    [
        ("Goed.", True),
        ("Dat klopt niet.", True),
        ("Goed zo! Ga vooral zo door.", True),
        ("**Helaas**, dit is niet het juiste antwoord.", True),
        ("Probeer het nog eens.", True),
        ("Ook zachte druk is dwang.", False),
        ("Goed, want zo krijgt Kim tijd.", False),
        ("Je geeft Kim tijd.", False),
        ("‘Nee’, zegt Kim.", False),
        ("‘Nee.’", False),
    ],
)
def test_feedback_says_more_than_right_or_wrong(feedback: str, bare: bool) -> None:
    told = {**OEFENING, "feedback": {"juist": feedback, "onjuist": "Er staat iets anders."}}
    expected = ["M526 inhoud › 1 › feedback › juist"] if bare else []
    assert findings(told, tekst("Kort."), LINK) == expected
