"""One thread that writes: whatever waits goes into one transaction (group commit).

Who gives it something hears only after the commit returned, so after it is on disk.
"""

import asyncio
import logging
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Thread
from typing import NamedTuple

from sqlalchemy import Connection, Engine, text

from ..store import Bezoek, Inzending
from ..store.write import add_bezoeken, add_inzendingen

CAPACITY = 200
"""What may wait; who comes then hears so at once, and tries again later."""
MAX_BATCH = 100
"""In one transaction: more gains nothing."""
PATIENCE = 15.0
"""Seconds that a client waits for the commit; the form on the site gives up after twenty."""
PROBE = text("UPDATE alembic_version SET version_num = version_num")
"""Changes nothing, but only succeeds where something can be written."""
log = logging.getLogger("leeromgeving.ontvanger")


class StoreError(Exception):
    """Nothing was stored; trying again later may help."""


class Probe:
    """Asks for a commit that changes nothing."""


class Waiting(NamedTuple):
    """What has to be stored, and who waits for that."""

    value: Inzending | Bezoek | Probe
    done: Future[None]


class Writer:
    """The only part of the receiver that writes to the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: Queue[Waiting | None] = Queue(CAPACITY)
        self._thread = Thread(target=self._run, name="writer", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write all that waits, then end."""
        self._queue.put(None)
        self._thread.join()

    async def store(self, value: Inzending | Bezoek | Probe) -> None:
        """Return when it is on disk; raises StoreError when that doesn't succeed in time.

        What is given up before its turn is not stored any more.
        """
        waiting = Waiting(value, Future())
        try:
            self._queue.put_nowait(waiting)
            async with asyncio.timeout(PATIENCE):
                await asyncio.wrap_future(waiting.done)
        except (Full, TimeoutError) as error:
            log.error("Niet opgeslagen: %s", type(error).__name__)
            raise StoreError from error

    def _run(self) -> None:
        is_last = False
        while not is_last:
            batch = [self._queue.get()]
            with suppress(Empty):
                while len(batch) < MAX_BATCH:
                    batch.append(self._queue.get_nowait())
            is_last = batch[-1] is None
            self._write([w for w in batch if w and w.done.set_running_or_notify_cancel()])

    def _write(self, batch: list[Waiting]) -> None:
        try:
            with self._engine.begin() as connection:
                _write(connection, [waiting.value for waiting in batch])
        except Exception as error:  # this thread has to outlive whatever happens
            log.error("Niet opgeslagen: %s", type(error).__name__)  # its text may hold an answer
            for waiting in batch:
                waiting.done.set_exception(StoreError())
        else:
            for waiting in batch:
                waiting.done.set_result(None)


def _write(connection: Connection, values: list[Inzending | Bezoek | Probe]) -> None:
    add_inzendingen(connection, (value for value in values if isinstance(value, Inzending)))
    add_bezoeken(connection, (value for value in values if isinstance(value, Bezoek)))
    if any(isinstance(value, Probe) for value in values):
        connection.execute(PROBE)
