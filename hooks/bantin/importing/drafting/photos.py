"""Photographs of an input file: upright, of web size, without the metadata of the camera."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps

from bantin.importing.cleaning.page import PagePhoto

_MAX_SIDE = 2400
_MIN_SIDE = 40  # anything smaller is an ornament
_JPEG_QUALITY = 88


class DraftPhoto(NamedTuple):
    """A photograph as front matter describes it, with its file if it has one.

    Attributes:
        fields: those of the model's ``Photo``.
        name: of the file below ``docs/anh``; empty for a caption without a picture.
        data: of the file.
    """

    fields: dict[str, str]
    name: str
    data: bytes


def prepare_photos(photos: tuple[PagePhoto, ...], folder: str, slug: str) -> Iterator[DraftPhoto]:
    """Yield the photographs of an article.

    Args:
        photos: pictures and captions in their order.
        folder: below ``docs/anh``, such as a year.
        slug: of the article; files are named after it.
    """
    number = 0
    for photo in photos:
        converted = _convert(photo.picture.data) if photo.picture and photo.picture.data else None
        fields = {"caption": photo.caption, "credit": photo.credit}
        if converted:
            number += 1
            data, suffix = converted
            name = f"{folder}/{slug}-{number}.{suffix}"
            fields = {"src": name, "alt": photo.caption or "Ảnh trong bài (cần mô tả)", **fields}
            yield DraftPhoto(_filled(fields), name, data)
        elif photo.caption:
            yield DraftPhoto(_filled({"alt": photo.caption, **fields}), "", b"")


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _convert(data: bytes) -> tuple[bytes, str] | None:
    """Return a picture as JPEG or PNG without metadata, with its suffix.

    None for an ornament, for what Pillow cannot read, and for a picture of so many pixels that it
    would fill the memory.
    """
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as opened:
                picture = ImageOps.exif_transpose(opened)
                if min(picture.size) < _MIN_SIDE:
                    return None
                picture.thumbnail((_MAX_SIDE, _MAX_SIDE))
                return _encode(picture)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def _encode(picture: Image.Image) -> tuple[bytes, str]:
    """Return a picture as PNG if it may be transparent, else as JPEG."""
    out = BytesIO()
    if picture.mode in ("RGBA", "LA", "P", "1"):
        picture.convert("RGBA").save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    picture.convert("RGB").save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue(), "jpg"
