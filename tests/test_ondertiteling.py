"""Reading captions: whatever stands in the file, and always with the author's line."""

from hypothesis import given
from hypothesis import strategies as st

from leeromgeving.check.ondertiteling import Caption, parse

LINES = st.sampled_from(
    ["WEBVTT", "", " ", "NOTE", "STYLE", "1", "Hallo.", "00:01.000 --> 00:02.000", "-->", "00:01"]
)


def test_times_texts_and_lines() -> None:
    text = "WEBVTT\n\n1\n00:01.250 --> 01:02:03.500 align:start\nEen.\nTwee.\n\nNOTE niets\n"
    assert parse(text) == [Caption(4, 1.25, 3723.5, "Een.\nTwee.")]


def test_a_line_of_spaces_does_not_end_a_caption() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nEen.\n \nTwee."
    assert parse(text) == [Caption(3, 1.0, 2.0, "Een.\n \nTwee.")]


def test_digits_of_other_scripts_are_no_time() -> None:
    assert parse("WEBVTT\n\n00:0١.000 --> 00:02.000\nEen.") == [Caption(3, None, None, "Een.")]


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=60).map("WEBVTT\n{}".format))
def test_every_arrow_is_a_caption_on_its_own_line(text: str) -> None:
    lines = text.split("\n")
    captions = parse(text)
    if captions is None:
        assert lines[0] != "WEBVTT"
        return
    found = {caption.line for caption in captions}
    assert len(found) == len(captions)
    for number in found:
        assert lines[number - 1]
    if not any(line.startswith(("NOTE", "STYLE", "REGION")) for line in lines):
        assert {i for i, line in enumerate(lines, 1) if "-->" in line} <= found
