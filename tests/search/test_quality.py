"""The search finds what readers look for, however they type it: measured on example queries."""

import re

import pytest
from tests.search.conftest import ROOT
from tests.search.measure import (
    load_queries,
    own_words,
    phrase_precision,
    run_query,
    wilson,
)

from bantin.catalog import Catalog
from bantin.search.query import Searcher
from bantin.vietnamese.fold import fold

# Least shares of queries with a right answer first, and among five.
FIRST = 0.97
AMONG_FIVE = 0.99
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


def test_development_queries_are_answered_well(searcher: Searcher, archive: Catalog) -> None:
    outcomes = [run_query(searcher, archive, query) for query in load_queries("dev")]
    wrong = [outcome for outcome in outcomes if outcome.rank != 1]
    assert len(outcomes) >= 80
    assert [outcome for outcome in outcomes if not outcome.count] == []
    assert sum(o.rank == 1 for o in outcomes) >= FIRST * len(outcomes), wrong
    assert sum(0 < o.rank <= 5 for o in outcomes) >= AMONG_FIVE * len(outcomes), wrong
    assert min(o.recall for o in outcomes if o.query.is_open) >= 0.8


def test_results_have_the_phrase_word_for_word(searcher: Searcher, archive: Catalog) -> None:
    texts = own_words(archive, ROOT / "docs")
    phrases = [part for q in load_queries("dev") for part in QUOTED.findall(q.text)]
    for phrase, right, total in phrase_precision(searcher, texts, [*phrases, *PHRASES]):
        assert right == total > 0, phrase


def test_every_article_that_has_a_phrase_is_found(searcher: Searcher, archive: Catalog) -> None:
    texts = own_words(archive, ROOT / "docs")
    expected = {
        n for n, words in enumerate(texts) if " công tác dân vận " in f" {' '.join(words)} "
    }
    assert expected <= set(searcher.search('"công tác dân vận"').docs)
    assert expected


@pytest.mark.parametrize(("phrase", "other"), [("hoà giải", "hoa giai"), ("dân vận", "dan van")])
def test_a_phrase_without_diacritics_matches_any(
    searcher: Searcher, phrase: str, other: str
) -> None:
    exact = set(searcher.search(f'"{phrase}"').docs)
    assert exact
    assert exact <= set(searcher.search(f'"{other}"').docs)


def test_results_by_a_successors_name_come_later_and_say_so(
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


def test_the_headline_of_the_original_finds_the_article(
    searcher: Searcher, archive: Catalog
) -> None:
    titled = {
        number: article.front.source.title
        for number, article in enumerate(archive.articles)
        if article.front.source and article.front.source.title
    }
    assert titled
    for number, title in titled.items():
        for typed in (title, fold(title), f'"{title}"'):
            assert searcher.search(typed).docs[0] == number, typed


def test_wilson_interval() -> None:
    low, high = wilson(95, 100)
    assert round(low, 3) == 0.888
    assert round(high, 3) == 0.978
