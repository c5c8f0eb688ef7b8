"""What puts a free text aside, and what doesn't."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leeromgeving.receive.scan import is_bsn, scan

BSN = (
    st.integers(10_000_000, 999_999_999)
    .map(lambda number: number - number % 10)
    .map(lambda number: next((n for n in range(number, number + 10) if is_bsn(str(n))), 123456782))
    .map(str)
)
"""Nearly every first eight digits have a last one that fits."""
AROUND = st.text(max_size=80)


@pytest.mark.parametrize(
    "text",
    [
        "bel 0612345678",
        "06 12345678",
        "06-12 34 56 78",
        "06.12.34.56.78",
        "+31 6 12345678",
        "+31(0)6-12345678",
        "0031 6 1234 5678",
        "(010) 123 45 67",
        "0344-123456",
        "６１２３４５６７８",
        "０６\u00a0１２３４５６７８",
        "06\u200b12\u200b34\u200b56\u200b78",
        "06–12–34–56–78",
        "٠٦١٢٣٤٥٦٧٨",
        "+32 475 12 34 56",
    ],
)
def test_telephone_numbers_are_found(text: str) -> None:
    assert "telefoonnummer" in scan(text)


@pytest.mark.parametrize(
    "text",
    [
        "geb. 12-03-1998",
        "12/3/98",
        "12.03.1998",
        "12 3 1998",
        "op 12 maart 1998",
        "12 mrt 1998",
        "12 mrt. '98",
        "12-mrt-98",
        "1e Januari 2001",
        "1998-03-12",
        "1998/3/12",
        "19980312",
        "12031998",
        "12‑03‑1998",
        "１２-０３-１９９８",
        "hij is geboren in 1948",
        "geboortejaar: 1948",
    ],
)
def test_dates_of_birth_are_found(text: str) -> None:
    assert "geboortedatum" in scan(text)


@pytest.mark.parametrize(
    "text",
    [
        "123456782",
        "1234.56.782",
        "123 456 782",
        "123-456-782",
        "bsn:123456782.",
        "10000008",
        "１２３４５６７８２",
        "12\u00ad3456782",
    ],
)
def test_bsns_are_found(text: str) -> None:
    assert "bsn" in scan(text)


@pytest.mark.parametrize("text", ["jan@voorbeeld.nl", "jan (at) voorbeeld.nl", "jan＠voorbeeld.nl"])
def test_addresses_are_found(text: str) -> None:
    assert scan(text) == ("e-mailadres",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In 2024 deden 12 mensen mee.",
        "onderdeel 3 van 7",
        "Het kostte 15 minuten, van 10.30 tot 10.45 uur.",
        "Schooljaar 2024-2025, groep 3 en 4; in 2026 weer.",
        "Ik geef het een 8, mijn collega een 7.",
        "Nummer 123456789 past niet in de elfproef.",
        "We waren met 3 meiden en 24 jongens, 1.250 euro, 50% korting.",
        "Het is 3/4 van de tijd goed, 24/7 bereikbaar.",
        "Mei was druk, 12 maanden per jaar.",
    ],
)
def test_ordinary_sentences_pass(text: str) -> None:
    assert scan(text) == ()


def test_reasons_come_together_in_a_fixed_order() -> None:
    text = "geb. 1-2-1950, bsn 123456782, 0612345678, jan@voorbeeld.nl"
    assert scan(text) == ("e-mailadres", "telefoonnummer", "bsn", "geboortedatum")


def test_the_elfproef_tells_every_single_wrong_digit() -> None:
    for place in range(9):
        for digit in set("0123456789") - {"123456782"[place]}:
            assert not is_bsn("123456782"[:place] + digit + "123456782"[place + 1 :])
    assert not is_bsn("000000000")


@given(AROUND, BSN, AROUND, st.sampled_from(["", " ", "."]))
@example("1", "123456782", "9", " ")
def test_a_bsn_is_found_in_any_text(before: str, bsn: str, after: str, mark: str) -> None:
    written = mark.join((bsn[:4], bsn[4:6], bsn[6:]))
    assert "bsn" in scan(f"{before} {written} {after}")


@given(AROUND, st.emails(), AROUND)
def test_an_address_is_found_in_any_text(before: str, address: str, after: str) -> None:
    assert "e-mailadres" in scan(f"{before} {address} {after}")


@given(st.text("0123456789 .-+(@'/geb", max_size=300))
@example("06 12345678, 123456782, 1-2-1950")
def test_full_width_signs_hide_nothing(text: str) -> None:
    wide = {code: code - 0x21 + 0xFF01 for code in range(0x21, 0x7F)}
    assert scan(text.translate(wide)) == scan(text)
