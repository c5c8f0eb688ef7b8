"""The command `beoordeel`: somebody reads what deelnemers wrote before anybody else may."""

from collections import Counter

import click
from sqlalchemy import Engine

from ..findings import visible
from ..load import Loaded, load
from ..model import Vragenlijst
from ..receive.scan import scan
from ..store.manage import OngelezenTekst, keep, remove, unread
from .common import project_here
from .dutch_help import DutchCommand
from .opslag import existing_store, is_scrubbed, opslag_option

KEEP, EDIT, REMOVE, SKIP, STOP = CHOICES = ("b", "a", "w", "o", "s")
QUESTION = "bewaren (b), aanpassen (a), weghalen (w), overslaan (o) of stoppen (s)?"


@click.command(
    cls=DutchCommand, help="Lees wat deelnemers schreven: bewaar het, pas het aan of haal het weg."
)
@opslag_option
def beoordeel(opslag: str) -> None:
    """Walk the texts that nobody read yet; each decision is stored at once."""
    loaded = load(project_here())
    with existing_store(opslag) as engine:
        with engine.connect() as connection:
            texts = unread(connection)
        done: Counter[str] = Counter()
        try:
            _walk(engine, loaded, texts, done)
        finally:
            click.echo(_summary(done, len(texts)))
            if done[EDIT] or done[REMOVE]:
                is_scrubbed(engine)


def _walk(engine: Engine, loaded: Loaded, texts: list[OngelezenTekst], done: Counter[str]) -> None:
    """Ask about each text, and count in `done` what was chosen."""
    for number, own in enumerate(texts, 1):
        click.echo(f"\nTekst {number} van {len(texts)}\n{_described(loaded, own)}")
        choice, text = _decide(own)
        if choice == STOP:
            return
        if _is_stored(engine, own, choice, text):
            done[choice] += 1
        else:
            click.echo("Iemand anders heeft deze tekst intussen al beoordeeld.")


def _decide(own: OngelezenTekst) -> tuple[str, str]:
    """What happens with a text, and what it is then. Ask again as long as an edit leaves traces."""
    text, found, keeping = own.tekst, own.redenen, KEEP
    while True:
        click.echo(_shown(text, found))
        choice = _ask()
        if choice != EDIT:
            return (keeping if choice == KEEP else choice), text
        text, keeping = _typed(), EDIT
        found = scan(text)
        if not found:
            return EDIT, text


def _is_stored(engine: Engine, own: OngelezenTekst, choice: str, text: str) -> bool:
    with engine.begin() as connection:
        if choice in (KEEP, EDIT):
            return keep(connection, own, text, scan(text))
        return choice == SKIP or remove(connection, own)


def _ask() -> str:
    while True:
        answer = str(click.prompt(QUESTION, prompt_suffix=" ")).strip().lower()[:1]
        if answer in CHOICES:
            return answer
        click.echo("Typ b, a, w, o of s.")


def _typed() -> str:
    """A new text of one line, without signs that a database or a terminal stumbles over."""
    typed = str(click.prompt("Typ of plak de nieuwe tekst, op één regel"))
    return visible(typed.encode("utf-8", "replace").decode("utf-8").strip())


def _described(loaded: Loaded, own: OngelezenTekst) -> str:
    """What the text answers. An edition or module that is gone keeps the name it was stored by."""
    editie = next(
        (
            bestand
            for bestand in loaded.bestanden.values()
            if isinstance(bestand, Vragenlijst) and bestand.editie == own.vragenlijst
        ),
        None,
    )
    vragen = {vraag.id: vraag.tekst for vraag in editie.vragen} if editie else {}
    titels = {module.id: module.titel for module in loaded.modules()}
    return (
        f"Module: {titels.get(own.module, own.module)}\n"
        f"Vragenlijst: {editie.titel if editie else own.vragenlijst}\n"
        f"Vraag: {vragen.get(own.veld, own.veld)}"
    )


def _shown(text: str, redenen: tuple[str, ...]) -> str:
    """The text with a line in front, so that nothing in it looks like ours."""
    warning = f"Let op, hier staat misschien in: {', '.join(redenen)}.\n" if redenen else ""
    return warning + "\n".join(f"  | {visible(line)}" for line in text.splitlines())


def _summary(done: Counter[str], total: int) -> str:
    left = total - done[KEEP] - done[EDIT] - done[REMOVE]
    return (
        f"\nBewaard: {done[KEEP]}. Aangepast: {done[EDIT]}. Weggehaald: {done[REMOVE]}. "
        f"Nog te beoordelen: {left}."
    )
