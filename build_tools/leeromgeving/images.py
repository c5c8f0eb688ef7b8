"""Images: how large they are, and small versions of them in modern formats.

From one original Pillow makes AVIF and WebP in a few widths, never larger than the original and
without its metadata: a photo tells where and with which phone it was taken (EXIF, GPS). What was
made once is kept in a folder that may be thrown away at any time.
"""

import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageCms, ImageOps
from PIL import __version__ as pillow_version

Size = tuple[int, int]
"""Width and height in CSS pixels, as a reader sees the image."""

RASTER = (".png", ".jpg", ".jpeg", ".webp", ".avif")
SUFFIXES = (*RASTER, ".svg")
"""The kinds of image that we show. Animations (.gif) would need a way to stop them (WCAG 2.2.2)."""
MAX_PIXELS = 50_000_000
"""More than the camera of a phone makes."""
WIDTHS = (480, 960, 1472)
"""A phone, a sharp phone, and the widest text column (46rem) on a sharp screen."""
QUALITY = {"avif": 60, "webp": 80}
"""Per format, what looks the same as the original at arm's length."""
POSTER_BYTES = 15_000
"""What the still of a film may weigh (WebP: the attribute `poster` offers no choice of formats)."""
POSTER_TRIES = [(side, q) for side in (1280, 960, 640, 480, 320, 160) for q in (80, 60, 40, 20)]
"""Longest side and quality of a poster, best first; of noise the last weighs a third of it."""
SIDEWAYS = frozenset({5, 6, 7, 8})
"""The EXIF orientations that turn an image a quarter."""
ORIENTATION = 0x0112

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
INSTRUCTION = re.compile(r"<!ENTITY|<\?(?!xml\s)[\w-]*")
"""Entities, and processing instructions such as stylesheets; not the declaration of XML."""
PIXELS = re.compile(r"\s*([0-9.]+)(?:px)?\s*")
ACTIVE = frozenset({f"{SVG}{name}" for name in ("script", "foreignObject", "handler", "listener")})
URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
OWN = ("#", "data:image/")
"""What an SVG may refer to: a part of itself, or an image that it holds."""

Image.MAX_IMAGE_PIXELS = None  # what is too large is told to the author, see MAX_PIXELS


@dataclass(frozen=True)
class Variant:
    """One version of an image, to be made."""

    bron: str
    """Path of the original in the project."""
    formaat: str
    """Key of `QUALITY`."""
    breedte: int

    @property
    def pad(self) -> str:
        """Where it stands on the site: no author names a file like this."""
        return f"{self.bron}.{self.breedte}.{self.formaat}"


def read_size(file: Path) -> Size | None:
    """The size of an image as shown; None when it can't be read to its end."""
    try:
        if file.suffix == ".svg":
            return _svg_size(ElementTree.fromstring(file.read_bytes()))
        with Image.open(file) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                return image.size
            image.draft("RGB", (1, 1))  # for JPEG: an eighth of the size, much faster
            image.load()
            turned = image.getexif().get(ORIENTATION) in SIDEWAYS
            return (height, width) if turned else (width, height)
    except Exception:  # a broken file makes Pillow's readers raise anything (struct.error, …)
        return None


def _svg_size(root: ElementTree.Element) -> Size | None:
    """Of `width` and `height` in pixels, or else of the `viewBox`."""
    if root.tag != f"{SVG}svg":
        return None
    sides = [PIXELS.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if all(sides):
        numbers = [float(side[1]) for side in sides if side]
    else:
        numbers = [float(number) for number in re.split(r"[\s,]+", root.get("viewBox", ""))[2:4]]
    width, height = (round(number) for number in numbers)
    return (width, height) if width > 0 and height > 0 else None


def unsafe_parts(file: Path) -> Iterator[str]:
    """What a readable SVG holds that could run or fetch something, in words that point at it.

    As an `<img>` it can do nothing, but somebody may open the file itself.
    """
    data = file.read_text("utf-8", errors="replace")
    yield from INSTRUCTION.findall(data)
    for element in ElementTree.fromstring(file.read_bytes()).iter():
        if element.tag in ACTIVE or element.tag.startswith(XHTML):
            yield f"<{element.tag.rpartition('}')[2]}>"
        if element.tag == f"{SVG}style" and _leads_out("".join(element.itertext())):
            yield "<style>"
        for name, value in element.attrib.items():
            plain = name.rpartition("}")[2]
            is_reference = plain in ("href", "src")
            animates_one = plain == "attributeName" and value.rpartition(":")[2] == "href"
            if plain.startswith("on"):
                yield plain
            elif animates_one or _leads_out(value) or (is_reference and not value.startswith(OWN)):
                yield f"{plain}={value}"


def _leads_out(css: str) -> bool:
    """Whether styles ask for what isn't in the image itself, or hide what they ask for."""
    is_hidden = "\\" in css or "@import" in css.lower()
    return is_hidden or any(not target.strip().startswith(OWN) for _, target in URL.findall(css))


def variants(source: str, size: Size) -> dict[str, list[Variant]]:
    """Per format the versions of an image, from narrow to wide; the first format is the best."""
    widths = [width for width in WIDTHS if width < size[0]]
    if len(widths) < len(WIDTHS):
        widths.append(size[0])
    return {
        formaat: [Variant(source, formaat, breedte) for breedte in widths] for formaat in QUALITY
    }


def make_variant(project: Path, variant: Variant, cache: Path) -> Path:
    """The file of a version, made unless `cache` holds it already."""
    original = (project / variant.bron).read_bytes()

    def encode() -> bytes:
        return _encode(_load(original), variant.formaat, variant.breedte, QUALITY[variant.formaat])

    settings = f"{variant.formaat} {variant.breedte} {QUALITY[variant.formaat]}"
    return _kept(cache, original, settings, variant.formaat, encode)


def make_poster(original_file: Path, cache: Path) -> Path:
    """The still of a film as WebP, as sharp as fits in `POSTER_BYTES`."""
    original = original_file.read_bytes()

    def encode() -> bytes:
        image = _load(original)
        longest = max(image.size)
        tries = (
            _encode(image, "webp", max(1, round(image.width * min(1, side / longest))), quality)
            for side, quality in POSTER_TRIES
        )
        return next(made for made in tries if len(made) <= POSTER_BYTES)

    return _kept(cache, original, f"poster {POSTER_BYTES} {POSTER_TRIES}", "webp", encode)


def _load(original: bytes) -> Image.Image:
    """The pixels as a reader sees them: upright, in sRGB, nothing else."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(original)))
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        with suppress(ImageCms.PyCMSError):  # an unusable profile: the colours stay as they are
            srgb = ImageCms.createProfile("sRGB")
            of_image = io.BytesIO(profile)
            image = ImageCms.profileToProfile(image, of_image, srgb, outputMode=mode) or image
    image = image.convert(mode)
    image.info = {}
    return image


def _encode(image: Image.Image, formaat: str, width: int, quality: int) -> bytes:
    height = max(1, round(image.height * width / image.width))
    made = io.BytesIO()
    options = {"max_threads": 1} if formaat == "avif" else {"method": 6}  # one thread: same bytes
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    small.save(made, formaat, quality=quality, **options)
    return made.getvalue()


def _kept(
    cache: Path, original: bytes, settings: str, suffix: str, make: Callable[[], bytes]
) -> Path:
    """The file in the cache that these bytes and settings give; `make` is asked only once."""
    key = hashlib.sha256(f"{pillow_version} {settings} ".encode() + original).hexdigest()
    file = cache / f"{key}.{suffix}"
    if not file.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(f".{os.getpid()}")
        half.write_bytes(make())
        half.replace(file)
    return file
