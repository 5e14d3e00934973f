"""Questions are answered from front matter with their source, or nothing is claimed."""

from pathlib import Path

import pytest
from tests.search.conftest import Ask

from bantin.search.query import Searcher
from bantin.search.query.questions import answer

QUESTIONS = Path(__file__).with_name("questions.tsv")


def questions() -> list[list[str]]:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("text", "kind", "value", "address"), questions())
def test_answers(text: str, kind: str, value: str, address: str, searcher: Searcher) -> None:
    found = answer(searcher.index, text)
    given = (found.kind, found.value, found.address) if found else ("", "", "")
    assert given == (kind, value, address)


def test_the_sentence_says_what_was_asked(searcher: Searcher) -> None:
    found = answer(searcher.index, "khi nào Phú Thọ ký quy chế công an giáo dục")
    assert found
    assert found.sentence.startswith("Quy chế ký ngày 27/2/2026")
    assert found.title.startswith("Công an tỉnh và Sở Giáo dục và Đào tạo tỉnh Phú Thọ")


def test_the_browser_answers_alike(ask: Ask, index: Path, searcher: Searcher) -> None:
    texts = [text for text, *_ in questions()]
    answers = ask(index, [{"text": text, "asks": True} for text in texts])
    found = [answer(searcher.index, text) for text in texts]
    assert [a["answer"] for a in answers] == [one._asdict() if one else None for one in found]
