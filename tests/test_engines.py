"""Other engines make the same site: ProperDocs of the project, Zensical and MkDocs of the folder.

The folder is what `leeromgeving bouw --motor markdown` writes: no plugin of ours, no Material.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from click.testing import CliRunner

from leeromgeving.cli import main
from leeromgeving.html_tags import candidates, read_tags
from leeromgeving.offline import page_file
from mini import add_receiver, copy_mini

pytestmark = pytest.mark.xdist_group("engines")
SUB_PATH = "onder/pad/"
SITE_URL = f"https://voorbeeld.example/{SUB_PATH}"
ADDRESSES = ("href", "src", "poster", "action", "data-script", "data-index", "data-lijst")
"""Attributes that are an address; `srcset`, and `content` of a page that moved, hold one."""
MOVED = re.compile(r"0; url=(\S+)")
HASHES = re.compile(rb'"versie": "\w+"|"bytes": \d+|\[\d+, "\w+"\]|\s+\Z')
"""What in files for offline use follows from the bytes of pages, and space at the end of a file."""
OWN = {"search.json", "sitemap.xml.gz"}
"""What Zensical and MkDocs always make; no page asks for it."""
HANDWRITTEN = """---
title: Eigen pagina's
---

# Eigen pagina's

Eerst [contact](../contact/index.md), [een module](../modules/voorbeeld/index.md#kort), [een
onderdeel][o] en [de andere pagina](tweede.md#onderaan). Met een [bijlage](bijlage.pdf).

| Links | Rechts |
|---|---|
| *een* | `twee` |

<b>Let op</b>: met *nadruk* en een [link](tweede.md).

<div>

Een *blok*.

</div>

```yaml
# In code blijft [een link](../contact.html) tekst.
titel: 'Rust: zo doe je dat'
```

[o]: ../modules/proef/eerste-stap/index.md
"""


def leeromgeving(folder: Path, *arguments: str) -> None:
    with chdir(folder):
        result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output


def engine(folder: Path, *command: str) -> None:
    """Run an engine as a process: ProperDocs takes the place of MkDocs in its own."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with a receiver, below a path, and with links between pages of its own."""
    project = copy_mini(tmp_path_factory.mktemp("engines"))
    config = project / "mkdocs.yml"
    text = re.sub("site_url: .*", f"site_url: {SITE_URL}", config.read_text("utf-8"))
    config.write_text(f"{text}\nedit_uri: https://bron.example/bewerk/\n", "utf-8")
    add_receiver(project, "https://ontvanger.example/")
    own = project / "docs/handleiding"
    own.mkdir()
    (own / "index.md").write_text(HANDWRITTEN, "utf-8")
    (own / "tweede.md").write_text("# Tweede\n\n## Onderaan\n\n[Terug](index.md)\n", "utf-8")
    (own / "bijlage.pdf").write_bytes(b"%PDF-1.7")
    return project


@pytest.fixture(scope="module")
def ours(project: Path) -> Path:
    """The site as `leeromgeving bouw` makes it."""
    leeromgeving(project, "bouw")
    return project / "site"


@pytest.fixture(scope="module")
def folder(project: Path) -> Path:
    """All that an engine needs."""
    leeromgeving(project, "bouw", "--motor", "markdown")
    return project / "markdown"


def by_properdocs(project: Path, folder: Path) -> Path:
    engine(project, "properdocs", "build", "-f", "mkdocs.yml", "-d", "site-properdocs")
    return project / "site-properdocs"


def by_zensical(project: Path, folder: Path) -> Path:
    engine(folder, "zensical", "build")
    leeromgeving(folder, "afwerken", "site")
    return folder / "site"


def by_mkdocs(project: Path, folder: Path) -> Path:
    engine(folder, "mkdocs", "build", "-d", "../site-mkdocs")
    leeromgeving(project, "afwerken", "site-mkdocs")
    return project / "site-mkdocs"


@dataclass(frozen=True)
class Shown:
    """What a page shows to visitors and search engines, however its engine writes that."""

    title: str
    meta: dict[str, str]
    words: list[str]
    addresses: list[str]
    ids: list[str]


def read(site: Path, path: str) -> Shown:
    """The page in the file at `path`."""
    html = (site / path).read_text("utf-8")
    page, tags = lxml.html.document_fromstring(html), read_tags(html)
    each = [tag.attributes for tag in tags]
    here = SITE_URL + path.removesuffix("index.html")
    return Shown(
        page.findtext("head/title"),
        {tag["name"]: tag["content"] for tag in each if tag.keys() >= {"name", "content"}},
        page.body.text_content().split(),
        [urljoin(here, address) for tag in each for address in named(tag)],
        [tag["id"] for tag in each if "id" in tag],
    )


def named(attributes: dict[str, str]) -> Iterator[str]:
    """Every address that the attributes of a tag name."""
    yield from (value for name, value in attributes.items() if name in ADDRESSES)
    yield from (address for address, _ in candidates(attributes.get("srcset", "")))
    yield from MOVED.findall(attributes.get("content", ""))


def files(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """What in their site is not as in ours."""
    have = files(theirs) - OWN
    for path in sorted(files(ours) | have):
        if path not in have:
            yield f"{path}: ontbreekt"
        elif path not in files(ours):
            yield f"{path}: hoort er niet"
        elif path.endswith(".html"):
            expected, shown = asdict(read(ours, path)), asdict(read(theirs, path))
            yield from (f"{path}: {part}" for part in shown if shown[part] != expected[part])
        elif HASHES.sub(b"", (theirs / path).read_bytes()) != HASHES.sub(
            b"", (ours / path).read_bytes()
        ):
            yield f"{path}: inhoud"
    yield from dead_addresses(theirs)


def dead_addresses(site: Path) -> Iterator[str]:
    """What pages name within the site, and isn't there."""
    pages = {path: read(site, path) for path in files(site) if path.endswith(".html")}
    for path, shown in pages.items():
        for address in filter(lambda each: each.startswith(SITE_URL), shown.addresses):
            url, fragment = urldefrag(address)
            file = page_file(site, url.removeprefix(SITE_URL))
            if not file.is_file() or (
                fragment and f'id="{fragment}"' not in file.read_text("utf-8")
            ):
                yield f"{path}: {address} bestaat niet"


@pytest.mark.parametrize("build", [by_properdocs, by_zensical, by_mkdocs])
def test_every_engine_makes_the_same_site(
    project: Path, ours: Path, folder: Path, build: Callable[[Path, Path], Path]
) -> None:
    """With the search index and what works offline, which don't need the engine at all."""
    assert list(differences(ours, build(project, folder))) == []


def test_a_page_that_is_not_in_the_folder_is_missed(
    ours: Path, folder: Path, tmp_path: Path
) -> None:
    """Zensical only tells of links in Markdown; those of our templates are HTML."""
    less = shutil.copytree(folder, tmp_path / "markdown")
    (less / "docs/themas/rust/index.md").unlink()
    found = list(differences(ours, by_zensical(tmp_path, less)))
    assert "themas/rust/index.html: ontbreekt" in found
    assert f"themas/index.html: {SITE_URL}themas/rust/ bestaat niet" in found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('href="../#bronnen"', 'href="./../#bronnen"', []),
        ("Je luistert naar stilte.</p>", "Je kijkt naar stilte.</p>", ["words"]),
        ("<title>De", "<title>Een", ["title"]),
        ('name="description" content="Je', 'name="description" content="Wij', ["meta"]),
        ('id="luister-mee"', 'id="hoor-mee"', ["ids"]),
        ('src="../media/stilte.mp3"', 'src="../../proef/media/stilte.mp3"', []),
        ('href="../tweede-stap/"', 'href="../../voorbeeld/"', ["addresses"]),
    ],
)
def test_what_is_other_on_a_page_is_found(
    ours: Path, tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    theirs, path = (
        shutil.copytree(ours, tmp_path / "theirs"),
        "modules/proef/eerste-stap/index.html",
    )
    html = (theirs / path).read_text("utf-8")
    assert old in html
    (theirs / path).write_text(html.replace(old, new), "utf-8")
    assert list(differences(ours, theirs)) == [f"{path}: {part}" for part in found]


def test_a_file_that_is_gone_or_other_is_found(ours: Path, tmp_path: Path) -> None:
    theirs, media = shutil.copytree(ours, tmp_path / "theirs"), "modules/proef/media/stilte.mp3"
    (theirs / media).write_bytes(b"other")
    assert list(differences(ours, theirs)) == [f"{media}: inhoud"]
    (theirs / media).unlink()
    found = list(differences(ours, theirs))
    assert f"{media}: ontbreekt" in found
    assert f"modules/proef/eerste-stap/index.html: {SITE_URL}{media} bestaat niet" in found
