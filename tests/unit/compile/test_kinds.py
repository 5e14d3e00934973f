from collections.abc import Callable, Mapping

import pytest

from bantin.catalog import Catalog
from bantin.compile.kinds import KINDS, PageKind
from bantin.compile.listing import Rows

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]


@pytest.fixture
def archive(catalog: Make, news: News) -> Catalog:
    fields = {
        "programs": ["dan-van-cong-an-2022"],
        "agencies": ["bca"],
        "provinces": ["quang-nam"],
        "documents": ["ket-luan-65-kl-tw"],
        "people": [{"name": "Nguyễn Văn Đức", "office": "Trưởng ban"}],
    }
    conference = {"date": "2024-04-25", "types": ["so-ket"]}
    body = "## Nhiệm vụ\n\n- Tập huấn cán bộ xã.\n"
    return catalog({"docs/tin/2024/bai.md": news(body, conference=conference, **fields)})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_pages_of_a_kind_are_at_its_address_and_list_its_stories(
    archive: Catalog, kind: PageKind
) -> None:
    records = kind.records(archive)
    assert records, f"{kind.name}: give the archive above what this kind needs"
    for record in records.values():
        first, *_ = kind.pages(archive, Rows(archive), record)
        assert first.address == kind.address(record)
        listed = [row.address for row in first.view.listing.items]
        assert listed == [story.address for story in kind.stories(archive, record)]
        inputs = {story.path for story in kind.inputs_of(archive, record)}
        assert inputs >= {story.path for story in kind.stories(archive, record)}


def test_every_kind_but_districts_lists_the_story(archive: Catalog) -> None:
    used = {
        kind.name
        for kind in KINDS
        if any(kind.stories(archive, record) for record in kind.records(archive).values())
    }
    assert used == {kind.name for kind in KINDS} - {"district"}


def test_an_index_leads_to_every_record_of_its_kind(archive: Catalog) -> None:
    for kind in KINDS:
        if kind.index:
            shown = repr(kind.index(archive).view)
            for record in kind.records(archive).values():
                assert kind.address(record) in shown, kind.name
