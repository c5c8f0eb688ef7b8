"""The way out of one machine: the SQL that counts in the store, unchanged, on Spark.

`python benchmarks/spark.py [answers]` prints a page in Markdown; a million answers without one.
Stops when a single row differs from what SQLite counts. Needs Java 17: apt-get install
default-jre-headless. The answers are those of `tellen.py`.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import duckdb
from pyspark.sql import SparkSession
from sqlalchemy import Engine
from tellen import make

from leeromgeving.evaluate.groot import COUNTED, count_export
from leeromgeving.evaluate.tellingen import Tellingen, count_store, count_with
from leeromgeving.store import connect

ANSWERS = 1_000_000
THREADS = 2


def load(engine: Engine, files: Path) -> None:
    """Put the tables of Parquet files into a store."""
    with engine.begin() as connection, duckdb.connect() as source:
        for table in COUNTED:
            source.execute(f"SELECT * FROM '{files}/{table.name}.parquet'")
            names = [column[0] for column in source.description or ()]
            while batch := source.fetchmany(50_000):
                values = [dict(zip(names, row, strict=True)) for row in batch]
                connection.execute(table.insert(), values)


def timed(count: Callable[[], Tellingen]) -> tuple[Tellingen, float]:
    """What was counted, and the seconds on the clock that it took."""
    start = perf_counter()
    return count(), perf_counter() - start


def on_spark(files: Path) -> tuple[Tellingen, float, str]:
    """Count with Spark, which has started already; also its version."""
    session = (
        SparkSession.builder.master(f"local[{THREADS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", THREADS)
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    try:
        for table in COUNTED:
            path = str(files / f"{table.name}.parquet")
            session.read.parquet(path).createOrReplaceTempView(table.name)
        found, seconds = timed(
            lambda: count_with(lambda statement: map(tuple, session.sql(statement).collect()))
        )
        return found, seconds, session.version
    finally:
        session.stop()


def page(answers: int, version: str, found: Tellingen, seconds: dict[str, float]) -> str:
    """The figures, ratios first."""
    own = seconds["SQLite"]
    ratios = "".join(f"| {name} | {one / own:.2f}× |\n" for name, one in seconds.items())
    clock = "".join(f"| {name} | {one:.1f} |\n" for name, one in seconds.items())
    rows = "".join(f"| {name} | {len(cells):,} |\n" for name, cells in vars(found).items())
    return (
        "# The same SQL on Spark\n\n"
        f"{answers:,} answers; Spark {version} in local mode, DuckDB and SQLite, {THREADS} threads "
        "(SQLite: one). Every row of every count table is the same in all three; made by "
        "`benchmarks/spark.py`. The point is not speed on one machine, but that nothing has "
        "to be rewritten when one machine is too small.\n\n"
        f"| against SQLite | time |\n|---|---|\n{ratios}\n"
        f"| | seconds on the clock |\n|---|---|\n{clock}\n"
        f"| count table | rows that are the same |\n|---|---|\n{rows}"
    )


def main(answers: int) -> None:
    """Make the answers, count three times, compare, print the page."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), answers)
        files = Path(folder, "parquet")
        engine = connect(f"sqlite:///{folder}/opslag.sqlite")
        load(engine, files)
        expected, sqlite = timed(lambda: count_store(engine))
        engine.dispose()
        by_duckdb, groot = timed(lambda: count_export(files))
        by_spark, spark, version = on_spark(files)
    for name, found in (("DuckDB", by_duckdb), ("Spark", by_spark)):
        for table, cells in vars(expected).items():
            if cells != getattr(found, table):
                sys.exit(f"{name} counts other {table} than SQLite")
    seconds = {"SQLite": sqlite, "DuckDB": groot, "Spark": spark}
    print(page(answers, version, expected, seconds), end="")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ANSWERS)
