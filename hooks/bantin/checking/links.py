"""Links in the body of an article that stay within the portal."""

import posixpath
from collections.abc import Iterator

from bantin.checking.fault import Fault
from bantin.checking.suggestion import nearest_text
from bantin.reading import Content


def check_links(content: Content) -> Iterator[Fault]:
    """Yield a fault for each link or picture in a body whose file is not there."""
    articles = {article.path for article in content.articles}
    for article in content.articles:
        path = f"{content.docs.name}/{article.path}"
        for target, line in article.links:
            wanted = resolve(article.path, target)
            if wanted not in articles and not _is_page(content, wanted):
                hint = nearest_text(wanted, sorted(articles))
                yield Fault(path, (), f"liên kết tới «{target}» không có tệp{hint}", line=line)


def resolve(path: str, target: str) -> str:
    """Return the path from ``docs/`` that a link written in ``path`` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("#")[0]))


def _is_page(content: Content, wanted: str) -> bool:
    if wanted.startswith(".."):
        return False
    return wanted.endswith(".md") and (content.docs / wanted).is_file()
