"""What is put into the store: once, whole, and the same on both databases."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from leeromgeving.store import Bezoek, Inzending, Levering, Oefenresultaat, OpenTekst, connect
from leeromgeving.store.tables import antwoord, bezoek, inzending, levering, oefenresultaat, tekst
from leeromgeving.store.write import (
    add_bezoeken,
    add_inzendingen,
    add_levering,
    add_oefenresultaten,
)

FORM = Inzending(
    sleutel="a",
    vragenlijst="module/v1",
    module="proef",
    dag="2026-11-22",
    instelling="stevig",
    antwoorden=(("bruikbaar", "3"), ("vorm", "lezen"), ("vorm", "oefenen")),
    teksten=(OpenTekst("beter", "Bel me", ("telefoonnummer", "bsn")), OpenTekst("tip", "Goed zo")),
)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    yield engine
    engine.dispose()


def test_a_form_is_stored_whole(engine: Engine) -> None:
    with engine.begin() as connection:
        assert add_inzendingen(connection, [FORM]) == 1
        owner = ("a", "module/v1", "proef", "2026-11-22", "stevig")
        assert connection.execute(select(inzending)).all() == [(*owner, "formulier")]
        assert set(connection.execute(select(antwoord)).all()) == {
            ("a", veld, code, *owner[1:]) for veld, code in FORM.antwoorden
        }
        assert set(connection.execute(select(tekst)).all()) == {
            ("a", "beter", "Bel me", "opzij", "telefoonnummer,bsn"),
            ("a", "tip", "Goed zo", "nieuw", ""),
        }


def test_a_known_key_stays_as_it_was(engine: Engine) -> None:
    other = replace(FORM, antwoorden=(("bruikbaar", "1"), ("cijfer", "9")))
    with engine.begin() as connection:
        assert add_inzendingen(connection, [FORM, other]) == 1, "twice in one batch"
    with engine.begin() as connection:
        new = replace(other, sleutel="b", teksten=())
        assert add_inzendingen(connection, [other, new]) == 1, "known and new in one batch"
        stored = connection.execute(
            select(antwoord.c.veld, antwoord.c.code).where(antwoord.c.sleutel == "a")
        )
        assert {tuple(row) for row in stored} == set(FORM.antwoorden)


def test_many_at_once_and_none(engine: Engine) -> None:
    many = [replace(FORM, sleutel=f"{number:05}") for number in range(2_500)]
    with engine.begin() as connection:
        assert add_inzendingen(connection, many) == 2_500
        assert add_inzendingen(connection, []) == 0
        add_bezoeken(connection, [])
        assert len(connection.execute(select(antwoord)).all()) == 7_500


def test_views_are_added_up(engine: Engine) -> None:
    view = Bezoek("2026-11-22", "modules/", "direct", 1, 1)
    for _ in range(2):
        with engine.begin() as connection:
            add_bezoeken(connection, [view, replace(view, eerste=0), replace(view, pad="")])
            add_bezoeken(connection, [replace(view, eerste=None)], "matomo", "f")
    with engine.connect() as connection:
        assert set(connection.execute(select(bezoek)).all()) == {
            ("2026-11-22", "modules/", "direct", "formulier", "", 4, 2),
            ("2026-11-22", "", "direct", "formulier", "", 2, 2),
            ("2026-11-22", "modules/", "direct", "matomo", "f", 2, None),
        }


def test_a_source_that_does_not_count_first_views_makes_their_sum_unknown(engine: Engine) -> None:
    view = Bezoek("2026-11-22", "modules/", "direct", 1, 1)
    with engine.begin() as connection:
        add_bezoeken(connection, [view, replace(view, eerste=None), view])
        assert connection.execute(select(bezoek.c.weergaven, bezoek.c.eerste)).all() == [(3, None)]


def test_results_and_files_count_once(engine: Engine) -> None:
    result = Oefenresultaat("r", "2026-11-22", "proef", "quiz", True, 0.5)
    file = Levering("f", "lms", "x.json", "2026-11-22", "", "", 3, 2, {"dubbel": 1})
    with engine.begin() as connection:
        unknown = replace(result, sleutel="s", gehaald=None, score=None)
        assert add_oefenresultaten(connection, [result, unknown, result], "lms") == 2
        assert add_oefenresultaten(connection, [replace(result, gehaald=False)], "lms") == 0
        assert add_levering(connection, file)
        assert not add_levering(connection, replace(file, bestand="kopie.json"))
        assert set(connection.execute(select(oefenresultaat)).all()) == {
            ("r", "2026-11-22", "proef", "quiz", 1, 0.5, "lms"),
            ("s", "2026-11-22", "proef", "quiz", None, None, "lms"),
        }
        assert connection.execute(select(levering)).all() == [
            ("f", "lms", "x.json", "2026-11-22", "", "", 3, 2, '{"dubbel": 1}')
        ]
