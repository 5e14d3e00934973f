"""The usual form of front matter: read as PyYAML would read it, or else left to PyYAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.reading.yaml.lines import read_lines
from bantin.reading.yaml.reader import LineColumn, YamlError, load, parse

USUAL = """\
title: Ban Dân vận 14:30 họp, https://bao.example/1 (lần 2)
date: 2024-04-25
lead: "Kể: «# một» việc, rồi thôi"
period: '2021-2026'
conference:
  types: [so-ket, ky-ket]
  covers: 6 tháng đầu năm 2024
agencies: [bca, Sở Y tế]
documents:
  - chi-thi-40
  - Chương trình số 09-CTr/BCA
people:
  - name: Lê Thị A
    office: Trưởng ban
  - name: Rơ Châm B
inferred:
  people.0: theo ảnh
"""
PIECES = [
    *("\n", "\n  ", "\n- ", "\n  - ", "\n    ", "\na: ", "\n  b: ", "\n  - c: ", "a: b", "a:"),
    *("x", " ", ": ", ":", " #", "#", '"', "'", "[", "]", ", ", ",", "{", "}", "\\", "-", "- "),
    *("null", "~", "&", "*", "!", "|", ">", "%", "@", "`", "\t", "0", "é", "\xa0", "\ufeff", "<<"),
    *("? ", ".", "---", "...", "[a, b]", '"c"', "'d'"),
]
CUTS = st.tuples(st.integers(0, len(USUAL)), st.integers(0, 4), st.sampled_from(["", *PIECES]))


def assert_same(text: str) -> None:
    """Assert that the text is read as PyYAML reads it, if it is read at all."""
    fields = read_lines(text)
    if fields is not None:
        assert parse(text) == fields


def test_the_usual_form_is_read_without_pyyaml() -> None:
    fields = read_lines(USUAL)
    assert fields == parse(USUAL)
    assert fields is not None
    assert list(fields)[-2:] == ["people", "inferred"]
    assert fields["people"] == [{"name": "Lê Thị A", "office": "Trưởng ban"}, {"name": "Rơ Châm B"}]


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "a:", "a: ", "a: null", "a: ~", 'a: ""', "a: b ", "a: b # c", "a: b\n  c: d"),
        *("a: b: c", "a: b:", "a: b\n  c", "a:\n  b", "a: b\na: c", "a:\n  b: c\n  b: d"),
        *("a: [b, null]", "a: [b: c]", "a: [[b]]", "a: {b: c}", "a: &b c", "a: *b", "a: !b c"),
        *("a: |\n  b", 'a: "b\\n"', "a: 'b''c'", "a:\n  - b\n  c: d", "a:\n  b: c\n  - d"),
        *("a:\n  - b: c\n  d: e", "a:\n    b: c", "a:\n  b: c\n d: e", "a:\n- b"),
        *("a:\tb", "a: b\tc", "\ufeffa: b", "a: b\n\nc: d", "- a", "a:\n  - b: c\n    b: d"),
    ],
)
def test_a_text_of_another_form_is_left_to_pyyaml(text: str) -> None:
    assert read_lines(text) is None


@given(text=st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_what_is_read_equals_what_pyyaml_reads(text: str) -> None:
    assert_same(text)
    assert_same(f"a:{text}")


@given(cuts=st.lists(CUTS, min_size=1, max_size=3), text=st.just(USUAL))
def test_a_damaged_text_is_read_as_pyyaml_reads_it(
    cuts: list[tuple[int, int, str]], text: str
) -> None:
    for start, length, put in cuts:
        text = text[:start] + put + text[start + length :]
    assert_same(text)


def test_fields_read_without_pyyaml_can_be_located() -> None:
    locations = load(USUAL, first_line=2)[1]
    assert locations.locate(("people", 0, "office")) == LineColumn(15, 13)
    assert locations.locate_key(("inferred", "people.0")) == LineColumn(18, 3)


def test_a_text_with_too_many_values_is_still_refused() -> None:
    with pytest.raises(YamlError):
        load(f"a: [{'b, ' * 300_000}b]\nc: d & e")


def test_a_text_of_another_form_is_left_quickly() -> None:
    assert read_lines("a" * 100_000) is None
    assert read_lines("a: b\n" + "c" * 90_000) is None
