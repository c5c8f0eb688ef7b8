"""The page after sending, for content and settings of every kind."""

from leeromgeving.load import Loaded
from leeromgeving.model import Antwoord
from leeromgeving.receive.accept import Form, forms_in_use
from leeromgeving.receive.html import Html
from receive.client import ORIGIN, site_at

EVIL = '<script>alert("1")</script>'


def form_with(loaded: Loaded, *antwoorden: Antwoord) -> Form:
    """The form of a module whose first kennisvraag has these answers."""
    leeromgeving = loaded.leeromgeving()
    module = leeromgeving.modules["proef"]
    first, *others = module.kennisvragen
    changed = module.model_copy(
        update={
            "titel": EVIL,
            "kennisvragen": (
                first.model_copy(update={"vraag": EVIL, "antwoorden": antwoorden}),
                *others,
            ),
        }
    )
    changed_whole = type(leeromgeving)(**{**vars(leeromgeving), "modules": {"proef": changed}})
    return forms_in_use(changed_whole)["module/v1", "proef"]


def html_of(loaded: Loaded) -> Html:
    gegevens = loaded.leeromgeving().basisgegevens
    return Html(site_at(f"{ORIGIN}/leren/"), gegevens.model_copy(update={"titel": EVIL}))


def test_html_in_content_is_shown_not_obeyed(loaded: Loaded) -> None:
    form = form_with(
        loaded,
        Antwoord(tekst=EVIL, feedback=EVIL, goed=False),
        Antwoord(tekst=f"*{EVIL}*", feedback=f"Lees\n\n{EVIL}", goed=True),
    )
    page = html_of(loaded).received(form, {"kennis.samenvatten": "1"})
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 9
    assert "<script" not in html_of(loaded).message(EVIL, EVIL)


def test_markdown_and_links_work_as_on_the_site(loaded: Loaded) -> None:
    form = form_with(
        loaded,
        Antwoord(tekst="A", feedback="Zie [proef](/modules/proef/#kort).", goed=False),
        Antwoord(tekst="**B**", feedback="Goed zo.\n\n- een\n- twee", goed=True),
    )
    page = html_of(loaded).received(form, {"kennis.samenvatten": "1"})
    assert f'<a href="{ORIGIN}/leren/modules/proef/#kort">proef</a>' in page
    assert "<strong>B</strong>" in page
    assert "<li>twee</li>" in page


def test_a_code_that_is_no_longer_there_still_shows_what_is_right(loaded: Loaded) -> None:
    form = form_with(loaded, Antwoord(tekst="A", feedback="a", goed=True))
    page = html_of(loaded).received(form, {"kennis.samenvatten": "2"})
    assert "‘A’" in page
    assert "jij koos" not in page


def test_received_also_when_its_questionnaire_is_gone(loaded: Loaded) -> None:
    page = html_of(loaded).received(None, {"kennis.samenvatten": "2"})
    assert "<h1>Ontvangen</h1>" in page
    assert "kennisvragen" not in page
