"""Counting answers in large files, against Polars and pandas on the same files in one run.

`python benchmarks/tellen.py [answers]` prints a page in Markdown; ten million answers without one.
The answers are made up, with a fixed seed: sixteen of each form, in two years, thirty modules and
six instellingen. Each program counts in a process of its own, and all must find the same.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any
from zlib import crc32

from bezoek import Run, run

ANSWERS = 10_000_000
SEED = 2026
ROUNDS = 3
"""Each program runs so often, by turns; the median counts."""
KEYS = ("periode", "vragenlijst", "module", "instelling", "veld", "code")
DATA = f"""
CREATE MACRO dice(number) AS ((number + {SEED}) * 2654435761) % 4294967296 // 1024;
CREATE MACRO pick(list, number) AS list[1 + dice(number) % len(list)];
CREATE MACRO dag(number) AS
    strftime(DATE '2026-01-01' + (dice(number) % 730)::INTEGER, '%Y-%m-%d');
CREATE TABLE inzending AS SELECT
    md5(i::VARCHAR)::UUID::VARCHAR AS sleutel, 'module/v1' AS vragenlijst,
    'module-' || dice(3 * i) % 30 AS module, dag(5 * i) AS dag,
    pick(['', 'a', 'b', 'c', 'd', 'e'], 7 * i) AS instelling, 'formulier' AS bron, i
FROM range($forms) AS r(i);
CREATE TABLE antwoord AS SELECT
    sleutel,
    CASE WHEN j < 4 THEN 'stelling-' || j
        WHEN j < 10 THEN 'voor-en-na.leerdoel-' || j // 2 || ['.voor', '.na'][1 + j % 2]
        WHEN j < 13 THEN 'kennis.vraag-' || j
        WHEN j < 15 THEN 'lastig'
        ELSE 'rol' END AS veld,
    CASE WHEN j < 13 THEN (1 + dice(16 * i + j) % 5)::VARCHAR
        WHEN j = 13 THEN pick(['weinig-tijd', 'team', 'afspraken'], 16 * i)
        WHEN j = 14 THEN pick(['spannend', 'weggezakt'], 16 * i)
        ELSE pick(['begeleider', 'gedragskundige', 'leidinggevende'], 16 * i) END AS code,
    vragenlijst, module, dag, instelling
FROM (SELECT *, unnest(range(16)) AS j FROM inzending);
ALTER TABLE inzending DROP COLUMN i;
CREATE TABLE bezoek AS SELECT
    dag(i) AS dag, 'modules/' || dice(3 * i) % 200 || '/' AS pad, 'direct' AS herkomst,
    'formulier' AS bron, i::VARCHAR AS levering, 1 + dice(i) % 9 AS weergaven, 1 AS eerste
FROM range($forms // 4) AS r(i);
CREATE TABLE oefenresultaat AS SELECT
    i::VARCHAR AS sleutel, dag(i) AS dag, 'module-' || dice(3 * i) % 30 AS module,
    'quiz' AS oefening, dice(i) % 2 AS gehaald, dice(i) % 11 / 10 AS score, 'lms' AS bron
FROM range($forms // 8) AS r(i);
"""


def make(folder: Path, answers: int) -> None:
    """Write every table as CSV and as Parquet, below `csv/` and `parquet/`."""
    import duckdb

    from leeromgeving.evaluate.groot import COUNTED

    with duckdb.connect() as connection:
        connection.execute(DATA.replace("$forms", str(answers // 16)))
        for table in COUNTED:
            for kind, options in (("csv", "HEADER, DELIMITER ';'"), ("parquet", "")):
                (folder / kind).mkdir(exist_ok=True)
                file = folder / kind / f"{table.name}.{kind}"
                connection.execute(f"COPY {table.name} TO '{file}' (FORMAT {kind}, {options})")


def ours(folder: Path, _kind: str) -> Iterable[Any]:
    """One count table, as `evaluate` counts it."""
    from leeromgeving.evaluate.groot import open_export
    from leeromgeving.evaluate.tellingen import sql

    with open_export(folder) as connection:
        return connection.execute(sql("antwoorden")).fetchall()


def whole(folder: Path, _kind: str) -> Iterable[Any]:
    """All count tables; gives the one that the others count."""
    from leeromgeving.evaluate.groot import count_export

    return [(*cel, n) for cel, n in count_export(folder).antwoorden.items()]


def polars(folder: Path, kind: str) -> Iterable[Any]:
    """The same with Polars, streaming."""
    import polars as pl

    file = folder / f"antwoord.{kind}"
    frame = (
        pl.scan_parquet(file)
        if kind == "parquet"
        else pl.scan_csv(file, separator=";", infer_schema=False, empty_string_is_null=False)
    )
    first = pl.col("dag").str.slice(5, 2) < "07"
    half = pl.when(first).then(pl.lit("-1")).otherwise(pl.lit("-2"))
    frame = frame.with_columns(periode=pl.col("dag").str.slice(0, 4) + half)
    rows: list[tuple[Any, ...]] = frame.group_by(KEYS).len().collect(engine="streaming").rows()
    return rows


def pandas(folder: Path, kind: str) -> Iterable[Any]:
    """The same with pandas."""
    import pandas as pd

    file, columns = folder / f"antwoord.{kind}", [*KEYS[1:], "dag"]
    if kind == "parquet":
        frame = pd.read_parquet(file, columns=columns)
    else:
        frame = pd.read_csv(file, sep=";", usecols=columns, dtype=str, keep_default_na=False)
    half = (frame["dag"].str[5:7] < "07").map({True: "-1", False: "-2"})
    frame["periode"] = frame["dag"].str[:4] + half
    counts = frame.groupby(list(KEYS), sort=False).size()
    return ((*key, n) for key, n in counts.items())


PROGRAMS: dict[str, Callable[[Path, str], Iterable[Any]]] = {
    "ours": ours,
    "Polars": polars,
    "pandas": pandas,
    "ours, all count tables": whole,
}


def measure(folder: Path, kind: str) -> list[Run]:
    """Run every program by turns; the median of each. Stops when they disagree."""
    rounds = [
        [run(name, [sys.executable, __file__, name, str(folder), kind]) for name in PROGRAMS]
        for _ in range(ROUNDS)
    ]
    said = {one.said for runs in rounds for one in runs}
    if len(said) > 1:
        sys.exit(f"The programs disagree: {said}")
    return [
        Run(
            name,
            median(runs[place].seconds for runs in rounds),
            max(runs[place].megabytes for runs in rounds),
            said.pop() if place == 0 else "",
        )
        for place, name in enumerate(PROGRAMS)
    ]


def count(name: str, folder: Path, kind: str) -> None:
    """Count with one program and say what it found, so that it can be compared."""
    rows = [(*key, int(n)) for *key, n in PROGRAMS[name](folder / kind, kind)]
    check = sum(crc32("|".join(map(str, row)).encode()) for row in rows)
    print(f"{len(rows):,} different, {sum(row[-1] for row in rows):,} in all, check {check:x}")


def page(answers: int, found: dict[str, list[Run]]) -> str:
    """The figures, ratios first."""
    ratios = "".join(
        f"| {one.name}, {kind} | {one.seconds / runs[0].seconds:.2f}× "
        f"| {one.megabytes / runs[0].megabytes:.2f}× |\n"
        for kind, runs in found.items()
        for one in runs[1:3]
    )
    rows = "".join(
        f"| {one.name}, {kind} | {one.seconds:.1f} | {one.megabytes:.0f} |\n"
        for kind, runs in found.items()
        for one in runs
    )
    return (
        "# Answers in large files\n\n"
        f"{answers:,} answers, seed {SEED}; how many chose each code per half year, module and "
        f"instelling. The median of {ROUNDS} runs by turns (memory: the highest), each program in "
        "a process of its own; made by `benchmarks/tellen.py`.\n\n"
        f"| against ours | CPU | memory |\n|---|---|---|\n{ratios}\n"
        f"| | CPU seconds | peak MB |\n|---|---|---|\n{rows}\n"
        f"All found the same: {next(iter(found.values()))[0].said}"
    )


def main(answers: int) -> None:
    """Make the files, run all programs, print the page."""
    with tempfile.TemporaryDirectory() as folder:
        making = [sys.executable, __file__, "make", folder, str(answers)]
        run("make", making)  # in a process of its own: this one has to stay small
        found = {
            name: measure(Path(folder), kind)
            for name, kind in (("Parquet", "parquet"), ("CSV", "csv"))
        }
        print(page(answers, found), end="")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ANSWERS)
    elif sys.argv[1] == "make":
        make(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        count(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
