"""JSON Schemas of the content files, made from the models: completion and hover help in an editor.

`python -m leeromgeving.schema` writes them to `.vscode/schemas/`; `.vscode/settings.json` says
which files each is for. A test holds the written ones equal to the models.
"""

import json
from pathlib import Path
from typing import Any

from .load import ADAPTERS

FOLDER = Path(".vscode", "schemas")
NAMES = {
    "catalog/leeromgeving.yml": "leeromgeving",
    "catalog/themas.yml": "themas",
    "catalog/begrippen.yml": "begrippen",
    "catalog/analysevragen.yml": "analysevragen",
    "catalog/aanbod/*.yml": "aanbieder",
    "catalog/leerroutes/*.yml": "leerroute",
    "evaluation/doelstellingen.yml": "doelstellingen",
    "evaluation/koppelingen/*.yml": "koppeling",
    "evaluation/vragenlijsten/bevroren.yml": "bevroren",
    "evaluation/vragenlijsten/*/*.yml": "vragenlijst",
    "modules/*/module.yml": "module",
    "modules/*/*.yml": "onderdeel",
}
"""Key of `load.KINDS` → name of its schema."""


def schemas() -> dict[str, str]:
    """The schemas as JSON text, by file name."""
    return {
        f"{name}.schema.json": json.dumps(_schema(kind), ensure_ascii=False, indent=1) + "\n"
        for kind, name in NAMES.items()
    }


def _schema(kind: str) -> dict[str, Any]:
    schema = ADAPTERS[kind].json_schema()
    definitions = schema.get("$defs", {})
    for definition in [schema, *definitions.values()]:
        definition.pop("description", None)  # the docstring: for developers, in English
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_tidy(schema, definitions)}


def _tidy(node: Any, definitions: dict[str, Any]) -> Any:
    """The same schema with plainer help and red lines: no titles, no null, `soort` decides."""
    if isinstance(node, list):
        return [_tidy(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: value for key, value in node.items() if not _is_noise(key, value)}
    if {"type": "null"} in node.get("anyOf", ()):
        node |= next(option for option in node.pop("anyOf") if option != {"type": "null"})
    kinds = _kinds(node.get("oneOf", ()), definitions)
    if kinds:
        del node["oneOf"]
        node |= _chosen_by_soort(kinds)
    return {key: _tidy(value, definitions) for key, value in node.items()}


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _kinds(options: Any, definitions: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The options by the `soort` that each asks for; none when they don't differ by `soort`."""
    found = {}
    for option in options:
        definition = definitions[option["$ref"].rpartition("/")[2]]
        if soort := definition["properties"].get("soort", {}).get("const"):
            found[soort] = option
    return found


def _chosen_by_soort(kinds: dict[str, dict[str, str]]) -> dict[str, Any]:
    """`if soort is x then that model`: an editor then names the real mistake, not all options."""
    return {
        "type": "object",
        "required": ["soort"],
        "properties": {
            "soort": {"enum": list(kinds), "description": "Kies eerst de soort."},
        },
        "allOf": [
            {"if": {"properties": {"soort": {"const": soort}}, "required": ["soort"]}, "then": ref}
            for soort, ref in kinds.items()
        ],
    }


def write(project: Path) -> None:
    """Write every schema below `project`."""
    (project / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (project / FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path.cwd())
