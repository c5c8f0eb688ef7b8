"""What is done with a store afterwards: read, cleared, wiped, taken out; on both databases."""

import csv
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, func, select

from leeromgeving.store import (
    Bezoek,
    Inzending,
    Levering,
    Oefenresultaat,
    OpenTekst,
    connect,
    manage,
)
from leeromgeving.store.export import export
from leeromgeving.store.tables import metadata, tekst
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
    dag="2026-03-31",
    antwoorden=(("vorm", "lezen"), ("vorm", "oefenen")),
    teksten=(OpenTekst("beter", "Meer tijd"), OpenTekst("tip", "Mail x@y.nl", ("e-mailadres",))),
)
FORMS = (
    FORM,
    replace(FORM, sleutel="b", dag="2026-01-01"),
    replace(FORM, sleutel="c", module="voorbeeld", bron="forms", teksten=()),
    replace(FORM, sleutel="d", vragenlijst="na-acht-weken/v1", teksten=()),
)
VIEWS = (
    Bezoek("2026-03-31", "modules/proef/", "direct", 3, 1),
    Bezoek("2026-03-31", "modules/proef/vragenlijst/", "intern", 2, 1),
    Bezoek("2026-03-31", "modules/proefkonijn/", "direct", 1, 1),
)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """A store with something of everything."""
    engine = connect(store_url)
    result = Oefenresultaat("r", "2026-03-31", "proef", "quiz", True, 0.5)
    with engine.begin() as connection:
        add_inzendingen(connection, FORMS)
        add_bezoeken(connection, VIEWS)
        add_bezoeken(connection, VIEWS[:1], "matomo", "f")
        add_oefenresultaten(connection, [result], "lms")
        add_levering(connection, Levering("f", "matomo", "=x.csv", "2026-04-01", "", "", 3, 3))
    yield engine
    engine.dispose()


def rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in metadata.tables.items()
        }


def without(engine: Engine, selection: manage.Selection) -> dict[str, int]:
    """What is left in each table after wiping a selection."""
    with engine.begin() as connection:
        manage.wipe(connection, selection)
    return rows(engine)


WHOLE = {
    "inzending": 4,
    "antwoord": 8,
    "tekst": 4,
    "bezoek": 4,
    "oefenresultaat": 1,
    "levering": 1,
}


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (manage.until("module/v1", "2026-01-01"), {"inzending": 3, "antwoord": 6, "tekst": 2}),
        (manage.until("module/v1", "2025-12-31"), {}),
        (manage.of_vragenlijst("module/v1"), {"inzending": 1, "antwoord": 2, "tekst": 0}),
        (
            manage.of_module("proef", "modules/proef/"),
            {"inzending": 1, "antwoord": 2, "tekst": 0, "bezoek": 1, "oefenresultaat": 0},
        ),
        (manage.of_bron("forms"), {"inzending": 3, "antwoord": 6}),
        (manage.of_bron("matomo"), {"bezoek": 3, "levering": 0}),
        (manage.everything(), dict.fromkeys(WHOLE, 0)),
    ],
)
def test_only_what_was_asked_is_wiped(
    engine: Engine, selection: manage.Selection, left: dict[str, int]
) -> None:
    with engine.connect() as connection:
        told = manage.count(connection, selection)
    assert without(engine, selection) == WHOLE | left
    gone = {name: WHOLE[name] - number for name, number in left.items() if number != WHOLE[name]}
    assert told == {name: gone[name] for name in gone if name not in ("antwoord", "tekst")}


def test_unread_texts_come_with_what_was_put_aside_first(engine: Engine) -> None:
    with engine.connect() as connection:
        texts = manage.unread(connection)
    assert [(own.sleutel, own.veld) for own in texts] == [
        ("b", "tip"),
        ("a", "tip"),
        ("b", "beter"),
        ("a", "beter"),
    ]
    assert texts[0].redenen == ("e-mailadres",)
    assert texts[-1] == manage.OngelezenTekst(
        "a", "beter", "module/v1", "proef", "Meer tijd", redenen=()
    )


def test_a_text_is_read_once(engine: Engine) -> None:
    with engine.begin() as connection:
        tip, _, beter, _ = manage.unread(connection)
        assert manage.keep(connection, tip, "Mail ons", ())
        assert manage.remove(connection, beter)
        assert not manage.keep(connection, tip, "anders", ("bsn",)), "a colleague was first"
        assert not manage.remove(connection, tip)
        assert not manage.remove(connection, beter)
    with engine.connect() as connection:
        assert len(manage.unread(connection)) == 2
        mine = select(tekst.c.veld, tekst.c.tekst, tekst.c.staat, tekst.c.redenen)
        assert connection.execute(mine.where(tekst.c.sleutel == "b")).all() == [
            ("tip", "Mail ons", "beoordeeld", "")
        ]


def test_after_scrubbing_the_bytes_are_gone(tmp_path: Path) -> None:
    """SQLite's secure_delete alone leaves copies of what moved within the file."""
    engine = connect(f"sqlite:///{tmp_path / 'opslag.sqlite'}")
    dice = random.Random(2)
    forms = [_geheim(f"{number:04}", dice.randint(1, 60)) for number in range(1_500)]
    dice.shuffle(forms)
    with engine.begin() as connection:
        for form in forms:
            add_inzendingen(connection, [form])

    def on_disk() -> set[str]:
        found = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        return {form.sleutel for form in forms if f"geheim-{form.sleutel}".encode() in found}

    assert len(on_disk()) == len(forms)
    with engine.begin() as connection:
        for own in manage.unread(connection)[:750]:
            manage.remove(connection, own)
        left = {own.sleutel for own in manage.unread(connection)}
    assert manage.scrub(engine)
    assert on_disk() == left
    engine.dispose()


def _geheim(key: str, repeats: int) -> Inzending:
    text = OpenTekst("beter", f"geheim-{key} " * repeats)
    return replace(FORM, sleutel=key, antwoorden=(), teksten=(text,))


def test_scrubbing_waits_for_nobody_and_says_so(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=10"))
        engine.dispose()
    else:
        statements = ("SET lock_timeout = 10", *manage.SCRUB["postgresql"])
        monkeypatch.setitem(manage.SCRUB, "postgresql", statements)
    with engine.connect() as other:
        if engine.dialect.name == "sqlite":
            other.exec_driver_sql("BEGIN")
        other.execute(select(tekst)).all()
        assert not manage.scrub(engine)
    assert manage.scrub(engine)


def test_everything_is_exported(engine: Engine, tmp_path: Path) -> None:
    told: dict[str, int] = {}
    export(engine, tmp_path / "uit" / "export", told.__setitem__)
    assert told == WHOLE
    files = {file.name: file for file in (tmp_path / "uit" / "export").iterdir()}
    assert set(files) == {f"{name}.csv" for name in metadata.tables}
    assert [file.name for file in (tmp_path / "uit").iterdir()] == ["export"]
    assert files["tekst.csv"].read_bytes().startswith(b"\xef\xbb\xbfsleutel;veld;tekst;")
    with files["levering.csv"].open(encoding="utf-8-sig", newline="") as stream:
        header, row = csv.reader(stream, delimiter=";")
    assert header == metadata.tables["levering"].columns.keys()
    assert row == ["f", "matomo", "'=x.csv", "2026-04-01", "", "", "3", "3", "{}"]


def test_half_an_export_is_none(engine: Engine, tmp_path: Path) -> None:
    def fail(name: str, number: int) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        export(engine, tmp_path / "uit" / "export", fail)
    assert list((tmp_path / "uit").iterdir()) == []


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@a", "＝1", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(engine: Engine, tmp_path: Path, text: str) -> None:
    with engine.begin() as connection:
        add_inzendingen(connection, [replace(FORM, sleutel="z", teksten=(OpenTekst("q", text),))])
    export(engine, tmp_path / "export", lambda name, number: None)
    with (tmp_path / "export" / "tekst.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [row["tekst"] for row in csv.DictReader(stream, delimiter=";")]
    assert f"'{text}" in cells
    assert text not in cells


def test_an_export_is_of_one_moment(engine: Engine, tmp_path: Path) -> None:
    told: dict[str, int] = {}

    def interfere(name: str, number: int) -> None:
        told[name] = number
        with engine.begin() as connection:
            add_inzendingen(connection, [replace(FORM, sleutel=f"after-{name}")])

    export(engine, tmp_path / "export", interfere)
    assert told == WHOLE
