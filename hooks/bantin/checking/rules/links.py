"""Links in the body of an article that stay within the portal."""

import posixpath
from collections.abc import Iterator, Mapping

from bantin.checking.field_problem import FieldProblem
from bantin.markdown.sections import plain
from bantin.model import Article
from bantin.model.suggestion import nearest, suggest
from bantin.pictures.references import SUFFIXES
from bantin.reading import Content
from bantin.vietnamese.slug import slugify


def check_links(content: Content) -> Iterator[FieldProblem]:
    """Yield a fault for each link or picture in a body whose file or heading is not there."""
    articles = {article.path: article for article in content.articles}
    for article in content.articles:
        path = content.file_of(article)
        for target, line in article.links:
            if message := _wrong(content, articles, article, target):
                yield FieldProblem(path, (), message, line=line)


def resolve(path: str, target: str) -> str:
    """Return the path from ``docs/`` that a link written in ``path`` leads to."""
    file = target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path


def _wrong(content: Content, articles: Mapping[str, Article], article: Article, target: str) -> str:
    wanted, anchor = resolve(article.path, target), target.partition("#")[2]
    if wanted not in articles:
        return "" if _is_file(content, wanted) else _missing(articles, article, target)
    if not anchor:
        return ""
    ids = [slugify(plain(heading)) for heading in articles[wanted].headings]
    if anchor in ids:
        return ""
    return f"liên kết tới «{target}»: bài đó không có đề mục này{suggest(anchor, ids)}"


def _is_file(content: Content, wanted: str) -> bool:
    is_inside = not wanted.startswith(("..", "/"))
    return is_inside and wanted.endswith((".md", *SUFFIXES)) and (content.docs / wanted).is_file()


def _missing(articles: Mapping[str, Article], article: Article, target: str) -> str:
    others = sorted(path for path in articles if path != article.path)
    best = nearest(resolve(article.path, target), others)
    near = posixpath.relpath(best, posixpath.dirname(article.path)) if best else ""
    return f"liên kết tới «{target}» không có tệp" + (f"; có phải «{near}»?" if near else "")
