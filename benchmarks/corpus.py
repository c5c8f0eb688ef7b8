"""A made-up leeromgeving of any size: YAML for us, and the same text as Markdown for others.

`python benchmarks/corpus.py <folder> <pages>` writes our project. Every page has a seed of its own,
so the pages of a small corpus are those of a large one. Names that modules refer to, and the
pages written by hand, are those of the small project of the tests.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from writer import Blok, Writer

PROJECT = Path(__file__).parent.parent
MINI = PROJECT / "tests/projects/mini"
THEME = "build_tools/leeromgeving/engines/material"
PAGES_PER_MODULE = 10
PARTS = {
    "verkennen": "oog",
    "kijken": "lamp",
    "luisteren": "gesprek",
    "begrijpen": "puzzel",
    "begrenzen": "schild",
    "samenwerken": "mensen",
    "vastleggen": "boek",
    "terugkijken": "spiegel",
    "oefenen": "hand",
}
"""The nine onderdelen of every module, with their icons."""
FORMS = (
    ("juist-onjuist", "koppelen", "meervoudig"),
    ("meerkeuze", "casus", "flitskaarten"),
    ("volgorde", "reflectie", "invullen"),
)
"""The oefeningen of a page, by turns: each form is on a third of the pages."""
MINUTES = 8
"""What a page promises: 400 to 800 words, and four minutes for its oefeningen."""


@dataclass(frozen=True)
class CorpusPage:
    """One page: its place, and what stands in its YAML."""

    module: str
    slug: str
    """Empty for the start page of a module."""
    data: Blok

    @property
    def uri(self) -> str:
        """Its address."""
        return f"modules/{self.module}/{self.slug}/".replace("//", "/")

    @property
    def pad(self) -> str:
        """Its YAML file."""
        return f"modules/{self.module}/{self.slug or 'module'}.yml"


Module = tuple[CorpusPage, ...]
"""A specialistische module: its start page and nine onderdelen."""


def make_modules(pages: int) -> Iterator[Module]:
    """The modules that have so many pages together; a module has ten."""
    for number in range(pages // PAGES_PER_MODULE):
        yield _module(number)


def _name(number: int) -> str:
    return f"module-{number + 1:04}"


def _module(number: int) -> Module:
    writer, name = Writer(number), _name(number)
    data = {
        "soort": "specialistisch",
        "titel": writer.title(),
        "samenvatting": writer.sentence(),
        "icoon": "kompas",
        "thema": ("rust", "ruimte")[number % 2],
        "doelgroep": ["begeleider"],
        "duur": MINUTES * len(PARTS) + 3,
        "inleiding": f"{writer.paragraph(8)}\n\n{writer.bullets(4)}\n\n{writer.paragraph(8)}\n",
        "leerdoelen": [
            {"id": f"doel-{index}", "leren": writer.short(), "gedrag": writer.sentence()}
            for index in range(3)
        ],
        "onderdelen": list(PARTS),
        "kennisvragen": [
            {"id": f"vraag-{index}", "vraag": writer.short(), "antwoorden": antwoorden}
            for index, antwoorden in enumerate(writer.antwoorden(1, 2) for _ in range(2))
        ],
        "ontwikkeling": {"status": "concept", "ontwikkelgroep": "Werkgroep Corpus"},
        "bronnen": [{"titel": writer.title(), "jaar": 2026}],
    }
    return (CorpusPage(name, "", data), *(_onderdeel(number, index) for index in range(len(PARTS))))


def _onderdeel(number: int, index: int) -> CorpusPage:
    writer, name = Writer(number, index), _name(number)
    slug, icoon = list(PARTS.items())[index]
    one, two, three = (writer.oefening(soort) for soort in FORMS[index % len(FORMS)])
    also = f"[{writer.title().lower()}](/modules/{name}/{list(PARTS)[index - 1]}/)"
    see = f"[{writer.title().lower()}](/modules/{_name(max(number - 1, 0))}/)"
    core = f"### {writer.title()}\n\n{writer.paragraph(3)}\n\n{writer.paragraph(2)}\n"
    data = {
        "titel": f"{slug.capitalize()}: {writer.title().lower()}",
        "samenvatting": writer.sentence(),
        "icoon": icoon,
        "duur": MINUTES,
        "inhoud": [
            _tekst("Waar gaat dit over?", f"{writer.paragraph(3)}\n\n{writer.bullets(4)}\n"),
            one,
            _tekst(
                writer.title(),
                f"{writer.paragraph(3)} Lees ook {also}.\n\n"
                f"{writer.bullets(4)}\n\n{writer.paragraph(2)} Zie {see}.\n",
            ),
            two,
            _tekst(writer.title(), core + (f"\n{writer.table()}\n" if index % 2 else "")),
            three,
            _tekst("Onthoud", f"{writer.bullets(4)}\n"),
        ],
    }
    return CorpusPage(name, slug, data)


def _tekst(titel: str, tekst: str) -> Blok:
    return {"soort": "tekst", "titel": titel, "tekst": tekst}


class _Dumper(yaml.CSafeDumper):
    """Writes YAML as people do: a text of several lines stands under its key."""


def _represent(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent)


def write_yaml(file: Path, data: Blok) -> None:
    """Write one file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    file.write_text(text, encoding="utf-8")


def write_project(folder: Path, pages: int) -> None:
    """Write a project of ours with so many pages of modules, and what every project has."""
    shutil.copytree(MINI / "catalog", folder / "catalog")
    shutil.copytree(MINI / "docs", folder / "docs")
    config = (MINI / "mkdocs.yml").read_text("utf-8")
    theme = (PROJECT / THEME).as_posix()
    (folder / "mkdocs.yml").write_text(config.replace(f"../../../{THEME}", theme), "utf-8")
    for module in make_modules(pages):
        for page in module:
            write_yaml(folder / page.pad, page.data)
    leerroute = folder / "catalog/leerroutes/voorbeeldroute.yml"
    data = yaml.safe_load(leerroute.read_text("utf-8"))
    others = [stap for stap in data["stappen"] if "module" not in stap]
    data["stappen"] = [{"module": _name(0), "waarom": "Hier begin je."}, *others]
    write_yaml(leerroute, data)


def as_markdown(module: Module) -> Iterator[tuple[CorpusPage, str]]:
    """Every page of a module with its text: all that a reader of ours reads, without the title."""
    start, *onderdelen = module
    leerdoelen = _list(start.data["leerdoelen"], lambda doel: f"{doel['leren']} {doel['gedrag']}")
    parts = [start.data["samenvatting"], start.data["inleiding"].strip(), "## Leerdoelen"]
    parts += [leerdoelen, "## Onderdelen", _list(onderdelen, _linked), "## Bronnen"]
    parts += [_list(start.data["bronnen"], lambda bron: bron["titel"])]
    yield start, "\n\n".join(parts)
    for page in onderdelen:
        blokken = (part for blok in page.data["inhoud"] for part in _blok_as_markdown(blok))
        yield page, "\n\n".join((page.data["samenvatting"], *blokken))


def _linked(page: CorpusPage) -> str:
    return f"[{page.data['titel']}](/{page.uri}): {page.data['samenvatting']}"


def _list(items: Any, text: Callable[[Any], str]) -> str:
    return "\n".join(f"- {text(item)}" for item in items)


def _blok_as_markdown(blok: Blok) -> Iterator[str]:
    """An oefening is its question, its answers and their explanation."""
    heading = blok.get("titel") or blok.get("vraag") or blok.get("stelling") or blok.get("zin")
    yield f"## {heading or 'Flitskaarten'}"
    match blok["soort"]:
        case "tekst":
            yield blok["tekst"].strip()
        case "juist-onjuist":
            yield f"- Juist. {blok['feedback']['juist']}\n- Onjuist. {blok['feedback']['onjuist']}"
        case "reflectie":
            yield blok["voorbeeld"].strip()
        case "koppelen":
            yield _list(blok["paren"], lambda p: f"{p['links']} {p['rechts']} {p['feedback']}")
        case "invullen":
            yield _list(blok["gaten"], lambda gat: f"{gat['goed'][0]}: {gat['feedback']}")
        case "flitskaarten":
            yield _list(blok["kaarten"], lambda kaart: f"{kaart['voor']} {kaart['achter']}")
        case "casus":
            yield from map(_stap, blok["stappen"])
        case _:
            items = blok.get("antwoorden") or blok["stappen"]
            yield _list(items, lambda item: f"{item['tekst']} {item['feedback']}")
    if "hints" in blok:
        yield _list(blok["hints"], str)


def _stap(stap: Blok) -> str:
    if "einde" in stap:
        return f"{stap['tekst']} {stap['einde']['ging_goed']} {stap['einde']['kan_beter']}"
    keuzes = _list(stap["keuzes"], lambda keuze: f"{keuze['tekst']} {keuze['gevolg']}")
    return f"{stap['tekst']} {stap['vraag']}\n\n{keuzes}"


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]))
