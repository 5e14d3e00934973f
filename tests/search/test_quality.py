"""The search finds what readers look for, however they type it."""

import re

import pytest
from tests.search.conftest import ROOT
from tests.search.measure import fare, load_queries, own_words, phrase_precision, wilson

from bantin.catalog import Catalog
from bantin.search.query import Searcher

FIRST = 0.97
FIVE = 0.99
QUOTED = re.compile(r"\"([^\"]+)\"")
PHRASES = (
    "công tác dân tộc",
    "quy chế dân chủ",
    "công tác dân vận",
    "an ninh trật tự",
    "đồng bào dân tộc thiểu số",
    "giai đoạn 2022–2026",
    "số 03/2019/NĐ-CP",
    "hoà giải",
    "biên phòng",
    "ma túy",
)


def test_development_queries(searcher: Searcher, archive: Catalog) -> None:
    outcomes = [fare(searcher, archive, asked) for asked in load_queries("dev")]
    wrong = [outcome for outcome in outcomes if outcome.rank != 1]
    assert len(outcomes) >= 80
    assert [outcome for outcome in outcomes if not outcome.count] == []
    assert sum(o.rank == 1 for o in outcomes) >= FIRST * len(outcomes), wrong
    assert sum(0 < o.rank <= 5 for o in outcomes) >= FIVE * len(outcomes), wrong
    assert min(o.recall for o in outcomes if o.asked.is_open) >= 0.8


def test_phrases_are_exact(searcher: Searcher, archive: Catalog) -> None:
    texts = own_words(archive, ROOT / "docs")
    phrases = [part for q in load_queries("dev") for part in QUOTED.findall(q.text)]
    for phrase, right, total in phrase_precision(searcher, texts, [*phrases, *PHRASES]):
        assert right == total > 0, phrase


def test_every_article_that_has_a_phrase_is_found(searcher: Searcher, archive: Catalog) -> None:
    texts = own_words(archive, ROOT / "docs")
    having = {n for n, words in enumerate(texts) if " công tác dân vận " in f" {' '.join(words)} "}
    assert having <= set(searcher.search('"công tác dân vận"').docs)
    assert having


@pytest.mark.parametrize(("phrase", "other"), [("hoà giải", "hoa giai"), ("dân vận", "dan van")])
def test_a_phrase_without_marks_takes_any(searcher: Searcher, phrase: str, other: str) -> None:
    exact = set(searcher.search(f'"{phrase}"').docs)
    assert exact
    assert exact <= set(searcher.search(f'"{other}"').docs)


def test_what_is_found_by_descent_comes_below_and_says_so(
    searcher: Searcher, archive: Catalog
) -> None:
    found = searcher.search("Ban Tuyên giáo và Dân vận Đà Nẵng")
    first, second = (archive.articles[doc] for doc in found.docs[:2])
    assert "btgdvtu-da-nang" in first.agency_ids
    assert "bdvtu-quang-nam" in second.agency_ids
    assert found.docs[0] not in found.by_other_name
    assert found.docs[1] in found.by_other_name
    names = searcher.index.card(found.docs[1])["names"]
    assert "nay là Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng" in names


def test_wilson_interval() -> None:
    low, high = wilson(95, 100)
    assert round(low, 3) == 0.888
    assert round(high, 3) == 0.978
