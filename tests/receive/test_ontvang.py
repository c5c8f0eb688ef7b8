"""The command `leeromgeving ontvang`: when it starts, when it doesn't, and how it stops."""

import socket
import sqlite3
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from leeromgeving.cli import main
from receive.client import ORIGIN, Reply, form, new_key
from receive.process import receiver
from receive.project import prepare


@pytest.fixture
def in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with its questionnaires in use, as the current folder."""
    project = prepare(tmp_path / "in-gebruik")
    monkeypatch.chdir(project)
    return project


def refuse(*arguments: str, exit_code: int = 1) -> str:
    """Call a receiver that must not start; its output."""
    result = CliRunner().invoke(main, ["ontvang", *arguments])
    assert result.exit_code == exit_code, result.output
    assert isinstance(result.exception, SystemExit), "no traceback"
    return result.output


def test_not_with_fouten(in_use: Path) -> None:
    file = in_use / "catalog" / "themas.yml"
    file.write_text(file.read_text("utf-8") + "extra: x\n", "utf-8")
    output = refuse("--site", ORIGIN)
    assert "fout V102" in output
    assert "De ontvanger start niet" in output


def test_not_without_an_edition_in_use(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert "leeromgeving bevries" in refuse("--site", ORIGIN)


@pytest.mark.parametrize("arguments", [[], ["--site", "voorbeeld.example"], ["--site", "https://"]])
def test_not_without_a_site(in_use: Path, arguments: list[str]) -> None:
    output = refuse(*arguments, exit_code=2)
    assert "--site" in output
    assert "https://leeromgeving.example/" in output


def test_not_on_a_port_in_use(in_use: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Poort {port}" in refuse("--site", ORIGIN, "--poort", str(port))
    assert not (in_use / "evaluation" / "resultaten").exists()


@pytest.mark.parametrize(
    "url", ["onzin", "oracle://x", "postgresql://kim:geheim@127.0.0.1:1/x", "sqlite:////proc/x/y"]
)
def test_not_without_a_store(in_use: Path, url: str) -> None:
    output = refuse("--site", ORIGIN, "--opslag", url)
    assert "De opslag doet het niet" in output
    assert "geheim" not in output


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_not_in_a_store_that_does_not_last(in_use: Path, url: str) -> None:
    assert "blijft niet bestaan" in refuse("--site", ORIGIN, "--opslag", url)


def test_told_to_stop_it_finishes_what_waits(in_use: Path, tmp_path: Path) -> None:
    file, key, replies = tmp_path / "opslag.sqlite", new_key(), list[Reply]()
    with receiver(in_use, f"sqlite:///{file}") as (process, client):
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(
            target=lambda: replies.append(client.send(*form(("cijfer", "7"), sleutel=key)))
        )
        waiting.start()
        waiting.join(1)
        assert replies == [], "nothing is promised yet"
        process.terminate()
        other.execute("ROLLBACK")
        waiting.join()
        process.wait(timeout=20)
        stored = other.execute("SELECT sleutel FROM inzending").fetchall()
        other.close()
    assert [reply.status for reply in replies] == [303]
    assert stored == [(key,)]
