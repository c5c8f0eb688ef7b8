"""Leeromgeving De Borg: YAML that an office can edit becomes a learning site."""
