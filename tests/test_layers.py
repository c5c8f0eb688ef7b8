"""Imports run in one direction only (ARCHITECTURE.md, "Parts")."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_tools" / "leeromgeving"
LAYERS = (
    ("images", "message"),
    ("messages_evaluatie", "messages_lezen"),
    ("messages", "model"),
    ("findings",),
    ("source",),
    ("shape",),
    ("load",),
    ("freeze", "schema"),
    ("check",),
    ("aside", "html_tags", "pages", "static"),
    ("search",),
    ("contents", "offline"),
    ("finish", "offline_zip"),
    ("store",),
    ("receive",),
    ("ingest",),
    ("evaluate",),
    ("compose",),
    ("report",),
    ("engines",),
    ("cli",),
    ("__main__",),
)
"""From the ground up; a part imports from lower layers, and within itself."""
RANK = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}
ENGINE_LIBRARIES = {"mkdocs", "material"}
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = [file for pattern in ("*.py", "*/*.py") for file in Path(__file__).parent.glob(pattern)]


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    """Absolute dotted names of all that a file imports, its own package included."""
    package = ("leeromgeving", *file.relative_to(PACKAGE).parts[:-1])
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, node.module or "")).rstrip(".")
            names |= {f"{module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_imports_only_run_down(file: Path) -> None:
    part = part_of(file)
    if part == "__init__":
        return
    assert part in RANK, f"give {part} a place in LAYERS"
    for name in imported(file):
        root, *rest = name.split(".")
        if root == "leeromgeving" and rest and rest[0] != part:
            assert RANK[rest[0]] < RANK[part], f"{part} may not import {rest[0]}"
        if root in ENGINE_LIBRARIES:
            assert part == "engines", f"only engines/ knows {root}"


@pytest.mark.parametrize(
    ("files", "lines"), [(SOURCES, 300), (TESTS, 450)], ids=["package", "tests"]
)
def test_files_stay_small(files: list[Path], lines: int) -> None:
    long = {f.name: n for f in files if (n := len(f.read_text("utf-8").splitlines())) > lines}
    assert long == {}
