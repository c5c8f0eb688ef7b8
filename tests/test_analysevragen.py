"""The page on which ontwikkelgroepen see what is known about each module, and what is open."""

from pathlib import Path

from leeromgeving.check import page_addresses
from leeromgeving.load import load
from leeromgeving.pages import make_pages

ADDRESS = "analysevragen/"
PROPOSAL = "De stuurgroep heeft deze lijst nog niet vastgesteld."


def page_of(project: Path) -> str:
    pages = {page.uri: page.text for page in make_pages(load(project).leeromgeving())}
    return pages[f"{ADDRESS}index.md"]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_nobody_wrote_about_is_open_too(project: Path) -> None:
    silence = "<strong>Nog open:</strong> hier schreef de ontwikkelgroep nog niets over."
    assert silence not in page_of(project)
    answer = "  - vraag: wat-weten-zij\n    open: Vraag dit aan de Werkgroep Voorbeeld.\n"
    change(project / "modules/vormen/module.yml", answer, "")
    assert page_of(project).count(silence) == 1


def test_a_list_that_was_adopted_is_no_proposal(project: Path) -> None:
    assert PROPOSAL in page_of(project)
    change(project / "catalog/analysevragen.yml", "status: voorstel", "status: vastgesteld")
    assert PROPOSAL not in page_of(project)


def test_without_questions_there_is_no_page(project: Path) -> None:
    assert ADDRESS in page_addresses(load(project))
    (project / "catalog/analysevragen.yml").unlink()
    loaded = load(project)
    assert ADDRESS not in page_addresses(loaded)
    assert not [p.uri for p in make_pages(loaded.leeromgeving()) if p.uri.startswith(ADDRESS)]
