"""Pictures that come in: checked, made small, and stripped of what they tell besides."""

from __future__ import annotations

import io
import struct
import warnings

from PIL import Image, UnidentifiedImageError

from bot.errors import BadPhoto

MOST_BYTES = 10 * 1024 * 1024
LONGEST = 1600
"""Pixels of the longer side that are kept."""
MOST_PIXELS = 60_000_000

ORIENTATION = 0x112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def clean(data: bytes) -> bytes:
    """The picture as JPEG, upright, at most `LONGEST` pixels, without place, time or camera.

    Raises BadPhoto when it is too large or no picture that we can read.
    """
    if len(data) > MOST_BYTES:
        raise BadPhoto("photo-too-large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF")) as picture:
                return _small(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPhoto("photo-too-large") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadPhoto from error


def _small(picture: Image.Image) -> bytes:
    if picture.width * picture.height > MOST_PIXELS:
        raise BadPhoto("photo-too-large")
    picture.load()
    upright = _upright(picture)
    upright.thumbnail((LONGEST, LONGEST))
    # Onto white paper: what is transparent turns white, and no comment or profile goes along.
    paper = Image.new("RGB", upright.size, "white")
    seen = upright.convert("RGBA")
    paper.paste(seen, mask=seen.getchannel("A"))
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=82)
    return out.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    """As the camera was held, where the file tells it (EXIF 2.3, tag Orientation)."""
    try:
        turn = TURNS.get(picture.getexif().get(ORIENTATION, 1))
    except (OSError, ValueError, TypeError, SyntaxError, struct.error):
        turn = None  # the notes in the file are no notes; the picture is still one
    return picture.copy() if turn is None else picture.transpose(turn)
