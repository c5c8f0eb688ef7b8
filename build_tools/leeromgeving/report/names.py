"""What the files of a report are called; made-up figures say so in the name too."""

from ..compose.document import Hoofdstuk, Rapport, Tabel


def page_name(rapport: Rapport, hoofdstuk: Hoofdstuk) -> str:
    """Where the page of a chapter stands; the first is the front page."""
    front = hoofdstuk == rapport.hoofdstukken[0]
    return "index.html" if front else f"{hoofdstuk.id}/index.html"


def document_name(rapport: Rapport, extension: str) -> str:
    """`evaluatie-2026.pdf`, `evaluatie-2026-fictief.pdf`."""
    return f"evaluatie-{_edition(rapport)}.{extension}"


def csv_name(rapport: Rapport, tabel: Tabel) -> str:
    """`csv/reactie-2026.csv`."""
    return f"csv/{tabel.id}-{_edition(rapport)}.csv"


def _edition(rapport: Rapport) -> str:
    return f"{rapport.periode}-fictief" if rapport.fictief else rapport.periode
