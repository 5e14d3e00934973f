from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.catalog import Catalog, build_catalog
from bantin.catalog.articles import folder_of, is_visible, programs_of
from bantin.model import Article, Registries
from bantin.reading import Content
from bantin.reading.article import read_article

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
CONFERENCE = {"date": "2024-04-25", "types": ["so-ket"]}


def paths(articles: tuple[Article, ...]) -> list[str]:
    return [article.slug for article in articles]


def test_further_reports_are_listed_under_their_principal(catalog: Make, news: News) -> None:
    found = catalog({
        "docs/tin/2024/chinh.md": news(conference=CONFERENCE, agencies=["bca"]),
        "docs/tin/2024/khac.md": news(
            conference=CONFERENCE, same_event_as="tin/2024/chinh.md", agencies=["ubdt"],
            date="2024-05-01",
        ),
    })  # fmt: skip
    assert paths(found.articles) == ["chinh", "khac"]
    assert paths(found.stories) == ["chinh"]
    assert list(found.conferences) == ["tin/2024/chinh.md"]
    assert paths(found.reports["tin/2024/chinh.md"]) == ["khac"]
    assert paths(found.by_agency["ubdt"]) == ["chinh"]


@pytest.mark.parametrize(
    "hidden", [{"status": "draft"}, {"status": "review"}, {"date": "2024-07-01"}]
)
def test_a_report_is_a_story_while_its_principal_is_hidden(
    catalog: Make, news: News, hidden: dict[str, str]
) -> None:
    found = catalog({
        "docs/tin/2024/chinh.md": news(conference=CONFERENCE, **hidden),
        "docs/tin/2024/khac.md": news(
            conference=CONFERENCE, same_event_as="tin/2024/chinh.md"
        ),
    })  # fmt: skip
    assert paths(found.stories) == ["khac"]
    assert list(found.conferences) == ["tin/2024/khac.md"]
    assert found.reports == {}


def test_reports_of_a_withdrawn_article_stay_one_conference(catalog: Make, news: News) -> None:
    """A withdrawal must not make two conferences of one: totals count them."""
    withdrawn = {
        "status": "retracted", "updated": "2024-05-02",
        "corrections": [{"date": "2024-05-02", "note": "Sai."}],
    }  # fmt: skip
    days = {"mot": "2024-05-03", "hai": "2024-05-01", "ba": "2024-05-02"}
    found = catalog(
        {
            "docs/tin/2024/chinh.md": news(conference=CONFERENCE, **withdrawn),
            **{
                f"docs/tin/2024/{name}.md": news(
                    conference=CONFERENCE, same_event_as="tin/2024/chinh.md", date=day
                )
                for name, day in days.items()
            },
        }
    )
    assert list(found.conferences) == ["tin/2024/hai.md"]
    assert sorted(paths(found.reports["tin/2024/hai.md"])) == ["ba", "mot"]
    assert {path: one.slug for path, one in found.principals.items()} == {
        "tin/2024/ba.md": "hai", "tin/2024/mot.md": "hai",
    }  # fmt: skip


def test_the_outcome_may_come_from_a_further_report(catalog: Make, news: News) -> None:
    found = catalog({
        "docs/tin/2024/chinh.md": news(conference=CONFERENCE),
        "docs/tin/2024/khac.md": news(
            "## Kết quả\n\nTốt.", conference=CONFERENCE, same_event_as="tin/2024/chinh.md"
        ),
    })  # fmt: skip
    assert found.conferences["tin/2024/chinh.md"].outcome.results == "Tốt."


def test_a_retracted_article_is_in_no_index(catalog: Make, news: News) -> None:
    text = news(status="retracted", agencies=["bca"], people=[{"name": "Lê A"}])
    found = catalog({"docs/tin/2024/rut.md": text})
    assert paths(found.retracted) == ["rut"]
    shown = (found.articles, found.stories, found.by_agency, found.people, found.conferences)
    assert not any(shown)
    assert found.at("tin/2024/rut.md") is None


def test_a_signed_programme_is_reported_but_not_reviewed(catalog: Make, news: News) -> None:
    meeting = CONFERENCE | {"signs": ["dan-van-cong-an-2022", "2025"]}
    found = catalog(
        {"docs/tin/2024/ky.md": news(conference=meeting, programs=["dan-van-cong-an-2016"])}
    )
    assert programs_of(found.articles[0]) == ("dan-van-cong-an-2016", "dan-van-cong-an-2022")
    conference = found.conferences["tin/2024/ky.md"]
    old, new = (found.registries.programs[f"dan-van-cong-an-{year}"] for year in (2016, 2022))
    assert conference.reviews(old)
    assert not conference.reviews(new)


@pytest.mark.parametrize(
    ("written", "is_shown"),
    [("2024-06-30", True), ("2024-07-01", False), ("2024-06", True), ("2024-07", False),
     ("2024", True), ("2025", False)],
)  # fmt: skip
def test_nothing_is_visible_before_its_first_possible_day(
    news: News,
    written: str,
    is_shown: bool,  # noqa: FBT001
) -> None:
    article = read_article("tin/2024/bai.md", news(date=written).encode())
    assert isinstance(article, Article)
    assert is_visible(article, date(2024, 6, 30)) is is_shown


@pytest.mark.parametrize(
    ("fields", "folder"),
    [
        ({"date": "2024-01-05", "conference": {"date": "2023-12-30"}}, "2023"),
        ({"date": "2024-01-05"}, "2024"),
        ({"date": "2024-01-05", "conference": {"types": ["khac"]}}, "2024"),
        ({"date": "2024-01-05", "conference": {"date": "--12-30"}}, "chua-ro-nam"),
        ({"date": "", "source": {"name": "Báo"}}, "chua-ro-nam"),
    ],
)
def test_the_folder_follows_the_conference(
    news: News, fields: dict[str, object], folder: str
) -> None:
    article = read_article("tin/2024/bai.md", news(**fields).encode())
    assert isinstance(article, Article)
    assert folder_of(article.front) == folder


DATES = st.one_of(
    st.dates(date(2020, 1, 1), date(2023, 12, 31)).map(date.isoformat),
    st.integers(2020, 2023).map(str),
    st.builds("{}-{:02}".format, st.integers(2020, 2023), st.integers(1, 12)),
    st.just("--11-28"),
)


@given(dates=st.lists(DATES, min_size=1, max_size=12))
def test_every_list_is_newest_first_and_complete(news: News, dates: list[str]) -> None:
    articles = []
    for number, day in enumerate(dates):
        text = news(date="2024-01-01", conference={"date": day})
        article = read_article(f"tin/{number % 3}/{number}.md", text.encode())
        assert isinstance(article, Article)
        articles.append(article)
    content = Content(None, None, tuple(articles), Registries())  # type: ignore[arg-type]
    found = build_catalog(content, date(2024, 6, 30))
    keys = [found.order_of(story) for story in found.stories]
    assert keys == sorted(keys)
    for newer, older in pairwise(found.bounds_of(story) for story in found.stories):
        assert not (newer.year and newer.is_before(older))
    assert sorted(found.stories, key=lambda a: a.path) == sorted(articles, key=lambda a: a.path)
    years = [found.bounds_of(story).year or 0 for story in found.stories]
    assert years == sorted(years, reverse=True)
    assert sum(len(stories) for stories in found.by_year.values()) == len(articles)


def test_people_are_gathered_with_each_office(catalog: Make, news: News) -> None:
    found = catalog({
        "docs/tin/2024/mot.md": news(people=[{"name": "Lê Hòa", "office": "Trưởng ban"}]),
        "docs/tin/2023/hai.md": news(
            date="2023-01-01",
            people=[{"name": "Lê Hoà", "office": "Phó ban"}, {"name": "Lê Hòa", "id": "le-hoa-2"}],
        ),
    })  # fmt: skip
    assert list(found.people) == ["le-hoa", "le-hoa-2"]
    offices = [appearance.person.office for appearance in found.people["le-hoa"].appearances]
    assert offices == ["Trưởng ban", "Phó ban"]
