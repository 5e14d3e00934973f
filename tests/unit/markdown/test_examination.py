"""No word and no figure is lost or changed between a body and its page without being told."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.unit.markdown.bodies import BROKEN, bodies, broken_bodies

from bantin.markdown import examine, parse
from bantin.markdown.words import compare, words_of
from bantin.markdown.words.witness import changed_words, says_the_same
from bantin.reading.frontmatter import RawArticle, split_article

NEWS = sorted((Path(__file__).parents[3] / "docs" / "tin").rglob("*.md"))
MADE_UP = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
INLINE = {"a", "img", "em", "strong", "del", "code", "sup"}
SPACES = re.compile(r"\s+")


class Reader(HTMLParser):
    """What a reader reads: numbers of lists too, but neither marks of footnotes nor ways back."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.read: list[str] = []
        self.numbers: list[int] = []
        self.silent = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, classes = dict(attrs), str(dict(attrs).get("class"))
        if self.silent or "footnote-ref" in classes or "footnote-backref" in classes:
            self.silent += tag != "img"
        elif tag == "img":
            self.read.append(given.get("alt") or "")
        elif tag not in INLINE:
            self.read.append("\n")
            self._number(tag, given)

    def _number(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in {"ol", "ul"}:
            self.numbers.append(int(given.get("start") or 1) if tag == "ol" else -1)
        elif tag == "li" and self.numbers[-1] >= 0:
            self.read += [] if "id" in given else [f"{self.numbers[-1]}. "]
            self.numbers[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent -= 1
        elif tag not in INLINE:
            self.read.append("\n")
            del self.numbers[len(self.numbers) - (tag in {"ol", "ul"}) :]

    def handle_data(self, data: str) -> None:
        self.read += [] if self.silent else [data]


def read_page(html: str) -> str:
    return SPACES.sub(" ", "".join(Reader(html).read)).strip()


@pytest.mark.parametrize("file", NEWS, ids=lambda file: file.stem)
def test_every_article_says_on_its_page_what_is_written(file: Path) -> None:
    raw = split_article(file.name, file.read_bytes())
    assert isinstance(raw, RawArticle)
    assert says_the_same(raw.body, parse(raw.body).html)
    assert examine(raw.body)[1] == ()


@MADE_UP
@given(drawn=bodies())
def test_a_body_without_a_fault_is_shown_as_it_is_and_nothing_is_told(
    drawn: tuple[str, str],
) -> None:
    body, says = drawn
    page, faults = examine(body)
    assert read_page(page.html) == SPACES.sub(" ", says).strip()
    assert [fault for fault in faults if not fault.is_advice] == []
    assert list(changed_words(body, page.html)) == []


@MADE_UP
@given(body=broken_bodies())
def test_a_body_with_a_fault_is_a_problem(body: str) -> None:
    faults = examine(body)[1]
    assert [fault for fault in faults if not fault.is_advice]
    assert all(1 <= fault.line <= body.count("\n") + 1 for fault in faults)


@pytest.mark.parametrize("broken", BROKEN)
def test_each_fault_alone_is_a_problem(broken: str) -> None:
    assert [fault for fault in examine(f"Có {broken} đó.\n")[1] if not fault.is_advice]


@MADE_UP
@given(drawn=bodies())
def test_a_word_or_figure_that_a_page_has_lost_is_told(drawn: tuple[str, str]) -> None:
    body, _ = drawn
    body = f"{body}\n\nCòn 98765 chữ riêng\n"
    html = parse(body).html
    for word in ("98765", "riêng"):
        changes = [change for _, change in changed_words(body, html.replace(word, ""))]
        assert [change.lost for change in changes] == [(word,)]
        assert changes[0].has_figures == word.isdigit()
    changed = [change for _, change in changed_words(body, html.replace("98765", "98756"))]
    assert [word for change in changed for word in change.lost] == ["98765"]
    assert [word for change in changed for word in change.added] == ["98756"]


def test_two_texts_are_compared_word_by_word() -> None:
    before = words_of("Năm 2021-2025 có 12.500 vụ, tăng 5% so với 2020.")
    assert compare(before, before) == []
    fused = compare(before, words_of("Năm 20212025 có 12.500 vụ, tăng 5% so với 2020."))
    assert [(c.at, c.lost, c.added, c.has_figures) for c in fused] == [
        (1, ("2021-2025",), ("20212025",), True)
    ]
    lost = compare(before, words_of("Năm 2021-2025 có 12.500 vụ, tăng so 2020."))
    assert [(c.lost, c.added) for c in lost] == [(("5",), ()), (("với",), ())]
    assert compare(before, before[::-1]) == []


@pytest.mark.parametrize(
    "body",
    [
        "|" + "a|" * 600 + "\n|" + "-|" * 600 + "\n" + "|a\n" * 6000,
        "> " * 900 + "a",
        ">" * 30_000 + "a",
    ],
)
def test_a_small_body_never_makes_a_huge_page(body: str) -> None:
    page, faults = examine(body)
    assert faults
    assert len(page.html) < 2_000_000


def test_many_headings_of_the_same_words_have_an_id_each() -> None:
    ids = [heading.id for heading in parse("# a\n" * 3000).headings]
    assert ids[:3] == ["a", "a-2", "a-3"]
    assert len(set(ids)) == 3000


def test_so_many_faults_are_not_all_told() -> None:
    faults = examine("<b>a\n\n" * 900)[1]
    assert len(faults) == 51
    assert "850" in faults[-1].message
