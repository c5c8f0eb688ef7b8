"""A folder that is made aside: whole, also when two are made at the same time."""

from pathlib import Path

from leeromgeving.aside import made_aside


def test_two_at_once_are_both_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with made_aside(folder) as first:
        first.mkdir()
        (first / "een").touch()
        with made_aside(folder) as second:
            second.mkdir()
            (second / "twee").touch()
        assert [file.name for file in folder.iterdir()] == ["twee"]
        (first / "nog-een").touch()
    assert sorted(file.name for file in folder.iterdir()) == ["een", "nog-een"]
    assert list(tmp_path.iterdir()) == [folder], "nothing is left aside"
