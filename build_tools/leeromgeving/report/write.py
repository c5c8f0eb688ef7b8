"""Writes a whole report: pages, PDF, XLSX, CSV and JSON in one folder."""

from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

from .. import static
from ..aside import made_aside
from ..compose.document import Rapport
from .data import as_csv, as_json
from .names import csv_name, document_name, page_name
from .neutral import neutral
from .pages import page, stylesheet
from .pdf import as_pdf
from .workbook import as_xlsx

README = "LEESMIJ.txt"
"""Its first line tells that a folder holds a report of ours."""


def write_report(rapport: Rapport, folder: Path, progress: Callable[[int], None]) -> None:
    """Replace `folder` by the report in its five forms; the same report gives the same bytes.

    `progress` is called after each file with the number of files in all. Raises OSError; then the
    old folder is still there.
    """
    makers = _makers(neutral(rapport))
    with made_aside(folder) as aside:
        for name, make in makers.items():
            made = make()
            file = aside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made.encode() if isinstance(made, str) else made)
            progress(len(makers))


def may_replace(folder: Path) -> bool:
    """Whether nobody's documents are lost: there is nothing, or a former report; raises OSError."""
    if not folder.is_dir():
        return not folder.exists()
    readme = folder / README
    if readme.is_file():
        return readme.read_bytes().splitlines()[:1] == _readme().encode().splitlines()[:1]
    return not any(folder.iterdir())


def _makers(rapport: Rapport) -> dict[str, Callable[[], str | bytes]]:
    """What makes each file, by its path in the folder."""
    return {
        **{
            page_name(rapport, hoofdstuk): partial(page, rapport, hoofdstuk)
            for hoofdstuk in rapport.hoofdstukken
        },
        **{csv_name(rapport, tabel): partial(as_csv, tabel) for tabel in rapport.tabellen},
        document_name(rapport, "pdf"): partial(as_pdf, rapport),
        document_name(rapport, "xlsx"): partial(as_xlsx, rapport),
        document_name(rapport, "json"): partial(as_json, rapport),
        "stijl.css": stylesheet,
        "favicon.svg": static.favicon,
        README: _readme,
    }


def _readme() -> str:
    file = files("leeromgeving.report") / "templates" / README
    return file.read_text(encoding="utf-8")
