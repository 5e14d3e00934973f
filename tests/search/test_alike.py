"""The browser and the command line give the same results in the same order."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

from tests.search.conftest import Ask
from tests.search.measure import load_queries

from bantin.search.query import Filters, Searcher, SearchResult

ODD = (
    "", " ", '"', '""', "...", "😀", "\x00\x01\x02", "a" * 10_000, "dân vận " * 2_000, "-", "0",
    "2021-2025", "21-25", "65-KL/TW", '"công tác dân tộc', '"', "“dân vận”", "D9a2 Na8ng1", "đ",
    "hội nghij", "ho65i nghi5", "M'Drắk", "M’Drắk", "ă\u0301", "x",
    "ký kết 2023 dân vận", "한국 dân",
)  # fmt: skip
FACETS = ("loai", "tinh-trang", "tinh", "co-quan", "chuong-trinh", "huyen", "van-ban")


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
        "isTruncated": found.is_truncated,
        "counts": {key: dict(counts) for key, counts in found.counts.items()},
    }


def assert_same(answers: Sequence[dict[str, Any]], results: Sequence[SearchResult]) -> None:
    for answer, found in zip(answers, results, strict=True):
        for key in ("excerpts", "hasNoWords"):
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
    filters = (Filters(chosen), Filters({}, 2022, 2024), Filters({"co-quan": ["bca"]}, 2023))
    results = [
        searcher.search(str(one["text"]), narrow, is_by_date=True, facets=FACETS)
        for one, narrow in zip(asked, filters, strict=True)
    ]
    assert_same(ask(index, asked), results)
    assert all(found.docs for found in results)


def test_excerpts_highlight_the_text_as_it_is_written(ask: Ask, index: Path) -> None:
    (answer,) = ask(index, [{"text": "hon nhan can huyet thong", "shown": 1}])
    (best,) = answer["excerpts"]
    assert [p["text"] for p in best["pieces"] if p["isMatch"]] == ["hôn nhân cận huyết thống"]
    assert best["id"] == "nhiem-vu"
    (answer,) = ask(index, [{"text": "65 KL TW", "shown": 1}])
    hits = [p["text"] for p in answer["excerpts"][0]["pieces"] if p["isMatch"]]
    assert "".join(hits).startswith("65")
