"""Figures that may be shown → a `Rapport`: chapters of plain blocks (ontwerp §7)."""
