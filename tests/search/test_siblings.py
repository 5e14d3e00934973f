"""Results of one programme are one row, in the order of the best of each."""

from pathlib import Path

from tests.search.conftest import Ask

from bantin.catalog import Catalog
from bantin.search.query import Searcher
from bantin.search.query.siblings import fold_siblings

TEXTS = ("nghị định 03", "dân vận", "sơ kết Quảng Nam", "rừng", "")


def test_rows_have_every_result_once(searcher: Searcher, archive: Catalog) -> None:
    for text in TEXTS:
        docs = searcher.search(text, is_finished=True).docs
        rows = fold_siblings(searcher.index, docs)
        assert sorted(doc for row in rows for doc in (row.doc, *row.others)) == sorted(docs)
        assert [row.doc for row in rows] == [d for d in docs if d in {row.doc for row in rows}]
        named = [row.program for row in rows if row.program]
        assert len(named) == len(set(named))
        for row in rows:
            for doc in (row.doc, *row.others) if row.others else ():
                front = archive.articles[doc].front
                signed = front.conference.signs if front.conference else ()
                assert row.program in (*front.programs, *signed)
    assert any(row.others for row in fold_siblings(searcher.index, range(searcher.index.size)))


def test_the_browser_folds_alike(ask: Ask, index: Path, searcher: Searcher) -> None:
    answers = ask(index, [{"text": text, "folds": True, "isFinished": True} for text in TEXTS])
    for text, answer in zip(TEXTS, answers, strict=True):
        rows = fold_siblings(searcher.index, searcher.search(text, is_finished=True).docs)
        assert answer["rows"] == [row._asdict() | {"others": list(row.others)} for row in rows]
