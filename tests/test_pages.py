"""Golden files: the pages of the small project, as text, before any engine has seen them.

Renew them after reading the difference: `python tests/test_pages.py`.
"""

import re
from pathlib import Path

from leeromgeving.load import load
from leeromgeving.pages import Page, make_pages, site_extra

TESTS = Path(__file__).parent
MINI = TESTS / "projects" / "mini"
GOLDEN = TESTS / "golden"


def pages_of_mini() -> list[Page]:
    return make_pages(load(MINI).leeromgeving())


def test_pages_equal_the_golden_files() -> None:
    golden = {
        file.relative_to(GOLDEN).as_posix(): file.read_text(encoding="utf-8")
        for file in GOLDEN.rglob("*.md")
    }
    assert {page.uri: page.text for page in pages_of_mini()} == golden


def test_every_page_comes_from_a_file_and_has_one_h1() -> None:
    for page in pages_of_mini():
        bron = re.search(r'^bron: "(.*)"$', page.text, re.MULTILINE)
        assert bron, page.uri
        assert (MINI / bron[1]).is_file()
        if "naar:" not in page.text:
            assert page.text.count("<h1") + page.text.count("\n# ") == 1, page.uri


def test_a_preview_counts_no_visitors_and_keeps_nothing(project: Path) -> None:
    with (project / "catalog/leeromgeving.yml").open("a", encoding="utf-8") as file:
        file.write("ontvanger: https://ontvanger.example/\n")
    leeromgeving = load(project).leeromgeving()
    built = site_extra(leeromgeving, is_preview=False)
    assert built["bezoek"] == "https://ontvanger.example/bezoek"
    assert site_extra(leeromgeving, is_preview=True) == built | {"bezoek": "", "offline": False}


def test_the_same_content_gives_the_same_pages() -> None:
    assert pages_of_mini() == pages_of_mini()


def renew() -> None:
    for file in GOLDEN.rglob("*.md"):
        file.unlink()
    for page in pages_of_mini():
        file = GOLDEN / page.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
