"""Whatever comes in, no report tells about a group of fewer than five."""

from itertools import count, product
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from leeromgeving.compose.document import Rapport
from leeromgeving.compose.rapport import compose_rapport
from leeromgeving.evaluate.bronnen import read_bronnen
from leeromgeving.evaluate.periode import parse_periode
from leeromgeving.evaluate.tellingen import count_store
from leeromgeving.load import load
from leeromgeving.model import velden
from leeromgeving.store import Inzending, Oefenresultaat, OpenTekst, connect
from leeromgeving.store.halfjaar import halfjaar
from leeromgeving.store.manage import keep, unread
from leeromgeving.store.write import add_inzendingen, add_oefenresultaten

LEEROMGEVING = load(Path(__file__).parent.parent / "projects" / "mini").leeromgeving()
PEOPLE = {"n", "ingevuld", "beantwoord", "uitkomst"}
"""Columns that count forms or answers, or may (`uitkomst`)."""
MODULES = ("voorbeeld", "proef")
groups = st.lists(
    st.tuples(
        st.sampled_from(["module/v1", "na-acht-weken/v1"]),
        st.sampled_from(["voorbeeld", "proef"]),
        st.sampled_from(["2026-01-01", "2026-12-31", "2025-12-31"]),
        st.sampled_from(["", "noord"]),
        st.integers(1, 9),
        st.randoms(use_true_random=False),
    ),
    max_size=8,
)


def told(rapport: Rapport) -> list[int]:
    """Every number of people or answers in the report's tables."""
    return [
        int(cell)
        for tabel in rapport.tabellen
        for rij in tabel.rijen
        for kolom, cell in zip(tabel.kolommen, rij, strict=True)
        if kolom.titel in PEOPLE and str(cell).isdecimal() and tabel.id not in OTHERS
    ]


OTHERS = {"doel-inhoud-indicatoren", "doel-gebruik-indicatoren"}
"""What these count are no people of a group: modules, views, and all forms."""


@settings(max_examples=60, deadline=None)
@given(groups)
def test_no_small_group_is_told(groups: list[tuple[str, str, str, str, int, Random]]) -> None:
    number = count()
    forms: list[Inzending] = []
    results: list[Oefenresultaat] = []
    for editie, module, dag, instelling, size, random in groups:
        fields = velden(
            LEEROMGEVING.edities[editie], LEEROMGEVING.modules[module], LEEROMGEVING.basisgegevens
        )
        for _ in range(size):
            chosen = tuple(
                (veld.naam, random.choice(veld.opties).code)
                for veld in fields
                if veld.opties and random.random() < 0.8
            )
            key = f"sleutel-{next(number)}"
            text = (OpenTekst("beter", f"tekst {editie} {module}"),)
            forms.append(Inzending(key, editie, module, dag, instelling, "formulier", chosen, text))
            gehaald = random.choice([True, False, None])
            results.append(Oefenresultaat(key, dag, module, "x", gehaald, random.random()))
    engine = connect("sqlite://")
    with engine.begin() as connection:
        add_inzendingen(connection, forms)
        add_oefenresultaten(connection, results, "xapi")
        for text_ in unread(connection):
            keep(connection, text_, text_.tekst, ())
    for periode in map(parse_periode, ("2025", "2026-1", "2026-2", "2026")):
        bronnen = read_bronnen(engine, periode)
        rapport = compose_rapport(LEEROMGEVING, count_store(engine), bronnen, periode, "fictief")
        assert [n for n in told(rapport) if 0 < n < 5] == []
        for editie, module in product(LEEROMGEVING.edities, MODULES):
            if f"tekst {editie} {module}" in str(rapport):
                own = [f for f in forms if (f.vragenlijst, f.module) == (editie, module)]
                assert sum(halfjaar(f.dag) in periode.halfjaren for f in own) >= 5
    engine.dispose()
