"""Addresses of styles and scripts tell what is in them, so browsers may keep them for ever."""

import hashlib
import json
import re
from pathlib import Path

from leeromgeving.html_tags import read_tags, site_path
from leeromgeving.offline import make_offline
from leeromgeving.static import COMMENT, FOLDER, HASHED, without_hashes

HASH = re.compile(r"\.([0-9a-f]{8})\.(?:css|js)$")
ADDRESSES = ("href", "src", "data-script")


def in_folder(site: Path) -> set[str]:
    """Path below the root of every style and script of ours."""
    files = (site / FOLDER).rglob("*")
    return {file.relative_to(site).as_posix() for file in files if file.suffix in HASHED}


def named(site: Path, page: Path) -> set[str]:
    """The same of those that a page names."""
    uri = page.relative_to(site).as_posix().removesuffix("index.html")
    tags = read_tags(page.read_text("utf-8"))
    paths = {site_path(tag.attributes.get(name, "#"), uri) for tag in tags for name in ADDRESSES}
    return {path for path in paths if path and path.endswith(HASHED)}


def shell(site: Path) -> tuple[str, list[str]]:
    """The version of what every visitor keeps, and its paths."""
    line = (site / "sw.js").read_text("utf-8").partition("\n")[0]
    contents = json.loads(line.removeprefix("const SCHIL = ").removesuffix(";"))
    return contents["versie"], contents["bestanden"]


def lists(site: Path) -> dict[str, str]:
    """What keeping each module takes."""
    return {file.name: file.read_text("utf-8") for file in site.glob("offline/*.json")}


def test_comments_on_their_own_lines_stay_at_home() -> None:
    kept = b"const x = /** @type {T} */ (y); // Four\nz();\n"
    code = b"/** One.\n * Two */\n// Three\n" + kept.replace(b"z", b"  /* Five */\nz")
    assert COMMENT.sub(b"", code) == kept


def test_every_style_and_script_stands_under_the_hash_of_its_content(built: Path) -> None:
    found = in_folder(built)
    assert len(found) > 20
    for path in found:
        match = HASH.search(path)
        assert match, path
        assert hashlib.sha256((built / path).read_bytes()).hexdigest().startswith(match[1]), path


def test_pages_name_only_those_and_every_visitor_keeps_them_all(built: Path) -> None:
    there = in_folder(built)
    for page in built.rglob("*.html"):
        is_moved = '<meta http-equiv="refresh"' in page.read_text("utf-8")
        assert is_moved or any("scripts/search." in path for path in named(built, page)), page
        assert named(built, page) <= there, page
    assert there <= set(shell(built)[1])


def test_another_style_changes_the_shell_and_no_module(small: Path) -> None:
    before, old = lists(small), shell(small)[0]
    (style,) = small.glob(f"{FOLDER}site.*.css")
    other = f"site.{'0' * 8}.css"
    for page in small.rglob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(html.replace(style.name, other), "utf-8")
        assert without_hashes(html.encode()) == without_hashes(page.read_bytes())
    style.rename(style.with_name(other))
    make_offline(small)
    assert len(before) > 2
    assert lists(small) == before
    assert shell(small)[0] != old


def test_only_hashes_of_ours_are_left_out() -> None:
    """A page about such an address, or with one of somebody else, stays as it is."""
    for html in (
        b"<p>../assets/leeromgeving/site.0a1b2c3d.css</p>",
        b'<script src="https://elders.example/scripts/site.0a1b2c3d.js"></script>',
    ):
        assert without_hashes(html) == html
    ours = b'<script src="../assets/leeromgeving/scripts/lees-voor.0a1b2c3d.js" defer></script>'
    plain = b'<script src="../assets/leeromgeving/scripts/lees-voor.js" defer></script>'
    assert without_hashes(ours) == plain
