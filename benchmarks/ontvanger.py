"""What the receiver can take, and what it never loses.

`python benchmarks/ontvanger.py [kills]` prints a page in Markdown; 500 kills per database without
one. The load comes from wrk (apt-get install wrk), a process of its own.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from sqlalchemy import create_engine, func, select  # noqa: E402

from leeromgeving.store.tables import antwoord, inzending, tekst  # noqa: E402
from postgres import new_database, running_server  # noqa: E402
from receive.kill import SENDERS, Outcome, run  # noqa: E402
from receive.process import free_port, receiver  # noqa: E402
from receive.project import prepare  # noqa: E402

KILLS = 500
ROUNDS, SECONDS = 3, 10
THREADS, CONNECTIONS = 2, 64
ANSWERS = 13
"""Choices in the form that wrk sends; and one free text."""
PLAIN = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def answers(request):
    await request.body()
    return JSONResponse({"melding": "Ontvangen. Dank je wel!"}, 201)

app = Starlette(routes=[Route("/antwoorden", answers, methods=["POST"])])
uvicorn.run(app, port=int(sys.argv[1]), log_config=None, access_log=False)
"""


@dataclass(frozen=True)
class Load:
    """What wrk saw in one round."""

    taken: int
    refused: int
    broken: int
    seconds: float
    p50: float
    """Milliseconds."""
    p99: float
    stored: int = 0
    """Forms in the store afterwards; those that wrk no longer waited for may be among them."""

    @property
    def rate(self) -> float:
        """Answers per second."""
        return self.taken / self.seconds


@contextmanager
def plain_server() -> Iterator[int]:
    """A Starlette handler that reads the body and writes nothing; gives its port."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", PLAIN, str(port)])
    try:
        time.sleep(3)
        yield port
    finally:
        process.kill()
        process.wait()


def load(port: int) -> Load:
    """Let wrk post for `SECONDS`."""
    options = [f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", f"-s{HERE / 'ontvanger.lua'}"]
    done = subprocess.run(
        ["wrk", *options, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True
    )
    taken, refused, broken, microseconds, p50, p99 = map(int, done.stderr.split())
    seconds = microseconds / 1e6
    return Load(taken, refused, broken, seconds, p50 / 1e3, p99 / 1e3)


def count(url: str) -> int:
    """The forms in a store, each with all its answers; -1 when one is not whole."""
    engine = create_engine(url)
    with engine.connect() as connection:
        forms, answers, texts = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (inzending, antwoord, tekst)
        )
    engine.dispose()
    return forms if (answers, texts) == (forms * ANSWERS, forms) else -1


def one_round(project: Path, folder: Path, server: str, number: int) -> dict[str, Load]:
    """The same load on each, one after the other."""
    urls = {
        "SQLite": f"sqlite:///{folder / f'ronde-{number}.sqlite'}",
        "PostgreSQL": new_database(server, f"ronde-{number}"),
    }
    with plain_server() as port:
        found = {"plain": load(port)}
    for name, url in urls.items():
        with receiver(project, url) as (_, client):
            found[name] = load(client.port)
        found[name] = replace(found[name], stored=count(url))  # now that nothing is written
    return found


def kill(project: Path, folder: Path, server: str, kills: int) -> dict[str, Outcome]:
    """So many kills on each database, both at the same time: one core each."""
    urls = {
        "SQLite": f"sqlite:///{folder / 'kill.sqlite'}",
        "PostgreSQL": new_database(server, "kill"),
    }
    with ThreadPoolExecutor() as pool:
        futures = {name: pool.submit(run, project, url, kills, 2026) for name, url in urls.items()}
        return {name: future.result() for name, future in futures.items()}


def load_table(rounds: list[dict[str, Load]]) -> str:
    """One row per server: the median of the rounds."""
    lines = [
        "| | answers/s | of plain | p50 ms | p99 ms | refused | lost | double |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name in rounds[0]:
        loads = [found[name] for found in rounds]
        ratio = median(found[name].rate / found["plain"].rate for found in rounds)

        def middle(value: Callable[[Load], float], loads: list[Load] = loads) -> float:
            return median(map(value, loads))

        wrong = "– | –"
        if name != "plain":
            lost = sum(max(0, one.taken - one.stored) for one in loads)
            double = sum(max(0, one.stored - one.taken - CONNECTIONS) for one in loads)
            wrong = f"{lost} | {double}"
        lines.append(
            f"| {name} | {middle(lambda one: one.rate):,.0f} | {ratio:.2f} "
            f"| {middle(lambda one: one.p50):.1f} | {middle(lambda one: one.p99):.1f} "
            f"| {sum(one.refused + one.broken for one in loads)} | {wrong} |"
        )
    return "\n".join(lines)


def kill_table(outcomes: dict[str, Outcome]) -> str:
    """One row per database."""
    lines = [
        "| | kills | acknowledged | lost | changed | extra |",
        "|---|--:|--:|--:|--:|--:|",
        *(
            f"| {name} | {o.kills} | {o.acknowledged} | {o.lost} | {o.changed} | {o.extra} |"
            for name, o in outcomes.items()
        ),
    ]
    return "\n".join(lines)


def main(kills: int) -> int:
    """Print the page; 1 when anything was lost, double or mixed up."""
    with tempfile.TemporaryDirectory() as name, running_server() as server:
        folder = Path(name)
        project = prepare(folder / "project")
        rounds = [one_round(project, folder, server, number) for number in range(ROUNDS)]
        start = time.monotonic()
        outcomes = kill(project, folder, server, kills)
        minutes = (time.monotonic() - start) / 60
    print(f"""# The receiver under load

`make bewijs PROEF=ontvanger`. wrk posts forms of 1 KB ({ANSWERS} choices and a free text, each with
a key of its own) over {CONNECTIONS} connections for {SECONDS} s, {ROUNDS} rounds, medians; on the
same machine as the receiver and the database. *plain* is a Starlette handler that reads the body
and writes nothing. An answer is acknowledged only after its commit is on disk. *Lost*: acknowledged
but not stored. *Double*: stored more often than it was sent.

{load_table(rounds)}

## Kill -9 under load

The real process, killed at random moments while {SENDERS} threads send, and try again with the same
key, both databases at the same time ({minutes:.0f} minutes). *Lost*: acknowledged, but not in the
store. *Changed*: with other answers than the first under its key. *Extra*: in the store, but never
sent.

{kill_table(outcomes)}""")
    loads = [one for found in rounds for name, one in found.items() if name != "plain"]
    sound = all(o.is_sound for o in outcomes.values())
    return not (sound and all(0 <= one.stored - one.taken <= CONNECTIONS for one in loads))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
