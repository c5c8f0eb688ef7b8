"""What browsers keep of a site, and the copy of it that works without a server."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from leeromgeving import offline
from leeromgeving.cli import main
from leeromgeving.html_tags import Tag, read_tags, rewrite, site_path
from leeromgeving.offline import BACKGROUND, THEME, make_offline
from leeromgeving.offline_zip import pack
from mini import build_mini

TOKENS = Path(__file__).parent.parent / "build_tools/leeromgeving/assets/css/tokens.css"
MODULE = "modules/voorbeeld/"
ADDRESS = re.compile(
    r'<(?:a|img|link|script|source|video|audio)\b[^>]*?\s(?:href|src|poster)="([^"]*)"'
)
Pages = dict[str, str]


def unpacked(archive: Path) -> dict[str, bytes]:
    """Path in the one folder of a zip → contents."""
    with ZipFile(archive) as opened:
        folder = f"{archive.stem}/"
        assert all(name.startswith(folder) for name in opened.namelist())
        return {name.removeprefix(folder): opened.read(name) for name in opened.namelist()}


def dead_links(files: dict[str, bytes]) -> list[str]:
    """Relative addresses on the pages of a zip that lead to no file in it."""
    dead = []
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        for address in ADDRESS.findall(data.decode()):
            if re.match("[a-z]+:|#", address):
                continue
            target = Path("/", path).parent / unquote(re.split("[?#]", address)[0])
            if target.resolve().as_posix()[1:] not in files:
                dead.append(f"{path}: {address}")
    return dead


def listed(built: Path) -> dict[str, list[object]]:
    found: dict[str, list[object]] = json.loads(
        (built / "offline/voorbeeld.json").read_text("utf-8")
    )["bestanden"]
    return found


def shell(built: Path) -> set[str]:
    """What every visitor keeps."""
    line = (built / "sw.js").read_text("utf-8").partition("\n")[0]
    return set(json.loads(line.removeprefix("const SCHIL = ").removesuffix(";"))["bestanden"])


def edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def test_every_module_has_a_list_of_all_that_it_takes(built: Path) -> None:
    modules = {module.name for module in (built.parent / "modules").iterdir()}
    assert {file.stem for file in built.glob("offline/*.json")} == modules
    kept = listed(built)
    pages = {f"{p.parent.relative_to(built).as_posix()}/" for p in (built / MODULE).rglob("*.html")}
    assert len(pages) > 1
    assert {path for path in kept if path.endswith("/")} == pages
    media = [file.relative_to(built).as_posix() for file in (built / MODULE / "media").iterdir()]
    html = "".join(file.read_text("utf-8") for file in (built / MODULE).rglob("*.html"))
    assert {path for path in media if f'media/{Path(path).name}"' in html} <= set(kept)
    data = json.loads((built / "offline/voorbeeld.json").read_text("utf-8"))
    assert data["titel"] == "Voorbeeldmodule"
    assert data["bytes"] == sum(
        (built / path / ("index.html" if path.endswith("/") else "")).stat().st_size
        for path in kept
    )


def test_what_every_visitor_has_is_in_no_module(small: Path) -> None:
    """So styles and scripts are of one release, and a change of those makes no module old."""
    styles = next(small.glob("assets/leeromgeving/site.*.css"))
    script = next(small.glob("assets/leeromgeving/scripts/oefening.*.js"))
    assert {file.relative_to(small).as_posix() for file in (styles, script)} <= shell(small)
    assert not shell(small) & set(listed(small))
    before = (small / "sw.js").read_bytes(), (small / "offline/voorbeeld.json").read_bytes()
    edit(styles, lambda css: f"{css} ")
    make_offline(small)
    assert (small / "sw.js").read_bytes() != before[0]
    assert (small / "offline/voorbeeld.json").read_bytes() == before[1]


def test_no_page_is_parsed_twice(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counting(html: str, *names: str) -> list[Tag]:
        parsed.append(html)
        return read_tags(html, *names)

    monkeypatch.setattr(offline, "read_tags", counting)
    make_offline(small)
    assert len(parsed) == len(set(parsed)) > len(list((small / MODULE).rglob("index.html")))


def test_a_podcast_is_of_the_site_only(built: Path, tmp_path: Path) -> None:
    """An app asks for it again and again: of no use in a small, on a device or in a zip."""
    assert (built / "modules/proef/podcast.xml").is_file()
    assert "podcast.xml" in (built / "modules/proef/index.html").read_text("utf-8")
    assert "podcast" not in (built / "offline/proef.json").read_text("utf-8")
    archive = tmp_path / "a.zip"
    pack(built, archive)
    files = unpacked(archive)
    assert not [path for path in files if "podcast" in path]
    assert b"podcast.xml" not in b"".join(files.values())
    assert b"Luisteren onderweg" not in files["modules/index.html"]


def test_of_an_image_one_width_is_kept_and_all_go_into_a_zip(small: Path, tmp_path: Path) -> None:
    widths = {
        f"{MODULE}a.png.{width}.{kind}" for width in (480, 960, 1472) for kind in ("avif", "webp")
    }
    for path in (*widths, f"{MODULE}a.png"):
        (small / path).write_bytes(b"image")
    sets = {
        kind: ", ".join(f"a.png.{width}.{kind} {width}w" for width in (480, 960, 1472))
        for kind in ("avif", "webp")
    }
    picture = (
        f'<picture><source type="image/avif" srcset="{sets["avif"]}">'
        f'<img src="a.png" srcset="{sets["webp"]}"></picture></main>'
    )
    edit(small / MODULE / "index.html", lambda html: html.replace("</main>", picture))
    make_offline(small)
    assert {path for path in listed(small) if "a.png" in path} == {f"{MODULE}a.png.960.webp"}
    archive = tmp_path / "alles.zip"
    pack(small, archive)
    assert widths <= set(unpacked(archive))


def test_the_same_site_gives_the_same_files(small: Path) -> None:
    names = ("sw.js", "manifest.webmanifest", "offline/voorbeeld.json")
    before = [(small / name).read_bytes() for name in names]
    make_offline(small)
    assert [(small / name).read_bytes() for name in names] == before
    edit(small / MODULE / "vragenlijst/index.html", lambda html: f"{html}<!-- new -->")
    make_offline(small)
    after = [(small / name).read_bytes() for name in names]
    assert after[:2] == before[:2], "the shell is what it was"
    assert json.loads(after[2])["versie"] != json.loads(before[2])["versie"]
    edit(small / "index.html", lambda html: f"{html}<!-- new -->")
    make_offline(small)
    assert (small / "sw.js").read_bytes() != before[0]


def test_the_manifest_names_icons_that_are_there_and_colours_of_the_house(built: Path) -> None:
    manifest = json.loads((built / "manifest.webmanifest").read_text("utf-8"))
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512", "512x512", "any"]
    for icon in manifest["icons"]:
        data = (built / icon["src"]).read_bytes()
        width = int.from_bytes(data[16:20]) if data.startswith(b"\x89PNG") else "any"
        assert f"{width}" == icon["sizes"].partition("x")[0]
    tokens = TOKENS.read_text("utf-8")
    assert f"--color-bg: light-dark({BACKGROUND}," in tokens
    assert f"--color-brand: light-dark({THEME}," in tokens
    assert f'name="theme-color" content="{THEME}"' in (built / "index.html").read_text("utf-8")


def test_the_whole_site_in_a_zip_has_no_dead_link(built: Path, tmp_path: Path) -> None:
    archive = tmp_path / "leeromgeving.zip"
    pack(built, archive)
    files = unpacked(archive)
    assert dead_links(files) == []
    assert {"index.html", "LEES-MIJ.txt", f"{MODULE}index.html", "zoeken/index.html"} <= set(files)
    assert not [path for path in files if path.startswith(("pagefind", "offline/", "handleiding"))]
    assert "Zoeken op woorden kan hier niet." in files["zoeken/index.html"].decode()
    pages = [data.decode() for path, data in files.items() if path.endswith(".html")]
    for html in pages:
        assert not re.search(
            r"data-(search|online)|<borg-offline|rel=\"(canonical|manifest)|scripts/(offline|bezoek)",
            html,
        )
    assert b"\r\n" in files["LEES-MIJ.txt"]
    first = archive.read_bytes()
    pack(built, archive)
    assert archive.read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == ["leeromgeving.zip"]


def test_captions_stand_in_the_page(small: Path, tmp_path: Path) -> None:
    (small / MODULE / "a.vtt").write_text("WEBVTT\n", "utf-8")
    film = '<video><track kind="captions" src="a.vtt" default></video></main>'
    edit(small / MODULE / "index.html", lambda html: html.replace("</main>", film))
    archive = tmp_path / "a.zip"
    pack(small, archive)
    html = unpacked(archive)[f"{MODULE}index.html"].decode()
    assert '<track kind="captions" src="data:text/vtt;base64,V0VCVlRUCg==" default>' in html


@pytest.mark.parametrize("root", ["https://voorbeeld.example/", "https://leren.deborg.nl/pad/"])
def test_one_module_leads_elsewhere_only_where_that_is_known(
    root: str, small: Path, tmp_path: Path
) -> None:
    edit(small / "index.html", lambda html: html.replace("https://voorbeeld.example/", root))
    archive = tmp_path / "voorbeeld.zip"
    pack(small, archive, "voorbeeld")
    files = unpacked(archive)
    assert dead_links(files) == []
    assert {path.partition("/")[0] for path in files if path.endswith("index.html")} == {
        "index.html",
        "modules",
        "mijn-voortgang",
    }
    assert f"url={MODULE}index.html" in files["index.html"].decode()
    html = files[f"{MODULE}index.html"].decode()
    assert (f'href="{root}themas/"' in html) == (not root.endswith(".example/"))
    assert "data-search" not in html
    assert "<a>Thema&#39;s</a>" in html or "https://leren" in html


def test_a_form_that_a_server_takes_stays_online(tmp_path: Path) -> None:
    site = build_mini(tmp_path, receiver="https://antwoorden.example/")
    archive = tmp_path / "a.zip"
    pack(site, archive)
    files = unpacked(archive)
    assert f"{MODULE}vragenlijst/index.html" not in files
    assert dead_links(files) == []
    assert b"antwoorden.example" not in b"".join(files.values())


def test_a_zip_that_fails_leaves_the_old_one(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"old")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space"):
        pack(built, archive)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_only_what_is_asked_changes_in_a_page() -> None:
    html = '<!doctype html>\n<svg viewBox="0 0"><g/></svg>\n<a\n href="a?b&amp;c"\tid=x>é &lt;</a>'
    assert rewrite(html, lambda tag: None) == html

    def change(tag: Tag) -> str | None:
        return tag.having("href", 'b"&') if tag.name == "a" else None

    assert rewrite(html, change) == html.replace("a?b&amp;c", "b&quot;&amp;")
    script = '<p>a<script src="x.js" defer></script>b</p><link rel="y">'
    drop = rewrite(script, lambda tag: None if tag.name == "p" else "")
    assert drop == "<p>ab</p>"
    whole = "<p>a</p><div online>b<p>c</p></div><p>d</p>"
    drop = rewrite(whole, lambda tag: "" if "online" in tag.attributes else None)
    assert drop == "<p>a</p><p>d</p>"
    tag = read_tags('<a class="x" href="y" data-href="z" data-search>')[0]
    assert tag.without("href", "data-search") == '<a class="x" data-href="z">'


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("../../themas/", "themas/"),
        ("..", "modules/"),
        ("../../.", ""),
        ("../../index.html#x", ""),
        ("media/a%20b.pdf?x#y", "modules/a/media/a b.pdf"),
        ("#inhoud", "modules/a/"),
        ("mailto:a@b.nl", None),
        ("https://www.deborg.nl/", None),
        ("//elders.nl/x", None),
    ],
)
def test_where_an_address_leads(address: str, path: str | None) -> None:
    assert site_path(address, "modules/a/") == path


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command in the small project."""
    monkeypatch.chdir(project)

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["exporteer", *arguments])
        assert isinstance(result.exception, SystemExit | None), result.exception
        return result

    return invoke


def test_the_command_makes_a_zip(run: Callable[..., Result]) -> None:
    result = run("offline", "--module", "voorbeeld")
    assert result.exit_code == 0, result.output
    assert re.search(r"Klaar: leeromgeving-voorbeeld\.zip \(\d+ kB\)\. Pak", result.output)
    assert not Path("site").exists()
    with ZipFile("leeromgeving-voorbeeld.zip") as archive:
        assert "leeromgeving-voorbeeld/index.html" in archive.namelist()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--module", "boos"], "De module 'boos' bestaat niet. Kies uit: "),
        (["--naar", "kopie.docx"], "kopie.docx is geen zip."),
        (["--naar", "weg/a.zip"], "de map weg is er niet."),
    ],
)
def test_what_cannot_be_made_is_told(
    arguments: list[str], told: str, run: Callable[..., Result]
) -> None:
    result = run("offline", *arguments)
    assert result.exit_code == 1
    assert told in result.output
    assert not list(Path().glob("**/*.zip"))


def test_a_mistake_in_the_content_makes_no_zip(run: Callable[..., Result]) -> None:
    Path("catalog/themas.yml").write_text("themas: []\n", "utf-8")
    result = run("offline")
    assert result.exit_code == 1
    assert "V110" in result.output
    assert "Er is geen zip gemaakt." in result.output


def test_the_group_tells_what_it_can(run: Callable[..., Result]) -> None:
    told = run("--help").output
    assert "exporteer OPDRACHT" in told
    assert told.index("antwoorden") < told.index("offline")
