"""Whatever bytes stand in a content file: findings, never a traceback."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leeromgeving.check import check
from leeromgeving.findings import has_fout
from leeromgeving.load import load
from leeromgeving.pages import make_pages
from leeromgeving.source import MAX_BYTES, parse

MINI = Path(__file__).parent / "projects" / "mini"
TODAY = date(2026, 11, 22)
TARGETS = (
    "catalog/leeromgeving.yml",
    "catalog/themas.yml",
    "catalog/leerroutes/proef.yml",
    "modules/proef/module.yml",
    "modules/proef/deel.yml",
)
texts = st.text(max_size=30)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def checked(project: Path, path: str, raw: bytes) -> bool:
    """Put `raw` in a project of one file; whether the check found a fout."""
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return has_fout(check(load(project), TODAY))


@relaxed
@given(raw=st.binary(max_size=400))
def test_any_bytes(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert checked(tmp_path_factory.mktemp("p"), "modules/proef/module.yml", raw)


@relaxed
@given(value=values, path=st.sampled_from(TARGETS))
def test_any_yaml(value: object, path: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    raw = yaml.safe_dump(value, allow_unicode=True).encode()
    assert checked(tmp_path_factory.mktemp("p"), path, raw)


@relaxed
@given(data=st.data())
def test_a_real_file_with_one_value_replaced(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Wrong types deep inside an otherwise good file."""
    files = sorted(path for path in MINI.rglob("*.yml") if path.name != "mkdocs.yml")
    source = data.draw(st.sampled_from(files))
    content = yaml.safe_load(source.read_text("utf-8"))
    node = content
    while True:
        key = data.draw(st.sampled_from(sorted(node)) if isinstance(node, dict)
                        else st.integers(0, len(node) - 1))  # fmt: skip
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    node[key] = data.draw(values)
    raw = yaml.safe_dump(content, allow_unicode=True).encode()
    project = tmp_path_factory.mktemp("p") / "project"
    shutil.copytree(MINI, project)
    if not checked(project, source.relative_to(MINI).as_posix(), raw):
        assert make_pages(load(project).leeromgeving())


@relaxed
@given(data=st.data())
def test_a_truncated_file(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    raw = next(MINI.glob("modules/*/module.yml")).read_bytes()
    cut = data.draw(st.integers(0, len(raw) - 1))
    checked(tmp_path_factory.mktemp("p"), "modules/proef/module.yml", raw[:cut])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7"])
def test_other_encodings_are_named(encoding: str) -> None:
    document, findings = parse("titel: Cliënt één\n".encode(encoding), "x.yml")
    if encoding == "utf-7":  # plain ASCII: readable, only not what was meant
        assert document is not None
        return
    assert document is None
    assert [finding.code for finding in findings] == ["Y002"]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: " + b"[" * 100_000,
        b"- " * 100_000,
        b"a: " + b"{a: " * 50_000,
        b"x" * (MAX_BYTES + 1),
        b"a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 10))
                   for c in b"bcdefghij"),
        b"? " * 10_000,
        b"a: &a [*a]\n",
        b"\xef\xbb\xbf",
    ],
    ids=["flow", "list", "map", "size", "laughs", "keys", "itself", "only a BOM"],
)  # fmt: skip
def test_enormous_and_nested(raw: bytes) -> None:
    document, findings = parse(raw, "x.yml")
    assert document is None
    assert has_fout(findings)
