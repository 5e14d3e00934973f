"""Links in the body of an article that stay within the portal: their files and headings exist."""

import posixpath
from collections.abc import Iterator, Mapping

from bantin.checking.field_problem import FieldProblem
from bantin.model import Article
from bantin.model.destinations import anchor_of, file_of
from bantin.model.suggestion import nearest, suggest
from bantin.pictures.references import SUFFIXES
from bantin.reading import Content


def check_links(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each link or picture in a body whose file or heading does not exist."""
    articles = {article.path: article for article in content.articles}
    for article in content.articles:
        path = content.file_of(article)
        for link in article.links:
            if message := _refuse(content, articles, article, link.target):
                yield FieldProblem(path, (), message, line=link.line, column=link.column)


def _refuse(
    content: Content, articles: Mapping[str, Article], article: Article, target: str
) -> str:
    path, anchor = file_of(article.path, target), anchor_of(target)
    if path not in articles:
        return "" if _is_file(content, path) else _missing(articles, article, target)
    ids = [heading.id for heading in articles[path].headings]
    if not anchor or anchor in ids:
        return ""
    return f"liên kết tới «{target}»: bài đó không có đề mục này{suggest(anchor, ids)}"


def _is_file(content: Content, path: str) -> bool:
    is_inside = not path.startswith(("..", "/"))
    return is_inside and path.endswith((".md", *SUFFIXES)) and (content.docs / path).is_file()


def _missing(articles: Mapping[str, Article], article: Article, target: str) -> str:
    others = sorted(path for path in articles if path != article.path)
    best = nearest(file_of(article.path, target), others)
    near = posixpath.relpath(best, posixpath.dirname(article.path)) if best else ""
    return f"liên kết tới «{target}» không có tệp" + (f"; có phải «{near}»?" if near else "")
