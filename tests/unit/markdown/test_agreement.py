"""One heading, one id: the page, the search card, the ledger and the check say the same."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from hypothesis import example, given
from hypothesis import strategies as st

from bantin.catalog import build_catalog
from bantin.checking.rules.links import check_links
from bantin.compile.pages.ledger import ledger
from bantin.markdown import parse
from bantin.markdown.typography import set_text
from bantin.model import Article, Conference, Program, Registries
from bantin.reading import Content
from bantin.reading.article import read_article
from bantin.search.indexing.articles import IndexedArticle
from bantin.search.indexing.builder import ArticleContent
from bantin.search.updating.cards import card
from bantin.vietnamese.slug import slugify

PATH, OTHER = "tin/2024/bai.md", "tin/2024/khac.md"
HEAD = """\
---
title: Bài thử
date: 2024-04-25
conference: {date: 2024-04-24, covers: 2023}
programs: [chuong-trinh]
---
"""
PROGRAM = Program(id="chuong-trinh", name="Chương trình")
WORDS = st.sampled_from(
    ["Kết quả", "Hạn chế", "Nhiệm vụ", "KẾT QUẢ:", "1. Kết quả", "Nội dung", "Nguồn", "Tìm", "fn 1",
     "Kết quả 2", "a", "A", "**Kết quả**", "*Hạn* chế", "`mã`", "[liên kết](mot.md)", "[^1]", "đ",
     "![ảnh](a.jpg)", "&amp;", "<b>", "\\#", "!?", "💡", "", "#", "năm 2024", "5 người", "trích 1"]
)  # fmt: skip
HEADINGS = st.builds(
    str.format,
    st.sampled_from(
        ["## {}\n", "# {}\n", "   ### {} ##\n", "{}\n---\n", "{}\n===\n", "- ## {}\n", "> ## {}\n",
         "```\n## {}\n```\n", "    ## {}\n", "<!-- ## {} -->\n", "\n[^1]:\n    ## {}\n",
         "1. a\n\n   ## {}\n", "#{}\n", "\\## {}\n", "<div>\n## {}\n</div>\n"]
    ),
    st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
)  # fmt: skip
PIECES = HEADINGS | st.sampled_from(
    ["\n", "Một câu.\n", "\nĐoạn [^1].\n\n", "- mục\n", "> trích\n"]
)
BODIES = st.lists(PIECES, max_size=12).map("".join)


class HeadingIds(HTMLParser):
    """The ids of a page's headings, and how often each id is given."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.all: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ids = [value or "" for name, value in attrs if name == "id"]
        self.all += ids
        self.headings += ids if re.fullmatch("h[1-6]", tag) else []


def read(path: str, body: str) -> Article:
    article = read_article(path, f"{HEAD}{body}".encode())
    assert isinstance(article, Article)
    return article


@given(body=BODIES)
@example(body="## Nội dung\n\n## Kết quả\n\n## **Kết quả**\n\nKết quả\n---\n\nMột.\n")
@example(
    body="### Kết quả\n\n## Hạn chế\n\n### Kết quả\n\nMột.\n\n> ## Kết quả\n\n## Kết quả\n\nHai.\n"
)
def test_page_card_ledger_and_check_agree_on_every_heading(body: str) -> None:
    article = read(PATH, body)
    page = HeadingIds(set_text(parse(body, resolve=lambda _: "").html))
    assert page.headings == [heading.id for heading in article.headings]
    assert len(page.all) == len(set(page.all))
    assert set(ids_of_card(article, body)) <= set(page.headings)
    assert set(ids_of_ledger(article)) <= set(page.headings)
    assert anchors_accepted(article, body) == set(page.headings)


def ids_of_card(article: Article, body: str) -> list[str]:
    """Return the ids that search results lead to."""
    catalog = build_catalog(content(article), date(2024, 6, 30))
    indexed = IndexedArticle(0, article, b"")
    shown = json.loads(card(catalog, ArticleContent(indexed, parse(body).sections, ())))
    return [id_ for id_, _, _ in shown.get("sections", ()) if id_]


def ids_of_ledger(article: Article) -> list[str]:
    """Return the ids that the ledger leads to; each excerpt leads to one."""
    cards = ledger([Conference(article)], PROGRAM).cards
    told = [one for card in cards for one in (card.results, card.limits, card.tasks)]
    entries = [one for one in told if one]
    addresses = [entry.source.address.partition("#") for entry in entries]
    assert all(id_ for _, _, id_ in addresses)
    return [id_ for _, _, id_ in addresses]


def anchors_accepted(article: Article, body: str) -> set[str]:
    """Return which of all the ids that someone might write the check lets through."""
    tried = {heading.id for heading in article.headings}
    tried |= {slugify(line) for line in body.split("\n")} | {"noi-dung", "muc-noi-dung", "fn-1"}
    tried = {id_ for id_ in tried if id_} | {f"{id_}-2" for id_ in tried if id_}
    links = "".join(f"[x](bai.md#{quote(id_)})\n\n" for id_ in sorted(tried))
    faults = check_links(content(article, read(OTHER, links)))
    wrong = {fault.message.partition("#")[2].partition("»")[0] for fault in faults}
    return tried - wrong


def content(*articles: Article) -> Content:
    return Content(Path("docs"), Path("data"), articles, Registries())
