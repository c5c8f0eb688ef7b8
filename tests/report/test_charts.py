"""What a chart draws, measured in its SVG."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from leeromgeving.compose.document import Likert, Staven
from leeromgeving.report import charts, svg
from leeromgeving.report.charts import chart
from small_report import LIKERT, STAVEN
from test_tokens import EDGE, TEXT, contrast

NAMESPACE = "{http://www.w3.org/2000/svg}"
BAR = str(charts.BAR)


def drawn(blok: Likert | Staven, width: int = 640, *, fictief: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(chart(blok, fictief, width))


def rects(drawing: ElementTree.Element, css: str) -> list[tuple[float, float]]:
    """(x, width) of the bars of a class, in percentages."""
    return [
        (float(rect.attrib["x"].rstrip("%")), float(rect.attrib["width"].rstrip("%")))
        for rect in drawing.iter(f"{NAMESPACE}rect")
        if rect.get("class") == css and rect.get("height") == BAR
    ]


def texts(drawing: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in drawing.iter(f"{NAMESPACE}text")]


def test_a_chart_is_an_image_with_a_title_and_a_description() -> None:
    drawing = drawn(LIKERT)
    ids = {node.attrib["id"]: node.text for node in drawing.iter() if "id" in node.attrib}
    assert drawing.get("role") == "img"
    assert ids[drawing.attrib["aria-labelledby"]] == LIKERT.titel
    assert "tabel" in (ids[drawing.attrib["aria-describedby"]] or "")


def test_made_up_figures_say_so_in_the_chart() -> None:
    assert any("Fictief" in text for text in texts(drawn(STAVEN, fictief=True)))
    assert not any("Fictief" in text for text in texts(drawn(STAVEN)))


def test_the_middle_choices_stand_under_each_other() -> None:
    middles = [x + width / 2 for x, width in rects(drawn(LIKERT), "midden")]
    assert middles == pytest.approx([300 / 14] * 2, abs=0.02)


def test_a_bar_is_as_long_as_its_share_and_fits() -> None:
    drawing = drawn(LIKERT)
    low, middle, high = (rects(drawing, css) for css in ("laag-sterk", "midden", "hoog-sterk"))
    assert low[0][1] / high[0][1] == pytest.approx(2 / 12, abs=0.001)
    assert low[0][0] == 0
    assert low[0][1] + middle[0][1] + high[0][1] == pytest.approx(
        middle[1][1] + high[1][1], abs=0.03
    )
    assert sum(high[1]) == pytest.approx(100, abs=0.02)


def test_a_scale_without_a_middle_turns_on_what_lies_between() -> None:
    even = replace(LIKERT, schaal=("nooit", "soms", "vaak", "altijd"))
    rows = (("een", (1, 1, 1, 1)), ("twee", (0, 2, 2, 0)), ("geen antwoord", (0, 0, 0, 0)))
    drawing = drawn(replace(even, rijen=rows))
    assert [x for x, _ in rects(drawing, "hoog-zacht")] == [50, 50]
    assert "n = 0" in texts(drawing)


def test_numbers_stand_only_where_they_fit() -> None:
    many = replace(LIKERT, rijen=(("een", (1, 3, 1996)),))
    assert "1.996" in texts(drawn(many))
    assert "1" not in texts(drawn(many))


def test_bars_start_at_zero_also_below_it() -> None:
    rows = (("meer", 2.0, None), ("minder", -1.0, (-1.6, -0.4)))
    drawing = drawn(replace(STAVEN, soort="getal", rijen=rows, norm=None))
    (up, down) = rects(drawing, "staaf")
    assert up[0] == pytest.approx(sum(down), abs=0.02)
    assert up[1] == pytest.approx(2 * down[1], abs=0.02)
    assert "−1,00 (−1,60 tot −0,40)" in texts(drawing)


def test_shares_always_run_to_the_whole() -> None:
    drawing = drawn(replace(STAVEN, rijen=(("klein", 0.1, None),), norm=None))
    assert rects(drawing, "staaf") == [(0, 10)]
    assert [text for text in texts(drawing) if text.endswith("%")][-1] == "100\xa0%"


def test_the_norm_is_a_line_with_its_value() -> None:
    drawing = drawn(STAVEN)
    lines = [
        line.get("x1")
        for line in drawing.iter(f"{NAMESPACE}line")
        if "norm" in line.attrib["class"]
    ]
    assert lines == ["60.00%"] * 2
    assert "norm: 60\xa0%" in texts(drawing)


def test_an_axis_of_counts_has_whole_steps() -> None:
    rows = (("een", 3.0, None), ("twee", 1.0, None))
    drawing = drawn(replace(STAVEN, soort="aantal", rijen=rows, norm=None))
    assert texts(drawing)[-4:] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("blok", [replace(LIKERT, rijen=()), replace(STAVEN, rijen=())])
def test_nothing_to_draw_is_a_drawing(blok: Likert | Staven) -> None:
    assert drawn(blok).tag == f"{NAMESPACE}svg"


def test_a_long_label_becomes_lines_that_fit() -> None:
    lines = svg.wrap("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk en meer", 200)
    assert "".join(lines).replace(" ", "") == (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkenmeer"
    )
    assert all(svg.text_width(line) <= 200 for line in lines)


def test_every_number_reads_on_its_ground() -> None:
    soft = (*charts.LOW[1:], charts.MIDDLE, *charts.HIGH[1:])
    assert all(contrast(svg.INK, ground) >= TEXT for ground in soft)
    strong = (charts.LOW[0], charts.HIGH[0])
    assert all(contrast(charts.ON_STRONG, ground) >= TEXT for ground in strong)
    assert all(contrast(letters, svg.PAPER) >= TEXT for letters in (svg.NOTE, charts.NORM))
    assert contrast(charts.BAR_COLOUR, svg.PAPER) >= EDGE
    assert contrast(svg.INK, charts.BAR_COLOUR) >= EDGE
