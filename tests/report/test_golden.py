"""Golden files of a small report; renew them with `python tests/small_report.py`."""

from small_report import GOLDEN, golden_files


def test_a_small_report_equals_the_golden_files() -> None:
    assert {file.name: file.read_bytes() for file in GOLDEN.iterdir()} == golden_files()
