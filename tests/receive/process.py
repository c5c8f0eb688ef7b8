"""The receiver as the process that it is: `python -m leeromgeving ontvang`."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from receive.client import ORIGIN, Client

PATIENCE = 60.0
"""Seconds for what takes a moment on a busy machine."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(project: Path, url: str, port: int) -> subprocess.Popen[bytes]:
    """Start a receiver; it believes `X-Forwarded-For`, so that one machine can be many clients."""
    command = [sys.executable, "-m", "leeromgeving", "ontvang", "--achter-proxy", "--site", ORIGIN]
    return subprocess.Popen(
        [*command, "--poort", str(port), "--opslag", url],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    """Return when it says that it can store; AssertionError when it ended or takes too long."""
    client, until = Client(port), time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, f"the receiver stopped with code {process.returncode}"
        try:
            if client.ask("GET", "/gezond").status == 200:
                return
        except (OSError, HTTPException):
            pass
        time.sleep(0.05)
    raise AssertionError("the receiver does not start")


@contextmanager
def receiver(project: Path, url: str) -> Iterator[tuple[subprocess.Popen[bytes], Client]]:
    """A process that is ready, and gone afterwards."""
    port = free_port()
    process = start(project, url, port)
    try:
        wait_until_ready(process, port)
        yield process, Client(port)
    finally:
        process.kill()
        process.wait()
