"""The command that takes answers: `ontvang`."""

import logging
import socket
from datetime import date
from pathlib import Path

import click
import uvicorn
from starlette.types import ASGIApp

from ..check import check
from ..findings import as_text
from ..load import Loaded, load
from ..receive.accept import forms_in_use
from ..receive.app import MAX_RUNNING, make_app
from ..receive.site import Site, parse_site
from .common import EXIT_FOUT, project_here
from .dutch_help import DutchCommand
from .opslag import opened_store, opslag_option

MAX_CONNECTIONS = MAX_RUNNING + 100
LAST_SECONDS = 30
"""What requests get to finish when the receiver is told to stop."""


def _site(context: click.Context, option: click.Parameter, value: str) -> Site:
    site = parse_site(value)
    if site is None:
        raise click.BadParameter(value, ctx=context, param=option)
    return site


@click.command(cls=DutchCommand, help="Ontvang ingevulde vragenlijsten en tel bezoeken.")
@click.option(
    "--site",
    required=True,
    callback=_site,
    metavar="ADRES",
    help="Adres van de site, zoals https://leeromgeving.example/: alleen wat vandaar komt, telt.",
)
@click.option(
    "--adres",
    default="127.0.0.1",
    metavar="ADRES",
    help="Netwerkadres om op te luisteren; gewoonlijk 127.0.0.1.",
)
@click.option(
    "--poort",
    type=click.IntRange(1, 65_535),
    default=8010,
    metavar="GETAL",
    help="Poort: een getal van 1 tot en met 65535; gewoonlijk 8010.",
)
@opslag_option
@click.option(
    "--achter-proxy",
    is_flag=True,
    help="Er staat een webserver voor, die in X-Forwarded-For zet waar een verzoek vandaan komt.",
)
def ontvang(site: Site, adres: str, poort: int, opslag: str, achter_proxy: bool) -> None:
    """Serve until told to stop; what came in by then is stored."""
    loaded = _content(project_here())
    with _listen(adres, poort) as listener, opened_store(opslag) as engine:
        click.echo(
            f"De ontvanger luistert op http://{adres}:{poort}/ naar wat van {site.url('')} komt. "
            "Stoppen: Ctrl-C."
        )
        try:
            _serve(make_app(loaded, engine, site, achter_proxy), listener)
        except KeyboardInterrupt:
            click.echo("Gestopt. Wat binnen was, is opgeslagen.")


def _serve(app: ASGIApp, listener: socket.socket) -> None:
    logging.basicConfig(level=logging.WARNING, format="%(message)s")  # what, but never when
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the receiver itself decides whom it believes
        limit_concurrency=MAX_CONNECTIONS,
        timeout_graceful_shutdown=LAST_SECONDS,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[listener])


def _content(project: Path) -> Loaded:
    """The content, when it has no fouten and something may be sent; otherwise stops."""
    loaded = load(project)
    fouten = [finding for finding in check(loaded, date.today()) if finding.is_fout]
    if fouten:
        click.echo(as_text(fouten, project), err=True)
        raise _stop("De ontvanger start niet: los eerst deze fouten op.")
    if not forms_in_use(loaded.leeromgeving()):
        raise _stop(
            "De ontvanger start niet: er is geen vragenlijst in gebruik. Neem er een in gebruik "
            "met: leeromgeving bevries evaluation/vragenlijsten/module/v1.yml"
        )
    return loaded


def _listen(adres: str, poort: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in adres else socket.AF_INET
    try:
        return socket.create_server((adres, poort), family=family, backlog=MAX_CONNECTIONS)
    except OSError as error:
        raise _stop(
            f"Poort {poort} op {adres} kan niet gebruikt worden ({error.strerror}). "
            f"Kies een andere: leeromgeving ontvang --poort {poort + 1}"
        ) from None


def _stop(text: str) -> SystemExit:
    click.echo(text, err=True)
    return SystemExit(EXIT_FOUT)
