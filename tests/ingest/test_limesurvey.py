"""LimeSurvey's CSV, in its own shapes: codes or texts, `;` or `,`, BOM, CRLF, a blank last line."""

import pytest

from ingest.sources import Read, csv_of, told
from leeromgeving.store import Inzending, OpenTekst

HEAD = """\
soort: limesurvey
vragenlijst: module/v1
sleutel: id
dag: submitdate
leeg:
  - N/A
"""
KOPPELING = (
    HEAD
    + """\
module: voorbeeld
lijsten:
  eens:
    A1: 1
    A3: 3
    A9: nvt
velden:
  - veld: bruikbaar
    kolom: B1
    lijst: eens
  - veld: leerdoel.herkennen.voor
    kolom: L1[SQ001]
  - veld: vorm
    kolommen:
      V1[1]: lezen
      V1[2]: oefenen
  - veld: beter
    kolom: W1
  - veld: instelling
    kolom: I1
negeer:
  - startdate
  - token*
"""
)
CODES = [
    ["id", "submitdate", "startdate", "tokenmail", "B1", "L1[SQ001]", "V1[1]", "V1[2]", "W1", "I1"],
    ["7", "2026-03-31 10:15:00", "x", "kim@x.example", "A1", "3", "Y", "", "'=1+1", "noord"],
    ["9", "", "x", "", "A1", "", "", "", "Nog bezig", ""],
    ["11", "2026-04-01 23:59:59", "x", "", "A9", "2", "", "Y", "", ""],
    ["12", "2026-04-02 00:00:00", "x", "", "", "", "N/A", "", "N/A", ""],
]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_codes_in_any_separator(read_file: Read, sign: str) -> None:
    gelezen = read_file(KOPPELING, "antwoorden.csv", csv_of(CODES, sign))
    assert not told(gelezen)
    first, second = gelezen.inzendingen
    assert first == Inzending(
        sleutel=first.sleutel,
        vragenlijst="module/v1",
        module="voorbeeld",
        dag="2026-03-31",
        instelling="noord",
        bron="bron",
        antwoorden=(
            ("bruikbaar", "1"),
            ("leerdoel.herkennen.voor", "3"),
            ("vorm", "lezen"),
            ("instelling", "noord"),
        ),
        teksten=(OpenTekst("beter", "=1+1"),),
    )
    assert second.antwoorden == (
        ("bruikbaar", "nvt"),
        ("leerdoel.herkennen.voor", "2"),
        ("vorm", "oefenen"),
    )
    levering = gelezen.levering
    assert (levering.gelezen, levering.geteld) == (4, 2)
    assert levering.weggelaten == {"niet afgemaakt": 1, "geen antwoorden": 1}
    assert (levering.van, levering.tot, levering.dag) == ("2026-03-31", "2026-04-01", "2026-11-22")
    assert not gelezen.opmerkingen


def test_nothing_of_a_person_is_read(read_file: Read) -> None:
    gelezen = read_file(KOPPELING, "antwoorden.csv", csv_of(CODES))
    assert "kim" not in repr(gelezen)
    assert "10:15" not in repr(gelezen)


def test_headings_with_code_and_text_and_answers_in_full(read_file: Read) -> None:
    rows = [
        [
            "id. Response ID",
            "submitdate. Date",
            "B1. Kun je dit gebruiken?",
            "K. Aanrader; of niet",
        ],
        ["1", "2026-03-31", "Mee  eens", "Ja"],
        ["2", "2026-03-31", "weet ik niet", "nee"],
    ]
    koppeling = (
        HEAD
        + "module: voorbeeld\nvelden:\n  - veld: bruikbaar\n    kolom: B1\n"
        + "  - veld: aanrader\n    kolom: 'K. Aanrader; of niet'\n"
    )
    gelezen = read_file(koppeling, "vol.csv", csv_of(rows))
    assert not told(gelezen)
    assert [inzending.antwoorden for inzending in gelezen.inzendingen] == [
        (("bruikbaar", "3"), ("aanrader", "ja")),
        (("bruikbaar", "2"), ("aanrader", "nee")),
    ]


def test_an_empty_survey_has_a_header_and_one_empty_row(read_file: Read) -> None:
    rows = [CODES[0], [""] * len(CODES[0])]
    gelezen = read_file(KOPPELING, "leeg.csv", csv_of(rows))
    assert not told(gelezen)
    assert not gelezen.inzendingen
    assert (gelezen.levering.gelezen, gelezen.levering.van) == (0, "")


def test_a_survey_that_keeps_no_dates_says_1980(read_file: Read) -> None:
    rows = [CODES[0], ["7", "1980-01-01 00:00:00", *CODES[1][2:]]]
    (line,) = told(read_file(KOPPELING, "a.csv", csv_of(rows)))
    assert line.startswith("2: kolom 'submitdate': dit is geen dag van 2000 tot en met vandaag")


def test_a_module_from_a_column(read_file: Read) -> None:
    koppeling = (
        HEAD
        + """\
modules:
  kolom: M
  namen:
    Oefenen met Kim: voorbeeld
    A2: proef
velden:
  - veld: kennis.stilte
    kolom: K1
  - veld: kennis.meekijken
    kolom: K2
"""
    )
    head = ["id", "submitdate", "M", "K1", "K2"]
    good = [
        head,
        ["1", "2026-03-31", "oefenen met kim", "1", ""],
        ["2", "2026-03-31", "A2", "", "2"],
    ]
    gelezen = read_file(koppeling, "m.csv", csv_of(good))
    assert [(i.module, i.antwoorden) for i in gelezen.inzendingen] == [
        ("voorbeeld", (("kennis.stilte", "1"),)),
        ("proef", (("kennis.meekijken", "2"),)),
    ]
    bad = [head, ["1", "2026-03-31", "A3", "1", ""], ["2", "2026-03-31", "A2", "1", "2"]]
    assert told(read_file(koppeling, "m.csv", csv_of(bad))) == [
        "2: kolom 'M': 'A3' is geen module in de koppeling. Zet deze naam bij 'modules', 'namen'.",
        "3: kolom 'K1': het veld 'kennis.stilte' hoort niet bij de module proef. "
        "Kijk of de module van deze regel klopt.",
    ]


def test_every_misfit_is_told_once_and_nothing_is_kept(read_file: Read) -> None:
    rows = [
        CODES[0],
        ["7", "2026-03-31", "", "", "A2", "", "maybe", "", "", ""],
        ["8", "31-03-2026", "", "", "A2", "", "", "", "x" * 1001, ""],
        ["7", "2027-03-31", "", "", "A2", "", "", "", "", "zuid" * 20],
        ["kim@x.example", "2026-03-31", "", "", "A1", "", "", "", "", ""],
        ["14", "2026-03-31", "", "", "A1", "", "", "", "", ""],
    ]
    gelezen = read_file(KOPPELING, "fout.csv", csv_of(rows))
    assert told(gelezen) == [
        "2: kolom 'B1': het antwoord 'A2' kennen we niet. Zet het in de lijst bij 'bruikbaar', "
        "met de code die het bij ons is. Dit geldt ook voor 2 regels verder.",
        "2: kolom 'V1[1]': 'maybe' kennen we niet; hier hoort Y of niets.",
        "3: kolom 'submitdate': dit is geen dag van 2000 tot en met vandaag, in de volgorde "
        "jaar-maand-dag. Kijk of 'dag' en 'volgorde' in de koppeling kloppen. "
        "Dit geldt ook voor 1 regel verder.",
        "4: kolom 'id': dit nummer stond ook op regel 2. Elk antwoord heeft een eigen nummer. "
        "Kies bij 'sleutel' een andere kolom.",
        "4: kolom 'I1': het antwoord 'zuidzuidzuidzuidzuidzuidzuidzuidzuidzui…' kennen we niet. "
        "Zet het in de lijst bij 'instelling', met de code die het bij ons is.",
        "5: kolom 'id': hier hoort het nummer van het antwoord, en nooit een e-mailadres. "
        "Kies bij 'sleutel' een andere kolom.",
    ]
    assert not gelezen.inzendingen


def test_a_text_that_is_too_long(read_file: Read) -> None:
    rows = [CODES[0], ["7", "2026-03-31", "", "", "A1", "", "", "", "x" * 1001, ""]]
    (line,) = told(read_file(KOPPELING, "fout.csv", csv_of(rows)))
    assert line.startswith("2: veld 'beter': een tekst heeft hoogstens 1000 tekens.")
    assert "xxx" not in line


def test_columns_that_are_missing_twice_there_or_not_named(read_file: Read) -> None:
    rows = [["id", "submitdate", "B2", "L1[SQ001]", "L1[SQ001]. x", "V1[1]", "V1[2]", "W1", "I1"]]
    assert told(read_file(KOPPELING, "k.csv", csv_of(rows))) == [
        "1: de kolom 'B1' is er niet. Neem de kop in de koppeling precies zo over als hij in het "
        "bestand staat.",
        "1: de kolom 'L1[SQ001]' staat er 2 keer. Geef de vragen in het formulier elk een eigen "
        "titel en exporteer opnieuw.",
    ]
    new = [[*row, extra] for row, extra in zip(CODES, ["N1", "a", "b", "c", "d"], strict=True)]
    gelezen = read_file(KOPPELING, "k.csv", csv_of(new))
    assert gelezen.opmerkingen == (
        "deze kolommen staan niet in de koppeling en zijn niet gelezen: 'N1'. "
        "Klopt dat, zet ze dan bij 'negeer'.",
    )


def test_free_text_is_scanned_like_that_of_our_own_form(read_file: Read) -> None:
    rows = [CODES[0], ["7", "2026-03-31", "", "", "", "", "", "", "mail kim@zorg.example", ""]]
    (inzending,) = read_file(KOPPELING, "t.csv", csv_of(rows)).inzendingen
    assert inzending.teksten[0].redenen == ("e-mailadres",)


def test_a_key_stays_the_same_when_the_file_grows(read_file: Read) -> None:
    first = read_file(KOPPELING, "a.csv", csv_of(CODES))
    grown = [CODES[0], ["15", "2026-04-03", *CODES[1][2:]], *CODES[1:]]
    second = read_file(KOPPELING, "b.csv", csv_of(grown))
    assert {i.sleutel for i in first.inzendingen} < {i.sleutel for i in second.inzendingen}
    assert len(second.inzendingen) == len(first.inzendingen) + 1
    assert first.levering.sleutel != second.levering.sleutel
