"""The browser and the command line give the same results in the same order."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

from tests.search.conftest import Ask
from tests.search.measure import load_queries

from bantin.catalog import Catalog
from bantin.search.query import Filters, Searcher, SearchResult
from bantin.search.query.entities import Entity
from bantin.vietnamese.spans import Span

ODD = (
    "", " ", '"', '""', "...", "😀", "\x00\x01\x02", "a" * 10_000, "dân vận " * 2_000, "-", "0",
    "2021-2025", "21-25", "65-KL/TW", '"công tác dân tộc', '"', "“dân vận”", "D9a2 Na8ng1", "đ",
    "hội nghij", "ho65i nghi5", "M'Drắk", "M’Drắk", "ă\u0301", "x",
    "ký kết 2023 dân vận", "한국 dân",
)  # fmt: skip
FACETS = (
    "loai", "tinh-trang", "tinh", "cap", "co-quan", "chuong-trinh", "huyen", "van-ban", "nguoi",
)  # fmt: skip


def as_javascript(found: SearchResult) -> dict[str, Any]:
    return {
        "docs": list(found.docs),
        "byOtherName": sorted(found.by_other_name),
        "searchedFor": found.searched_for,
        "offered": found.offered,
        "absent": list(found.absent),
        "excluded": list(found.excluded),
        "ignored": list(found.ignored),
        "isByDate": found.is_by_date,
        "missingPhrases": list(found.missing_phrases),
        "entities": [as_entity(entity) for entity in found.entities],
        "isTruncated": found.is_truncated,
        "undated": found.undated,
        "counts": {key: dict(counts) for key, counts in found.counts.items()},
    }


def as_entity(entity: Entity) -> dict[str, Any]:
    lists = ("docs", "heirs", "forerunners", "parties")
    return entity._asdict() | {key: list(getattr(entity, key)) for key in lists}


def assert_same(answers: Sequence[dict[str, Any]], results: Sequence[SearchResult]) -> None:
    for answer, found in zip(answers, results, strict=True):
        for key in ("excerpts", "names", "hasNoWords"):
            answer.pop(key)
        assert answer | {"byOtherName": sorted(answer["byOtherName"])} == as_javascript(found)


def test_development_and_odd_queries(ask: Ask, index: Path, searcher: Searcher) -> None:
    texts = [asked.text for asked in load_queries("dev")]
    texts += [normalize("NFD", text) for text in texts[::7]] + [text[:-1] for text in texts[::3]]
    texts += ODD
    assert_same(ask(index, [{"text": text} for text in texts]), [searcher.search(t) for t in texts])


def test_filters_counts_and_order(ask: Ask, index: Path, searcher: Searcher) -> None:
    chosen = {"loai": ["so-ket", "ky-ket"], "tinh": ["quang-nam", "da-nang", "khong-co"]}
    question = {"facets": FACETS, "isByDate": True}
    asked = [
        question | {"text": "dân vận", "filters": {"chosen": chosen}},
        question | {"text": "", "filters": {"chosen": {}, "from": 2022, "to": 2024}},
        question | {"text": "công an", "filters": {"chosen": {"co-quan": ["bca"]}, "from": 2023}},
    ]
    asked += [
        question | {"text": "", "filters": {"isUndated": True}},
        question | {"text": "ký kết", "filters": {"to": 2016, "isUndated": True}},
    ]
    filters = (
        Filters(chosen), Filters({}, 2022, 2024), Filters({"co-quan": ["bca"]}, 2023),
        Filters({}, is_undated=True), Filters({}, None, 2016, is_undated=True),
    )  # fmt: skip
    results = [
        searcher.search(str(one["text"]), narrow, is_by_date=True, facets=FACETS)
        for one, narrow in zip(asked, filters, strict=True)
    ]
    assert_same(ask(index, asked), results)
    assert all(found.docs for found in results)


LITERAL = ("hooij nghij", "danvan hatinh", "tín dụng chính xách", "tháng mười 2021", "song hinhh")


def test_words_taken_as_typed(ask: Ask, index: Path, searcher: Searcher) -> None:
    asked = [{"text": text, "isLiteral": True, "isFinished": True} for text in LITERAL]
    results = [searcher.search(t, is_finished=True, is_literal=True) for t in LITERAL]
    assert not any(found.searched_for for found in results)
    assert any(
        searcher.search(text, is_finished=True).docs != found.docs
        for text, found in zip(LITERAL, results, strict=True)
    )
    assert_same(ask(index, asked), results)


def test_an_article_is_of_the_years_that_it_looks_back_on(
    archive: Catalog, searcher: Searcher
) -> None:
    first, last = 2022, 2024
    found = searcher.search("", Filters({}, first, last))
    told = {searcher.index.card(doc)["address"] for doc in found.docs}
    for article in archive.articles:
        held = archive.bounds_of(article).year
        meeting = article.front.conference
        span = meeting.covers if meeting and isinstance(meeting.covers, Span) else None
        is_held = bool(held and first <= held <= last)
        covers = span and span.first_year <= last and (span.last_year or span.first_year) >= first
        assert (article.address in told) == bool(is_held or covers), article.path


def test_articles_of_unknown_years_are_counted_and_can_be_chosen(searcher: Searcher) -> None:
    alone = searcher.search("", Filters({}, is_undated=True))
    everything = searcher.search("")
    assert len(alone.docs) == alone.undated == everything.undated > 0
    years = searcher.search("", Filters({}, 2000))
    both = searcher.search("", Filters({}, 2000, is_undated=True))
    assert len(both.docs) == len(years.docs) + years.undated == len(everything.docs)


def test_marks_are_on_what_matched_alone(ask: Ask, index: Path) -> None:
    numbers, halves = ask(
        index, [{"text": "nghị định 03", "shown": 10}, {"text": "quảng nam", "shown": 10}]
    )
    marked = [p["text"] for e in numbers["excerpts"] for p in e["pieces"] if p["isMatch"]]
    # 03/2019/NĐ-CP, and never the 3 of a day.
    assert {text for text in marked if text.isdecimal()} == {"03"}
    names = [name for one in halves["names"] for name in one]
    assert not [name for name in names if "Quảng Ngãi" in name and "Quảng Nam" not in name]


def test_excerpts_highlight_the_text_as_it_is_written(ask: Ask, index: Path) -> None:
    (answer,) = ask(index, [{"text": "hon nhan can huyet thong", "shown": 1}])
    (best,) = answer["excerpts"]
    assert [p["text"] for p in best["pieces"] if p["isMatch"]] == ["hôn nhân cận huyết thống"]
    assert best["id"] == "nhiem-vu"
    (answer,) = ask(index, [{"text": "65 KL TW", "shown": 1}])
    hits = [p["text"] for p in answer["excerpts"][0]["pieces"] if p["isMatch"]]
    assert "".join(hits).startswith("65")
