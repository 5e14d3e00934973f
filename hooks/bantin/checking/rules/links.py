"""Links in the body of an article that stay within the portal: their files and headings exist."""

import os.path
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from bantin.checking.field_problem import FieldProblem
from bantin.checking.file_names import name_fault, twin_fault
from bantin.model import Article
from bantin.model.destinations import anchor_of, file_of
from bantin.model.fields import quote
from bantin.model.suggestion import nearest, suggest
from bantin.pictures.references import FOLDER, SUFFIXES
from bantin.reading import Content


def check_links(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each link or picture in a body whose file or heading does not exist."""
    articles = {article.path: article for article in content.articles}
    for article in content.articles:
        path = content.file_of(article)
        for link in article.links:
            message = _refuse_format(content, article, link.target) if link.is_picture else ""
            if message := message or _refuse(content, articles, article, link.target):
                yield FieldProblem(path, (), message, line=link.line, column=link.column)


def _refuse_format(content: Content, article: Article, target: str) -> str:
    path = file_of(article.path, target)
    is_other = path.startswith(FOLDER) and not path.lower().endswith(SUFFIXES)
    if is_other and os.path.isfile(content.docs / path):  # noqa: PTH113 - as below
        return f"«{quote(target)}» không phải ảnh JPEG, PNG hay WebP"
    return ""


def _refuse(
    content: Content, articles: Mapping[str, Article], article: Article, target: str
) -> str:
    path, anchor = file_of(article.path, target), anchor_of(target)
    if path not in articles:
        if not _is_file(content, path):
            return _missing(content, articles, article, target)
        fault = name_fault(path)
        return f"liên kết tới «{quote(target)}» {fault}" if fault else ""
    ids = articles[path].anchors
    if not anchor or anchor in ids:
        return ""
    return f"liên kết tới «{target}»: bài đó không có đề mục này{suggest(anchor, ids)}"


def _is_file(content: Content, path: str) -> bool:
    # ``os.path`` answers no, where ``Path`` raises, for a name that is too long.
    is_inside = not path.startswith(("..", "/")) and path.endswith((".md", *SUFFIXES))
    return is_inside and os.path.isfile(content.docs / path)  # noqa: PTH113


def _missing(
    content: Content, articles: Mapping[str, Article], article: Article, target: str
) -> str:
    path, shown = file_of(article.path, target), quote(target)
    if fault := name_fault(path):
        return f"liên kết tới «{shown}» {fault}"
    if twin := twin_fault(path, files_beside(content.docs, path)):
        return f"liên kết tới «{shown}» không có tệp{twin}"
    others = sorted(other for other in articles if other != article.path)
    best = nearest(path, others)
    near = posixpath.relpath(best, posixpath.dirname(article.path)) if best else ""
    return f"liên kết tới «{shown}» không có tệp" + (f"; có phải «{near}»?" if near else "")


def files_beside(docs: Path, path: str) -> Iterator[str]:
    """Yield the files of the sections of a path, whatever the letter case of its folders."""
    top = path.partition("/")[0].casefold()
    for folder in docs.iterdir():
        is_named = folder.name.casefold() == top and folder.is_dir()
        files = folder.rglob("*") if is_named else (folder,)
        yield from (file.relative_to(docs).as_posix() for file in files)
