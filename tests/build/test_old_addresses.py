"""No old address of an article can be in the way of anything that a site has."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.conftest import MINIATURE, Built

from bantin.checking.rules.old_addresses import check_old_addresses
from bantin.model import Article
from bantin.reading import Content, read
from bantin.reading.article import read_article

ARTICLE = "tin/2024/tin-thu-dia-chi.md"


@pytest.fixture(scope="module")
def content() -> Content:
    return read(MINIATURE / "docs", MINIATURE / "data")


def written_as(path: str) -> Iterator[str]:
    """Every way in which an address could lead to a file of the site, or to a folder above it."""
    yield from (path, f"{path}/", f"{path}/index.html", f"{path}/x.html", f"{path}/x/", f"/{path}")
    yield from (path.upper(), f"./{path}", path.replace("/", "//", 1))
    folders = path.split("/")[:-1]
    for count in range(1, len(folders) + 1):
        folder = "/".join(folders[:count])
        yield from (folder, f"{folder}/", f"{folder}/index.html")


def refused(content: Content, aliases: list[str]) -> set[str]:
    """The old addresses that an article may not have had, as the check tells."""
    lines = "".join(f"  - {alias!r}\n" for alias in aliases)
    head = f"---\ntitle: Bài thử\ndate: 2024-04-25\naliases:\n{lines}---\n"
    article = read_article(ARTICLE, head.encode())
    assert isinstance(article, Article)
    others = tuple(one for one in content.articles if not one.front.aliases)
    judged = replace(content, articles=(*others, article))
    return {aliases[int(one.field[1])] for one in check_old_addresses(judged)}


def test_no_old_address_that_is_let_in_touches_a_file_of_the_site(
    mini: Built, content: Content
) -> None:
    former = {alias for a in content.articles for alias in a.front.aliases}
    files = {path for path in mini.files() if path.removesuffix("index.html") not in former}
    folders = {path.rpartition("/")[0] for path in files}
    ways = sorted({way for path in files for way in written_as(path)})
    let_in = sorted({*ways} - refused(content, ways))
    assert len(files) > 150
    assert len(let_in) < len(ways) / 2
    for way in let_in:
        written = f"{way}index.html" if way.endswith("/") else way
        parts = written.split("/")
        above = {"/".join(parts[:count]) for count in range(1, len(parts))}
        assert written not in files | folders, way
        assert not above & files, way


def test_what_an_article_was_called_before_is_let_in(content: Content) -> None:
    good = ["tin/2020/ten-cu/", "2019/05/bai.html", "bai-viet-12.html", "tin-tuc/chi-tiet.aspx"]
    assert refused(content, good) == set()
