"""The project's mkdocs.yml, as far as somebody else than MkDocs reads it.

Not by `source.py`: this file is the engine's, in the YAML that engines read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from ..load import DOCS

CONFIG_FILE = "mkdocs.yml"
PLUGIN = "leeromgeving"
Settings = dict[str, Any]
DEMANDS: tuple[tuple[Callable[[Settings], bool], str], ...] = (
    (
        lambda s: isinstance(s.get("site_url"), str) and s["site_url"].startswith("http"),
        "bij 'site_url' ontbreekt het adres van de site.",
    ),
    (
        lambda s: PLUGIN in (s.get("plugins") or ()),
        f"bij 'plugins' ontbreekt '{PLUGIN}'.",
    ),
    (
        lambda s: list(s.get("plugins") or ()) == [PLUGIN] and not s.get("hooks"),
        f"gebruik geen andere plugins dan '{PLUGIN}' en geen 'hooks'. Wat die doen, weten we niet.",
    ),
    (
        lambda s: bool((s.get("theme") or {}).get("custom_dir")),
        "bij 'theme' ontbreekt 'custom_dir': de map met het raamwerk van de pagina's.",
    ),
    (lambda s: s.get("docs_dir", DOCS) == DOCS, f"bij 'docs_dir' hoort '{DOCS}'."),
    (
        lambda s: s.get("use_directory_urls", True) is True,
        "bij 'use_directory_urls' hoort 'true': zo staan de adressen overal.",
    ),
    (
        lambda s: not {"INHERIT", "exclude_docs", "draft_docs"} & s.keys(),
        "haal 'INHERIT', 'exclude_docs' en 'draft_docs' weg. Zet wat nog niet op de site mag "
        f"buiten de map {DOCS}.",
    ),
)
"""What must hold, and what to read when it doesn't; the first that fails is told."""


class SettingsError(Exception):
    """The file can't be used; the text says why, in Dutch."""


def read_settings(project: Path) -> Settings:
    """All that stands in it; raises SettingsError when our pages can't be made by it."""
    try:
        settings = yaml.safe_load((project / CONFIG_FILE).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{CONFIG_FILE} kan niet gelezen worden: {error}") from error
    if not isinstance(settings, dict):
        raise SettingsError(f"{CONFIG_FILE} is leeg, of geen lijst van instellingen.")
    for holds, complaint in DEMANDS:
        if not holds(settings):
            raise SettingsError(f"{CONFIG_FILE}: {complaint}")
    return settings
