"""The command line, in Dutch: `leeromgeving controleer | bouw | ontvang | evalueer | …`.

Exit codes: 0 done, 1 something has mistakes or failed, 2 wrong call or no project here.
"""

import gc
import io
import sys
from importlib import import_module
from typing import cast

import click

from .dutch_help import DutchGroup

COMMANDS = {
    "controleer": "inhoud",
    "bouw": "inhoud",
    "afwerken": "inhoud",
    "bevries": "inhoud",
    "bekijk": "inhoud",
    "ontvang": "ontvangen",
    "importeer": "importeren",
    "beoordeel": "beoordelen",
    "evalueer": "evalueren",
    "opruimen": "beheer",
    "exporteer": "exporteren",
    "wis": "beheer",
}
"""Command → the file here that it stands in; in the order in which they are used."""


class _Commands(DutchGroup):
    """Loads what a command needs when it is used: all together that takes a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As the help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself; None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        return cast(
            click.Command, getattr(import_module(f".{COMMANDS[cmd_name]}", __name__), cmd_name)
        )


@click.group(
    cls=_Commands,
    name="leeromgeving",
    help="Maak de Leeromgeving De Borg van de YAML-bestanden in deze map.",
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    no_args_is_help=True,
)
@click.version_option(
    package_name="leeromgeving-de-borg", message="%(version)s", help="Toon de versie."
)
def main() -> None:
    """Entry point of the console script."""
    # All content stays in memory: looking for garbage in it as often as usual is 15 % of a build.
    gc.set_threshold(50_000, 20, 50)
    # An author's line can hold signs that a Windows code page lacks: show `?`, don't stop.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
