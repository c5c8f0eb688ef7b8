"""A site that grows: what belongs to a page stays as it was, and costs as much as before.

The corpus of `benchmarks/`, small enough for a test. Work is counted, never timed.
"""

import sys
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from caches import forget
from leeromgeving.check import check
from leeromgeving.engines.mkdocs_run import build_site
from leeromgeving.findings import has_fout
from leeromgeving.load import load
from leeromgeving.model import adres
from leeromgeving.pages import make_pages

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))

from corpus import write_project

TODAY = date(2026, 11, 22)
ABOUT_ALL = ("pagefind/", "offline/", "sitemap.xml", "sw.js", adres.THEMAS)
"""What tells about many pages, beside the overviews."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The corpus by its number of pages."""
    folder = tmp_path_factory.mktemp("corpus")
    for pages in (20, 40, 60, 80):
        write_project(folder / str(pages), pages)
    return {int(project.name): project for project in folder.iterdir()}


def test_the_corpus_has_no_fout(projects: dict[int, Path]) -> None:
    loaded = load(projects[20])
    assert not has_fout(check(loaded, TODAY))
    assert len(loaded.leeromgeving().onderdelen) == 18


def test_only_overviews_grow(projects: dict[int, Path]) -> None:
    small, large = (_site(projects[pages]) for pages in (20, 80))
    changed = {path for path, content in small.items() if large.get(path) != content}
    assert f"{adres.ZOEKEN}index.html" in changed  # it lists everything, so something did change
    overviews = (*adres.OVERVIEWS, adres.ANALYSEVRAGEN)
    assert changed <= {f"{uri}index.html" for uri in overviews}


def _site(project: Path) -> dict[str, bytes]:
    """What visits to a built site fetch by its path, so also every page with what it loads."""
    site = project / "site"
    build_site(project, site, lambda total: None)
    files = {f.relative_to(site).as_posix(): f for f in site.rglob("*") if f.is_file()}
    return {path: f.read_bytes() for path, f in files.items() if not path.startswith(ABOUT_ALL)}


def test_no_page_looks_at_every_other_page(projects: dict[int, Path]) -> None:
    """From YAML to pages, without the engine.

    Not seen: loops inside C (`in` a list, sorting, regular expressions), and what is done for every
    pair of modules, of which there are a hundred times fewer.
    """
    _lines(projects[20])  # what is done once per process, such as imports, isn't counted
    lines = {pages: _lines(project) for pages, project in projects.items()}
    squared = lines[80] - lines[60] - (lines[40] - lines[20])  # what is in proportion cancels out
    pairs = 80**2 - 60**2 - (40**2 - 20**2)
    assert squared / pairs == pytest.approx(0, abs=0.5)


def _lines(project: Path) -> int:
    """Lines of Python that run; those of a loop or a comprehension again for each time round."""
    lines = 0

    def count(_frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    forget()
    before = sys.gettrace()
    sys.settrace(count)
    try:
        loaded = load(project)
        check(loaded, TODAY)
        make_pages(loaded.leeromgeving())
    finally:
        sys.settrace(before)
    return lines
