"""Measured minutes: reading, media and thinking."""

import pytest
from pydantic import TypeAdapter

from leeromgeving.check.minutes import WORDS_PER_MINUTE, Duur, count_words, measure
from leeromgeving.model import Blok, Mediabestand

BLOK: TypeAdapter[Blok] = TypeAdapter(Blok)
MEDIA: dict[str | None, Mediabestand] = {
    "media/opname.mp3": Mediabestand("modules/m/media/opname.mp3", 1_000, 90.0),
    "media/film.mp4": Mediabestand("modules/m/media/film.mp4", 1_000, 30.0),
    "media/leeg.mp3": Mediabestand("modules/m/media/leeg.mp3", 1_000, 0.0),
    "media/kapot.mp3": Mediabestand("modules/m/media/kapot.mp3", 1_000, None),
}


def _blok(soort: str, **values: object) -> Blok:
    return BLOK.validate_python({"soort": soort, **values})


def _measure(soort: str, **values: object) -> Duur:
    return measure((_blok(soort, **values),), MEDIA)


def _words(number: int) -> float:
    return number / WORDS_PER_MINUTE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("één twee", 2),
        ("Foto's en thema’s", 3),
        ("e-mail van A.B. de Vries", 5),
        ("1,5 uur", 3),
        ("12.30 uur", 2),
        ("- punt\n- nog een **punt**", 4),
        ("### Kop\n\nTekst.", 2),
        ("[de link](/modules/heel/lang/adres/)", 2),
        ("![Wat je ziet](media/kaart.webp)", 3),
        ("| a | b |\n| --- | --- |", 2),
        ("… – & < > ___", 0),
    ],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_text_takes_202_words_per_minute() -> None:
    assert _measure("tekst", titel="Twee woorden", tekst="woord " * 402) == Duur(lezen=404 / 202)


def test_audio_takes_its_own_length() -> None:
    duur = _measure("audio", titel="Een opname", bestand="media/opname.mp3")
    assert duur == Duur(lezen=_words(2), media=1.5)


def test_own_video_takes_its_own_length() -> None:
    duur = _measure("video", titel="Film", bestand="media/film.mp4")
    assert duur == Duur(lezen=_words(1), media=0.5)


def test_video_elsewhere_takes_what_the_author_says() -> None:
    duur = _measure("video", titel="Film", url="https://film.example/x", bedrijf="F", duur="4")
    assert duur == Duur(lezen=_words(1), media=4.0)


@pytest.mark.parametrize("name", ["leeg", "kapot", "weg"])
def test_recording_without_length_takes_no_time(name: str) -> None:
    duur = _measure("audio", titel="Opname", bestand=f"media/{name}.mp3")
    assert duur == Duur(lezen=_words(1))


@pytest.mark.parametrize("soort", ["audio", "video", "download"])
def test_placeholder_takes_no_time(soort: str) -> None:
    assert _measure(soort, titel="Opname", volgt="Een gesprek") == Duur(lezen=_words(1))


def test_download_and_link_take_reading_only() -> None:
    download = _measure("download", titel="Kaart", bestand="media/kaart.pdf", tekst="Voor later.")
    link = _measure(
        "link", titel="De site", url="https://a.example/", waarheen="overig", tekst="Kijk."
    )
    assert download == link == Duur(lezen=_words(3))


def test_meerkeuze_takes_a_minute_of_thinking() -> None:
    duur = _measure(
        "meerkeuze",
        id="niet-geteld",
        vraag="Wat doe je?",
        antwoorden=[
            {"tekst": "Wachten.", "goed": "true", "feedback": "Dat helpt."},
            {"tekst": "Weglopen.", "feedback": "Dan weet je niets."},
        ],
        hints=["Denk na.", "Denk nog eens."],
    )
    assert duur == Duur(lezen=_words(3 + 1 + 2 + 1 + 4 + 2 + 3), oefenen=1.0)


def test_meervoudig_takes_a_minute_and_a_half_of_thinking() -> None:
    duur = _measure(
        "meervoudig",
        id="x",
        vraag="Wat past?",
        antwoorden=[
            {"tekst": "Stil.", "goed": "true", "feedback": "Ja."},
            {"tekst": "Druk.", "feedback": "Nee."},
        ],
    )
    assert duur == Duur(lezen=_words(2 + 4), oefenen=1.5)


def test_juist_onjuist_takes_half_a_minute_of_thinking() -> None:
    duur = _measure(
        "juist-onjuist",
        id="x",
        stelling="Wachten helpt.",
        antwoord="juist",
        feedback={"juist": "Zo is het.", "onjuist": "Probeer het eens."},
    )
    assert duur == Duur(lezen=_words(2 + 3 + 3), oefenen=0.5)


def test_blocks_add_up() -> None:
    tekst = _blok("tekst", tekst="woord " * 202)
    opname = _blok("audio", titel="Opname", bestand="media/opname.mp3")
    total = measure((tekst, tekst, opname), MEDIA)
    assert total.lezen == pytest.approx(2 + 1 / 202)
    assert total.totaal == pytest.approx(3.5 + 1 / 202)
    assert measure((), {}) == Duur()


def test_sum_is_rounded_up_to_a_tenth_with_a_comma() -> None:
    duur = Duur(lezen=0.41, media=0.0, oefenen=1.0)
    assert duur.som == "lezen 0,5 + kijken en luisteren 0,0 + oefenen 1,0"
    assert duur.gemeten == "1,5"


@pytest.mark.parametrize(
    ("minutes", "shown"), [(2.0, "2,0"), (0.1 + 0.2, "0,3"), (2.0001, "2,1"), (12.34, "12,4")]
)
def test_total_is_not_rounded_below_what_it_is(minutes: float, shown: str) -> None:
    assert Duur(lezen=minutes).gemeten == shown
