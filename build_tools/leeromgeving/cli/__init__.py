"""The command line, in Dutch: `leeromgeving controleer | bouw | ontvang | evalueer | …`.

Exit codes: 0 done, 1 something has mistakes or failed, 2 wrong call or no project here.
"""

import io
import sys

import click

from . import beheer, beoordelen, evalueren, exporteren, importeren, inhoud, ontvangen
from .dutch_help import DutchGroup


@click.group(
    cls=DutchGroup,
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
    # An author's line can hold signs that a Windows code page lacks: show `?`, don't stop.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


COMMANDS = (
    inhoud.controleer,
    inhoud.bouw,
    inhoud.afwerken,
    inhoud.bevries,
    inhoud.bekijk,
    ontvangen.ontvang,
    importeren.importeer,
    beoordelen.beoordeel,
    evalueren.evalueer,
    beheer.opruimen,
    exporteren.exporteer,
    beheer.wis,
)
"""In the order in which they are used, which is also the order of the help."""
for command in COMMANDS:
    main.add_command(command)
