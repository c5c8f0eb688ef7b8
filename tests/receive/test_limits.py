"""How a client is known, how often it may come, how much may wait, and what counts as the site."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine
from starlette.requests import Request

from leeromgeving.receive import limits
from leeromgeving.receive.limits import WINDOW, Rate, client_of
from leeromgeving.receive.site import parse_site
from leeromgeving.receive.writer import CAPACITY, Probe, StoreError, Writer


def request_from(address: str, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return Request({"type": "http", "client": (address, 1), "headers": headers})


def test_a_client_may_come_so_often_a_minute() -> None:
    now = [0.0]
    rate = Rate(2, lambda: now[0])
    assert [rate.wait("a"), rate.wait("a"), rate.wait("b")] == [0, 0, 0]
    now[0] = WINDOW - 10
    assert rate.wait("a") == 10
    now[0] = WINDOW - 0.1
    assert rate.wait("a") == 1, "never 'try again right now'"
    now[0] = WINDOW
    assert rate.wait("a") == 0


def test_counting_clients_takes_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CLIENTS", 3)
    now = [0.0]
    rate = Rate(2, lambda: now[0])
    assert [rate.wait(client) for client in "abc"] == [0, 0, 0]
    assert rate.wait("d") > 0
    assert rate.wait("a") == 0, "who is known may go on"
    now[0] = WINDOW
    assert rate.wait("d") == 0


def test_no_address_is_kept() -> None:
    rate = Rate(2)
    rate.wait("192.0.2.1")
    assert "192.0.2.1" not in f"{vars(rate)}"


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("unix", "unix"),
    ],
)
def test_who_a_client_is(address: str, client: str) -> None:
    assert client_of(request_from(address), behind_proxy=False) == client
    assert client_of(request_from("127.0.0.1", address), behind_proxy=True) == client


def test_behind_a_proxy_only_its_own_word_counts() -> None:
    forged = request_from("127.0.0.1", "1.1.1.1", "2.2.2.2, 192.0.2.1")
    assert client_of(forged, behind_proxy=True) == "192.0.2.1"
    assert client_of(forged, behind_proxy=False) == "127.0.0.1"
    assert client_of(request_from("127.0.0.1"), behind_proxy=True) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "origin", "path"),
    [
        ("https://voorbeeld.example", "https://voorbeeld.example", "/"),
        ("https://Voorbeeld.Example:443/", "https://voorbeeld.example", "/"),
        ("http://localhost:8000/leren", "http://localhost:8000", "/leren/"),
        ("http://[::1]:80/", "http://[::1]", "/"),
    ],
)
def test_the_site(address: str, origin: str, path: str) -> None:
    site = parse_site(address)
    assert site
    assert (site.origin, site.path) == (origin, path)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "voorbeeld.example",
        "ftp://a.example",
        "https://",
        "https://a:b@c.example",
        "https://a:x",
        "https://a.example/?b",
        "https://a.example/#b",
        "null",
        "http://[::1",
    ],
)
def test_no_site(address: str) -> None:
    assert parse_site(address) is None


def test_what_waits_is_bounded_and_given_up_is_not_stored(
    caplog: pytest.LogCaptureFixture,
) -> None:
    writer = Writer(create_engine("sqlite://"))  # not started: nothing is taken out

    async def fill() -> list[str]:
        waiting = [asyncio.create_task(writer.store(Probe())) for _ in range(CAPACITY)]
        await asyncio.sleep(0)
        with pytest.raises(StoreError):
            await writer.store(Probe())
        for task in waiting:
            task.cancel()
        return [str(result) for result in await asyncio.gather(*waiting, return_exceptions=True)]

    with ThreadPoolExecutor(1) as other:  # a browser of another test may run a loop in this one
        results = other.submit(lambda: asyncio.run(fill())).result()
    assert len(results) == CAPACITY
    caplog.clear()
    writer.start()
    writer.stop()
    assert caplog.messages == [], "to write anything fails: this store has no tables"
