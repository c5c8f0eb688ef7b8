"""The commands that look after what was received: `opruimen`, `wis`."""

from datetime import date
from pathlib import Path

import click
from sqlalchemy import Engine

from ..load import load
from ..model import Vragenlijst, adres
from ..pages.wording import amount, day
from ..store.halfjaar import last_day_to_go
from ..store.manage import (
    Selection,
    count,
    editions,
    everything,
    of_bron,
    of_module,
    of_vragenlijst,
    until,
    wipe,
)
from .common import EXIT_FOUT, project_here
from .dutch_help import EXIT_WRONG_CALL, DutchCommand
from .exporteren import EXPORT
from .opslag import existing_store, is_scrubbed, opslag_option

WORD = "wis"
WORDS = {
    "inzending": ("inzending", "inzendingen"),
    "oefenresultaat": ("oefenresultaat", "oefenresultaten"),
    "bezoek": ("regel met bezoeken", "regels met bezoeken"),
    "levering": ("ingelezen bestand", "ingelezen bestanden"),
}
"""Table → what one row, and several, are called."""


@click.command(
    cls=DutchCommand, help="Haal antwoorden weg die ouder zijn dan de vragenlijst belooft."
)
@opslag_option
@click.option("--proef", is_flag=True, help="Zeg alleen wat er weg zou gaan.")
def opruimen(opslag: str, proef: bool) -> None:
    """Delete inzendingen older than `bewaren` months, and the rest of their half year with them.

    Exit 1 when an edition is not known. Only these: visits and imported exercise results hold no
    words of a person, and years of them make the trends.
    """
    bestanden = load(project_here()).bestanden.values()
    edities = {item.editie: item.bewaren for item in bestanden if isinstance(item, Vragenlijst)}
    with existing_store(opslag) as engine:
        unknown = _clear(engine, edities, date.today(), proef)
        for editie, number in unknown.items():
            click.echo(
                f"{editie}: deze vragenlijst bestaat niet (meer) of bevat een fout. Dus blijft "
                f"alles staan: {amount(number, *WORDS['inzending'])}. Herstel het bestand, of doe: "
                f"leeromgeving wis --vragenlijst {editie}",
                err=True,
            )
        is_gone = proef or is_scrubbed(engine)
    _name_exports()
    if unknown or not is_gone:
        raise SystemExit(EXIT_FOUT)


@click.command(cls=DutchCommand, help="Haal alles weg van één module, vragenlijst of bron.")
@opslag_option
@click.option("--module", metavar="MODULE", help="De naam van de map van een module.")
@click.option("--vragenlijst", metavar="EDITIE", help="Een editie, zoals module/v1.")
@click.option(
    "--bron", metavar="BRON", help="Een koppeling, of formulier: wat de site zelf ontving."
)
@click.option("--alles", is_flag=True, help="Alles wat ontvangen is.")
@click.option("--ja", is_flag=True, help="Vraag niet of het zeker is; voor in een script.")
def wis(
    opslag: str,
    module: str | None,
    vragenlijst: str | None,
    bron: str | None,
    alles: bool,
    ja: bool,
) -> None:
    """Delete what was asked, after the word is typed; exit 1 when it isn't."""
    chosen: list[Selection] = []
    if module:
        chosen.append(of_module(module, adres.module_uri(module)))
    if vragenlijst:
        chosen.append(of_vragenlijst(vragenlijst))
    if bron:
        chosen.append(of_bron(bron))
    if alles:
        chosen.append(everything())
    if len(chosen) != 1:
        click.echo("Kies één van deze: --module, --vragenlijst, --bron of --alles.", err=True)
        raise SystemExit(EXIT_WRONG_CALL)
    with existing_store(opslag) as engine:
        is_gone = _wipe(engine, chosen[0], ja)
    if alles:
        _name_exports()
    if not is_gone:
        raise SystemExit(EXIT_FOUT)


def _wipe(engine: Engine, selection: Selection, is_sure: bool) -> bool:
    """Tells whether it is off the disk too."""
    with engine.connect() as connection:
        counts = count(connection, selection)
    if not counts:
        click.echo("Daarvan staat niets in de opslag.")
        return True
    click.echo("Dit gaat weg, en komt niet terug:")
    for name, number in counts.items():
        click.echo(f"  {amount(number, *WORDS[name])}")
    if not is_sure and click.prompt(f"Typ {WORD} om door te gaan") != WORD:
        click.echo("Er is niets gewist.", err=True)
        raise SystemExit(EXIT_FOUT)
    with engine.begin() as connection:
        wipe(connection, selection)
    click.echo("Gewist.")
    return is_scrubbed(engine)


def _clear(engine: Engine, edities: dict[str, int], today: date, proef: bool) -> dict[str, int]:
    """Delete what is too old, and tell; returns the unknown editions with their inzendingen."""
    unknown: dict[str, int] = {}
    with engine.begin() as connection:
        for editie in editions(connection):
            if editie not in edities:
                unknown[editie] = sum(count(connection, of_vragenlijst(editie)).values())
                continue
            months = edities[editie]
            last = last_day_to_go(today, months).isoformat()
            old = until(editie, last)
            number = sum(count(connection, old).values())
            if not proef:
                wipe(connection, old)
            what = amount(number, *WORDS["inzending"])
            done = "te verwijderen" if proef else "verwijderd"
            click.echo(
                f"{editie}, hoogstens {months} maanden bewaard: {what} {done}, "
                f"alles tot en met {day(date.fromisoformat(last))}."
            )
    return unknown


def _name_exports() -> None:
    """Name the folders with exported answers, which nobody clears but who made them."""
    folder = Path(EXPORT).parent
    for made in sorted(folder.glob("*export-*")):  # also what was left aside when one was killed
        click.echo(
            f"In {made} staan nog antwoorden. Gooi die map weg als je haar niet meer nodig hebt."
        )
