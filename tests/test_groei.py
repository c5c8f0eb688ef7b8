"""A site that grows: what belongs to a page stays as it was, and costs as much as before.

The corpus of `benchmarks/`, small enough for a test. Work is counted, never timed.
"""

import sys
from datetime import date
from pathlib import Path

import pytest

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
    assert changed <= {f"{uri}index.html" for uri in adres.OVERVIEWS}


def _site(project: Path) -> dict[str, bytes]:
    """What visits to a built site fetch by its path, so also every page with what it loads."""
    site = project / "site"
    build_site(project, site, lambda total: None)
    files = {f.relative_to(site).as_posix(): f for f in site.rglob("*") if f.is_file()}
    return {path: f.read_bytes() for path, f in files.items() if not path.startswith(ABOUT_ALL)}


def test_a_page_takes_as_many_steps_in_a_larger_site(projects: dict[int, Path]) -> None:
    _steps(projects[80])  # what is done once per process isn't counted
    steps = {pages: _steps(project) for pages, project in projects.items()}
    # What grows with the square of the pages and passes here is 5 % of the work at 2,000 pages.
    assert steps[80] - steps[60] == pytest.approx(steps[40] - steps[20], rel=0.002)


def _steps(project: Path) -> int:
    """Calls of functions, to and back, from YAML to pages."""
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        loaded = load(project)
        check(loaded, TODAY)
        make_pages(loaded.leeromgeving())
    finally:
        sys.setprofile(None)
    return steps
