"""What a free text may hold that points at a person: then it is put aside until somebody reads it.

Finds too much rather than too little: each text is read by a person before it is shown, and a
reason only says what to look for. Every repetition is bounded, so time grows with the length only.
"""

import re
import unicodedata
from collections.abc import Callable

MONTHS = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
E_MAIL = re.compile(r"\S\s?@\s?\S|[(\[{<]\s?at\s?[)\]}>]|\bapenstaart")
PHONE = re.compile(
    # +31 or 0031 with or without (0), or 0, and nine digits; without any of these only 6 and eight.
    r"(?<!\d)(?:(?:\+|00)[\W_]{0,3}31[\W_]{0,3}(?:0[\W_]{0,3})?[1-9]|0[\W_]{0,3}[1-9]|6)"
    r"(?:[\W_]{0,3}\d){8}(?!\d)"
    # Any other country (ITU-T E.164: 15 digits at most).
    r"|\+(?:[\W_]{0,3}\d){8,15}"
)
BIRTH_DATE = re.compile(
    rf"(?<!\d){DAY}\s?([-/.])\s?{MONTH}\s?\1\s?['’‘]?(?:{YEAR}|\d\d)(?!\d)"
    rf"|(?<!\d){DAY}\s{MONTH}\s{YEAR}(?!\d)"
    rf"|(?<!\d){YEAR}\s?[-/. ]\s?{MONTH}\s?[-/. ]\s?{DAY}(?!\d)"
    rf"|(?<!\d)(?:{YEAR}(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2]){YEAR})(?!\d)"
    rf"|(?<!\d){DAY}(?:ste|de|e)?[\s.-]{{0,2}}{MONTHS}[\s.,-]{{0,2}}['’‘]?(?:{YEAR}|\d\d)(?!\d)"
    r"|\bgeb(?:oren|oorte\w{0,5}|\.)[^.!?]{0,40}\d"
)
NINE_DIGITS = re.compile(r"(?<!\d)(?=(\d(?:[\s.-]{0,2}\d){8})(?!\d))")
EIGHT_DIGITS = re.compile(r"(?<!\d)(?=(\d(?:[\s.]{0,2}\d){7})(?!\d))")
"""Without hyphens: `2024-2025` is a school year."""
BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def scan(text: str) -> tuple[str, ...]:
    """The reasons to put a text aside, in a fixed order; empty when nothing was found."""
    plain = _plain(text)
    return tuple(reason for reason, holds in REASONS.items() if holds(plain))


def is_bsn(digits: str) -> bool:
    """Whether eight or nine digits can be a burgerservicenummer.

    The elfproef of the BSN: the digits times 9, 8, 7, 6, 5, 4, 3, 2 and -1 add up to a multiple of
    11 (Logisch Ontwerp BSN, RvIG); eight digits get a zero in front.
    """
    numbers = [int(digit) for digit in digits.zfill(9)]
    total = sum(weight * number for weight, number in zip(BSN_WEIGHTS, numbers, strict=True))
    return any(numbers) and total % 11 == 0


def _holds_bsn(plain: str) -> bool:
    return any(
        is_bsn("".join(filter(str.isdigit, match[1])))
        for pattern in (NINE_DIGITS, EIGHT_DIGITS)
        for match in pattern.finditer(plain)
    )


def _plain(text: str) -> str:
    """The text without Unicode's look-alikes: plain digits, spaces and hyphens, nothing unseen."""
    return "".join(map(_plain_character, unicodedata.normalize("NFKD", text))).lower()


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Mn", "Me", "Cf"):
        return ""
    return "-" if category == "Pd" or character == "\N{MINUS SIGN}" else character


REASONS: dict[str, Callable[[str], bool]] = {
    "e-mailadres": lambda plain: bool(E_MAIL.search(plain)),
    "telefoonnummer": lambda plain: bool(PHONE.search(plain)),
    "bsn": _holds_bsn,
    "geboortedatum": lambda plain: bool(BIRTH_DATE.search(plain)),
}
"""Reason → whether a plain text gives it."""
