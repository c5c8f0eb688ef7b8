"""A `Rapport` as pages, PDF, XLSX, CSV and JSON: the same blocks, five ways to write them."""
