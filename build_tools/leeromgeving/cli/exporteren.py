"""The command `exporteer` and what it can make: answers for Excel, the site without internet."""

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ..offline_zip import pack
from ..pages.wording import amount, size
from ..store.export import export
from .common import advance, checked, contents_of, project_here, stop, unwritten
from .dutch_help import DutchGroup
from .opslag import existing_store, opslag_option

EXPORT = "evaluation/resultaten/export-{dag}"
"""Below the folder that is never in git."""
ZIP = "leeromgeving"
"""What a zip is called, and the folder in it."""


@click.group(
    cls=DutchGroup,
    help="Haal eruit wat je elders gebruikt: antwoorden voor Excel, of de site als zip.",
    no_args_is_help=True,
)
def exporteer() -> None:
    """The group of exports."""


@exporteer.command(help="Zet alles wat ontvangen is in CSV-bestanden, voor Excel.")
@opslag_option
@click.option(
    "--map",
    "folder",
    metavar="MAP",
    help="De nieuwe map; gewoonlijk evaluation/resultaten/export- met de datum.",
)
def antwoorden(opslag: str, folder: str | None) -> None:
    """Write a CSV file per table into a folder that is not there yet."""
    target = Path(folder or EXPORT.format(dag=date.today().isoformat()))
    if target.exists():
        raise stop(
            f"{target} bestaat al. Gooi die map eerst weg, of kies een andere: "
            f"leeromgeving exporteer antwoorden --map {EXPORT.format(dag='2')}"
        )
    with existing_store(opslag) as engine:
        try:
            export(engine, target, _tell_rows)
        except OSError as error:
            raise stop(unwritten("De export", target, error)) from None
    click.echo(f"Alles staat in {target}. Hierin staan echte antwoorden: deel het niet zomaar.")


@exporteer.command(help="Maak een zip die zonder internet werkt: de hele site, of één module.")
@click.option("--module", metavar="MODULE", help="De naam van de map van een module.")
@click.option(
    "--naar",
    metavar="BESTAND",
    help="De zip; gewoonlijk leeromgeving.zip, met de naam van de module erbij.",
)
def offline(module: str | None, naar: str | None) -> None:
    """Build the site aside and pack it; exit 1 when it has mistakes."""
    from ..engines.mkdocs_run import BuildError, build_site

    project = project_here()
    target = Path(naar or f"{'-'.join(filter(None, (ZIP, module)))}.zip")
    if target.suffix != ".zip":
        raise stop(f"{target} is geen zip. Laat de naam achter --naar eindigen op .zip.")
    if target.is_dir() or not target.parent.is_dir():
        raise stop(
            f"{target} kan niet: "
            + ("dat is een map." if target.is_dir() else f"de map {target.parent} is er niet.")
            + " Schrijf achter --naar een map die er is, en dan de naam van de zip."
        )
    leeromgeving = checked(project, "tekst")
    if not leeromgeving:
        raise stop("Er is geen zip gemaakt.")
    modules = leeromgeving.modules
    if module and module not in modules:
        raise stop(f"De module '{module}' bestaat niet. Kies uit: {', '.join(modules)}.")
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        try:
            with click.progressbar(length=1, label="Site bouwen", file=sys.stderr) as bar:
                build_site(project, site, advance(bar), contents_of(leeromgeving, project))
            pack(site, target, module or "")
        except BuildError as error:
            raise stop(f"\n{error}\nEr is geen zip gemaakt.") from None
        except OSError as error:
            raise stop(unwritten("De zip", target.parent, error, "plek met --naar")) from None
    click.echo(
        f"Klaar: {target} ({size(target.stat().st_size)}). "
        "Pak de zip uit en open daarin index.html."
    )


def _tell_rows(table: str, number: int) -> None:
    click.echo(f"{table}: {amount(number, 'rij', 'rijen')}")
