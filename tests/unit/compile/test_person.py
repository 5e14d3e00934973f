from collections.abc import Callable, Mapping

import pytest

from bantin.catalog import Catalog
from bantin.catalog.people import rank_and_office
from bantin.compile.kinds import KINDS
from bantin.compile.listing import Rows
from bantin.compile.pages.person import PersonEntry, people_entries, person_index, person_pages

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]


def letters(*names: str) -> list[tuple[str, list[str]]]:
    entries = [PersonEntry(str(number), name, "", 1) for number, name in enumerate(names)]
    [page] = person_index(entries)
    return [(group.letter, [line.link.text for line in group.lines]) for group in page.view.groups]


@pytest.mark.parametrize(
    ("given", "letter"),
    [("An", "A"), ("Ái", "A"), ("Ân", "Â"), ("Ấn", "Â"), ("Ổn", "Ô"), ("Ước", "Ư"), ("Đức", "Đ"),
     ("Ẩn", "Â"), ("Ỷ", "Y"), ("H'Loan", "H"), ("ý", "Y")],
)  # fmt: skip
def test_a_person_is_under_the_letter_of_the_given_name_without_its_tone(
    given: str, letter: str
) -> None:
    assert letters(f"Lê {given}") == [(letter, [f"Lê {given}"])]


def test_every_letter_has_one_group() -> None:
    assert letters("Bùi Ân", "Lê Ấn", "Phạm Ân", "Cao An") == [
        ("A", ["Cao An"]),
        ("Â", ["Bùi Ân", "Lê Ấn", "Phạm Ân"]),
    ]


@pytest.mark.parametrize(
    ("written", "rank", "office"),
    [
        ("Đại tướng, Bộ trưởng Bộ Công an", "Đại tướng", "Bộ trưởng Bộ Công an"),
        ("Thiếu tướng Phó Tư lệnh", "Thiếu tướng", "Phó Tư lệnh"),
        ("Thượng tá – phó giám đốc", "Thượng tá", "Phó giám đốc"),
        ("Phó Đô đốc, Tư lệnh Hải quân", "Phó Đô đốc", "Tư lệnh Hải quân"),
        ("Bộ trưởng Bộ Công an", "", "Bộ trưởng Bộ Công an"),
        ("Đại tá", "", "Đại tá"),
        ("Trung tướng hưu trí", "Trung tướng", "Hưu trí"),
    ],
)
def test_a_rank_is_no_office(written: str, rank: str, office: str) -> None:
    assert rank_and_office(written) == (rank, office)


def named(office: str, agency: str = "bca") -> list[dict[str, str]]:
    return [{"name": "Tô Văn Thử", "office": office} | ({"agency": agency} if agency else {})]


@pytest.fixture
def archive(catalog: Make, news: News) -> Catalog:
    """One person at three conferences, one of them told twice, with and without the rank."""
    meeting = {"conference": {"date": "2023-04-25"}, "date": "2023-04-26"}
    return catalog(
        {
            "docs/tin/2016/mot.md": news(
                date="2016-07-18",
                conference={"date": "2016-07-18"},
                people=named("Thượng tướng, Bộ trưởng Bộ Công an"),
            ),
            "docs/tin/2022/hai.md": news(
                date="2022-04-14",
                conference={"date": "2022-04-14"},
                people=named("bộ trưởng Bộ Công an", ""),
            ),
            "docs/tin/2023/ba.md": news(**meeting, people=named("Đại tướng, Bộ trưởng Bộ Công an")),
            "docs/tin/2023/bao.md": news(
                **meeting,
                same_event_as="tin/2023/ba.md",
                people=named("Bộ trưởng Bộ Công an"),
            ),
        }
    )


def test_one_office_is_one_line_whatever_the_rank(archive: Catalog) -> None:
    [page] = person_pages(archive, Rows(archive), archive.people["to-van-thu"])
    [line] = page.view.offices
    assert line.ranks == ("Đại tướng", "Thượng tướng")
    assert line.agency is not None
    assert [link.text for link in line.dates] == ["25/4/2023", "14/4/2022", "18/7/2016"]


def test_one_conference_is_listed_once_by_its_principal_article(archive: Catalog) -> None:
    [page] = person_pages(archive, Rows(archive), archive.people["to-van-thu"])
    assert [row.address for row in page.view.listing.items] == [
        "tin/2023/ba/",
        "tin/2022/hai/",
        "tin/2016/mot/",
    ]
    [entry] = people_entries(archive)
    assert entry.stories == 3


def test_the_page_is_made_anew_when_the_principal_article_appears(
    catalog: Make, news: News
) -> None:
    meeting = {"conference": {"date": "2023-04-25"}, "date": "2023-04-26"}
    report = news(**meeting, same_event_as="tin/2023/ba.md", people=named("Bộ trưởng Bộ Công an"))
    [kind] = [kind for kind in KINDS if kind.name == "person"]

    def inputs(status: str) -> list[str]:
        files = {"docs/tin/2023/ba.md": news(**meeting, status=status)}
        archive = catalog(files | {"docs/tin/2023/bao.md": report})
        used = kind.inputs_of(archive, archive.people["to-van-thu"])
        return [article.path for article in used]

    assert inputs("draft") == ["tin/2023/bao.md"]
    assert inputs("published") == ["tin/2023/bao.md", "tin/2023/ba.md"]


def test_the_index_says_of_which_province_an_office_is(catalog: Make, news: News) -> None:
    people = [
        {"name": "Lê A", "office": "Phó Trưởng ban Dân vận Tỉnh ủy", "agency": "bdv-tu-quang-nam"},
        {"name": "Lê B", "office": "Trưởng ban Quảng Nam", "agency": "bdv-tu-quang-nam"},
    ]
    entries = people_entries(catalog({"docs/tin/2024/mot.md": news(people=people)}))
    assert [entry.office for entry in entries] == [
        "Phó Trưởng ban Dân vận Tỉnh ủy (Quảng Nam)",
        "Trưởng ban Quảng Nam",
    ]
