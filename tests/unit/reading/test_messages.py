"""No error that the model can raise reaches an editor in English."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bantin.model import Article, Problem
from bantin.model.article import FrontMatter
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.registry import Agency, District, Document, Glossary, Program, Province
from bantin.reading.article import read_article
from bantin.reading.messages import EXPLAIN, problems_of
from bantin.reading.yaml.reader import FieldLocations

MODELS = (FrontMatter, Agency, Province, District, Document, Program, Glossary)
# What pydantic may raise for a value of the kinds our YAML reader gives: text, list, mapping.
RAISED = {
    "str": {"string_type"},
    "bool": {"bool_parsing", "bool_type"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "list": {"list_type"},
    "dict": {"dict_type"},
    "dataclass": {"dataclass_type"},
    "dataclass-args": {"unexpected_keyword_argument", "missing"},
    "int": {"int_type", "int_parsing"},
    "float": {"float_type", "float_parsing"},
}
# Inside these a validator of ours has already made the value, or refused it in its own words.
PARSED = {"PartialDate", "Span"}
LIMITS = {"min_length": "string_too_short", "max_length": "string_too_long"}
ENGLISH = ("Input should", "Field required", "Unexpected", "expected", "while ", "found ")


def raised_by(schema: object) -> Iterator[str]:
    """Every error type that a core schema may raise for text, lists and mappings."""
    if isinstance(schema, dict):
        kind = str(schema.get("type", ""))
        if kind == "dataclass" and getattr(schema.get("cls"), "__name__", "") in PARSED:
            return
        yield from RAISED.get(kind, ())
        if kind == "str":
            yield from (error for limit, error in LIMITS.items() if limit in schema)
        for key, part in schema.items():
            if key not in {"metadata", "serialization"}:
                yield from raised_by(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from raised_by(part)


def schema_of(model: type) -> object:
    adapter: TypeAdapter[Any] = TypeAdapter(model)
    adapter.rebuild(force=True)  # else it is built where something is first read
    return adapter.core_schema


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_error_type_of_the_schema_is_explained(model: type) -> None:
    types = set(raised_by(schema_of(model)))
    assert "missing" in types
    assert types <= set(EXPLAIN)


def test_this_test_covers_every_kind_of_schema() -> None:
    kinds: set[str] = set()

    def gather(schema: object) -> None:
        if isinstance(schema, dict):
            if isinstance(schema.get("type"), str) and "cls" not in schema:
                kinds.add(schema["type"])
            for key, part in schema.items():
                if key not in {"metadata", "serialization"}:
                    gather(part)
        elif isinstance(schema, list | tuple):
            for part in schema:
                gather(part)

    for model in MODELS:
        gather(schema_of(model))
    wrappers = {"default", "nullable", "union", "function-before", "dataclass-field", "no-info"}
    wrappers |= {"definitions", "definition-ref", "function-after"}
    assert kinds <= set(RAISED) | wrappers


WORDS = st.sampled_from(["", " ", "x", "2024-02-30", "có", "a" * 2001, "true", "tin/2024/a.md"])
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "name", "date", "lạ"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(fields=st.dictionaries(st.sampled_from([*FRONT_MATTER_KEYS, "lạ-lùng"]), VALUES, max_size=6))
def test_no_wrong_value_gets_a_message_in_english(fields: dict[str, Any]) -> None:
    try:
        TypeAdapter(FrontMatter).validate_python(fields)
    except ValidationError as error:
        found = error.errors(include_url=False)
        for problem in problems_of("bai.md", found, FieldLocations(), FrontMatter):
            assert not any(word in problem.message for word in ENGLISH), problem.message
            assert "\n" not in problem.message


@given(text=st.text(st.sampled_from("abc: -\n\t[]{},'\"\\|>%@&*!?#đ"), max_size=30))
def test_no_syntax_error_gets_a_message_in_english(text: str) -> None:
    found = read_article("tin/2024/bai.md", f"---\n{text}\n---\n".encode())
    problems: list[Problem] = [] if isinstance(found, Article) else found
    for problem in problems:
        assert not any(word in problem.message for word in ENGLISH), problem.message
