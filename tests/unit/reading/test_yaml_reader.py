from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bantin.reading.yaml.reader import LineColumn, YamlError, load

TEXT = """\
title: Bài thử
conference:
  date: 2024-04-25
  types: [so-ket, ky-ket]
people:
  - name: A
    office: B
"""
PLAIN = st.text("abcđê 09.,()/", min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = st.text("abcxyz_", min_size=1, max_size=6)
TREES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ((), LineColumn(2, 1)),
        (("title",), LineColumn(2, 8)),
        (("conference", "date"), LineColumn(4, 9)),
        (("conference", "types", 1), LineColumn(5, 19)),
        (("people", 0, "office"), LineColumn(8, 13)),
        (("people", 0, "agency"), LineColumn(7, 5)),
        (("nowhere", 3), LineColumn(2, 1)),
    ],
)
def test_lines_count_from_the_first_line_of_the_file(
    path: tuple[str | int, ...], mark: LineColumn
) -> None:
    assert load(TEXT, first_line=2)[1].locate(path) == mark


def test_a_key_is_located_apart_from_its_value() -> None:
    _, locations = load(TEXT, first_line=2)
    assert locations.locate_key(("conference", "date")) == LineColumn(4, 3)
    assert locations.locate_key(("conference", "none")) == LineColumn(4, 3)


@pytest.mark.parametrize(
    "text", ["14:30", "0123", "no", "yes", "120_000", "1e3", "0x1F", "2024-04-25", ".inf", "on"]
)
def test_scalars_stay_as_written(text: str) -> None:
    assert load(f"a: {text}")[0] == {"a": text}


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null", 'a: ""', "a: ''"])
def test_empty_values_are_left_out(text: str) -> None:
    assert load(text)[0] == {}


@given(tree=TREES)
def test_any_tree_of_texts_is_read_as_it_was_written(tree: Any) -> None:  # noqa: ANN401 -- texts, lists, mappings
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    assert load(written)[0] == tree


@given(text=st.text(max_size=60) | st.text("ab:- \n[]{},'\"&*!|>#%@`\t?", max_size=60))
def test_any_text_is_read_or_refused_with_a_yaml_error(text: str) -> None:
    spot = LineColumn(1, 1)
    try:
        load(text)
    except YamlError as error:
        spot = error.at
    assert spot >= LineColumn(1, 1)
    assert spot.column >= 1


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        "{a: " * 5_000,
        "- " * 5_000 + "x",
        "? " * 5_000 + "x",
        "[a, " * 300 + "]" * 300,
        "".join(f"{' ' * depth}a:\n" for depth in range(500)),
        "[" * 200 + "a, " * 300_000 + "]" * 200,
    ],
    ids=["lists", "mappings", "dashes", "keys", "mixed", "blocks", "long"],
)
def test_unwanted_constructs_are_refused_before_nodes_are_built(text: str) -> None:
    with pytest.raises(YamlError):
        load(text)


def test_a_large_registry_is_accepted() -> None:
    record = "- {id: a, name: Ban Dân vận & Mặt trận, kind: khac, level: tinh}\n"
    assert len(load(record * 5_000)[0]) == 5_000
