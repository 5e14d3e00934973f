"""Tests that open one page of every kind leave out no section and no kind of record."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

import pytest
from tests.browser.conftest import FIXED, LARGEST
from tests.build.test_pages import KINDS as BUILT
from tests.serving.test_browser import ADDRESSES, SAMPLES

from bantin.catalog import Catalog
from bantin.compile.kinds import KINDS
from bantin.model.sections import Section

# Photographs as they came: files without a page.
WITHOUT_PAGE = {Section.PHOTOS}
OWNERS = {"compile", "publish", "docs"}
FOR_READERS = {one.folder for one in Section if one.owner in OWNERS and one not in WITHOUT_PAGE}
INDEXES = {
    "KINDS of tests/build/test_pages.py": BUILT,
    "FIXED of tests/browser/conftest.py": FIXED.values(),
    "ADDRESSES of tests/serving/test_browser.py": ADDRESSES,
}
PATTERNS = {
    "LARGEST of tests/browser/conftest.py": [
        one.removesuffix("/index.html") for one in LARGEST.values()
    ],
    "SAMPLES of tests/serving/test_browser.py": SAMPLES,
}
FRONT = """---
title: Một bài
date: 2024-04-26
conference: {date: 2024-04-25, types: [so-ket]}
people: [{name: Nguyễn Văn Đức, office: Trưởng ban}]
---

## Nhiệm vụ

- Tập huấn cán bộ xã.
"""


@pytest.mark.parametrize("name", INDEXES)
def test_a_list_has_the_index_of_every_section_for_readers(name: str) -> None:
    folders = {address.partition("?")[0].rstrip("/") for address in INDEXES[name]}
    assert sorted(FOR_READERS - folders) == [], f"missing in {name}"


@pytest.mark.parametrize("name", PATTERNS)
def test_a_list_has_a_pattern_for_the_pages_of_every_kind_of_record(
    catalog: Callable[[Mapping[str, str]], Catalog], name: str
) -> None:
    archive = catalog({"docs/tin/2024/bai.md": FRONT})
    missing = [
        kind.name
        for kind in KINDS
        for record in list(kind.records(archive).values())[:1]
        if not matches(kind.address(record), PATTERNS[name])
    ]
    assert missing == [], f"missing in {name}"
    empty = [kind.name for kind in KINDS if not kind.records(archive)]
    assert empty == [], "give FRONT above what these kinds need"


def matches(address: str, patterns: Iterable[str]) -> bool:
    return any(PurePosixPath(address).match(pattern) for pattern in patterns)
