"""Sound, film and images as a deelnemer meets them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

NewPage = Callable[..., Page]
SOUND = "modules/sgg/je-eigen-normen/"
FILM = "modules/sgg/gedrag-beoordelen/"
KEPT = "window.leeromgeving.voortgang.get('luisteren:' + '{}')"
PATH = "modules/sgg/media/adempauze.mp3"


def play(page: Page, rate: float) -> None:
    """Play without sound: that needs no permission."""
    page.locator("borg-audio audio").first.evaluate(
        "(audio, rate) => { audio.muted = true; audio.playbackRate = rate; return audio.play(); }",
        rate,
    )


def until(page: Page, condition: str) -> None:
    """Wait for something of the page; wait_for_function is not allowed by its CSP."""
    look = f"(look = () => ({condition}) ? done() : requestAnimationFrame(look))()"
    page.evaluate(f"new Promise(done => {{ let look; {look} }})")


def test_the_place_in_a_recording_is_kept_and_can_be_forgotten(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SOUND)
    sound = page.locator("borg-audio")
    expect(sound).not_to_contain_text("Verder bij")
    play(page, 16)
    until(page, f"{KEPT.format(PATH)} >= 5")
    sound.locator("audio").evaluate("audio => audio.pause()")
    until(page, "document.querySelector('borg-audio audio').paused")
    seconds = page.evaluate(KEPT.format(PATH))
    page.reload()
    expect(sound).to_contain_text(f"Verder bij {seconds // 60}:{seconds % 60:02d}")
    assert sound.locator("audio").evaluate("audio => audio.currentTime") == seconds
    sound.get_by_role("button", name="Begin vooraan").click()
    expect(sound.get_by_role("status")).to_have_text("Je begint vooraan.")
    assert sound.locator("audio").evaluate("audio => audio.currentTime") == 0
    page.reload()
    expect(sound.get_by_role("combobox", name="Snelheid")).to_be_visible()
    expect(sound).not_to_contain_text("Verder bij")


def test_nothing_moves_when_it_goes_on(silent: str, visit: NewPage) -> None:
    page = visit(f"{silent}modules/proef/eerste-stap/")
    page.evaluate("leeromgeving.voortgang.set('luisteren:modules/proef/media/stilte.mp3', 1)")
    page.reload()
    below = page.locator("borg-audio + *")
    again = page.get_by_role("button", name="Begin vooraan")
    expect(again).to_be_visible()
    before = below.bounding_box()
    play(page, 1)
    expect(again).to_be_hidden()
    assert below.bounding_box() == before


def test_at_the_end_the_place_is_forgotten(silent: str, visit: NewPage) -> None:
    page = visit(f"{silent}modules/proef/eerste-stap/")
    path = "modules/proef/media/stilte.mp3"
    page.evaluate(f"leeromgeving.voortgang.set('luisteren:{path}', 1)")
    play(page, 4)
    until(page, "document.querySelector('borg-audio audio').ended")
    until(page, f"{KEPT.format(path)} === null")


def test_the_speed_holds_for_everything_and_stays(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SOUND)
    choice = page.locator("borg-audio").get_by_role("combobox", name="Snelheid")
    assert [option.text_content() for option in choice.locator("option").all()] == [
        "0,75×", "1×", "1,25×", "1,5×", "1,75×", "2×",
    ]  # fmt: skip
    choice.select_option("1,5×")
    page.reload()
    expect(choice).to_have_value("1.5")
    rates = page.locator("audio").evaluate(
        "audio => [audio.playbackRate, audio.defaultPlaybackRate]"
    )
    assert rates == [1.5, 1.5]


def test_sound_and_film_wait_until_they_are_asked_for(new_page: NewPage) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (SOUND, FILM):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".mp3", ".mp4"))]


def test_a_film_has_captions_a_text_and_its_own_shape(new_page: NewPage) -> None:
    page = new_page()
    page.goto(FILM)
    film = page.locator(".media video")
    until(page, "document.querySelector('track').readyState === 2")
    shown = film.evaluate("({textTracks: [track]}) => [track.mode, track.cues.length]")
    assert shown == ["showing", 17]
    film.evaluate("film => { film.muted = true; return film.play(); }")
    assert [film.get_attribute(name) for name in ("width", "height")] == ["960", "540"]
    box = film.bounding_box()
    assert box
    assert box["width"] / box["height"] == pytest.approx(960 / 540, rel=0.01)
    media = page.locator(".media").filter(has=page.locator("video"))
    media.get_by_text("Lees wat je hoort en ziet").click()
    expect(media.locator(".transcript p").first).to_be_visible()


def natural(image: Locator) -> list[int]:
    size: list[int] = image.evaluate("image => [image.naturalWidth, image.naturalHeight]")
    return size


def test_an_image_keeps_its_place_while_it_loads_in_a_modern_format(
    silent: str, visit: NewPage
) -> None:
    page = visit(silent)
    waiting: list[Route] = []
    page.route("**/media/stoelen*", lambda route: waiting.append(route))
    page.goto(f"{silent}modules/vormen/", wait_until="domcontentloaded")
    image = page.get_by_role("img", name="Twee stoelen")
    image.scroll_into_view_if_needed()
    before = image.bounding_box()
    for route in waiting:
        route.continue_()
    until(page, "document.querySelector('picture img').naturalWidth > 0")
    after = image.bounding_box()
    assert before
    assert after
    assert before["height"] == after["height"] == pytest.approx(after["width"] / 2, abs=1)
    assert image.evaluate("image => image.currentSrc").endswith(".avif")
    assert natural(image)[0] >= after["width"]
    assert image.get_attribute("loading") == "lazy"


def test_a_decorative_image_is_not_told(silent: str, visit: NewPage) -> None:
    page = visit(f"{silent}modules/vormen/")
    line = page.locator("img[src$='lijn.svg']")
    expect(line).to_have_attribute("alt", "")
    expect(line).to_have_attribute("width", "120")
    expect(page.locator("article").get_by_role("img")).to_have_count(1)
