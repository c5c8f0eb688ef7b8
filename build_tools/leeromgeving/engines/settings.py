"""The project's mkdocs.yml, as far as somebody else than MkDocs reads it."""

from pathlib import Path
from typing import Any

import yaml

CONFIG_FILE = "mkdocs.yml"


class SettingsError(Exception):
    """The file can't be used; the text says why, in Dutch."""


def read_settings(project: Path) -> dict[str, Any]:
    """All that stands in it; `site_url` does. Raises SettingsError."""
    try:
        settings = yaml.safe_load((project / CONFIG_FILE).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{CONFIG_FILE} kan niet gelezen worden: {error}") from error
    if not isinstance(settings, dict) or not settings.get("site_url"):
        raise SettingsError(f"{CONFIG_FILE}: bij 'site_url' ontbreekt het adres van de site.")
    return settings
