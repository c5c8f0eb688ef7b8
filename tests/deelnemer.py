"""What a deelnemer does on a page with a questionnaire of the small project."""

from playwright.sync_api import Locator, Page

FIRST = "modules/voorbeeld/vragenlijst/"
LATER = "modules/voorbeeld/na-acht-weken/"


def choice(page: Page, group: str, name: str) -> Locator:
    return page.get_by_role("group", name=group).get_by_label(name, exact=True)


def fill_in(page: Page) -> None:
    """Something of everything, and a kennisvraag wrong."""
    choice(page, "Ik kan dit in mijn werk", "mee eens").check()
    choice(page, "Vóór de module", "mee oneens").check()
    choice(page, "Nu", "mee eens").check()
    choice(page, "Wat geeft stilte", "Het gevoel dat je boos bent.").check()
    choice(page, "Welk cijfer", "8").check()
    choice(page, "Wat hielp je?", "Lezen").check()
    choice(page, "Wat hielp je?", "Oefenen").check()
    page.get_by_label("Wat kan beter?").fill("Meer tijd é & zo")
