"""A picture comes in as somebody's phone made it, and goes on as nothing but a picture."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageDraw, PngImagePlugin

from bot.errors import BadPhoto
from bot.pictures import LONGEST, MOST_BYTES, clean

RED, BLUE = (220, 20, 20), (20, 20, 220)
SECRET = b"Heping Street 3"


def picture(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    """Blue, with a red top left corner."""
    drawn = Image.new("RGB", size, BLUE)
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] // 4, size[1] // 4), fill=RED)
    return drawn.convert(mode)


def written(drawn: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """The file of a picture."""
    out = io.BytesIO()
    drawn.save(out, kind, **how)
    return out.getvalue()


def read(data: bytes) -> Image.Image:
    """The picture of a file, which is a JPEG."""
    seen = Image.open(io.BytesIO(data), formats=("JPEG",))
    seen.load()
    return seen


def is_red(seen: Image.Image, x: int, y: int) -> bool:
    """Whether a pixel, counted from the end when negative, is red and not blue."""
    at = (x % seen.width, y % seen.height)
    red, _, blue = seen.convert("RGB").getpixel(at)  # type: ignore[misc]
    return bool(red > blue)


def from_a_phone(orientation: int = 1) -> bytes:
    """A photo with place, time and camera, held in some way."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Camera of Wang"
    exif[ExifTags.Base.DateTime] = "2026:03:02 10:00:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (36.0, 36.0, 43.2)
    return written(picture(), exif=exif, icc_profile=SECRET * 9, comment=SECRET, xmp=SECRET)


def test_where_when_and_with_what_a_photo_was_taken_is_gone() -> None:
    taken = from_a_phone()
    assert dict(read(taken).getexif())
    kept = clean(taken)
    assert dict(read(kept).getexif()) == {}
    assert set(read(kept).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for word in (SECRET, b"Camera of Wang", b"2026:03:02", b"Exif", b"ICC_PROFILE"):
        assert word in taken
        assert word not in kept


def notes() -> Iterable[Any]:
    """Files of other kinds that tell something beside the picture."""
    text = PngImagePlugin.PngInfo()
    for key in ("comment", "Comment", "Description"):
        text.add_text(key, SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    yield pytest.param(written(picture(), "PNG", pnginfo=text), id="png")
    yield pytest.param(written(picture(), "GIF", comment=SECRET), id="gif")
    yield pytest.param(written(picture(), "WEBP", xmp=SECRET, icc_profile=SECRET * 9), id="webp")
    yield pytest.param(written(picture()) + b"PK\x03\x04" + SECRET, id="jpeg with a zip behind")
    page = b"<script>" + SECRET + b"</script>"
    yield pytest.param(written(picture(), comment=page), id="jpeg that is a page too")


@pytest.mark.parametrize("taken", list(notes()))
def test_nothing_but_the_picture_goes_on(taken: bytes) -> None:
    assert SECRET in taken
    kept = clean(taken)
    assert SECRET not in kept
    assert b"<script>" not in kept
    assert is_red(read(kept), 5, 5)
    assert kept.endswith(b"\xff\xd9")


# How the picture lies in the file, for each way to hold the phone (EXIF 2.32, 4.6.4, tag 274).
UPRIGHT = {1: (5, 5), 2: (-5, 5), 3: (-5, -5), 4: (5, -5), 5: (5, 5), 6: (-5, 5), 7: (-5, -5)}
UPRIGHT[8] = (5, -5)


@pytest.mark.parametrize(("orientation", "corner"), UPRIGHT.items())
def test_a_photo_stands_upright_however_the_phone_was_held(
    orientation: int, corner: tuple[int, int]
) -> None:
    seen = read(clean(from_a_phone(orientation)))
    assert seen.size == ((120, 80) if orientation < 5 else (80, 120))
    corners = [(x, y) for x in (5, -5) for y in (5, -5) if is_red(seen, x, y)]
    assert corners == [corner]


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((4000, 3000), (1600, 1200)),
        ((900, 3200), (450, 1600)),
        ((LONGEST, LONGEST), (LONGEST, LONGEST)),
        ((100, 50), (100, 50)),
        ((1, 1), (1, 1)),
        ((1, 20_000), (1, LONGEST)),
    ],
)
def test_a_large_photo_is_made_small_and_a_small_one_stays(
    size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert read(clean(written(picture(size)))).size == kept


def test_a_large_photo_is_turned_upright_too() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    seen = read(clean(written(picture((3200, 1600)), exif=exif)))
    assert seen.size == (800, 1600)
    assert is_red(seen, -5, 5)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_png_of_any_kind_is_read(mode: str) -> None:
    shades = Image.new(mode, (30, 20)) if mode == "I;16" else picture((30, 20), mode)
    assert read(clean(written(shades, "PNG"))).mode == "RGB"


def test_a_jpeg_for_the_press_is_read() -> None:
    assert is_red(read(clean(written(picture(mode="CMYK")))), 5, 5)


def test_what_is_transparent_becomes_white_paper() -> None:
    sketch = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    ImageDraw.Draw(sketch).rectangle((20, 20, 40, 40), fill=(0, 0, 0, 255))
    seen = read(clean(written(sketch, "PNG"))).convert("L")
    assert [seen.getpixel(at) for at in ((5, 5), (30, 30))] == [255, 0]


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [picture(mode="P"), Image.new("P", (120, 80), 0)]
    moving = written(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    assert is_red(read(clean(moving)), 5, 5)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\x00" * 100,
        written(picture(), "BMP"),
        written(picture(), "TIFF"),
        written(picture(), "ICO"),
    ],
    ids=lambda data: repr(data[:8]),
)
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    assert verdict(data) == "bad-photo"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_file_that_breaks_off_is_refused(kind: str, part: float) -> None:
    data = written(picture((400, 300)), kind)
    assert verdict(data[: int(len(data) * part)]) == "bad-photo"


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    assert verdict(b"\x00" * (MOST_BYTES + 1)) == "photo-too-large"


def png(width: int, height: int) -> bytes:
    """A small file that says it is a picture of this size."""

    def part(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(b"\x00" * 1000))
        + part(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [7_800, 9_500, 14_000, 65_000])
def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused(side: int) -> None:
    bomb = png(side, side)
    assert len(bomb) < 200
    assert verdict(bomb) == "photo-too-large"


def exif(*entries: tuple[int, int, int, bytes]) -> bytes:
    """An EXIF block by hand: tag, type, count and value of each entry (TIFF 6.0, section 2)."""
    body = b"".join(struct.pack("<HHI", *entry[:3]) + entry[3] for entry in entries)
    head = b"Exif\0\0II*\0" + struct.pack("<IH", 8, len(entries))
    return head + body + b"\0\0\0\0"


TURNED = (0x112, 3, 1, b"\x06\0\0\0")


@pytest.mark.parametrize(
    "notes",
    [
        exif((0x100, 2, 4, b"wide"), TURNED),
        exif((0x100, 11, 1, struct.pack("<f", 1.5)), TURNED),
        exif(TURNED, (0x11A, 2, 4, b"abc\0")),
        exif(TURNED, (0x8769, 4, 1, b"\xff\xff\xff\0")),
    ],
    ids=["text for a number", "a part for a whole", "text for a part", "a way to nowhere"],
)
def test_a_photo_whose_notes_are_wrong_is_still_a_photo(notes: bytes) -> None:
    assert read(clean(written(picture(), exif=notes))).size == (80, 120)


@pytest.mark.parametrize("notes", [b"", b"II*\0\xff\xff", b"nonsense"])
def test_a_photo_whose_notes_break_off_is_still_a_photo(notes: bytes) -> None:
    assert read(clean(written(picture(), exif=b"Exif\0\0" + notes))).size == (120, 80)


def verdict(data: bytes) -> str:
    """How a file is refused."""
    with pytest.raises(BadPhoto) as caught:
        clean(data)
    return caught.value.key
