"""Photographs out of a file: upright, without what the camera wrote into them."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps

from bantin.importing.cleaning.page import PagePhoto

_MAX_SIDE = 2400
_TINY = 40
_QUALITY = 88


class Prepared(NamedTuple):
    """A photograph as front matter names it, with its file where it has one."""

    fields: dict[str, str]
    name: str
    data: bytes


def prepare_photos(shots: tuple[PagePhoto, ...], folder: str, slug: str) -> Iterator[Prepared]:
    """Yield the photographs of an article.

    Args:
        shots: pictures and captions in their order.
        folder: below ``docs/anh``, such as a year.
        slug: of the article; files are named after it.
    """
    number = 0
    for shot in shots:
        converted = _convert(shot.picture.data) if shot.picture and shot.picture.data else None
        fields = {"caption": shot.caption, "credit": shot.credit}
        if converted:
            number += 1
            data, suffix = converted
            name = f"{folder}/{slug}-{number}.{suffix}"
            fields = {"src": name, "alt": shot.caption or "Ảnh trong bài (cần mô tả)", **fields}
            yield Prepared(_filled(fields), name, data)
        elif shot.caption:
            yield Prepared(_filled({"alt": shot.caption, **fields}), "", b"")


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _convert(data: bytes) -> tuple[bytes, str] | None:
    """Return a picture as JPEG or PNG without metadata; None for what is none or is an ornament."""
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as opened:
                picture = ImageOps.exif_transpose(opened)
                if min(picture.size) < _TINY:
                    return None
                picture.thumbnail((_MAX_SIDE, _MAX_SIDE))
                return _saved(picture)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def _saved(picture: Image.Image) -> tuple[bytes, str]:
    out = BytesIO()
    if picture.mode in ("RGBA", "LA", "P", "1"):
        picture.convert("RGBA").save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    picture.convert("RGB").save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue(), "jpg"
