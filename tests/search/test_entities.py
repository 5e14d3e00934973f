"""Who or what a name belongs to comes before all articles, however the name is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.search.conftest import Ask
from tests.search.test_alike import assert_same

from bantin.catalog import Catalog
from bantin.search.entities.files import EntityFiles
from bantin.search.entities.records import entities
from bantin.search.query import Searcher
from bantin.search.query.entities import entities_beginning, entities_named, read_entity
from bantin.search.query.parse import parse
from bantin.search.query.resolve import ResolvedQuery
from bantin.vietnamese.fold import fold

NAMES = Path(__file__).with_name("entities.tsv")
# Namesakes share a place.
LEAST = 0.98


def typed() -> list[list[str]]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("text", "address"), typed())
def test_the_page_of_a_name_is_first(text: str, address: str, searcher: Searcher) -> None:
    found = searcher.search(text, is_finished=True).entities
    assert [entity.address for entity in found[:1]] == [address] * bool(address)


@pytest.mark.parametrize("change", [str, fold, str.upper, str.lower])
def test_every_entity_is_found_by_its_name(
    change: Callable[[str], str], searcher: Searcher, archive: Catalog
) -> None:
    missed = []
    every = list(entities(archive))
    for entity in every:
        query = parse(change(entity.name), searcher.index.manifest["limits"], is_finished=True)
        found = entities_named(searcher.index, query, ResolvedQuery([], []))
        if entity.name not in {one.name for one in found[:1]}:
            missed.append(entity.name)
    assert len(missed) <= (1 - LEAST) * len(every), missed


def test_the_browser_finds_the_same(ask: Ask, index: Path, searcher: Searcher) -> None:
    texts = [text for text, _ in typed()]
    asked = [{"text": text, "isFinished": True} for text in texts]
    assert_same(ask(index, asked), [searcher.search(t, is_finished=True) for t in texts])


def test_the_browser_suggests_the_same(ask: Ask, index: Path, searcher: Searcher) -> None:
    texts = [text[:size] for text, _ in typed() for size in (1, 3, 5, 8, 12)]
    answers = ask(index, [{"text": text, "begins": True} for text in texts])
    found = [[one.number for one in entities_beginning(searcher.index, t)] for t in texts]
    assert [answer["begins"] for answer in answers] == found
    assert sum(map(len, found)) > len(texts)


def test_names_are_suggested_while_they_are_typed(searcher: Searcher) -> None:
    index = searcher.index
    assert [one.name for one in entities_beginning(index, "Tô L")] == ["Tô Lâm"]
    assert entities_beginning(index, "quang na")[0].name == "tỉnh Quảng Nam"
    assert entities_beginning(index, "bộ công a")[0].name == "Bộ Công an"
    assert entities_beginning(index, "x") == ()


def test_a_record_has_live_facts(searcher: Searcher, archive: Catalog) -> None:
    index = searcher.index
    agency = searcher.search("Ban Tuyên giáo Trung ương").entities[0]
    assert [read_entity(index, number).name for number in agency.heirs] == [
        "Ban Tuyên giáo và Dân vận Trung ương"
    ]
    stories = archive.by_agency["bca"]
    ministry = searcher.search("Bộ Công an").entities[0]
    assert ministry.conferences == sum(s.path in archive.conferences for s in stories)
    assert [archive.articles[doc] for doc in ministry.docs] == list(stories[:3])
    program = searcher.search("Chương trình 38").entities[0]
    assert program.fact == "2016xxxxxx|2016-06-15"
    assert searcher.search("tỉnh Quảng Nam").entities[0].fact == "2025-06-30"


def test_keys_of_names_hardly_ever_clash(archive: Catalog) -> None:
    files = EntityFiles(archive)
    assert files.count == len(list(entities(archive)))
    assert sum(len(payload) for _, payload in files.files()) < 120 * files.count
