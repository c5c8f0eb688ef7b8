"""The store → count tables → suppressed tables → a `Rapport` (ontwerp §7)."""
