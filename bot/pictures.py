"""Pictures that come in: checked, made small, and stripped of what they tell besides."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.errors import BadPhoto

MOST_BYTES = 10 * 1024 * 1024
LONGEST = 1600
"""Pixels of the longer side that are kept."""
MOST_PIXELS = 60_000_000


def clean(data: bytes) -> bytes:
    """The picture as JPEG, upright, at most `LONGEST` pixels, without place, time or camera.

    Raises BadPhoto when it is too large or no picture that we can read.
    """
    if len(data) > MOST_BYTES:
        raise BadPhoto("photo-too-large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise BadPhoto("photo-too-large")
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((LONGEST, LONGEST))
                out = io.BytesIO()
                upright.convert("RGB").save(out, "JPEG", quality=82)
                return out.getvalue()
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise BadPhoto from error
