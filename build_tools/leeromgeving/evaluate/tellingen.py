"""Count tables: what every statistic follows from, and all that is kept of the answers.

Each table is made by one file of `sql/`: key columns first, then a count `n`. The text is the same
for every engine (SQLite, PostgreSQL, DuckDB, Spark). Counts of disjoint shards add up to those of
the whole, so many machines can count and one can report.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, NamedTuple

from sqlalchemy import Engine, text

from ..store.connect import snapshot


class Antwoordcel(NamedTuple):
    """A code that was chosen; `periode` is a half year (`2026-1`), here and below."""

    periode: str
    vragenlijst: str
    module: str
    instelling: str
    """Code, or empty when none was given: a category as any other."""
    veld: str
    code: str


class Paarcel(NamedTuple):
    """Before and now, in the same form; `veld` without `.voor` and `.na`."""

    periode: str
    vragenlijst: str
    module: str
    instelling: str
    veld: str
    voor: str
    na: str


class Veldcel(NamedTuple):
    """A veld of a form."""

    periode: str
    vragenlijst: str
    module: str
    instelling: str
    veld: str


class Inzendingcel(NamedTuple):
    """A kind of form, and what brought it in."""

    periode: str
    vragenlijst: str
    module: str
    instelling: str
    bron: str


class Bezoekcel(NamedTuple):
    """A page, who counted its views, and where those came from."""

    periode: str
    bron: str
    pad: str
    herkomst: str


class Bezoekdag(NamedTuple):
    """A day (ISO date) of a source of visits."""

    dag: str
    bron: str


class Oefencel(NamedTuple):
    """A result of an exercise elsewhere."""

    periode: str
    module: str
    oefening: str
    gehaald: int | None
    """0, 1, or not known."""
    score: float | None
    """0–1, or not known."""


@dataclass(frozen=True)
class Tellingen:
    """All counts; add shards with `+`. A field has the name of its SQL file."""

    antwoorden: Mapping[Antwoordcel, int]
    """Choices; n.v.t. is a code as any other."""
    paren: Mapping[Paarcel, int]
    """Forms that answered both."""
    beantwoord: Mapping[Veldcel, int]
    """Forms with at least one choice, n.v.t. included."""
    inzendingen: Mapping[Inzendingcel, int]
    """Forms."""
    weergaven: Mapping[Bezoekcel, int]
    """Page views."""
    eerste_weergaven: Mapping[Bezoekcel, int]
    """Those that were the first of that page in a session; only of sources that can tell."""
    bezoekdagen: Mapping[Bezoekdag, int]
    """Page views."""
    oefenresultaten: Mapping[Oefencel, int]
    """Results."""

    def __add__(self, other: "Tellingen") -> "Tellingen":
        """The counts of two disjoint shards together."""
        return Tellingen(
            **{name: _sum(mine, getattr(other, name)) for name, mine in vars(self).items()}
        )

    def is_empty(self, halfjaren: Collection[str]) -> bool:
        """Whether nothing was filled in, viewed or practised in these half years (`2026-1`)."""
        found = {
            *(cel.periode for cel in self.inzendingen),
            *(cel.periode for cel in self.weergaven),
            *(cel.periode for cel in self.oefenresultaten),
        }
        return found.isdisjoint(halfjaren)


def _sum(one: Mapping[Any, int], other: Mapping[Any, int]) -> dict[Any, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in {**one, **other}}


def count_store(engine: Engine) -> Tellingen:
    """Count all that a store holds, at one moment; raises SQLAlchemyError."""
    with snapshot(engine) as connection:
        return count_with(lambda statement: connection.execute(text(statement)))


def count_with(run: Callable[[str], Iterable[Sequence[Any]]]) -> Tellingen:
    """Count with any engine: `run` takes an SQL statement and gives its rows."""

    def table(name: str, cell: type[Any]) -> dict[Any, int]:
        return {cell(*key): int(n) for *key, n in run(sql(name))}

    return Tellingen(
        antwoorden=table("antwoorden", Antwoordcel),
        paren=table("paren", Paarcel),
        beantwoord=table("beantwoord", Veldcel),
        inzendingen=table("inzendingen", Inzendingcel),
        weergaven=table("weergaven", Bezoekcel),
        eerste_weergaven=table("eerste_weergaven", Bezoekcel),
        bezoekdagen=table("bezoekdagen", Bezoekdag),
        oefenresultaten=table("oefenresultaten", Oefencel),
    )


def sql(name: str) -> str:
    """The statement that makes the count table `name`."""
    return (files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")
