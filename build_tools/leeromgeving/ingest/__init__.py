"""Imports answers and visits that other software exported, by a koppeling in YAML."""
