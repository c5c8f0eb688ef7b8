"""Only what an edition in use asks is taken; everything else gets a sentence that helps."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leeromgeving.load import Loaded
from leeromgeving.model.vragenlijst import MAX_OPEN
from leeromgeving.receive.accept import (
    UNSEEN,
    UUID,
    Forms,
    Pair,
    Refusal,
    accept,
    forms_in_use,
)
from leeromgeving.receive.body import FORM, JSON, read_pairs, read_view
from leeromgeving.store import Inzending, OpenTekst
from receive.client import form, new_key

TODAY, FRESH = "2026-11-22", new_key()
KEY = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"


@pytest.fixture(scope="session")
def forms(loaded: Loaded) -> Forms:
    return forms_in_use(loaded.leeromgeving())


def test_a_whole_form(forms: Forms) -> None:
    taken = accept(
        forms,
        form(
            ("rol", "begeleider"),
            ("vorm", "oefenen"),
            ("vorm", "lezen"),
            ("vorm", "lezen"),
            ("bruikbaar", "nvt"),
            ("leerdoel.luisteren.voor", "1"),
            ("leerdoel.luisteren.na", "3"),
            ("kennis.samenvatten", "1"),
            ("cijfer", "10"),
            ("aanrader", ""),
            ("beter", "  Mail me: jan@voorbeeld.example\r\nof bel  "),
            ("instelling", "noord"),
            sleutel=KEY.upper(),
        ),
        TODAY,
        FRESH,
    )
    assert taken == Inzending(
        sleutel=KEY,
        vragenlijst="module/v1",
        module="proef",
        dag=TODAY,
        instelling="noord",
        bron="formulier",
        antwoorden=(
            ("bruikbaar", "nvt"),
            ("leerdoel.luisteren.voor", "1"),
            ("leerdoel.luisteren.na", "3"),
            ("kennis.samenvatten", "1"),
            ("cijfer", "10"),
            ("vorm", "oefenen"),
            ("vorm", "lezen"),
            ("instelling", "noord"),
            ("rol", "begeleider"),
        ),
        teksten=(OpenTekst("beter", "Mail me: jan@voorbeeld.example\nof bel", ("e-mailadres",)),),
    )


def test_without_javascript_there_is_no_key_and_no_time(forms: Forms) -> None:
    taken = accept(forms, form(("cijfer", "7")), TODAY, FRESH)
    assert isinstance(taken, Inzending)
    assert (taken.sleutel, taken.instelling) == (FRESH, "")


@pytest.mark.parametrize(
    ("pairs", "rule", "words"),
    [
        (form(), "leeg", "minstens één vraag"),
        (form(("cijfer", " \x00 ")), "leeg", "minstens één vraag"),
        (form(("cijfer", "7"), ("naam", "Kim")), "onbekend veld", "laad de vragenlijst opnieuw"),
        (form(("kennis.stilte", "1")), "onbekend veld", "hoort"),  # of another module
        (form(("gedrag.luisteren", "1")), "onbekend veld", "hoort"),  # of another edition
        (form(("_nieuw", "1"), ("cijfer", "7")), "onbekend veld", "hoort"),
        (form(("cijfer", "11")), "onbekende keuze", "Welk cijfer geef je de module?"),
        (form(("cijfer", "7.0")), "onbekende keuze", "Kies er een"),
        (form(("aanrader", "nvt")), "onbekende keuze", "Kies er een"),
        (form(("vorm", "lezen"), ("vorm", "slapen")), "onbekende keuze", "Wat hielp je?"),
        (form(("cijfer", "7"), ("cijfer", "8")), "meer dan één antwoord", "Geef er één"),
        (form(("cijfer", "7"), ("cijfer", "7")), "meer dan één antwoord", "Geef er één"),
        (form(("beter", "a"), ("beter", "b")), "meer dan één antwoord", "Wat kan beter?"),
        (form(("beter", "x" * (MAX_OPEN + 3))), "te lang", "3 tekens te lang"),
        (form(("cijfer", "7"), sleutel="1"), "onbekend veld", "opnieuw"),
        (form(("cijfer", "7"), sleutel=f"{KEY}0"), "onbekend veld", "opnieuw"),
        (form(("cijfer", "7"), ("_website", "https://koop.example")), "valkuil", "automatisch"),
        (form(("cijfer", "7"), ("_tijd", "1")), "te snel", "Wacht een paar tellen"),
        (form(("cijfer", "7"), ("_tijd", "-1")), "onbekend veld", "opnieuw"),
        (form(("cijfer", "7"), ("_tijd", "2.5")), "onbekend veld", "opnieuw"),
        (form(("cijfer", "7"), ("_tijd", "5"), ("_tijd", "5")), "onbekend veld", "opnieuw"),
        (form(("cijfer", "7"), module="weg"), "vragenlijst niet in gebruik", "op de site"),
        ([("cijfer", "7")], "vragenlijst niet in gebruik", "op de site"),
        ([], "vragenlijst niet in gebruik", "op de site"),
    ],
)
def test_refused(forms: Forms, pairs: list[Pair], rule: str, words: str) -> None:
    taken = accept(forms, pairs, TODAY, FRESH)
    assert isinstance(taken, Refusal)
    assert taken.rule == rule
    assert words in taken.melding


def test_the_log_learns_the_field_but_nothing_that_was_sent(forms: Forms) -> None:
    taken = accept(forms, form(("cijfer", "geheim")), TODAY, FRESH)
    assert isinstance(taken, Refusal)
    assert taken.veld == "cijfer"
    assert "geheim" not in f"{taken}"


@pytest.mark.parametrize("pairs", [[("_tijd", "2")], [("_tijd", "86400")], [("_tijd", "")]])
def test_a_time_that_a_person_needs(forms: Forms, pairs: list[Pair]) -> None:
    assert isinstance(accept(forms, form(("cijfer", "7"), *pairs), TODAY, FRESH), Inzending)


def test_a_line_break_is_one_character(forms: Forms) -> None:
    longest = "a\r\n" * (MAX_OPEN // 2 - 1) + "bc"
    taken = accept(forms, form(("beter", longest)), TODAY, FRESH)
    assert isinstance(taken, Inzending)
    assert len(taken.teksten[0].tekst) == MAX_OPEN


def test_what_cannot_be_seen_is_not_stored(forms: Forms) -> None:
    taken = accept(forms, form(("beter", "a\x00\x1b[31m\u202eb\ud800 c\td")), TODAY, FRESH)
    assert isinstance(taken, Inzending)
    assert taken.teksten[0].tekst == "a[31mb c\td"


def test_an_edition_that_is_not_in_use(project_loaded: Loaded) -> None:
    assert forms_in_use(project_loaded.leeromgeving()) == {}


SOME = st.text(max_size=20) | st.sampled_from(["1", "7", "nvt", "ja", "lezen", "a\r\nb", KEY])


@st.composite
def anything(draw: Callable[[Any], Any], forms: Forms) -> list[Pair]:
    """Pairs that are nearly a form: real names and codes between made-up ones."""
    chosen = draw(st.sampled_from(list(forms.values())))
    fields = [
        (veld.naam, optie.code) for veld in chosen.velden.values() for optie in veld.opties
    ] + [("beter", "Meer tijd")]
    hidden = [("_vragenlijst", chosen.vragenlijst.editie), ("_module", chosen.module.id)]
    names = st.sampled_from([name for name, _ in fields] + ["_tijd", "_sleutel", "_website"])
    made_up = st.tuples(names | st.text(max_size=9), SOME)
    return [*hidden, *draw(st.lists(st.sampled_from(fields) | made_up, max_size=8))]


@given(data=st.data())
def test_never_anything_that_the_edition_does_not_allow(forms: Forms, data: st.DataObject) -> None:
    pairs = data.draw(anything(forms))
    taken = accept(forms, pairs, TODAY, FRESH)
    if isinstance(taken, Refusal):
        return
    velden = forms[taken.vragenlijst, taken.module].velden
    assert UUID.fullmatch(taken.sleutel)
    assert taken.antwoorden or taken.teksten
    assert len(set(taken.antwoorden)) == len(taken.antwoorden)
    singles = [name for name, _ in taken.antwoorden if velden[name].invoer == "een"]
    assert len(set(singles)) == len(singles)
    for name, code in taken.antwoorden:
        assert code in {optie.code for optie in velden[name].opties}
    for text in taken.teksten:
        assert velden[text.veld].invoer == "open"
        assert 0 < len(text.tekst) <= MAX_OPEN
        assert not UNSEEN.search(text.tekst)
        text.tekst.encode()
    kept = {name for name, _ in taken.antwoorden} | {text.veld for text in taken.teksten}
    sent = {name for name, value in pairs if UNSEEN.sub("", value).strip() and name[0] != "_"}
    assert kept == sent, "nothing is left out silently"


def test_form_and_json_mean_the_same() -> None:
    pairs = list(form(("vorm", "lezen"), ("vorm", "oefenen"), ("beter", "één & 2+2=4\r\n")))
    assert read_pairs(urlencode(pairs).encode(), FORM) == pairs
    members = dict(form(("beter", "één & 2+2=4\r\n"))) | {"vorm": ["lezen", "oefenen"]}
    read = read_pairs(json.dumps(members).encode(), JSON)
    assert read is not None
    assert sorted(read) == sorted(pairs)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b'{"cijfer": 7}',
        b'{"cijfer": null}',
        b'{"cijfer": ["7", 7]}',
        b'{"cijfer": {"7": "7"}}',
        b'{"cijfer": [["7"]]}',
        b'{"cijfer": "7"',
        b"[" * 8_000,
        b"1" * 8_000,
        b"\xff\xfe",
    ],
)
def test_json_of_another_shape(body: bytes) -> None:
    assert read_pairs(body, JSON) is None


def test_a_name_twice_in_json_is_not_overlooked(forms: Forms) -> None:
    pairs = read_pairs(b'{"cijfer": "7", "cijfer": "8"}', JSON)
    assert pairs == [("cijfer", "7"), ("cijfer", "8")]


@pytest.mark.parametrize("body", [b"a=%ff", b"a=\xff", b"a=1&" * 600])
def test_a_form_of_another_shape(body: bytes) -> None:
    assert read_pairs(body, FORM) is None


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(st.binary(max_size=200) | SHAPES.map(lambda shape: json.dumps(shape).encode()))
def test_any_body_is_read_or_refused(forms: Forms, body: bytes) -> None:
    for kind in (FORM, JSON):
        accept(forms, read_pairs(body, kind) or [], TODAY, FRESH)
    read_view(body)


VIEW = {"pad": "/modules/proef/", "herkomst": "direct", "eerste": True}


def test_a_view() -> None:
    view = read_view(json.dumps(VIEW).encode())
    assert view
    assert (view.path, view.herkomst, view.is_first) == ("/modules/proef/", "direct", True)


@pytest.mark.parametrize(
    "other",
    [
        {"herkomst": "onbekend"},
        {"herkomst": "google.example"},
        {"herkomst": ["direct"]},
        {"eerste": 1},
        {"eerste": None},
        {"pad": 1},
        {"bezoeker": "kim"},
    ],
)
def test_a_view_of_another_shape(other: dict[str, Any]) -> None:
    assert read_view(json.dumps(VIEW | other).encode()) is None
