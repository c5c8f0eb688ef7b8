"""The tables of a report as one workbook: a sheet per table, after a sheet with the contents."""

import io
from datetime import datetime

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from ..compose.document import Likert, Rapport, Staven, Tabel

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - no clock: the same report is the same file
NUMBERS = {"aantal": "#,##0", "percentage": "0%", "getal": "0.00", "tekst": "General"}
NAME = 31
"""Characters that Excel allows in the name of a sheet."""
CELL = 32_767
"""Characters that Excel allows in a cell."""
CONTENTS = "Inhoud"
FICTIEF = "Fictief: deze cijfers zijn verzonnen."


def as_xlsx(rapport: Rapport) -> bytes:
    """The workbook; a number is a number, and no text is ever a formula or a link."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": rapport.titel, "created": CREATED})
        names = sheet_names([tabel.id for tabel in rapport.tabellen])
        _contents(workbook, rapport, names)
        head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        looks = {soort: workbook.add_format({"num_format": n}) for soort, n in NUMBERS.items()}
        for name, tabel in zip(names, rapport.tabellen, strict=True):
            sheet = _sheet(workbook, name, rapport.fictief)
            _table(sheet, tabel, head, looks)
    return file.getvalue()


def sheet_names(ids: list[str]) -> list[str]:
    """A name for each id: as long as Excel allows, and none twice (Excel ignores case)."""
    names = [CONTENTS]
    for id in ids:
        name, number = id[:NAME], 2
        while name.lower() in (taken.lower() for taken in names):
            name = f"{id[: NAME - len(f'-{number}')]}-{number}"
            number += 1
        names.append(name)
    return names[1:]


def _sheet(workbook: Workbook, name: str, fictief: bool) -> Worksheet:
    sheet = workbook.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if fictief:
        sheet.set_header(f"&C{FICTIEF}")
    return sheet


def _contents(workbook: Workbook, rapport: Rapport, names: list[str]) -> None:
    sheet = _sheet(workbook, CONTENTS, rapport.fictief)
    bold = workbook.add_format({"bold": True})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, NAME + 2)
    sheet.set_column(1, 1, 36)
    sheet.set_column(2, 3, 60)
    _text(sheet, 0, 0, rapport.titel, bold)
    _text(sheet, 1, 0, rapport.ondertitel)
    _text(sheet, 2, 0, FICTIEF if rapport.fictief else "")
    for column, words in enumerate(("Blad", "Hoofdstuk", "Tabel", "Toelichting")):
        _text(sheet, 4, column, words, bold)
    chapters = [
        hoofdstuk.titel
        for hoofdstuk in rapport.hoofdstukken
        for blok in hoofdstuk.blokken
        if isinstance(blok, Tabel | Likert | Staven)
    ]
    sheets = zip(names, chapters, rapport.tabellen, strict=True)
    for row, (name, chapter, tabel) in enumerate(sheets, start=5):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        for column, words in enumerate((chapter, tabel.titel, tabel.noot), start=1):
            _text(sheet, row, column, words, wrapped)


def _table(sheet: Worksheet, tabel: Tabel, head: Format, looks: dict[str, Format]) -> None:
    for column, kolom in enumerate(tabel.kolommen):
        sheet.set_column(column, column, 12 if column else 50, looks[kolom.soort])
        _text(sheet, 0, column, kolom.titel, head)
    for row, rij in enumerate(tabel.rijen, start=1):
        for column, value in enumerate(rij):
            if isinstance(value, str):
                _text(sheet, row, column, value)
            else:
                sheet.write_number(row, column, value, looks[tabel.kolommen[column].soort])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(tabel.rijen), len(tabel.kolommen) - 1)


def _text(sheet: Worksheet, row: int, column: int, text: str, look: Format | None = None) -> None:
    """Write a text as a text: `write` would take `=1` for a formula and `http:` for a link."""
    sheet.write_string(row, column, text if len(text) <= CELL else f"{text[: CELL - 1]}…", look)
