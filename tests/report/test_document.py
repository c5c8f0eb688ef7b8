"""Ids become file names and addresses: a report with others does not exist."""

from dataclasses import replace

import pytest

from leeromgeving.compose.document import Hoofdstuk
from small_report import DOELEN, SMALL


def test_tables_of_charts_are_tables_too() -> None:
    assert [tabel.id for tabel in SMALL.tabellen] == [
        "doelstellingen",
        "reactie-tabel",
        "kennis-tabel",
    ]


@pytest.mark.parametrize("id", ["../boven", "Met Hoofdletter", "", "a/b"])
def test_an_id_is_a_slug(id: str) -> None:
    with pytest.raises(ValueError, match="not a slug"):
        replace(SMALL, hoofdstukken=(Hoofdstuk(id, "Titel", ()),))
    with pytest.raises(ValueError, match="not a slug"):
        replace(SMALL, periode=id)


def test_an_id_stands_for_one_table() -> None:
    with pytest.raises(ValueError, match="used twice"):
        replace(SMALL, hoofdstukken=(Hoofdstuk("een", "Een", (DOELEN, DOELEN)),))
