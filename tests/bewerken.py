"""Edits of the small project, as its authors make them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from PIL import Image

BASIS, PROEF, EERSTE = "modules/voorbeeld", "modules/proef", "modules/proef/eerste-stap.yml"
"""Two modules, and an onderdeel of the second, that stay where they are."""
AANBIEDER, LEERROUTE = "catalog/aanbod/voorbeeldhuis.yml", "catalog/leerroutes/voorbeeldroute.yml"
Edit = tuple[Any, ...]
"""A function of this file, and its arguments after the project."""


@contextmanager
def edited(file: Path) -> Iterator[dict[str, Any]]:
    """The content of a YAML file, to change."""
    content = yaml.safe_load(file.read_text("utf-8"))
    yield content
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def set_value(project: Path, file: str, key: str, value: object) -> None:
    """Of a key of a whole file."""
    with edited(project / file) as content:
        content[key] = value


def set_text(project: Path, file: str, text: str) -> None:
    """Another first text."""
    with edited(project / file) as content:
        block = next(block for block in content["inhoud"] if block["soort"] == "tekst")
        block["tekst"] = text


def toggle_onderdeel(project: Path, name: str) -> None:
    """A copy of an onderdeel comes, or goes."""
    file = project / PROEF / f"{name}.yml"
    with edited(project / PROEF / "module.yml") as module:
        _toggle(module["onderdelen"], name)
        module["duur"] = len(module["onderdelen"]) + 1
    if file.exists():
        file.unlink()
    else:
        shutil.copyfile(project / PROEF / "tweede-stap.yml", file)


def rename_onderdeel(project: Path, old: str, new: str) -> None:
    """Its former name stays an address."""
    file = project / PROEF / f"{old}.yml"
    if file.exists() and not file.with_stem(new).exists():
        with edited(project / PROEF / "module.yml") as module:
            module["onderdelen"] = [new if part == old else part for part in module["onderdelen"]]
        set_value(project, f"{PROEF}/{old}.yml", "voorheen", [old])
        file.rename(file.with_stem(new))


def toggle_module(project: Path, name: str) -> None:
    """A copy of a module with its media comes, or goes."""
    folder = project / "modules" / name
    if folder.exists():
        shutil.rmtree(folder)
        return
    shutil.copytree(project / BASIS, folder)
    with edited(folder / "module.yml") as module:
        module.pop("voorheen", None)


def rename_module(project: Path, old: str, new: str) -> None:
    """Its former name stays an address."""
    folder = project / "modules" / old
    if folder.exists() and not folder.with_name(new).exists():
        set_value(project, f"modules/{old}/module.yml", "voorheen", [old])
        folder.rename(folder.with_name(new))


def toggle_voorheen(project: Path, file: str, name: str) -> None:
    """A former address comes, or goes."""
    with edited(project / file) as content:
        _toggle(content.setdefault("voorheen", []), name)
        if not content["voorheen"]:
            del content["voorheen"]


def toggle_listed(project: Path, file: str, key: str, name: str, titel: str) -> None:
    """A thema or course comes first, or goes; nobody refers to it."""
    with edited(project / file) as content:
        kept = [item for item in content[key] if item["id"] != name]
        if len(kept) == len(content[key]):
            kept.insert(0, {**kept[-1], "id": name, "titel": titel})
        content[key] = kept


def toggle_stap(project: Path, titel: str) -> None:
    """A step comes at the end of a leerroute, or goes."""
    with edited(project / LEERROUTE) as content:
        _toggle(content["stappen"], {"praktijk": titel, "duur": 10, "waarom": "Daarom."})


def toggle_copy(project: Path, file: str, name: str) -> None:
    """A copy of a file of the catalogue comes, or goes."""
    original = project / file
    copy = original.with_stem(name)
    if copy.exists():
        copy.unlink()
    else:
        shutil.copyfile(original, copy)


def toggle_mistake(project: Path) -> None:
    """A file that can't be read comes, or goes."""
    file = project / PROEF / "kapot.yml"
    if file.exists():
        file.unlink()
    else:
        file.write_text("titel: [", "utf-8")


def write_page(project: Path, name: str, text: str) -> None:
    """A page by hand; without text it goes."""
    file = project / "docs" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    if text:
        file.write_text(f"---\ntitle: {name}\n---\n\n# {name}\n\n{text}\n", "utf-8")
    else:
        file.unlink(missing_ok=True)


def write_file(project: Path, name: str, contents: bytes) -> None:
    """A file beside the pages by hand; without contents it goes."""
    file = project / "docs" / name
    if contents:
        file.write_bytes(contents)
    else:
        file.unlink(missing_ok=True)


def write_download(project: Path, name: str, contents: bytes) -> None:
    """A file that an onderdeel offers; without contents it goes."""
    block = {"soort": "download", "titel": name, "bestand": f"media/{name}", "tekst": "Lees dit."}
    file = project / PROEF / "media" / name
    _block(project, block, is_there=bool(contents))
    if contents:
        file.write_bytes(contents)
    else:
        file.unlink(missing_ok=True)


def draw(project: Path, name: str, width: int) -> None:
    """An image in a text of an onderdeel; without width it goes."""
    block = {"soort": "tekst", "titel": "Beeld", "tekst": f"Kijk. ![Een vlak](media/{name})"}
    file = project / PROEF / "media" / name
    _block(project, block, is_there=bool(width))
    if width:
        Image.new("RGB", (width, 20), (90, width, 90)).save(file)
    else:
        file.unlink(missing_ok=True)


def _block(project: Path, block: dict[str, str], *, is_there: bool) -> None:
    with edited(project / EERSTE) as content:
        if (block in content["inhoud"]) != is_there:
            _toggle(content["inhoud"], block)


def _toggle(items: list[Any], item: Any) -> None:
    if item in items:
        items.remove(item)
    else:
        items.append(item)


def edits() -> st.SearchStrategy[Edit]:
    """Any edit; most keep the content without fouten."""
    name = st.sampled_from(["aap", "noot"])
    titel = st.sampled_from(["Rust", "<b>Kim</b> & *Robin*"])
    url = st.sampled_from(["https://bron.example/", "https://elders.example/"])
    text = st.sampled_from(
        ["Kim wacht.", "[Lees](/modules/voorbeeld/#kim-wacht).", "[Lees](/privacy/#doel)."]
    )
    page = st.sampled_from(["nieuw", "privacy", "leerroutes/aap", "modules/aap"])
    written = st.sampled_from(["", "Tekst.", "## Doel", "[Lees](modules/voorbeeld/index.md#zin)"])
    contents = st.sampled_from([b"", b"een", b"twee"])
    file = st.sampled_from([EERSTE, AANBIEDER, LEERROUTE, "catalog/leeromgeving.yml"])
    listed = st.sampled_from([("catalog/themas.yml", "themas"), (AANBIEDER, "aanbod")])
    return st.one_of(
        _edit(set_value, file, st.just("titel"), titel),
        _edit(set_value, st.just(f"{BASIS}/module.yml"), st.just("samenvatting"), text),
        _edit(set_value, st.just(f"{BASIS}/module.yml"), st.just("duur"), st.integers(5, 7)),
        _edit(set_value, st.just("mkdocs.yml"), st.just("edit_uri"), url),
        _edit(set_text, st.sampled_from([EERSTE, f"{BASIS}/module.yml"]), text),
        _edit(toggle_onderdeel, name),
        _edit(rename_onderdeel, name, st.sampled_from(["aap", "vis"])),
        _edit(toggle_module, name),
        _edit(rename_module, name, st.sampled_from(["aap", "vis"])),
        _edit(toggle_voorheen, st.sampled_from([EERSTE, f"{BASIS}/module.yml", LEERROUTE]), name),
        listed.flatmap(lambda where: _edit(toggle_listed, *map(st.just, where), name, titel)),
        _edit(toggle_stap, text),
        _edit(toggle_copy, st.sampled_from([AANBIEDER, LEERROUTE]), name),
        _edit(toggle_mistake),
        _edit(write_page, page, written),
        _edit(write_file, st.sampled_from(["los.txt", "los.svg"]), contents),
        _edit(write_download, st.sampled_from(["een.pdf", "twee.pdf"]), contents),
        _edit(draw, st.sampled_from(["vlak.png", "vlak.webp"]), st.sampled_from([0, 30, 40])),
    )


def _edit(edit: Callable[..., None], *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    return st.tuples(st.just(edit), *arguments)


def tour() -> list[list[Edit]]:
    """Every kind of edit: things change, come, are replaced and go."""
    module = f"{BASIS}/module.yml"
    toggles: list[Edit] = [
        (toggle_onderdeel, "aap"),
        (toggle_module, "noot"),
        (toggle_voorheen, LEERROUTE, "oud"),
        (toggle_listed, "catalog/themas.yml", "themas", "rein", "Rein"),
        (toggle_listed, AANBIEDER, "aanbod", "les", "Les"),
        (toggle_stap, "Kim wacht."),
        (toggle_copy, AANBIEDER, "aap"),
    ]
    return [
        [(set_value, module, "titel", "Rust"), (set_text, EERSTE, "Kim wacht.")],
        [(set_value, module, "samenvatting", "Anders."), (set_value, module, "duur", 6)],
        [(set_value, "catalog/leeromgeving.yml", "ondertitel", "Anders")],
        [(set_value, "mkdocs.yml", "edit_uri", "https://bron.example/")],
        toggles,
        [(rename_onderdeel, "aap", "vis"), (rename_module, "noot", "vis")],
        *(_files(contents, width) for contents, width in ((b"een", 30), (b"nul", 40), (b"", 0))),
        [(toggle_mistake,)],
        [(toggle_mistake,)],
        toggles[2:],
        [(toggle_onderdeel, "vis"), (toggle_module, "vis")],
    ]


def _files(contents: bytes, width: int) -> list[Edit]:
    return [
        (write_page, "nieuw", contents.decode()),
        (write_file, "los.txt", contents),
        (write_download, "een.pdf", contents),
        (draw, "vlak.png", width),
    ]
