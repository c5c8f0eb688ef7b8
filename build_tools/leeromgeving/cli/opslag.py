"""The store, as the commands that work on it share it."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ..findings import visible
from ..store import DEFAULT_URL, SETTING, NoStoreError, connect
from ..store.connect import is_in_memory, is_missing
from ..store.manage import scrub
from .common import EXIT_FOUT


def _lasting(_context: click.Context, _option: click.Parameter, url: str) -> str:
    """The URL itself is never shown, since it may hold a password."""
    try:
        if is_in_memory(url):
            raise _failed("deze opslag blijft niet bestaan. Noem een bestand of een server.")
    except NoStoreError as error:
        raise _failed(f"{error}") from None
    return url


opslag_option = click.option(
    "--opslag",
    envvar=SETTING,
    default=DEFAULT_URL,
    callback=_lasting,
    metavar="ADRES",
    help="Waar de antwoorden staan, zoals sqlite:///map/opslag.sqlite of postgresql://…; "
    f"gewoonlijk wat in {SETTING} staat.",
)


@contextmanager
def existing_store(url: str) -> Iterator[Engine]:
    """The store at `url`; one that isn't there or fails is told, with exit code 1.

    An address with a slip in it would otherwise become a new store without answers.
    """
    with opened_store(url, may_be_new=False) as engine:
        yield engine


@contextmanager
def opened_store(url: str, may_be_new: bool = True) -> Iterator[Engine]:
    """The same, for what may be the first to come in."""
    try:
        if not may_be_new and is_missing(url):
            click.echo(f"Er is nog geen opslag: {make_url(url).database} bestaat niet.", err=True)
            raise SystemExit(EXIT_FOUT)
        engine = _connected(url)
        try:
            yield engine
        finally:
            engine.dispose()
    except (NoStoreError, SQLAlchemyError) as error:
        raise _failed(_reason(error)) from None


def _connected(url: str) -> Engine:
    try:
        return connect(url)
    except OSError as error:  # the folder can't be made
        raise _failed(_reason(error)) from None


def _failed(text: str) -> SystemExit:
    click.echo(
        f"De opslag doet het niet: {text}\nHaar adres staat achter --opslag of in {SETTING}.",
        err=True,
    )
    return SystemExit(EXIT_FOUT)


def _reason(error: Exception) -> str:
    """What is wrong; of what a database says one line, without the statement and its answers."""
    if isinstance(error, NoStoreError):
        return f"{error}"
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    return (
        f"{visible(said.splitlines()[0] if said else type(error).__name__)}. Probeer het straks "
        "opnieuw, of vraag de serverbeheerder."
    )


def is_scrubbed(engine: Engine) -> bool:
    """Take what was deleted off the disk too; says so when that can't be done now."""
    if scrub(engine):
        return True
    click.echo(
        "Wat weg moest, is weg uit de opslag. Er kunnen nog sporen van op de schijf staan: een "
        "ander programma is bezig, of de schijf is vol. Doe straks: leeromgeving opruimen",
        err=True,
    )
    return False
