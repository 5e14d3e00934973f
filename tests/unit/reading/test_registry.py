"""Whatever a registry holds is read or refused, and the rest still makes a Catalog."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.catalog import build_catalog
from bantin.checking import check, valid_part
from bantin.model.keys import keys_of
from bantin.model.problem import Severity
from bantin.model.registry import RECORD_TYPES
from bantin.reading import Content
from bantin.reading.registry import read_registries

TODAY = date(2026, 11, 23)
IDS = st.sampled_from(["a", "b", "c", "quang-nam", "bca", "Không", ""])
KEYS = sorted({key for kind in RECORD_TYPES.values() for key in keys_of(kind)})
WORDS = st.sampled_from(
    ["huyen", "tinh", "khac", "xa", "dang", "trung-uong", "Nghị quyết", "2025-06-30", "2024-02-30",
     "2016-2021", "2022-", "--04-25", "null", "x" * 3000, "https://a.vn", "25-NQ/TW"]
)  # fmt: skip
SCALARS = st.one_of(IDS, WORDS, st.integers(-9, 3000).map(str), st.text(max_size=12))
VALUES = st.one_of(
    SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(st.sampled_from(KEYS), SCALARS)
)
FORMS = {"a": "agencies", "p": "provinces", "d": "districts", "v": "documents", "c": "programs"}
WHOLE: dict[str, dict[str, Any]] = {
    "agencies": {"name": "A", "kind": "khac", "level": "xa"},
    "provinces": {"name": "A", "type": "tinh"},
    "districts": {"name": "A", "type": "huyen", "province": "a"},
    "documents": {"type": "Nghị quyết"},
    "programs": {"name": "A"},
}
LINKS = ("succeeded_by", "parent", "renews", "implements", "province", "documents")


def records(kind: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Records of a registry, most of them nearly right, that name each other at will."""
    odd = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4)
    named = st.dictionaries(st.sampled_from(LINKS), st.one_of(IDS, st.lists(IDS, max_size=2)))
    one = st.builds(lambda id_, a, b: {"id": id_} | WHOLE[kind] | a | b, IDS, named, odd)
    return st.lists(one, max_size=4)


REGISTRIES = st.fixed_dictionaries({kind: records(kind) for kind in FORMS.values()})
BYTES = st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode))


def survives(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        for name, written in files.items():
            (data / f"{name}.yml").write_bytes(written)
        known, problems = read_registries(data)
        content = Content(Path(folder) / "docs", data, (), known, tuple(problems))
        found = [p for p in check(content) if p.severity is Severity.PROBLEM]
        assert all(p.message and p.location.line >= 1 and p.location.column >= 1 for p in found)
        build_catalog(valid_part(content, found), TODAY)


@settings(max_examples=300)
@given(made=REGISTRIES)
def test_records_that_name_each_other_in_any_way_are_checked(made: dict[str, Any]) -> None:
    survives(
        {kind: yaml.safe_dump(rows, allow_unicode=True).encode() for kind, rows in made.items()}
    )


@settings(max_examples=300)
@given(name=st.sampled_from([*RECORD_TYPES, "glossary"]), content=BYTES)
def test_any_bytes_of_a_registry_are_read_or_refused(name: str, content: bytes) -> None:
    survives({name: content})


def test_a_folder_or_a_pipe_in_the_place_of_a_registry_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "agencies.yml").mkdir(parents=True)
    os.mkfifo(data / "documents.yml")
    known, problems = read_registries(data)
    assert [str(problem).partition(";")[0] for problem in problems] == [
        "data/agencies.yml:1:1: không phải tệp thường",
        "data/documents.yml:1:1: không phải tệp thường",
    ]
    content = Content(tmp_path / "docs", data, (), known, tuple(problems))
    assert check(content) == sorted(problems)
