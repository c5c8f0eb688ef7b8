"""Microsoft Forms' workbook, and the CSV files of Google Forms and Moodle's Feedback."""

from datetime import datetime
from io import BytesIO

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from ingest.sources import Read, told

MICROSOFT = """\
soort: microsoft-forms
vragenlijst: module/v1
module: voorbeeld
sleutel: ID
dag: Completion time
velden:
  - veld: cijfer
    kolom: Welk cijfer geef je de module?
  - veld: vorm
    kolom: Wat hielp je?
  - veld: beter
    kolom: Wat kan beter?
negeer:
  - Start time
  - Email
  - Name
  - Points - *
  - Feedback - *
"""
HEADINGS = (
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "Welk cijfer geef je\u00a0de module?",
    "Points - Welk cijfer geef je\u00a0de module?",
    "Feedback - Welk cijfer geef je\u00a0de module?",
    "Wat hielp je?\u00a0",
    "Wat kan beter?",
)


def workbook(*rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """As Microsoft Forms writes it: one sheet, real dates, numbers as numbers."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Form1")
        moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for number, row in enumerate((headings, *rows)):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(number, column, cell, moment)
                elif cell is not None:
                    sheet.write(number, column, cell)
    return stream.getvalue()


MOMENT = datetime(2026, 3, 31, 23, 59, 59)  # noqa: DTZ001  # a cell has no time zone
ROW = (1, MOMENT, MOMENT, "kim@zorg.example", "Kim", 8, 0, None, "Lezen;Oefenen;", "=1+1")


def test_microsoft_forms(read_file: Read) -> None:
    second = (2, MOMENT, MOMENT, "anonymous", None, None, None, None, "oefenen", None)
    gelezen = read_file(MICROSOFT, "antwoorden.xlsx", workbook(ROW, second))
    assert not told(gelezen)
    first, last = gelezen.inzendingen
    assert first.dag == "2026-03-31"
    assert first.antwoorden == (("cijfer", "8"), ("vorm", "lezen"), ("vorm", "oefenen"))
    assert [tekst.tekst for tekst in first.teksten] == ["=1+1"]
    assert last.antwoorden == (("vorm", "oefenen"),)
    assert not gelezen.opmerkingen
    assert "kim" not in repr(gelezen).lower()


def test_a_mistake_in_a_workbook_has_its_row(read_file: Read) -> None:
    wrong = (2, MOMENT, "gisteren", None, None, 11, None, None, "Lezen;Tekenen;", None)
    assert [line[:22] for line in told(read_file(MICROSOFT, "x.xlsx", workbook(ROW, wrong)))] == [
        "3: kolom 'Completion t",
        "3: kolom 'Welk cijfer ",
        "3: kolom 'Wat hielp je",
    ]


@pytest.mark.parametrize("content", [b"", b"ID,Start time\r\n1,2\r\n", b"PK\x03\x04" + b"x" * 99])
def test_no_workbook(read_file: Read, content: bytes) -> None:
    assert told(read_file(MICROSOFT, "x.xlsx", content)) == [
        "1: dit is geen Excel-bestand (.xlsx). Download het opnieuw, zonder het te openen."
    ]


GOOGLE = """\
soort: google-forms
vragenlijst: module/v1
module: voorbeeld
dag: Tijdstempel
volgorde: dag-maand-jaar
lijsten:
  vormen:
    Lezen, thuis: lezen
    Oefenen: oefenen
    '*': oefenen
velden:
  - veld: vorm
    kolom: Wat hielp je?
    lijst: vormen
  - veld: beter
    kolom: Wat kan beter?
"""


def google(*rows: str) -> str:
    return "\n".join(('"Tijdstempel","Wat hielp je?","Wat kan beter?"', *rows))


def test_google_forms(read_file: Read) -> None:
    content = google(
        '"31-3-2026 10:15:00","Lezen, thuis, Oefenen",""',
        '"2026/04/01 10:15:00 AM GMT+2","Oefenen;Lezen, thuis","Twee\nregels"',
        '"31-3-2026 10:16:00","Anders dan dat",""',
    )
    gelezen = read_file(GOOGLE, "g.csv", content)
    assert not told(gelezen)
    assert [(i.dag, i.antwoorden) for i in gelezen.inzendingen] == [
        ("2026-03-31", (("vorm", "lezen"), ("vorm", "oefenen"))),
        ("2026-04-01", (("vorm", "oefenen"), ("vorm", "lezen"))),
        ("2026-03-31", (("vorm", "oefenen"),)),
    ]
    assert gelezen.inzendingen[1].teksten[0].tekst == "Twee\nregels"


def test_equal_rows_without_a_number_all_count_and_count_once(read_file: Read) -> None:
    same = '"31-3-2026 10:15:00","Oefenen",""'
    later = '"31-3-2026 11:59:59","Oefenen",""'
    first = read_file(GOOGLE, "g.csv", google(same, later)).inzendingen
    assert len({inzending.sleutel for inzending in first}) == 2
    grown = google('"1-4-2026 09:00:00","Oefenen","x"', later, same, later)
    second = read_file(GOOGLE, "g.csv", grown).inzendingen
    keys = [inzending.sleutel for inzending in second]
    assert len(set(keys)) == 4
    assert {inzending.sleutel for inzending in first} < set(keys)


def test_the_order_of_a_date_is_never_guessed(read_file: Read) -> None:
    american = GOOGLE.replace("dag-maand-jaar", "maand-dag-jaar")
    (inzending,) = read_file(
        american, "g.csv", google('"4/3/2026 1:00:00","Oefenen",""')
    ).inzendingen
    assert inzending.dag == "2026-04-03"
    (line,) = told(read_file(american, "g.csv", google('"31/3/2026 1:00:00","Oefenen",""')))
    assert "in de volgorde maand-dag-jaar" in line


MOODLE = """\
soort: moodle
vragenlijst: module/v1
module: proef
dag: Datum
volgorde: dag-maand-jaar
lijsten:
  eens:
    Kan & wil ik: 3
    '"Niet" mee eens': 1
velden:
  - veld: bruikbaar
    kolom: (b1) Denk & doe
    lijst: eens
  - veld: vorm
    kolom: Wat hielp je?
  - veld: beter
    kolom: Wat kan beter?
"""
MOODLE_FILE = """\
"Volledige naam",Groepen,E-mailadres,Datum,"(b1) Denk &amp; doe","Wat hielp je?","Wat kan beter?"
"Kim Zorg",A,kim@zorg.example,"dinsdag, 31 maart 2026, 23:59","Kan &amp; wil ik","Lezen
Oefenen","1 &lt; 2 &amp;amp; 3"
"Sam Zorg",A,sam@zorg.example,"Wednesday, 1 April 2026, 10:15 AM","&quot;Niet&quot; mee eens",,
"""


def test_moodle(read_file: Read) -> None:
    gelezen = read_file(MOODLE, "m.csv", MOODLE_FILE)
    assert not told(gelezen)
    first, second = gelezen.inzendingen
    assert (first.dag, second.dag) == ("2026-03-31", "2026-04-01")
    assert first.antwoorden == (("bruikbaar", "3"), ("vorm", "lezen"), ("vorm", "oefenen"))
    assert first.teksten[0].tekst == "1 < 2 &amp; 3"
    assert second.antwoorden == (("bruikbaar", "1"),)
    assert "zorg" not in repr(gelezen.inzendingen).lower()
    assert gelezen.opmerkingen == (
        "deze kolommen staan niet in de koppeling en zijn niet gelezen: 'Volledige naam', "
        "'Groepen', 'E-mailadres'. Klopt dat, zet ze dan bij 'negeer'.",
    )
