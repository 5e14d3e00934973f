"""Photographs: the file exists within its folder, is a picture, and is described in words."""

import os.path
import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from bantin.checking.field_problem import FieldProblem
from bantin.checking.file_names import name_fault, twin_fault
from bantin.model import Article, Photo
from bantin.model.fields import quote
from bantin.model.sections import Section
from bantin.model.suggestion import suggest
from bantin.pictures.references import FOLDER, SUFFIXES, picture_at
from bantin.reading import Content


def check_photos(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of photographs in front matter, and of pictures in bodies."""
    for article in content.articles:
        path = content.file_of(article)
        for position, photo in enumerate(article.front.photos):
            for key, message in _check_photo(content, article, photo):
                yield FieldProblem(path, ("photos", position, *key), message)
        for link in article.links:
            reason = content.pictures.get(picture_at(article.path, link.target))
            if isinstance(reason, str):
                message = f"ảnh «{link.target}» {reason}"
                yield FieldProblem(path, (), message, line=link.line, column=link.column)


def _check_photo(
    content: Content, article: Article, photo: Photo
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the key within the photograph, empty for all of it, and the message."""
    if photo.src:
        message = _refuse_file(content.docs / FOLDER, photo.src)
        if message := message or _refuse_picture(content, photo.src):
            yield ("src",), message
        if not photo.alt:
            yield (), "ảnh chưa có «alt», lời mô tả cho người không xem được ảnh"
    elif not photo.caption:
        yield (), "ảnh không có tệp thì phải có chú thích"
    elif article.front.source is None:
        yield (), "bài của mình thì phải có tệp ảnh; chỉ bài lấy lại mới được thiếu"


def _refuse_picture(content: Content, src: str) -> str:
    reason = content.pictures.get(posixpath.normpath(f"{FOLDER}{src}"))
    return f"ảnh «{src}» {reason}" if isinstance(reason, str) else ""


def _refuse_file(folder: Path, src: str) -> str:
    parts = PurePosixPath(src).parts
    if src.startswith("/") or ".." in parts or "\\" in src:
        return f"«{src}» phải là đường dẫn nằm trong docs/{Section.PHOTOS.folder}"
    if PurePosixPath(src).suffix.lower() not in SUFFIXES:
        return f"«{src}» không phải ảnh JPEG, PNG hay WebP"
    if fault := name_fault(f"{FOLDER}{src}"):
        return f"ảnh «{_shown(src)}» {fault}"
    # Asks without an exception for whatever name.
    if not os.path.isfile(folder / src) or os.path.islink(folder / src):  # noqa: PTH113, PTH114
        names = [f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()]
        near = twin_fault(src, names) or suggest(src, names)
        return f"không có ảnh docs/{FOLDER}{src}{near}"
    return ""


def _shown(src: str) -> str:
    return quote(normalize("NFC", src))
