"""The same project gives the same site, to the byte: anywhere, for anybody, on any day."""

import gzip
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from mini import copy_mini, tree

EAST = {"TZ": "Pacific/Kiritimati", "LC_ALL": "nl_NL.UTF-8", "PYTHONHASHSEED": "1"}
WEST = {"TZ": "Etc/GMT+12", "LC_ALL": "C", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "0"}
"""26 hours apart: it is never the same day in both."""
GZIP = b"\x1f\x8b"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_mini(tmp_path_factory.mktemp("gelijk"))


@pytest.fixture(scope="module")
def site(project: Path) -> dict[str, bytes]:
    """The site as it is built in the east."""
    return build(project, EAST)


def build(project: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """A site made by a process of its own."""
    command = [sys.executable, "-m", "leeromgeving", "bouw"]
    environment = {**os.environ, **environment}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return tree(project / "site")


def test_elsewhere(project: Path, site: dict[str, bytes], tmp_path: Path) -> None:
    """In another folder, whose files were made in another order; other day, language, hashes."""
    other = tmp_path / "een andere map" / "project"
    for file in sorted(project.rglob("*"), reverse=True):
        path = file.relative_to(project)
        if file.is_file() and path.parts[0] not in ("site", ".cache"):
            (other / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, other / path)
    built = build(other, WEST)
    assert built.keys() == site.keys()
    assert [path for path, content in built.items() if content != site[path]] == []


def test_no_file_tells_where_or_when_it_was_made(project: Path, site: dict[str, bytes]) -> None:
    now = datetime.now(UTC)
    telling = [str(project), now.strftime("%Y-%m-%d"), format_datetime(now)[:16]]
    own = b"".join(file.read_bytes() for file in project.glob("*/**/*.yml"))
    for path, content in site.items():
        text = gzip.decompress(content) if content.startswith(GZIP) else content
        found = [each for each in telling if each.encode() in text and each.encode() not in own]
        assert not found, path
