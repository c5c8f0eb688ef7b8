"""The workbook as a spreadsheet program reads it."""

import io
import re
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from leeromgeving.report.workbook import as_xlsx, sheet_names
from small_report import SMALL


def test_a_sheet_per_table_after_the_contents() -> None:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(SMALL)))
    assert workbook.sheet_names == ["Inhoud", "doelstellingen", "reactie-tabel", "kennis-tabel"]
    rows = workbook.get_sheet_by_name("reactie-tabel").to_python()
    assert rows[0] == ["Module", "n", "Mee eens"]
    assert rows[1] == ["Gedrag beoordelen", 20.0, 0.6]
    assert rows[3] == ["Trauma", "verborgen", "verborgen"]
    contents = workbook.get_sheet_by_name("Inhoud").to_python()
    tabel = SMALL.tabellen[1]
    assert ["reactie-tabel", "Niveau 1: reactie", tabel.titel, tabel.noot] in contents
    assert any("Fictief" in str(row[0]) for row in contents)


def test_the_head_stays_in_sight_and_filters() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(SMALL))) as file:
        sheet = file.read("xl/worksheets/sheet3.xml").decode()
        styles = file.read("xl/styles.xml").decode()
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:C4"/>' in sheet
    assert "Fictief" in sheet
    assert all(f'formatCode="{code}"' in styles for code in ("#,##0", "0%", "0.00"))


@given(st.lists(st.text("ab-", min_size=1, max_size=40), unique=True, max_size=9))
def test_sheets_have_a_name_of_their_own_that_excel_takes(ids: list[str]) -> None:
    names = sheet_names([*ids, "inhoud", "a" * 40, "a" * 41])
    assert len({name.lower() for name in (*names, "inhoud")}) == len(names) + 1
    assert all(re.fullmatch(r"[a-z0-9-]{1,31}", name) for name in names)
