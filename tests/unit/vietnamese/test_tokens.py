from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.vietnamese.tokens import Token, chunks, fragments, prepare, tokenise, tokenise_chunk

PIECES = "65|KL|TW|tu|tháng|\n|-|/| |–|2021|2025|21|25|hoà|Ê|đê|'|.|,|320|%|km|\u00ad|😀|\u0301"
TEXTS = st.text() | st.lists(st.sampled_from(PIECES.split("|"))).map("".join)


def forms(tokens: list[Token]) -> list[tuple[str, str, int, str]]:
    return [(t.exact, t.folded, t.position, t.kind) for t in tokens]


def folded(text: str, *kinds: str) -> set[str]:
    return {token.folded for token in tokenise(text) if token.kind in kinds}


@pytest.mark.parametrize("query", ["65-KL/TW", "65 KL TW", "65kl/tw", "65kltw", "65 - kl/tw"])
def test_every_spelling_finds_the_document_number(query: str) -> None:
    assert folded("Kết luận số 65-KL/TW của Ban Bí thư", "number") <= folded(query, "number")


def test_document_number_is_indexed_whole_in_parts_and_without_its_digits() -> None:
    forms_of_number = folded("01-CTrPH/BDVHU", "word", "number", "symbol")
    assert forms_of_number == {"1", "ctrph", "bdvhu", "1ctrphbdvhu", "ctrphbdvhu"}


@given(TEXTS)
def test_decomposed_and_composed_text_give_the_same_tokens(text: str) -> None:
    assert forms(tokenise(normalize("NFD", text))) == forms(tokenise(normalize("NFC", text)))


@given(TEXTS)
def test_offsets_of_a_word_cut_that_word_out_of_the_text(text: str) -> None:
    composed = normalize("NFC", text)
    assert len(prepare(text)) == len(composed)
    for token in tokenise(text):
        if token.kind == "word":
            alone = tokenise(composed[token.start : token.end])
            assert [(word.exact, word.folded) for word in alone] == [token[:2]]


@given(TEXTS)
def test_words_follow_one_another_without_overlap(text: str) -> None:
    words = [token for token in tokenise(text) if token.kind == "word"]
    assert [word.position for word in words] == list(range(len(words)))
    assert all(one.end <= other.start for one, other in pairwise(words))


@given(TEXTS)
def test_tokens_of_a_chunk_do_not_depend_on_its_neighbours(text: str) -> None:
    pieces = [chunk for fragment in fragments(text) for chunk in chunks(fragment)]
    forms = [token[:2] for chunk in pieces for token in tokenise_chunk(chunk)]
    assert forms == [token[:2] for token in tokenise(text)]


@pytest.mark.parametrize(
    "piece", ["1-", "a-", "65 kl ", "1.234", " -/", "-bca", "a'", "\u0301", "\0"]
)
def test_long_nonsense_gives_few_tokens(piece: str) -> None:
    assert len(tokenise(piece * 10_000)) <= 40_000
