import pytest

from bantin.gazetteer.phrases import PhraseTrie
from bantin.vietnamese.fold import fold_keeping_length

TRIE: PhraseTrie[str] = PhraseTrie()
for phrase in ("Gia Lai", "Bà Rịa - Vũng Tàu", "M'Drắk", "Sở GD&ĐT", "Sở", "Sở Giáo dục"):
    TRIE.add(phrase, phrase)


def names(text: str) -> list[tuple[str, str]]:
    return [
        (text[match.start : match.end], match.values[0])
        for match in TRIE.find(fold_keeping_length(text))
    ]


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("ở GIA LAI nay", "GIA LAI", "Gia Lai"),
        ("huyện M’Đrắk", "M’Đrắk", "M'Drắk"),
        ("tỉnh Bà Rịa – Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Sở GD-ĐT", "Sở GD-ĐT", "Sở GD&ĐT"),
    ],
)
def test_diacritics_capitals_and_separators_do_not_count(text: str, name: str, phrase: str) -> None:
    assert names(text) == [(name, phrase)]


def test_the_longest_name_wins() -> None:
    assert names("Sở Giáo dục và Sở Y tế") == [("Sở Giáo dục", "Sở Giáo dục"), ("Sở", "Sở")]


def test_names_are_found_only_as_whole_words() -> None:
    assert names("gia laii, Sởm") == []


def test_a_name_at_an_offset_begins_exactly_there() -> None:
    folded = fold_keeping_length("tỉnh Gia Lai")
    match = TRIE.at(folded, 5)
    assert match is not None
    assert (match.start, match.end) == (5, 12)
    assert TRIE.at(folded, 4) is None


def test_a_name_can_stand_for_several_values_each_once() -> None:
    trie: PhraseTrie[int] = PhraseTrie()
    for value in (1, 2, 1):
        trie.add("Phú Hòa", value)
    assert [match.values for match in trie.find("phu hoa")] == [(1, 2)]
