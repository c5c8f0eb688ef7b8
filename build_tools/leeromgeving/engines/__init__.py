"""Engines turn pages into a site. Nothing outside this folder knows which engine that is."""
