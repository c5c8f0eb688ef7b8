"""What MkDocs makes of a project through the plugin."""

import re
from pathlib import Path

import pytest

from leeromgeving.engines.mkdocs_run import BuildError, build_site
from leeromgeving.load import load
from leeromgeving.pages import make_pages


def edit_config(project: Path, old: str, new: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert old in text
    config.write_text(text.replace(old, new), "utf-8")


def build(project: Path) -> Path:
    site = project / "site"
    build_site(project, site, lambda total: None)
    return site


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.*")}


def test_every_page_is_built_and_docs_stay_as_they_are(project: Path) -> None:
    before = tree(project / "docs")
    site = build(project)
    assert tree(project / "docs") == before
    for page in make_pages(load(project).leeromgeving()):
        folder = page.uri.removesuffix(".md").removesuffix("index").rstrip("/")
        assert (site / folder / "index.html").is_file(), page.uri


def test_media_stand_beside_their_module(project: Path) -> None:
    site = build(project)
    files = {media.suffix: media for media in project.glob("modules/*/media/*")}
    assert {".mp3", ".txt", ".pdf", ".svg"} < files.keys()
    small = files.pop(".png")  # of a picture only small versions
    assert list((site / small.relative_to(project)).parent.glob(f"{small.name}.*.avif"))
    for media in files.values():
        copy = site / media.relative_to(project)
        assert copy.read_bytes() == media.read_bytes()


def test_what_nobody_uses_of_the_theme_is_left_out(project: Path) -> None:
    site = build(project)
    scripts = [file.name for file in site.rglob("assets/**/*.js")]
    assert scripts
    assert not [name for name in scripts if "bundle" in name or "worker" in name]


def test_a_page_names_its_yaml_and_links_to_it_when_the_repository_is_known(project: Path) -> None:
    module = next(project.glob("modules/*/module.yml")).relative_to(project)
    html = (build(project) / module.parent / "index.html").read_text("utf-8")
    assert f"Bron van deze pagina: {module.as_posix()}" in html
    edit_config(project, "docs_dir: docs", "docs_dir: docs\nedit_uri: https://bron.example/bewerk/")
    html = (build(project) / module.parent / "index.html").read_text("utf-8")
    assert re.search(rf'href="https://bron\.example/bewerk/{module.as_posix()}"', html)


def test_a_former_name_leads_to_the_page_of_today(project: Path) -> None:
    module = next(project.glob("modules/*/module.yml"))
    module.write_text(f"{module.read_text('utf-8')}\nvoorheen: [oude-naam]\n", "utf-8")
    html = (build(project) / "modules/oude-naam/index.html").read_text("utf-8")
    assert f'url=../{module.parent.name}/"' in html


def test_a_mistake_stops_mkdocs_itself_too(project: Path) -> None:
    (project / "catalog" / "themas.yml").write_text("themas: []\n", "utf-8")
    with pytest.raises(BuildError, match="V110"):
        build(project)
    assert not (project / "site").exists()


def test_a_config_without_our_plugin_is_told(project: Path) -> None:
    edit_config(project, "plugins:\n  - leeromgeving\n", "plugins: []\n")
    with pytest.raises(BuildError, match="ontbreekt 'leeromgeving'"):
        build(project)


def test_the_old_site_comes_back_when_the_new_one_cannot_take_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project)
    before, rename = tree(project / "site"), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.parent.name.startswith(".site-"):
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match="in use"):
        build(project)
    assert tree(project / "site") == before


def test_a_build_killed_between_two_renames_loses_no_site(project: Path) -> None:
    (project / ".site-oud").mkdir()
    (project / ".site-oud" / "index.html").write_text("de vorige", "utf-8")
    (project / "catalog" / "themas.yml").write_text("themas: []\n", "utf-8")
    with pytest.raises(BuildError):
        build(project)
    assert (project / "site" / "index.html").read_text("utf-8") == "de vorige"


def test_an_onderdeel_with_nothing_but_a_placeholder_is_a_page(project: Path) -> None:
    part = project / "modules" / "proef" / "index.yml"
    part.write_text(
        "titel: Straks\nsamenvatting: Dit komt nog.\nicoon: boek\nduur: 1\n"
        "inhoud:\n  - soort: audio\n    titel: Opname\n    volgt: een gesprek\n",
        "utf-8",
    )
    module = project / "modules" / "proef" / "module.yml"
    text = module.read_text("utf-8").replace("- tweede-stap\n", "- tweede-stap\n  - index\n")
    module.write_text(text.replace("duur: 3\n", "duur: 4\n"), "utf-8")
    site = build(project)
    assert "<h1>Straks</h1>" in (site / "modules/proef/index/index.html").read_text("utf-8")
    assert "<h1>Straks</h1>" not in (site / "modules/proef/index.html").read_text("utf-8")


def test_titles_and_braces_are_text(project: Path) -> None:
    module = project / "modules" / "voorbeeld" / "module.yml"
    text = module.read_text("utf-8").replace(
        "Kim wacht\n", "'*Kim* [x](javascript:y) { #z } <b>'\n"
    )
    module.write_text(text.replace("### Wat je doet", "### Wat je doet { onclick=z }"), "utf-8")
    html = (build(project) / "modules/voorbeeld/index.html").read_text("utf-8")
    assert "*Kim* [x](javascript:y) { #z } &lt;b&gt;</h2>" in html
    assert "Wat je doet { onclick=z }</h3>" in html
