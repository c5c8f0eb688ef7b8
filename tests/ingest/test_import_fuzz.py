"""Whatever bytes come in: no traceback, and nothing that our own form would refuse."""

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.sources import TODAY, csv_of, ignore, koppeling_of
from ingest.test_forms import GOOGLE, MICROSOFT, MOODLE, MOODLE_FILE, ROW, google, workbook
from ingest.test_limesurvey import CODES, KOPPELING
from ingest.test_xapi import XAPI, statement
from leeromgeving.ingest.read import read
from leeromgeving.model.vragenlijst import MAX_OPEN
from leeromgeving.receive.accept import Forms
from leeromgeving.store import Inzending

SOURCES = {
    "limesurvey": (KOPPELING, csv_of(CODES)),
    "microsoft-forms": (MICROSOFT, workbook(ROW)),
    "google-forms": (GOOGLE, google('"31-3-2026 10:15:00","Oefenen","Goed"').encode()),
    "moodle": (MOODLE, MOODLE_FILE.encode()),
    "xapi": (XAPI, json.dumps([statement(1), statement(2)], indent=1).encode()),
}
NASTY = (
    *(b'"', b";", b",", b"\n", b"\r", b"\x00", b"\xff\xfe", b"=1+1", b"'=", b"&amp;", b"\xc3"),
    *(b"[", b"}", b"null", b"1e999", b"-1", b"true", b"\\ud800", b"9999-12-31T22:22:22Z"),
    *("٣-١-2026".encode(), "\u202e".encode(), b"<script>", b"@"),
)
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(NASTY),
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), max_size=6)


def edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The content with pieces in the place of some of its bytes."""
    for place, length, piece in edits:
        start = int(place * len(content))
        content = content[:start] + piece + content[start + length :]
    return content


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write over and over."""
    return tmp_path_factory.mktemp("fuzz") / "bestand"


def holds_no_surprise(inzending: Inzending, forms: Forms) -> bool:
    form = forms[inzending.vragenlijst, inzending.module]
    day = date.fromisoformat(inzending.dag)
    return (
        UUID(inzending.sleutel).version == 5
        and date(2000, 1, 1) <= day <= TODAY
        and all(
            code in {optie.code for optie in form.velden[veld].opties}
            for veld, code in inzending.antwoorden
        )
        and all(
            form.velden[own.veld].invoer == "open"
            and 0 < len(own.tekst) <= MAX_OPEN
            and "\x00" not in own.tekst
            for own in inzending.teksten
        )
    )


@pytest.mark.parametrize("soort", SOURCES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS, whole=st.none() | st.binary(max_size=64))
def test_any_bytes(
    soort: str,
    forms: Forms,
    file: Path,
    edits: list[tuple[float, int, bytes]],
    whole: bytes | None,
) -> None:
    koppeling, content = SOURCES[soort]
    file.write_bytes(edited(content, edits) if whole is None else whole)
    gelezen = read(koppeling_of(koppeling), file, forms, TODAY, ignore)
    assert not (gelezen.misfits and (gelezen.inzendingen or gelezen.oefenresultaten))
    assert all(misfit.regel >= 1 and misfit.tekst for misfit in gelezen.misfits)
    assert all(holds_no_surprise(inzending, forms) for inzending in gelezen.inzendingen)
    assert all(result.score is None or 0 <= result.score <= 1 for result in gelezen.oefenresultaten)
    for person in ("kim@", "Kim Zorg", "23:59"):
        assert person not in repr(gelezen)
