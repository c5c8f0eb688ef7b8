"""Kill the receiver again and again under load, and look what the store holds afterwards.

`make test` kills a few times, `make bewijs` a thousand (benchmarks/ontvanger.py).
"""

import os
import random
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from sqlalchemy import create_engine, select, text

from leeromgeving.receive.accept import Pair
from leeromgeving.store.tables import antwoord, inzending, tekst
from postgres import find_programs
from receive.client import Client, form
from receive.process import PATIENCE, free_port, start, wait_until_ready

SENDERS = 6
"""Threads that send at the same time."""
Answers = frozenset[Pair]


@dataclass(frozen=True)
class Outcome:
    """What became of the forms; all but `kills` and `acknowledged` have to be 0."""

    kills: int
    acknowledged: int
    lost: int
    """Acknowledged, but not in the store."""
    changed: int
    """In the store with other answers than those that came first under that key."""
    extra: int
    """In the store, but never sent under that key."""

    @property
    def is_sound(self) -> bool:
        """Nothing lost, nothing double, nothing mixed up."""
        return self.acknowledged > 0 and not (self.lost or self.changed or self.extra)


def run(
    project: Path,
    url: str,
    kills: int,
    seed: int,
    halfway: Callable[[], None] = lambda: None,
) -> Outcome:
    """Kill a receiver of `project` on the store at `url` so many times; do `halfway` under load.

    The project has its questionnaires in use (`project.prepare`).
    """
    chance, port, enough = random.Random(seed), free_port(), threading.Event()
    sent: dict[str, Answers] = {}
    process = start(project, url, port)
    with ThreadPoolExecutor(SENDERS) as pool:
        senders = [
            pool.submit(_send_until, enough, Client(port), random.Random(f"{seed}-{n}"), sent)
            for n in range(SENDERS)
        ]
        try:
            for number in range(kills):
                wait_until_ready(process, port)
                if number == kills // 2:
                    halfway()
                    wait_until_ready(process, port)
                time.sleep(chance.uniform(0, 0.2))
                process.kill()
                process.wait()
                process = start(project, url, port)
            wait_until_ready(process, port)
        finally:
            enough.set()
            for sender in senders:
                sender.result(timeout=PATIENCE)
            process.terminate()
            process.wait(timeout=PATIENCE)
    return _compare(kills, sent, _stored(url))


def crash_postgresql(url: str) -> None:
    """End a server as a power cut would, and start it again; its own recovery mends the rest."""
    engine = create_engine(url)
    with engine.connect() as connection:
        folder = Path(connection.execute(text("SHOW data_directory")).scalar_one())
    engine.dispose()
    programs = find_programs()
    assert programs
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    log = folder.parent / "log"
    subprocess.run(
        [*as_user, programs / "pg_ctl", "-D", folder, "-l", log, "-m", "immediate", "restart"],
        check=True,
        cwd=folder.parent,
        stdout=subprocess.DEVNULL,
    )


def _send_until(
    enough: threading.Event, client: Client, chance: random.Random, sent: dict[str, Answers]
) -> None:
    """Send one form after another, each until it is acknowledged; some once more afterwards."""
    while not enough.is_set():
        key = str(UUID(int=chance.getrandbits(128), version=4))
        answers = _answers(chance, key)
        _send(client, key, answers, chance)
        sent[key] = frozenset(answers)
        if chance.random() < 0.2:
            _send(client, key, _answers(chance, "anders"), chance)


def _answers(chance: random.Random, words: str) -> list[Pair]:
    choices = [("vorm", code) for code in ("lezen", "oefenen") if chance.random() < 0.5]
    return [*choices, ("cijfer", str(chance.randint(1, 10))), ("beter", words)]


def _send(client: Client, key: str, answers: list[Pair], chance: random.Random) -> None:
    """The same form with the same key until the receiver says that it has it."""
    body = urlencode(form(*answers, sleutel=key))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        address = f"192.0.2.{chance.randint(1, 254)}"
        try:
            reply = client.ask(
                "POST", "/antwoorden", body, accept="application/json", x_forwarded_for=address
            )
        except (OSError, HTTPException):
            time.sleep(0.02)  # it was killed
            continue
        if reply.status == 201:
            return
        assert reply.status in (429, 503), reply
        time.sleep(0.02)
    raise AssertionError("the receiver does not come back")


def _stored(url: str) -> dict[str, Answers]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found: dict[str, list[Pair]] = {
            key: [] for key in connection.execute(select(inzending.c.sleutel)).scalars()
        }
        for table, value in ((antwoord, antwoord.c.code), (tekst, tekst.c.tekst)):
            for key, veld, given in connection.execute(
                select(table.c.sleutel, table.c.veld, value)
            ):
                found[key].append((veld, given))
    engine.dispose()
    return {key: frozenset(pairs) for key, pairs in found.items()}


def _compare(kills: int, sent: dict[str, Answers], stored: dict[str, Answers]) -> Outcome:
    return Outcome(
        kills=kills,
        acknowledged=len(sent),
        lost=len(sent.keys() - stored.keys()),
        changed=sum(stored[key] != sent[key] for key in sent.keys() & stored.keys()),
        extra=len(stored.keys() - sent.keys()),
    )
