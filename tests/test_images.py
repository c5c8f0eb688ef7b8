"""Images: small versions of an original, how a page shows them, and what stays behind."""

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from leeromgeving.check.markdown import own_images
from leeromgeving.images import (
    POSTER_BYTES,
    WIDTHS,
    Size,
    Variant,
    make_poster,
    make_variant,
    read_size,
    unsafe_parts,
    variants,
)
from leeromgeving.load import load
from leeromgeving.pages import make_pages, published_media

ORIENTATION, GPS, MODEL = 0x0112, 0x8825, 0x0110
PICTURE = "modules/vormen/media/stoelen.png"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo as a phone makes it: sideways, and telling where it was taken."""
    file = tmp_path / "foto.jpg"
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MODEL] = "Verzonnen telefoon"
    exif.get_ifd(GPS)[1] = "N"
    image = Image.new("RGB", (2000, 1000), "red")
    image.paste("blue", (0, 0, 1000, 1000))
    image.save(file, exif=exif, quality=95)
    return file


def test_versions_are_never_wider_than_the_original() -> None:
    def widths(size: tuple[int, int]) -> dict[str, list[int]]:
        made = variants("a.png", size)
        return {formaat: [each.breedte for each in versions] for formaat, versions in made.items()}

    assert widths((4000, 3000)) == {"avif": list(WIDTHS), "webp": list(WIDTHS)}
    assert widths((700, 400)) == {"avif": [480, 700], "webp": [480, 700]}
    assert widths((480, 10)) == {"avif": [480], "webp": [480]}
    assert widths((32, 32)) == {"avif": [32], "webp": [32]}


@pytest.mark.parametrize("formaat", ["avif", "webp"])
def test_a_version_is_upright_small_and_tells_nothing(formaat: str, photo: Path) -> None:
    assert read_size(photo) == (1000, 2000)
    file = make_variant(photo.parent, Variant(photo.name, formaat, 480), photo.parent / "cache")
    with Image.open(file) as made:
        assert made.format == formaat.upper()
        assert made.size == (480, 960)
        assert dict(made.getexif()) == {}
        assert not {"exif", "xmp", "icc_profile"} & made.info.keys()
        red, _, blue = made.convert("RGB").getpixel((240, 900))  # type: ignore[misc]
        assert red > 200 > blue
    assert b"telefoon" not in file.read_bytes()


def test_transparency_stays(tmp_path: Path) -> None:
    Image.new("RGBA", (64, 64), (255, 0, 0, 0)).save(tmp_path / "a.png")
    file = make_variant(tmp_path, Variant("a.png", "webp", 64), tmp_path / "cache")
    with Image.open(file) as made:
        assert made.getpixel((1, 1))[3] == 0  # type: ignore[index]


def test_colours_of_a_profile_become_those_of_the_web(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?").replace(b"bXYZ", b"rXYZ").replace(b"?", b"bXYZ")
    profiles = {"gewoon": srgb, "verwisseld": swapped, "kapot": b"geen profiel"}
    seen = {}
    for name, profile in profiles.items():
        Image.new("RGB", (8, 8), "red").save(tmp_path / f"{name}.png", icc_profile=profile)
        file = make_variant(tmp_path, Variant(f"{name}.png", "webp", 8), tmp_path / "cache")
        with Image.open(file) as made:
            red, _, blue = made.convert("RGB").getpixel((4, 4))  # type: ignore[misc]
            seen[name] = "red" if red > blue else "blue"
    assert seen == {"gewoon": "red", "verwisseld": "blue", "kapot": "red"}


def test_what_was_made_is_kept_and_made_again_the_same(photo: Path) -> None:
    cache, variant = photo.parent / "cache", Variant(photo.name, "avif", 480)
    file = make_variant(photo.parent, variant, cache)
    first = file.read_bytes()
    file.write_bytes(b"kept")
    assert make_variant(photo.parent, variant, cache).read_bytes() == b"kept"
    shutil.rmtree(cache)
    assert make_variant(photo.parent, variant, cache).read_bytes() == first
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("size", [(1600, 900), (1080, 1920), (2000, 60)])
def test_a_poster_is_light_whatever_it_was_made_of(size: Size, tmp_path: Path) -> None:
    bands = [Image.effect_noise(size, 200) for _ in "RGB"]
    Image.merge("RGB", bands).save(tmp_path / "ruis.png")
    poster = make_poster(tmp_path / "ruis.png", tmp_path / "cache")
    assert poster.stat().st_size <= POSTER_BYTES


def test_a_light_poster_keeps_its_size(tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), "navy").save(tmp_path / "vlak.jpg")
    with Image.open(make_poster(tmp_path / "vlak.jpg", tmp_path / "cache")) as made:
        assert (made.format, made.size) == ("WEBP", (640, 360))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ('width="12" height="8.4"', (12, 8)),
        ('width="12px" height="8px" viewBox="0 0 1 1"', (12, 8)),
        ('width="100%" viewBox="0 0 30,20"', (30, 20)),
        ('width="100%"', None),
        ('viewBox="0 0 0 0"', None),
    ],
)
def test_the_size_of_a_drawing(text: str, size: tuple[int, int] | None, tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {text}/>')
    assert read_size(file) == size


def test_only_images_outside_code_are_shown() -> None:
    text = (
        "![een](media/a.png) `![x](media/x.png)` \\![y](media/y.png)\n\n```\n![z](media/z.png)\n```"
        '\n![twee\nregels](media/b.svg) ![](media/c.png "decoratief")'
    )
    found = [(image["alt"], image["pad"], image["titel"]) for image in own_images(text)]
    assert found == [
        ("een", "media/a.png", None),
        ("twee\nregels", "media/b.svg", None),
        ("", "media/c.png", "decoratief"),
    ]


def page_of(project: Path) -> str:
    pages = make_pages(load(project).leeromgeving())
    return next(page.text for page in pages if page.uri == "modules/vormen/index.md")


def test_a_description_is_shown_as_it_was_typed(project: Path) -> None:
    module = project / "modules/vormen/module.yml"
    text = module.read_text("utf-8")
    alt = r'*Kim* & \[Robin\] "zien" <b>'
    module.write_text(text.replace("![Twee stoelen]", f"![{alt}]"), "utf-8")
    (found,) = re.findall(r'<img src="media/stoelen[^>]* alt="([^"]*)"', page_of(project))
    assert found == "&#42;Kim&#42; &#38; &#91;Robin&#93; &#34;zien&#34; &#60;b&#62;"


def test_the_original_is_published_only_when_it_is_offered(project: Path) -> None:
    def published() -> set[str]:
        return set(published_media(load(project).leeromgeving(), project))

    made = {f"{PICTURE}.{width}.{kind}" for width in (480, 520) for kind in ("avif", "webp")}
    assert made | {"modules/vormen/media/lijn.svg"} <= published()
    assert PICTURE not in published()
    (project / "modules/vormen/media/ongebruikt.jpg").write_bytes((project / PICTURE).read_bytes())
    assert "modules/vormen/media/ongebruikt.jpg" not in published()
    module = project / "modules/vormen/module.yml"
    text = module.read_text("utf-8")
    module.write_text(text.replace("bestaan niet.", "bestaan [niet](media/stoelen.png)."), "utf-8")
    assert made | {PICTURE} <= published()


def test_sixteen_bits_of_grey_keep_their_shades(tmp_path: Path) -> None:
    Image.new("I;16", (8, 8), 64 * 256).save(tmp_path / "grijs.png")
    made = make_variant(tmp_path, Variant("grijs.png", "webp", 8), tmp_path / "cache")
    with Image.open(made) as image:
        shade = image.convert("L").getpixel((4, 4))
    assert isinstance(shade, int)
    assert abs(shade - 64) <= 2


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<path fill="url(#a)"/>', []),
        ("<path fill=\"url( '#a' )\"/>", []),
        ('<path style="fill:url(&quot;#a&quot;)"/>', []),
        ('<style>path { fill: url("#a") }</style>', []),
        ('<image href="data:image/png;base64,AA=="/>', []),
        ('<path fill="url(https://foto.example/a)"/>', ["fill=url(https://foto.example/a)"]),
        ('<set attributeName="href" to="javascript:x()"/>', ["attributeName=href"]),
        ('<animate attributeName="xlink:href" values="a"/>', ["attributeName=xlink:href"]),
        ('<a href="javascript:x()"/>', ["href=javascript:x()"]),
        ('<script xmlns="http://www.w3.org/1999/xhtml">x()</script>', ["<script>"]),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', ["<iframe>"]),
        (r"<style>@\69mport 'a.css';</style>", ["<style>"]),
        ("<style><g/>@import 'a.css';</style>", ["<style>"]),
        ("<?xml-stylesheet href='https://foto.example/a.css'?>", ["<?xml-stylesheet"]),
    ],
)
def test_a_drawing_can_do_and_ask_nothing(inside: str, told: list[str], tmp_path: Path) -> None:
    file = tmp_path / "tekening.svg"
    head = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>"
    file.write_text(f"{head}{inside}</svg>", "utf-8")
    assert read_size(file) == (1, 1)
    assert list(unsafe_parts(file)) == told
