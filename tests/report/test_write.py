"""The folder that the stuurgroep gets: whole, linked, and the same bytes each time."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from leeromgeving.compose.document import Rapport
from leeromgeving.report.write import write_report
from small_report import SMALL

TESTS = Path(__file__).parent.parent
SCRIPT = """
import sys
from pathlib import Path
from leeromgeving.report.write import write_report
from small_report import SMALL
write_report(SMALL, Path(sys.argv[1]), lambda total: None)
"""


def written(folder: Path, rapport: Rapport = SMALL) -> dict[str, bytes]:
    write_report(rapport, folder, lambda total: None)
    return tree(folder)


def tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_five_forms_stand_in_one_folder(tmp_path: Path) -> None:
    assert set(written(tmp_path / "rapport")) == {
        "index.html",
        "niveau-1/index.html",
        "stijl.css",
        "favicon.svg",
        "LEESMIJ.txt",
        "evaluatie-2026-fictief.pdf",
        "evaluatie-2026-fictief.xlsx",
        "evaluatie-2026-fictief.json",
        "csv/doelstellingen-2026-fictief.csv",
        "csv/reactie-tabel-2026-fictief.csv",
        "csv/kennis-tabel-2026-fictief.csv",
    }


def test_a_report_on_real_figures_never_says_fictief(tmp_path: Path) -> None:
    files = written(tmp_path / "rapport", replace(SMALL, fictief=False, periode="2026-1"))
    assert "evaluatie-2026-1.pdf" in files
    assert not any("fictief" in name for name in files)
    assert not any(b"ictief:" in files[name] for name in files if name.endswith(("html", "json")))


def test_every_page_of_made_up_figures_says_so(tmp_path: Path) -> None:
    pages = [text for name, text in written(tmp_path / "r").items() if name.endswith("html")]
    assert all(b"Fictief:</strong> deze cijfers zijn verzonnen" in page for page in pages)


def test_every_link_leads_to_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "rapport"
    for name, content in written(folder).items():
        if name.endswith(".html"):
            links = re.findall(r'(?:href|src)="([^"#]+)"', content.decode())
            assert len(links) > 5
            assert all(((folder / name).parent / link).is_file() for link in links)


def test_the_same_report_is_the_same_bytes(tmp_path: Path) -> None:
    """In another process, folder and time zone, and with other hashes."""
    surroundings = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "PYTHONPATH": str(TESTS)}
    other = tmp_path / "ergens" / "anders"
    other.parent.mkdir()
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(other)], env={**os.environ, **surroundings}, check=True
    )
    assert tree(other) == written(tmp_path / "hier")


def test_a_new_report_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "rapport"
    (folder / "csv").mkdir(parents=True)
    (folder / "csv" / "oud.csv").write_text("oud", "utf-8")
    assert "csv/oud.csv" not in written(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["rapport"]


def test_a_report_that_fails_halfway_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "rapport"
    before = written(folder)

    def full_disk(total: int) -> None:
        raise OSError(28, "vol")

    with pytest.raises(OSError, match="vol"):
        write_report(replace(SMALL, titel="Nieuw"), folder, full_disk)
    assert tree(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["rapport"]


def test_progress_counts_every_file(tmp_path: Path) -> None:
    totals: list[int] = []
    write_report(SMALL, tmp_path / "rapport", totals.append)
    assert totals == [len(tree(tmp_path / "rapport"))] * len(totals)
    assert len(totals) == 11
