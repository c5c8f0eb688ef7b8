"""Bezoekkoppeling: how the figures on visits that other software exported are read."""

from typing import Literal

from pydantic import Field

from .base import Bestand, Regel, Webadres


class Bezoekkoppeling(Bestand):
    """What every source of visits says."""

    site: Webadres = Field(
        description="Adres van de startpagina. Wat op een ander adres staat, telt niet mee."
    )


class Webserver(Bezoekkoppeling):
    """Logs of a web server: Common, Combined, with or without vhost, or Caddy's JSON."""

    soort: Literal["webserver"] = Field(description="Logbestanden van een webserver.")


class Matomo(Bezoekkoppeling):
    """Matomo's flat report on pages per day; headings as its API writes them, unless said so."""

    soort: Literal["matomo"] = Field(description="Een export van Matomo.")
    pagina: Regel = Field("metadata_url", description="De kolom met het adres van de pagina.")
    dag: Regel = Field("date", description="De kolom met de dag.")
    weergaven: Regel = Field("nb_hits", description="De kolom met het aantal weergaven.")
    eerste: Regel = Field("nb_visits", description="De kolom met het aantal unieke weergaven.")


class Plausible(Bezoekkoppeling):
    """Plausible's `imported_pages` table."""

    soort: Literal["plausible"] = Field(description="Een export van Plausible.")


class GoatCounter(Bezoekkoppeling):
    """GoatCounter's export, version 2."""

    soort: Literal["goatcounter"] = Field(description="Een export van GoatCounter.")


class Ga4(Bezoekkoppeling):
    """A report of Google Analytics 4 on pages; without `dag` its period stands above it."""

    soort: Literal["ga4"] = Field(description="Een export van Google Analytics 4.")
    pagina: Regel = Field(description="De kolom met het pad van de pagina.")
    dag: Regel | None = Field(None, description="De kolom met de dag, als die er is.")
    weergaven: Regel = Field(description="De kolom met het aantal weergaven.")
