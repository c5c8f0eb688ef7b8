"""What the exports of statistics software count, and what is refused with how to mend it."""

import gzip
import json
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.sources import ignore
from leeromgeving.ingest.bezoek import read
from leeromgeving.ingest.result import Gelezen
from leeromgeving.model.bezoekkoppeling import Bezoekkoppeling, Ga4, GoatCounter, Matomo, Plausible
from leeromgeving.store import Bezoek

TODAY = date(2026, 11, 22)
PADEN = frozenset({"", "modules/sgg/", "modules/sgg/grenzen/"})
SITE = "https://leren.example/"
PLAUSIBLE = Plausible(id="plausible", pad="", site=SITE, soort="plausible")
GOATCOUNTER = GoatCounter(id="goat", pad="", site=SITE, soort="goatcounter")
MATOMO = Matomo.model_validate({"id": "matomo", "pad": "", "site": SITE, "soort": "matomo"})
GA4 = Ga4.model_validate(
    {
        "id": "ga4",
        "pad": "",
        "site": SITE,
        "soort": "ga4",
        "pagina": "Paginapad en schermklasse",
        "weergaven": "Weergaven",
    }
)
SGG = "modules/sgg/"


def given_file(folder: Path, koppeling: Bezoekkoppeling, data: str | bytes) -> Gelezen:
    file = folder / "export"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(koppeling, file, PADEN, TODAY, ignore)


def refused(folder: Path, koppeling: Bezoekkoppeling, data: str | bytes) -> tuple[int, str]:
    """Line and text of the one misfit; nothing else came of the file."""
    gelezen = given_file(folder, koppeling, data)
    [misfit] = gelezen.misfits
    assert gelezen.bezoeken == ()
    assert gelezen.levering.gelezen == 0
    return misfit.regel, misfit.tekst


# Plausible

PAGES = """"date","hostname","page","visits","visitors","pageviews"
"2026-02-09","leren.example","/modules/sgg",8,7,9
"2026-02-09","leren.example","/modules/sgg/",2,2,3
"2026-02-10","www.leren.example","/",1,1,1
"2026-02-10","elders.example","/",5,5,5
"2026-02-10","leren.example","/oud/",5,5,5
"2026-02-10","leren.example","/modules/sgg/grenzen/",0,0,0
"""


def test_plausible(tmp_path: Path) -> None:
    """Visits that saw a page are its first views; visitors are never read: they have no sum."""
    gelezen = given_file(tmp_path, PLAUSIBLE, PAGES)
    assert gelezen.bezoeken == (
        Bezoek("2026-02-09", SGG, "onbekend", 12, 10),
        Bezoek("2026-02-10", "", "onbekend", 1, 1),
    )
    levering = gelezen.levering
    assert (levering.gelezen, levering.geteld, levering.van, levering.tot) == (
        6,
        3,
        "2026-02-09",
        "2026-02-10",
    )
    assert levering.weggelaten == {
        "andere site": 1,
        "geen pagina van de site": 1,
        "nul weergaven": 1,
    }


def test_another_file_of_plausible_is_refused(tmp_path: Path) -> None:
    visitors = '"date","visitors","pageviews","bounces","visits"\n"2026-02-09",1,1,1,1\n'
    assert refused(tmp_path, PLAUSIBLE, visitors) == (
        1,
        "deze koppen ontbreken: 'hostname', 'page'. Kijk of je het goede bestand koos.",
    )


@pytest.mark.parametrize(
    ("before", "after", "regel", "says"),
    [
        ("2026-02-10", "10 februari", 4, "kolom 'date': '10 februari' is geen dag"),
        ("2026-02-10", "2026-02-30", 4, "geen dag"),
        (",9\n", ",negen\n", 2, "kolom 'pageviews': 'negen' is geen heel getal"),
        (",9\n", ",-9\n", 2, "geen heel getal"),
        (",9\n", ",99999999\n", 2, "geen heel getal"),
        ("2026-02-10", "2026-03-10,2026-03-09", 4, "geen dag of maand"),
        (",9\n", ",9,9\n", 2, "7 kolommen"),
        ('"/oud/"', '"/oud/', 6, "aanhalingstekens"),
    ],
)
def test_a_row_that_does_not_fit_is_told_and_nothing_is_kept(
    tmp_path: Path, before: str, after: str, regel: int, says: str
) -> None:
    told_on, told = refused(tmp_path, PLAUSIBLE, PAGES.replace(before, after))
    assert told_on == regel
    assert says in told


def test_a_day_in_the_future_is_left_out(tmp_path: Path) -> None:
    gelezen = given_file(tmp_path, PLAUSIBLE, PAGES.replace("2026-02-10", "2026-12-10"))
    assert gelezen.levering.weggelaten == {"dag in de toekomst of van voor 2000": 4}
    assert gelezen.levering.tot == "2026-02-09"


@pytest.mark.parametrize("data", ["", "\n\n", PAGES.splitlines()[0]])
def test_a_file_without_rows_is_refused(tmp_path: Path, data: str) -> None:
    regel, told = refused(tmp_path, PLAUSIBLE, data)
    assert regel == 1
    assert "goede bestand" in told


# GoatCounter

HITS = """2Path,Event,UserAgent,Session,Bot,Referrer,Referrer scheme,Screen size,FirstVisit,Date
/modules/sgg/,0,"Mozilla, x",a-b,0,www.google.com,h,"1280,768,1",1,2025-12-31T22:59:59Z
/modules/sgg/,0,,a-b,0,leren.example/modules/,h,,0,2025-12-31T23:00:00Z
/modules/sgg/,0,,a-c,0,Google,g,,1,2026-01-01T10:00:00Z
/,0,,a-c,0,,,,1,2026-01-01T10:00:01Z
klik-op-knop,1,,a-c,0,,,,1,2026-01-01T10:00:02Z
/modules/sgg/,0,,a-d,3,,,,1,2026-01-01T10:00:03Z
/elders,0,,a-d,0,,,,1,2026-01-01T10:00:04Z
"""


def test_goatcounter(tmp_path: Path) -> None:
    """A row is a view; its moment is in UTC, and 23:00 on New Year's Eve is next year here."""
    gelezen = given_file(tmp_path, GOATCOUNTER, gzip.compress(HITS.encode()))
    assert gelezen.bezoeken == (
        Bezoek("2025-12-31", SGG, "zoekmachine", 1, 1),
        Bezoek("2026-01-01", SGG, "intern", 1, 0),
        Bezoek("2026-01-01", SGG, "zoekmachine", 1, 1),
        Bezoek("2026-01-01", "", "direct", 1, 1),
    )
    assert gelezen.levering.weggelaten == {
        "bots": 1,
        "gebeurtenis in plaats van een weergave": 1,
        "geen pagina van de site": 1,
    }
    for secret in ("Mozilla", "a-b", "22:59"):
        assert secret not in repr(gelezen)


@pytest.mark.parametrize("version", ["1", "3", "12"])
def test_another_version_of_goatcounter_is_refused(tmp_path: Path, version: str) -> None:
    regel, told = refused(tmp_path, GOATCOUNTER, HITS.replace("2Path", f"{version}Path"))
    assert regel == 1
    assert f"versie {version} " in told


def test_a_moment_of_goatcounter_that_is_none(tmp_path: Path) -> None:
    regel, told = refused(tmp_path, GOATCOUNTER, HITS.replace("2026-01-01T10:00:01Z", "gisteren"))
    assert (regel, told) == (5, "kolom 'Date': 'gisteren' is geen tijdstip.")


# Matomo

FLAT = """date,label,nb_visits,nb_hits,sum_time_spent,metadata_url,metadata_segment
2026-01-31,/modules/sgg/,4,6,120,https://leren.example/modules/sgg/,"pageUrl==x,y"
2026-01-31,/index,3,3,10,https://leren.example/index.html?x=1,
2026-02-01,/modules/sgg/,1,1,10,https://leren.example/modules/sgg/,
2026-02-01,Others,2,2,10,,
"""
MATOMO_VIEWS = (
    Bezoek("2026-01-31", SGG, "onbekend", 6, 4),
    Bezoek("2026-01-31", "", "onbekend", 3, 3),
    Bezoek("2026-02-01", SGG, "onbekend", 1, 1),
)


@pytest.mark.parametrize(
    "data",
    [
        FLAT.encode("utf-16"),
        b"\xfe\xff" + FLAT.encode("utf-16-be"),
        FLAT.encode("utf-8-sig"),
        FLAT.replace('"pageUrl==x,y"', "").replace(",", "\t").encode("utf-16"),
        FLAT.replace('"pageUrl==x,y"', "").replace(",", ";").replace("\n", "\r\n").encode(),
    ],
    ids=["UTF-16LE", "UTF-16BE", "UTF-8", "TSV", "saved again with semicolons"],
)
def test_matomo_as_csv_or_tsv(tmp_path: Path, data: bytes) -> None:
    """What didn't fit in the report stands in one row without address per day."""
    gelezen = given_file(tmp_path, MATOMO, data)
    assert gelezen.bezoeken == MATOMO_VIEWS
    assert gelezen.levering.weggelaten == {"zonder adres": 1}


def test_matomo_as_json(tmp_path: Path) -> None:
    content = {
        "2026-01-31": [
            {"label": "/modules/sgg/", "nb_visits": 4, "nb_hits": 6, "url": f"{SITE}modules/sgg/"},
            {"label": "/index", "nb_visits": 3, "nb_hits": "3", "url": f"{SITE}index.html"},
        ],
        "2026-02-01": [
            {"label": "/modules/sgg/", "nb_visits": 1, "nb_hits": 1, "url": f"{SITE}modules/sgg/"},
            {"label": "Others", "nb_visits": 2, "nb_hits": 2},
        ],
        "2026-02-02": [],
    }
    gelezen = given_file(tmp_path, MATOMO, json.dumps(content))
    assert gelezen.bezoeken == MATOMO_VIEWS
    assert (gelezen.levering.gelezen, gelezen.levering.geteld) == (4, 3)


def test_headings_of_matomo_in_dutch_are_named_in_the_koppeling(tmp_path: Path) -> None:
    """The web page exports translated headings, and formats large numbers."""
    koppeling = MATOMO.model_copy(
        update={
            "dag": "Datum",
            "pagina": "Metadata: url",
            "weergaven": "Paginaweergaven",
            "eerste": "Unieke paginaweergaven",
        }
    )
    data = (
        "Datum,Label,Unieke paginaweergaven,Paginaweergaven,Metadata: url\n"
        '2026-01-31,/modules/sgg/,"1.204","12.345",https://leren.example/modules/sgg/\n'
    )
    gelezen = given_file(tmp_path, koppeling, data)
    assert gelezen.bezoeken == (Bezoek("2026-01-31", SGG, "onbekend", 12_345, 1_204),)


TREE = "date,label,nb_visits,nb_hits,metadata_url,idsubdatatable\n2026-01-31,modules,4,6,,{}\n"


@pytest.mark.parametrize(
    ("data", "regel", "says"),
    [
        ("No data available", 1, "geen gegevens"),
        ("Error: token_auth is not valid", 1, "'Error: token_auth is not valid'"),
        ('{"result":"error","message":"no access"}', 1, "'no access'"),
        ("[]", 1, "geen gegevens"),
        ('[{"label":"/","nb_hits":1}]', 1, "period=day"),
        (FLAT.replace("date", "period", 1), 1, "'date'"),
        ("label,nb_visits,nb_hits,metadata_url\n/,1,1,https://leren.example/\n", 1, "period=day"),
        (TREE.format("7"), 2, "flat=1"),
        (TREE.format("") + "2026-01-31,themas,1,1,,\n", 1, "flat=1"),
        ('{"2026-01-31": {"label": "/"}}', 1, "geen JSON zoals Matomo"),
        ('{"2026-01-31": ["/"]}', 1, "geen JSON zoals Matomo"),
        ('{"2026-01-31":\n[{]}', 2, "geen JSON zoals Matomo"),
        ("[" * 100_000, 1, "geen JSON zoals Matomo"),
        (FLAT.replace("2026-02-01", "2026"), 4, "geen dag of maand"),
    ],
)
def test_what_matomo_gives_instead_of_pages_per_day(
    tmp_path: Path, data: str, regel: int, says: str
) -> None:
    told_on, told = refused(tmp_path, MATOMO, data)
    assert told_on == regel
    assert says in told


@pytest.mark.parametrize(
    ("period", "van", "tot"),
    [
        ("2026-02", "2026-02-01", "2026-02-28"),
        ('"2026-02-02,2026-02-08"', "2026-02-02", "2026-02-08"),
    ],
)
def test_a_month_or_week_stands_at_its_first_day(
    tmp_path: Path, period: str, van: str, tot: str
) -> None:
    data = f"date,nb_visits,nb_hits,metadata_url\n{period},4,6,https://leren.example/\n"
    gelezen = given_file(tmp_path, MATOMO, data)
    assert gelezen.bezoeken == (Bezoek(van, "", "onbekend", 6, 4),)
    assert (gelezen.levering.van, gelezen.levering.tot) == (van, tot)


# Google Analytics 4

REPORT = """# ----------------------------------------
# Pagina's en schermen: Paginapad en schermklasse
# Account: Leeromgeving
# ----------------------------------------
#
# Startdatum: 20260101
# Einddatum: 20260630
Paginapad en schermklasse,Weergaven,Actieve gebruikers
/modules/sgg/,"1,234",800
/modules/sgg/grenzen/,12,8
(other),3,1
"""


def test_ga4(tmp_path: Path) -> None:
    """The days stand above the table; first views are not in it."""
    gelezen = given_file(tmp_path, GA4, REPORT)
    assert gelezen.bezoeken == (
        Bezoek("2026-01-01", SGG, "onbekend", 1_234, None),
        Bezoek("2026-01-01", "modules/sgg/grenzen/", "onbekend", 12, None),
    )
    assert (gelezen.levering.van, gelezen.levering.tot) == ("2026-01-01", "2026-06-30")
    assert gelezen.levering.weggelaten == {"geen pagina van de site": 1}


def test_ga4_with_more_tables_and_totals(tmp_path: Path) -> None:
    """A report starts with views per day; a free one has its totals in a row of another width."""
    other = "# Startdatum: 20260101\n# Einddatum: 20260630\nDag N,Weergaven\n0000,12\n0001,14\n\n"
    report = REPORT.replace("/modules/sgg/,", ',"1,249",809,Totaal\n/modules/sgg/,', 1)
    gelezen = given_file(tmp_path, GA4, f"{other}{report}{other}")
    assert [item.weergaven for item in gelezen.bezoeken] == [1_234, 12]
    assert gelezen.levering.weggelaten == {"geen pagina van de site": 1, "zonder adres": 1}


def test_ga4_with_a_day_in_each_row(tmp_path: Path) -> None:
    koppeling = GA4.model_copy(update={"dag": "Datum"})
    data = "Datum,Paginapad en schermklasse,Weergaven\n20260131,/,2\n20260701,/,3\n"
    gelezen = given_file(tmp_path, koppeling, data)
    assert [(item.dag, item.weergaven) for item in gelezen.bezoeken] == [
        ("2026-01-31", 2),
        ("2026-07-01", 3),
    ]


@pytest.mark.parametrize(
    ("text", "views"), [("7", 7), ("1.204", 1_204), ("1\u202f204", 1_204), ("1,204,567", 1_204_567)]
)
def test_thousands_may_be_set_apart(tmp_path: Path, text: str, views: int) -> None:
    gelezen = given_file(tmp_path, GA4, REPORT.replace("1,234", text))
    assert gelezen.bezoeken[0].weergaven == views


@pytest.mark.parametrize(
    ("before", "after", "regel", "says"),
    [
        ("20260630", "20260701", 9, "niet in één half jaar"),
        ("20260101", "20250701", 9, "niet in één half jaar"),
        ("# Startdatum: 20260101\n", "", 7, "staat geen periode"),
        ("Weergaven,", "Views,", 1, "'Weergaven'"),
        ('"1,234"', '"1,23"', 9, "geen heel getal"),
    ],
)
def test_ga4_that_does_not_fit(
    tmp_path: Path, before: str, after: str, regel: int, says: str
) -> None:
    found = given_file(tmp_path, GA4, REPORT.replace(before, after)).misfits
    assert found[0].regel == regel
    assert says in found[0].tekst


# Whatever comes in


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(
        [(PLAUSIBLE, PAGES), (GOATCOUNTER, HITS), (MATOMO, FLAT), (MATOMO, "{}"), (GA4, REPORT)]
    ),
    st.integers(0, 600),
    st.one_of(st.binary(), st.text().map(str.encode)),
    st.integers(0, 20),
)
def test_any_bytes_are_read_or_refused(
    source: tuple[Bezoekkoppeling, str], at: int, bit: bytes, gone: int
) -> None:
    koppeling, text = source
    data = text.encode()
    with NamedTemporaryFile() as file:
        file.write(data[:at] + bit + data[at + gone :])
        file.flush()
        gelezen = read(koppeling, Path(file.name), PADEN, TODAY, ignore)
    levering = gelezen.levering
    assert bool(gelezen.misfits) != bool(gelezen.bezoeken)
    assert levering.gelezen == levering.geteld + sum(levering.weggelaten.values())
