"""Photographs of an input file: upright, of web size, without the metadata of the camera."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from bantin.importing.cleaning.page import PagePhoto
from bantin.pictures.decode import open_picture
from bantin.pictures.picture import PictureError
from bantin.pictures.variants import to_srgb, upright

# None of these starts another program: EPS would start Ghostscript, and WMF asks Windows.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
# What offices put into Word that no browser shows, by where in the file its mark is.
_DRAWINGS = (
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (0, b"\x01\x00\x09\x00", "WMF"),
    (40, b" EMF", "EMF"),
    (0, b"%!PS", "EPS"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "SVG"),
)
_DRAWING = "là hình {}, trang web không hiện được; hãy lưu thành JPEG hay PNG rồi chèn lại"
_DAMAGED = "hỏng hoặc không phải ảnh"
_MAX_SIDE = 2400
_MIN_SIDE = 40  # anything smaller is an ornament
_JPEG_QUALITY = 88
_ORNAMENT = f"hình nhỏ dưới {_MIN_SIDE} điểm ảnh, coi là hình trang trí"


class DraftPhoto(NamedTuple):
    """A photograph as front matter describes it, with its file if it has one.

    Attributes:
        fields: those of the model's ``Photo``; empty for one that could not be used.
        name: of the file below ``docs/anh``; empty for a caption without a picture.
        data: of the file.
        problem: why a picture of the file is not used, in words for the editor.
    """

    fields: dict[str, str]
    name: str = ""
    data: bytes = b""
    problem: str = ""


def prepare_photos(photos: tuple[PagePhoto, ...], folder: str, slug: str) -> Iterator[DraftPhoto]:
    """Yield the photographs of an article.

    Args:
        photos: pictures and captions in their order.
        folder: below ``docs/anh``, such as a year.
        slug: of the article; files are named after it.
    """
    number = 0
    for position, photo in enumerate(photos, 1):
        fields = {"caption": photo.caption, "credit": photo.credit}
        problem = ""
        if photo.picture and photo.picture.data:
            try:
                data, suffix = _convert(photo.picture.data)
            except PictureError as error:
                problem = f"ảnh thứ {position} không lấy được: {error}"
            else:
                number += 1
                name = f"{folder}/{slug}-{number}.{suffix}"
                fields = {
                    "src": name,
                    "alt": photo.caption or "Ảnh trong bài (cần mô tả)",
                    **fields,
                }
                yield DraftPhoto(_filled(fields), name, data)
                continue
        fields = _filled({"alt": photo.caption, **fields}) if photo.caption else {}
        if fields or problem:
            yield DraftPhoto(fields, problem=problem)


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _convert(data: bytes) -> tuple[bytes, str]:
    """Return a picture as JPEG or PNG without metadata, with its suffix.

    Raises:
        PictureError: it is an ornament, damaged, of another format, or so large that it would fill
            the memory.
    """
    for start, mark, name in _DRAWINGS:
        if data[start : start + len(mark)] == mark:
            raise PictureError(_DRAWING.format(name))
    try:
        with open_picture(data, _FORMATS) as opened:
            converted = _encode(upright(opened)) if min(opened.size) >= _MIN_SIDE else None
    except PictureError as error:
        if error.__cause__ is None:
            raise
        raise PictureError(_DAMAGED) from error
    if converted is None:
        raise PictureError(_ORNAMENT)
    return converted


def _encode(picture: Image.Image) -> tuple[bytes, str]:
    """Return a picture as PNG if it may be transparent, else as JPEG."""
    out = BytesIO()
    if picture.has_transparency_data or picture.mode in ("P", "1"):
        picture = picture.convert("RGBA")
        picture.thumbnail((_MAX_SIDE, _MAX_SIDE))
        picture.save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    picture = to_srgb(picture)
    picture.thumbnail((_MAX_SIDE, _MAX_SIDE))
    picture.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue(), "jpg"
