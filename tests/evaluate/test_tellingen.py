"""Counting: the same rows from every engine, and shards add up to the whole."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from operator import add
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, Row, create_engine, text

from leeromgeving.evaluate.groot import COUNTED, GrootError, count_export
from leeromgeving.evaluate.tellingen import (
    Antwoordcel,
    Bezoekcel,
    Bezoekdag,
    Inzendingcel,
    Oefencel,
    Paarcel,
    Tellingen,
    Veldcel,
    count_store,
    count_with,
)
from leeromgeving.store import Bezoek, Inzending, Oefenresultaat, connect
from leeromgeving.store.connect import snapshot
from leeromgeving.store.export import export
from leeromgeving.store.tables import metadata
from leeromgeving.store.write import add_bezoeken, add_inzendingen, add_oefenresultaten

FORM = ("module/v1", "grenzen", "trajectum")


def inzending(sleutel: str, dag: str, *antwoorden: tuple[str, str], instelling: str) -> Inzending:
    return Inzending(sleutel, FORM[0], FORM[1], dag, instelling, antwoorden=antwoorden)


SMALL = (
    inzending("a", "2026-06-30", ("duidelijk", "4"), ("kan.x.voor", "2"), ("kan.x.na", "4"),
              ("lastig", "tijd"), ("lastig", "team"), instelling="trajectum"),
    inzending("b", "2026-06-01", ("duidelijk", "nvt"), ("kan.x.voor", "2"), ("kan.x.na", "4"),
              instelling="trajectum"),
    inzending("c", "2026-07-01", ("duidelijk", "4"), ("kan.x.voor", "3"), instelling=""),
)  # fmt: skip
VISITS = (
    Bezoek("2026-06-30", "", "direct", 5, 3),
    Bezoek("2026-06-29", "", "direct", 2, 0),
    Bezoek("2026-07-01", "modules/grenzen/", "intern", 1, 1),
)
LOG = (Bezoek("2026-06-30", "", "onbekend", 40, None),)
RESULTS = (
    Oefenresultaat("r1", "2026-01-05", "grenzen", "quiz", True, 0.8),
    Oefenresultaat("r2", "2026-01-06", "grenzen", "quiz", True, 0.8),
    Oefenresultaat("r3", "2026-01-07", "grenzen", "quiz", None, None),
)


def fill(
    engine: Engine,
    inzendingen: Sequence[Inzending],
    visits: Sequence[Bezoek] = (),
    results: Sequence[Oefenresultaat] = (),
) -> None:
    with engine.begin() as connection:
        add_inzendingen(connection, inzendingen)
        add_bezoeken(connection, visits)
        add_oefenresultaten(connection, results, "lms")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = connect(url)
    yield engine
    engine.dispose()


@pytest.fixture
def store(store_url: str) -> Iterator[Engine]:
    with opened(store_url) as engine:
        yield engine


def test_every_count_by_hand(store: Engine) -> None:
    fill(store, SMALL, VISITS, RESULTS)
    with store.begin() as connection:
        add_bezoeken(connection, LOG, "log", "levering-1")
    first, second = ("2026-1", *FORM), ("2026-2", "module/v1", "grenzen", "")
    start = ("2026-1", "formulier", "", "direct")
    later = ("2026-2", "formulier", "modules/grenzen/", "intern")
    assert count_store(store) == Tellingen(
        antwoorden={
            Antwoordcel(*first, "duidelijk", "4"): 1,
            Antwoordcel(*first, "duidelijk", "nvt"): 1,
            Antwoordcel(*first, "kan.x.voor", "2"): 2,
            Antwoordcel(*first, "kan.x.na", "4"): 2,
            Antwoordcel(*first, "lastig", "tijd"): 1,
            Antwoordcel(*first, "lastig", "team"): 1,
            Antwoordcel(*second, "duidelijk", "4"): 1,
            Antwoordcel(*second, "kan.x.voor", "3"): 1,
        },
        paren={Paarcel(*first, "kan.x", "2", "4"): 2},
        beantwoord={
            Veldcel(*first, "duidelijk"): 2,
            Veldcel(*first, "kan.x.voor"): 2,
            Veldcel(*first, "kan.x.na"): 2,
            Veldcel(*first, "lastig"): 1,
            Veldcel(*second, "duidelijk"): 1,
            Veldcel(*second, "kan.x.voor"): 1,
        },
        inzendingen={Inzendingcel(*first, "formulier"): 2, Inzendingcel(*second, "formulier"): 1},
        weergaven={
            Bezoekcel(*start): 7,
            Bezoekcel(*later): 1,
            Bezoekcel("2026-1", "log", "", "onbekend"): 40,
        },
        eerste_weergaven={Bezoekcel(*start): 3, Bezoekcel(*later): 1},
        bezoekdagen={
            Bezoekdag("2026-06-29", "formulier"): 2,
            Bezoekdag("2026-06-30", "formulier"): 5,
            Bezoekdag("2026-06-30", "log"): 40,
            Bezoekdag("2026-07-01", "formulier"): 1,
        },
        oefenresultaten={
            Oefencel("2026-1", "grenzen", "quiz", 1, 0.8): 2,
            Oefencel("2026-1", "grenzen", "quiz", None, None): 1,
        },
    )


def test_all_is_counted_at_one_moment_though_forms_come_in(store: Engine) -> None:
    fill(store, SMALL[:1])
    with snapshot(store) as connection:
        run = partial(rows_and_then, connection, lambda: fill(store, SMALL))
        found = count_with(run)
    assert sum(found.inzendingen.values()) == 1
    assert sum(count_store(store).inzendingen.values()) == 3


def rows_and_then(
    connection: Connection, write: Callable[[], None], statement: str
) -> Sequence[Row[Any]]:
    rows = connection.execute(text(statement)).all()
    write()
    return rows


def test_an_empty_store_counts_nothing(store: Engine, tmp_path: Path) -> None:
    export(store, tmp_path / "export", lambda *_: None)
    assert count_store(store) == count_export(tmp_path / "export") == Tellingen(*[{}] * 8)


def many(seed: int, number: int) -> tuple[Inzending, ...]:
    """Forms of every kind, also with the odd characters that an import may bring."""
    random = Random(seed)
    return tuple(
        Inzending(
            f"{seed}-{i}",
            random.choice(["module/v1", "na-acht-weken/v1"]),
            random.choice(["grenzen", "sgg"]),
            f"202{random.randint(6, 7)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
            random.choice(["", "trajectum", "de; \"borg\" 'é'"]),
            random.choice(["formulier", "limesurvey"]),
            tuple(
                {
                    (veld, random.choice(["1", "2", "010", "nvt"]))
                    for veld in random.sample(VELDEN, random.randint(0, len(VELDEN)))
                }
                | {
                    ("lastig", code)
                    for code in random.sample(["tijd", "team"], random.randint(0, 2))
                }
            ),
        )
        for i in range(number)
    )


REASONS = ("tijd", "team")
VELDEN = ("duidelijk", "kan.x.voor", "kan.x.na", "kan.y.voor", "kan.y.na", "voor", "x.avoor")


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_duckdb_counts_the_same_from_an_export(store: Engine, tmp_path: Path, kind: str) -> None:
    fill(store, many(1, 300), VISITS, RESULTS)
    folder = tmp_path / "export"
    export(store, folder, lambda *_: None)
    if kind == "parquet":
        to_parquet(folder)
    assert count_export(folder) == count_store(store)


def to_parquet(folder: Path) -> None:
    """What another tool would make of the export."""
    with duckdb.connect() as connection:
        for table in COUNTED:
            file = folder / f"{table.name}.csv"
            types = {column.name: str(column.type) for column in table.columns}
            texts = [column.name for column in table.columns if not column.nullable]
            rows = connection.read_csv(str(file), sep=";", dtype=types, force_not_null=texts)
            rows.write_parquet(str(file.with_suffix(".parquet")))
            file.unlink()


def test_duckdb_counts_several_exports_together(tmp_path: Path) -> None:
    parts = [many(seed, 40) for seed in (1, 2)]
    for number, part in enumerate(parts):
        with opened(f"sqlite:///{tmp_path / f'{number}.sqlite'}") as engine:
            fill(engine, part)
            export(engine, tmp_path / "exports" / str(number), lambda *_: None)
    with opened(f"sqlite:///{tmp_path / 'whole.sqlite'}") as engine:
        fill(engine, [item for part in parts for item in part])
        assert count_export(tmp_path / "exports") == count_store(engine)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1_000), st.integers(1, 5), st.integers(0, 60))
def test_shards_add_up_to_the_whole(seed: int, shards: int, number: int) -> None:
    inzendingen = many(seed, number)
    parts = [counted(inzendingen[n::shards], VISITS[n::shards]) for n in range(shards)]
    assert reduce(add, parts) == counted(inzendingen, VISITS)


def counted(inzendingen: Sequence[Inzending], visits: Sequence[Bezoek]) -> Tellingen:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    fill(engine, inzendingen, visits)
    found = count_store(engine)
    engine.dispose()
    return found


def test_a_folder_without_an_export_is_told(tmp_path: Path) -> None:
    with pytest.raises(GrootError, match=r"hoort inzending\.csv te staan"):
        count_export(tmp_path)


def test_a_file_that_is_no_export_is_told(tmp_path: Path) -> None:
    for table in COUNTED:
        (tmp_path / f"{table.name}.csv").write_text("naam;mening\nPiet;goed\n", "utf-8")
    with pytest.raises(GrootError, match="niet te lezen") as error:
        count_export(tmp_path)
    assert "Piet" not in str(error.value)


def test_an_export_that_is_there_twice_is_told(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'opslag.sqlite'}") as engine:
        fill(engine, SMALL)
        for name in ("exports/2026", "exports/kopie"):
            export(engine, tmp_path / name, lambda *_: None)
    with pytest.raises(GrootError, match="meer dan één keer"):
        count_export(tmp_path / "exports")


def test_a_machine_without_duckdb_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(GrootError, match="pip install duckdb"):
        count_export(tmp_path)


@pytest.mark.parametrize("table", ["inzendingen", "weergaven", "oefenresultaten"])
def test_one_row_of_any_kind_is_not_nothing(table: str) -> None:
    nothing = Tellingen(*[{}] * 8)
    cells = {
        "inzendingen": Inzendingcel("2026-1", *FORM, "formulier"),
        "weergaven": Bezoekcel("2026-1", "", "", "direct"),
        "oefenresultaten": Oefencel("2026-1", "grenzen", "quiz", None, None),
    }
    something = Tellingen(**{**vars(nothing), table: {cells[table]: 1}})
    assert nothing.is_empty(["2026-1", "2026-2"])
    assert not something.is_empty(["2026-1", "2026-2"])
    assert something.is_empty(["2026-2"])
