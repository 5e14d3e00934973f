"""Photographs dropped at the desk, made as those of imported files are; and shown in previews."""

from itertools import count

from bantin.importing.cleaning.page import PagePhoto
from bantin.importing.drafting.draft_files import create
from bantin.importing.drafting.photos import prepare_photos
from bantin.importing.extract.blocks import InputPicture
from bantin.pictures.variants import make_variants
from bantin.studio.archive import DeskError
from bantin.studio.desk import Desk


def add_photo(desk: Desk, path: str, data: bytes) -> str:
    """Write a photograph for an article; return its path from ``docs/anh/``.

    Raises:
        DeskError: the file is no picture that can be used.
    """
    article = desk.file_of(path)
    for number in count(1):
        name = f"{article.stem}-anh-{number}"
        photo = next(
            prepare_photos((PagePhoto(InputPicture(data)),), article.parent.name, name), None
        )
        if photo is None or not photo.name:
            message = f"ảnh này {photo.problem}" if photo and photo.problem else "ảnh này quá nhỏ"
            raise DeskError(message)
        try:
            create(desk.content.docs / "anh" / photo.name, photo.data)
        except FileExistsError:
            continue
        desk.refresh()
        return photo.name
    raise AssertionError


def variant(desk: Desk, address: str) -> bytes | None:
    """Return a file of a photograph by its address on the site, for pages not published yet."""
    for path, picture in desk.content.pictures.items():
        if not isinstance(picture, str) and address in picture.addresses():
            return make_variants((desk.content.docs / path).read_bytes(), picture).get(address)
    return None
