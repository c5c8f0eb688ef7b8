"""The editor's schemas follow from the models, and every content file has one."""

import json
from pathlib import Path

import pytest

from leeromgeving.load import KINDS
from leeromgeving.model import FROM_PLACE
from leeromgeving.schema import FOLDER, NAMES, schemas

ROOT = Path(__file__).parent.parent


def test_the_committed_schemas_equal_the_models() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / FOLDER).iterdir()}
    assert committed == schemas(), "run: make schema"


def test_the_editor_knows_a_schema_for_every_kind_of_file() -> None:
    wired = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for kind in KINDS:
        globs = wired[f"./{FOLDER.as_posix()}/{NAMES[kind]}.schema.json"]
        assert kind in ([globs] if isinstance(globs, str) else globs)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_key_has_dutch_help_and_no_key_follows_from_the_place(name: str) -> None:
    schema = json.loads(schemas()[name])
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for key, value in definition.get("properties", {}).items():
            assert value.get("description"), f"{name}: {key} has no description"
    assert not FROM_PLACE & schema.get("properties", {}).keys() - {"id"}


def test_soort_decides_what_the_editor_underlines() -> None:
    block = json.loads(schemas()["onderdeel.schema.json"])["properties"]["inhoud"]["items"]
    chosen = {rule["if"]["properties"]["soort"]["const"]: rule["then"] for rule in block["allOf"]}
    assert chosen["meerkeuze"] == {"$ref": "#/$defs/Meerkeuze"}
    assert set(chosen) == set(block["properties"]["soort"]["enum"])
