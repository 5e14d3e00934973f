"""Photographs: the file is there, within its folder, and said in words."""

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bantin.checking.field_problem import FieldProblem
from bantin.model.sections import Section
from bantin.model.suggestion import suggest
from bantin.pictures.references import FOLDER, SUFFIXES, picture_at
from bantin.reading import Content


def check_photos(content: Content) -> Iterator[FieldProblem]:
    """Yield faults of photographs named in front matter, and of files that are no pictures."""
    folder = content.docs / FOLDER
    for article in content.articles:
        path = content.file_of(article)
        for position, photo in enumerate(article.front.photos):
            if photo.src:
                if message := _wrong_file(folder, photo.src) or _flaw(content, photo.src):
                    yield FieldProblem(path, ("photos", position, "src"), message)
                if not photo.alt:
                    message = "ảnh chưa có «alt», lời mô tả cho người không xem được ảnh"
                    yield FieldProblem(path, ("photos", position), message)
            elif not photo.caption:
                yield FieldProblem(
                    path, ("photos", position), "ảnh không có tệp thì phải có chú thích"
                )
            elif article.front.source is None:
                message = "bài của mình thì phải có tệp ảnh; chỉ bài lấy lại mới được thiếu"
                yield FieldProblem(path, ("photos", position), message)
        for link in article.links:
            flaw = content.pictures.get(picture_at(article.path, link.target))
            if isinstance(flaw, str):
                message = f"ảnh «{link.target}» {flaw}"
                yield FieldProblem(path, (), message, line=link.line, column=link.column)


def _flaw(content: Content, src: str) -> str:
    found = content.pictures.get(posixpath.normpath(f"{FOLDER}{src}"))
    return f"ảnh «{src}» {found}" if isinstance(found, str) else ""


def _wrong_file(folder: Path, src: str) -> str:
    parts = PurePosixPath(src).parts
    if src.startswith("/") or ".." in parts or "\\" in src:
        return f"«{src}» phải là đường dẫn nằm trong docs/{Section.PHOTOS.folder}"
    if PurePosixPath(src).suffix.lower() not in SUFFIXES:
        return f"«{src}» không phải ảnh JPEG, PNG hay WebP"
    file = folder / src
    if not file.is_file() or file.is_symlink():
        known = [f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()]
        return f"không có ảnh docs/{FOLDER}{src}{suggest(src, known)}"
    return ""
