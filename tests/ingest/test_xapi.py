"""xAPI statements: which count, which are left out and why, and that nobody's name comes in."""

import json
from typing import Any

import pytest

from ingest.sources import Read, told

XAPI = """\
soort: xapi
oefeningen:
  - object: https://leren.example/xapi/41
    module: voorbeeld
    oefening: Eerste zin
  - begint_met: https://leren.example/xapi/
    module: proef
    oefening: Proefoefening
  - begint_met: https://leren.example/xapi/grenzen/
    module: proef
    oefening: Grenzen
"""
ONE = "https://leren.example/xapi/41"


def statement(number: int, verb: str = "answered", id: str = ONE, **more: Any) -> dict[str, Any]:
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "actor": {"name": "Kim Zorg", "mbox": "mailto:kim@zorg.example"},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": {"id": id, "objectType": "Activity"},
        "result": {"score": {"scaled": 0.5}, "success": True},
        "timestamp": "2026-03-31T21:59:59Z",
    } | more


def test_results_of_exercises(read_file: Read) -> None:
    statements = [
        statement(1),
        statement(2, "failed", "https://leren.example/xapi/grenzen/2", result={}),
        statement(3, "completed", "https://leren.example/xapi/7",
                  result={"score": {"raw": 7, "min": 5, "max": 10}},
                  timestamp="2026-03-31T22:30:00.1234567Z"),
    ]  # fmt: skip
    gelezen = read_file(XAPI, "x.json", json.dumps(statements))
    assert not told(gelezen)
    found = [(r.dag, r.module, r.oefening, r.gehaald, r.score) for r in gelezen.oefenresultaten]
    assert found == [
        ("2026-03-31", "voorbeeld", "Eerste zin", True, 0.5),
        ("2026-03-31", "proef", "Grenzen", False, None),
        ("2026-04-01", "proef", "Proefoefening", None, 0.4),
    ]
    assert not gelezen.inzendingen
    assert "kim" not in repr(gelezen).lower()


@pytest.mark.parametrize("shape", ["array", "lrs", "lines", "one"])
def test_every_way_to_write_statements(read_file: Read, shape: str) -> None:
    statements = [statement(1)] if shape == "one" else [statement(1), statement(2)]
    content = {
        "array": json.dumps(statements, indent=1),
        "lrs": json.dumps({"more": "", "statements": statements}),
        "lines": "\ufeff" + "\r\n".join(map(json.dumps, statements)) + "\r\n",
        "one": json.dumps(statements[0]),
    }[shape]
    assert read_file(XAPI, "x.json", content).levering.gelezen == len(statements)


def test_what_is_left_out_is_counted_with_its_reason(read_file: Read) -> None:
    statements = [
        statement(1),
        statement(1, id="https://leren.example/xapi/41"),
        statement(2),
        statement(3, "voided", object={"objectType": "StatementRef", "id": statement(2)["id"]}),
        statement(4, "experienced"),
        statement(5, id="https://elders.example/"),
        statement(6, "completed", result={"completion": True}),
        statement(7, timestamp="gisteren"),
        statement(8, timestamp="2027-03-31T10:00:00Z"),
        statement(9, verb="answered") | {"verb": {"id": "http://elders.example/answered"}},
    ]
    gelezen = read_file(XAPI, "x.json", json.dumps(statements))
    assert len(gelezen.oefenresultaten) == 1
    assert gelezen.levering.weggelaten == {
        "dubbel in het bestand": 1,
        "ingetrokken": 1,
        "ander werkwoord": 3,
        "object staat niet in de koppeling": 1,
        "geen score of uitslag": 1,
        "geen geldig tijdstip": 2,
    }
    assert (gelezen.levering.gelezen, gelezen.levering.geteld) == (10, 1)
    assert gelezen.opmerkingen == (
        "objecten met een uitslag die niet in de koppeling staan, zijn: 'https://elders.example/'.",
    )


@pytest.mark.parametrize(
    "score",
    [
        {"scaled": 2},
        {"scaled": "0.5"},
        {"scaled": True},
        {"raw": 3},
        {"raw": 3, "max": 2},
        {"raw": 1, "min": 5, "max": 5},
        {"raw": 10**400, "max": 1},
        [],
    ],
)
def test_a_score_that_cannot_be_is_no_score(read_file: Read, score: Any) -> None:
    content = json.dumps([statement(1, result={"score": score, "success": False})])
    (found,) = read_file(XAPI, "x.json", content).oefenresultaten
    assert found.score is None
    assert found.gehaald is False


def test_a_scaled_score_below_zero_counts_as_nothing_right(read_file: Read) -> None:
    content = json.dumps([statement(1, result={"score": {"scaled": -0.5}})])
    assert read_file(XAPI, "x.json", content).oefenresultaten[0].score == 0


def test_of_one_person_only_the_last_attempt_counts(read_file: Read) -> None:
    def attempt(number: int, moment: str, score: float, **more: Any) -> dict[str, Any]:
        result = {"score": {"scaled": score}}
        return statement(number, result=result, timestamp=moment, **more)

    same = {"objectType": "Agent", "name": "K.", "mbox": "mailto:Kim@zorg.example"}
    statements = [
        attempt(1, "2026-03-02T10:00:00Z", 0.9),
        attempt(2, "2026-03-01T10:00:00Z", 0.1, actor=same),
        attempt(3, "2026-03-02T09:00:00Z", 0.5),
        attempt(4, "2026-07-01T10:00:00Z", 0.6),
        attempt(5, "2026-03-01T10:00:00Z", 0.2, actor={"name": "Sam"}),
        attempt(6, "2026-03-01T10:00:00Z", 0.3, id="https://leren.example/xapi/7"),
        attempt(7, "2026-03-01T10:00:00Z", 0.4, actor={}),
    ]
    gelezen = read_file(XAPI, "x.json", json.dumps(statements))
    assert [result.score for result in gelezen.oefenresultaten] == [0.9, 0.6, 0.2, 0.3]
    assert gelezen.levering.weggelaten == {
        "eerdere poging van dezelfde deelnemer": 2,
        "zonder deelnemer": 1,
    }
    assert "kim" not in repr(gelezen).lower()


def test_h5p_gives_no_id_and_equal_results_of_others_all_count(read_file: Read) -> None:
    plain = {key: value for key, value in statement(1).items() if key != "id"}
    other, third = plain | {"actor": {"name": "Sam"}}, plain | {"actor": {"name": "Mo"}}
    first = read_file(XAPI, "x.json", "\n".join(map(json.dumps, [plain, other])))
    second = read_file(XAPI, "x.json", "\n".join(map(json.dumps, [other, plain, third])))
    keys = [{result.sleutel for result in g.oefenresultaten} for g in (first, second)]
    assert (len(keys[0]), len(keys[1])) == (2, 3)
    assert keys[0] < keys[1]


NO_JSON = (
    "hier klopt de JSON niet. Exporteer het bestand opnieuw; misschien is het niet helemaal "
    "gedownload."
)
NO_STATEMENT = "dit is geen xAPI-statement: er hoort een 'verb' en een 'object' in met een 'id'."


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", [f"1: {NO_JSON}"]),
        ("[\n" + json.dumps(statement(1)) + ",\n{", [f"3: {NO_JSON}"]),
        (json.dumps(statement(1)) + "\n{\n" + json.dumps(statement(2)), [f"2: {NO_JSON}"]),
        ('[{"a": NaN}]', [f"1: {NO_JSON}"]),
        ("[" * 100_000, [f"1: {NO_JSON}"]),
        ("[1]", [f"1: {NO_STATEMENT}"]),
        ("{}", [f"1: {NO_STATEMENT}"]),
        (json.dumps(statement(1)) + '\n{"a": 1}', [f"2: {NO_STATEMENT}"]),
    ],
)
def test_a_broken_file_gives_nothing(read_file: Read, content: str, lines: list[str]) -> None:
    assert told(read_file(XAPI, "x.json", content)) == lines
