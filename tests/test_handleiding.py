"""The manual keeps up with the tool: its examples are right and it names all there is to choose.

A ```yaml block is an example when its first line is a comment: the path of the file that it shows,
or `# een blok` for one item of `inhoud`. All whole files together are a project.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import get_args

import click
import pytest
import yaml

from leeromgeving.check import check
from leeromgeving.check.context import icons
from leeromgeving.check.leesbaarheid import MOST_TOGETHER
from leeromgeving.check.minutes import WORDS_PER_MINUTE
from leeromgeving.check.sentences import MEAN_WORDS, MOST_WORDS
from leeromgeving.cli import main
from leeromgeving.findings import Finding
from leeromgeving.load import ADAPTERS, KINDS, REQUIRED, kind_of, load
from leeromgeving.model import TAG_PREFIX, Blok
from leeromgeving.schema import schemas
from leeromgeving.shape import validate
from leeromgeving.source import parse

MANUAL = Path(__file__).parent.parent / "docs" / "handleiding"
PAGES = [page for page in sorted(MANUAL.glob("*.md")) if page.name != "meldingen.md"]
YAML_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`]*)`")
COMMAND = re.compile(r"(?:^|/bin/)leeromgeving(?:-beheer)? ([a-z]+)(.*)$")
ONE_BLOCK = "# een blok"
PART = "modules/boosheid/een-blok.yml"
BEFORE_BLOCK = "titel: Voorbeeld\nsamenvatting: Een voorbeeld.\nicoon: boek\nduur: 1\ninhoud:\n"
TODAY = date(2026, 11, 22)
NOT_OF_THE_BLOCK = {"M208", "M401", "M403"}
"""What an example of one block brings here: there are no media files and it promised no time."""
ELSEWHERE = {"docs/modules/sgg/erover-praten.md": ""}
"""The page of the real content that examples link to."""
SOORTEN = {
    get_args(member)[1].tag.removeprefix(TAG_PREFIX) for member in get_args(get_args(Blok)[0])
}
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def _examples() -> dict[str, tuple[str, str]]:
    """Name of the example → path and content of the file that it is or stands for."""
    found: dict[str, tuple[str, str]] = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in YAML_BLOCK.finditer(text):
            first, _, rest = match[1].partition("\n")
            line = text.count("\n", 0, match.start()) + 1
            if first == ONE_BLOCK:
                found[f"{page.name}:{line}"] = PART, BEFORE_BLOCK + rest
            elif first.startswith("# ") and "/" in first:
                found[f"{page.name}:{line}"] = first.removeprefix("# "), match[1]
    return found


EXAMPLES = _examples()
FILES = {path: text for path, text in EXAMPLES.values() if path != PART}


def _write(project: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _told(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


def test_every_page_of_the_manual_is_there() -> None:
    assert [page.name for page in PAGES] == [
        "antwoorden.md",
        "catalogus.md",
        "doelstellingen.md",
        "evaluatie.md",
        "importeren.md",
        "index.md",
        "module-maken.md",
        "oefeningen.md",
        "offline.md",
        "ontvanger.md",
        "voortgang.md",
        "vragenlijsten.md",
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_and_has_the_right_shape(name: str) -> None:
    path, text = EXAMPLES[name]
    kind = kind_of(path)
    assert kind, f"no content file can stand at {path}"
    document, findings = parse(text.encode(), path)
    assert document
    bestand, shape_findings = validate(document, ADAPTERS[kind], KINDS[kind], "voorbeeld")
    assert not _told(findings + shape_findings)
    assert bestand


def test_every_yaml_block_can_be_read() -> None:
    for page in PAGES:
        for text in YAML_BLOCK.findall(page.read_text(encoding="utf-8")):
            assert yaml.load(text, Loader=yaml.BaseLoader), text


def test_no_file_has_two_examples_and_every_kind_of_file_has_one() -> None:
    whole = [path for path, _ in EXAMPLES.values() if path != PART]
    assert len(whole) == len(set(whole))
    assert {kind_of(path) for path in whole} == set(KINDS)


def test_every_kind_of_block_has_an_example() -> None:
    shown = set()
    for path, text in EXAMPLES.values():
        if path == PART:
            (block,) = yaml.load(text, Loader=yaml.BaseLoader)["inhoud"]
            shown.add(block["soort"])
    assert shown == SOORTEN


def test_the_whole_examples_together_are_a_project_without_fouten(tmp_path: Path) -> None:
    assert set(REQUIRED) <= set(FILES)
    _write(tmp_path, FILES | ELSEWHERE)
    found = check(load(tmp_path), TODAY)
    assert {finding.code for finding in found} == {"M310"}, _told(found)


@pytest.mark.parametrize("name", [name for name, (path, _) in EXAMPLES.items() if path == PART])
def test_an_example_of_one_block_breaks_no_rule(name: str, tmp_path: Path) -> None:
    module = "modules/boosheid/module.yml"
    part = "onderdelen:\n  - een-blok\n"
    files = {module: FILES[module].replace("onderdelen:\n", part), PART: EXAMPLES[name][1]}
    _write(tmp_path, FILES | ELSEWHERE | files)
    found = [finding for finding in check(load(tmp_path), TODAY) if finding.is_fout]
    assert {finding.code for finding in found} <= NOT_OF_THE_BLOCK, _told(found)


def _commands() -> set[tuple[str, str]]:
    """Every command that a page of the manual gives, with what stands behind it."""
    texts = [page.read_text(encoding="utf-8") for page in MANUAL.glob("*.md")]
    lines = [line for text in texts for part in FENCED.findall(text) for line in part.splitlines()]
    lines += [code for text in texts for code in INLINE.findall(FENCED.sub("", text))]
    return {(match[1], match[2]) for line in lines if (match := COMMAND.search(line))}


@pytest.mark.parametrize(("name", "rest"), sorted(_commands()))
def test_a_command_in_the_manual_exists_with_its_options(name: str, rest: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command, f"leeromgeving {name}"
    if isinstance(command, click.Group):
        name, _, rest = rest.strip().partition(" ")
        command = command.commands[name]
    known = {option for param in command.params for option in param.opts}
    assert set(re.findall(r"--[a-z-]+", rest)) <= known | {"--help"}


def test_the_manual_gives_commands() -> None:
    assert {"beoordeel", "bevries", "ontvang", "opruimen"} <= {name for name, _ in _commands()}


def test_every_key_is_explained() -> None:
    keys: set[str] = set()
    for schema in map(json.loads, schemas().values()):
        for definition in (schema, *schema["$defs"].values()):
            keys |= definition.get("properties", {}).keys()
    assert not sorted(key for key in keys if f"`{key}`" not in TEXT)


def test_every_icon_is_named() -> None:
    assert not [icon for icon in icons() if f"`{icon}`" not in TEXT]


def test_the_reading_speed_is_the_real_one() -> None:
    assert f"{WORDS_PER_MINUTE} woorden per minuut" in TEXT


def test_the_limits_for_easy_reading_are_the_real_ones() -> None:
    for limit in (MOST_WORDS, MEAN_WORDS, MOST_TOGETHER):
        assert f"hoogstens {limit}" in TEXT


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_its_head_and_no_html(page: Path) -> None:
    _, head, body = page.read_text(encoding="utf-8").split("---\n", 2)
    meta = yaml.safe_load(head)
    assert set(meta) == {"title", "description", "zoeken"}
    assert len(meta["description"]) <= 155
    assert meta["zoeken"] is False
    prose = FENCED.sub("", body)
    assert re.findall(r"^# (.*)$", prose, re.MULTILINE) == [meta["title"]]
    assert not re.search(r"<(?!https?://)/?[a-z]", re.sub(r"`[^`]*`", "", prose))
