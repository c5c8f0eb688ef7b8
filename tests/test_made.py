"""The cache of finished pages: it saves work, and no site shows that it was there."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from bewerken import BASIS, edited, set_text, set_value, toggle_module, write_page
from leeromgeving.engines import made, mkdocs_plugin
from leeromgeving.engines.made import LINK_TO_ANCHOR, Made
from leeromgeving.engines.mkdocs_run import CACHE, BuildError, build_site
from leeromgeving.load import load
from leeromgeving.pages import Page, make_pages
from mini import tree

MODULE = f"{BASIS}/module.yml"
Change = Callable[[Path, pytest.MonkeyPatch], None]


@pytest.fixture
def without_finish() -> Iterator[None]:
    """The cache has no part in what comes after the pages."""
    with patch.object(mkdocs_plugin, "finish"):
        yield


def build(project: Path) -> int:
    """Build the site; gives the number of pages that were made for it."""
    totals: list[int] = []
    build_site(project, project / "site", totals.append)
    assert set(totals) == {len(totals)}
    return len(totals)


def made_always(project: Path) -> int:
    """Pages by hand, and those whose links only MkDocs checks."""
    generated = make_pages(load(project).leeromgeving())
    linking = sum(LINK_TO_ANCHOR in page.utf8 for page in generated)
    return linking + len(list(project.glob("docs/*.md")))


def test_a_second_build_takes_the_pages_from_the_cache(project: Path, without_finish: None) -> None:
    first = build(project)
    site = tree(project / "site")
    again = build(project)
    assert first == len(list(make_pages(load(project).leeromgeving()))) + 4
    assert again == made_always(project) < first / 4
    assert tree(project / "site") == site


def test_the_whole_site_is_the_same_without_cache(project: Path) -> None:
    build(project)
    toggle_module(project, "aap")
    set_text(project, MODULE, "Kim is er weer.")
    write_page(project, "privacy", "[Kim](modules/aap/index.md#kim-wacht)")
    assert build(project) < 30
    warm = tree(project / "site")
    shutil.rmtree(project / ".cache")
    build(project)
    assert tree(project / "site") == warm


def _template(project: Path, patches: pytest.MonkeyPatch) -> None:
    with (project / "frame/partials/footer.html").open("a", encoding="utf-8") as footer:
        footer.write("<!-- anders -->")


def _library(project: Path, patches: pytest.MonkeyPatch) -> None:
    (project / "lib/markdown-9.9.dist-info").mkdir(parents=True)
    patches.setattr(sys, "path", [*sys.path, str(project / "lib")])


def _code(project: Path, patches: pytest.MonkeyPatch) -> None:
    package = shutil.copytree(made.PACKAGE, project / "code")
    (package / "engines/html_blocks.py").write_text("", "utf-8")
    patches.setattr(made, "PACKAGE", package)


def _site_url(project: Path, patches: pytest.MonkeyPatch) -> None:
    set_value(project, "mkdocs.yml", "site_url", "https://elders.example/leren/")


def _settings(project: Path, patches: pytest.MonkeyPatch) -> None:
    set_value(project, "mkdocs.yml", "edit_uri", "https://bron.example/")


def _frame(project: Path, patches: pytest.MonkeyPatch) -> None:
    set_value(project, "catalog/leeromgeving.yml", "ondertitel", "Anders")


@pytest.mark.parametrize("change", [_template, _library, _code, _site_url, _settings, _frame])
def test_what_every_page_is_made_of(
    project: Path, without_finish: None, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    with edited(project / "mkdocs.yml") as settings:
        shutil.copytree(settings["theme"]["custom_dir"], project / "frame")
        settings["theme"]["custom_dir"] = "frame"
    everything = build(project)
    assert build(project) == made_always(project)
    change(project, monkeypatch)
    assert build(project) == everything


def test_the_cache_holds_only_what_the_last_build_used(project: Path, without_finish: None) -> None:
    toggle_module(project, "aap")
    build(project)
    toggle_module(project, "aap")
    build(project)
    kept = tree(project / CACHE)
    shutil.rmtree(project / CACHE)
    build(project)
    assert tree(project / CACHE) == kept


def test_nothing_of_a_site_with_a_warning_is_kept(project: Path, without_finish: None) -> None:
    write_page(project, "privacy", "[Weg](weg.md)")
    with pytest.raises(BuildError, match=r"weg\.md"):
        build(project)
    assert tree(project / CACHE) == {}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("weg.md", "weg.md"),
        ("modules/weg/index.md", "modules/weg/index.md"),
        ("modules/vormen/index.md#weg", "#weg"),
        ("modules/vormen/index.md#over-deze-pagina", ""),
        ("modules/vormen/index.md#hoofdmenu", "#hoofdmenu"),
        ("over.md#weg", "#weg"),
    ],
)
def test_links_of_a_page_by_hand_are_checked(
    project: Path, without_finish: None, target: str, found: str
) -> None:
    build(project)
    write_page(project, "privacy", f"[Lees]({target})")
    warm = warnings(project)
    shutil.rmtree(project / CACHE)
    assert warnings(project) == warm
    assert found in warm if found else not warm


def test_links_to_a_page_by_hand_are_checked(project: Path, without_finish: None) -> None:
    set_text(project, MODULE, "Kim wacht. [Lees](/privacy/#doel).")
    write_page(project, "privacy", "## Doel")
    build(project)
    write_page(project, "privacy", "## Middel")
    warm = warnings(project)
    shutil.rmtree(project / CACHE)
    assert warnings(project) == warm
    assert "does not contain an anchor '#doel'" in warm


def warnings(project: Path) -> str:
    try:
        build(project)
    except BuildError as error:
        return str(error)
    return ""


def test_a_cache_that_cannot_be_written_does_not_stop_a_build(
    project: Path, without_finish: None
) -> None:
    (project / CACHE).parent.mkdir()
    (project / CACHE).write_text("in the way", "utf-8")
    assert build(project) == build(project)


def test_the_same_text_at_another_address_is_another_page(tmp_path: Path) -> None:
    build = _made(tmp_path, tmp_path / "cache", "first")
    build.keep()
    again = Made(tmp_path / "cache")
    again.begin(tmp_path / "again", "frame")
    assert again.has_page("first", Page("first.md", b"first"))
    assert not again.has_page("elsewhere", Page("elsewhere.md", b"first"))


def test_nothing_of_a_build_that_is_not_done_is_kept(tmp_path: Path) -> None:
    """In its place stands what a build before made of another text."""
    build = _made(tmp_path, tmp_path / "cache", "first")
    build.begin(tmp_path / "first", "another frame")
    assert not build.has_page("both", Page("both.md", b"both"))
    build.keep()
    assert tree(tmp_path / "cache") == {}


def test_two_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second puts its pages into the cache while the first is at it."""
    cache, replace = tmp_path / "cache", Path.replace
    first, second = (_made(tmp_path, cache, name) for name in ("first", "second"))

    def replace_meanwhile(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        second.keep()
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_meanwhile)
    first.keep()
    kept = {html.decode().partition("\n")[2] for html in tree(cache).values()}
    assert {"html of both", "html of first"} <= kept
    assert kept <= {"html of both", "html of first", "html of second"}


def _made(folder: Path, cache: Path, name: str) -> Made:
    """A build of a page of its own, and of one that others make too."""
    build = Made(cache)
    build.begin(folder / name, "frame")
    for text in ("both", name):
        build.has_page(text, Page(f"{text}.md", text.encode()))
        (folder / name).mkdir(exist_ok=True)
        (folder / name / text).write_text(f"html of {text}", "utf-8")
    build.finish()
    return build


def test_a_page_that_was_damaged_in_the_cache_is_made_again(
    project: Path, without_finish: None
) -> None:
    build(project)
    before = (project / "site/index.html").read_bytes()
    for kept in (project / CACHE).iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    build(project)
    assert (project / "site/index.html").read_bytes() == before
