"""The store → count tables → figures that may be shown (ontwerp §7)."""
