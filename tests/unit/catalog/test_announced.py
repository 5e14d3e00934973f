"""Conferences announced before they are held: which they are, and that nothing counts them."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.conftest import BASE

from bantin.catalog import Catalog, build_catalog
from bantin.catalog.events import gather_events
from bantin.compile import pages
from bantin.compile.pages.statistics import statistics_page
from bantin.model.conference import Stage
from bantin.model.settings import Settings
from bantin.publish.data import tables
from bantin.publish.discovery.small_files import llms
from bantin.publish.pages.english import english_page
from bantin.reading import Content, read
from bantin.vietnamese.dates import PartialDate

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
TODAY = date(2024, 6, 30)
ANNOUNCED = "docs/tin/2024/bao-truoc.md"
REPORT = "docs/tin/2024/thuat-lai.md"


def stage(catalog: Catalog, path: str) -> Stage:
    return catalog.stage_of(catalog.by_path[path.removeprefix("docs/")])


@pytest.mark.parametrize(
    ("conference", "expected"),
    [
        ({"date": "2024-07-05"}, Stage.PLANNED),
        ({"date": "2024-06-30"}, Stage.PLANNED),
        ({"date": "2024-06"}, Stage.PLANNED),
        ({"date": "2024", "state": "du-kien"}, Stage.PLANNED),
        ({"state": "du-kien"}, Stage.PLANNED),
        ({"date": "2024-06-29"}, Stage.OVERDUE),
        ({"date": "2024-05"}, Stage.OVERDUE),
        ({"date": "2024-07-05", "state": "hoan"}, Stage.POSTPONED),
        ({"date": "2024-06-05", "state": "hoan"}, Stage.POSTPONED),
        ({"date": "2024-06-05", "state": "huy"}, Stage.CANCELLED),
        ({"date": "2024-04-25"}, Stage.HELD),
        ({"date": "2024-04"}, Stage.HELD),
        ({"date": "2024"}, Stage.HELD),
        ({}, Stage.HELD),
    ],
)
def test_the_stage_follows_from_dates_and_state(
    catalog: Make, news: News, conference: dict[str, str], expected: Stage
) -> None:
    made = catalog({ANNOUNCED: news(date="2024-04-25", conference=conference)})
    assert stage(made, ANNOUNCED) is expected
    assert len(made.conferences) == (expected is Stage.HELD)
    assert len(made.announced.conferences) == (expected is not Stage.HELD)


@pytest.mark.parametrize("names", ["report", "announcement"])
def test_a_report_joins_its_announcement_whichever_names_the_other(
    catalog: Make, news: News, names: str
) -> None:
    early: dict[str, Any] = {"date": "2024-04-25", "conference": {"date": "2024-06-05"}}
    late: dict[str, Any] = {"date": "2024-06-13", "conference": {"date": "2024-06-12"}}
    early["agencies"] = ["bca"]
    early["people"] = [{"name": "Người Chỉ Được Báo Trước"}]
    (late if names == "report" else early)["same_event_as"] = (
        ANNOUNCED if names == "report" else REPORT
    ).removeprefix("docs/")
    made = catalog({ANNOUNCED: news(**early), REPORT: news(**late)})
    [conference] = made.conferences.values()
    assert conference.principal.path == REPORT.removeprefix("docs/")
    assert [a.path for a in conference.announcements] == [ANNOUNCED.removeprefix("docs/")]
    assert conference.reports == ()
    assert not made.announced.conferences
    assert stage(made, ANNOUNCED) is Stage.HELD
    # What was only announced is not known to have come true.
    assert "bca" not in made.by_agency
    assert not made.people


def test_of_several_reports_the_first_is_the_principal_one(catalog: Make, news: News) -> None:
    target = ANNOUNCED.removeprefix("docs/")
    held = {"date": "2024-06-12"}
    made = catalog(
        {
            ANNOUNCED: news(date="2024-04-25", conference={"date": "2024-06-05"}),
            "docs/tin/2024/a-muon.md": news(
                date="2024-06-20", conference=held, same_event_as=target
            ),
            "docs/tin/2024/b-som.md": news(
                date="2024-06-13", conference=held, same_event_as=target
            ),
            "docs/tin/2024/c-tin-thuong.md": news(date="2024-06-01", same_event_as=target),
        }
    )
    [conference] = made.conferences.values()
    assert conference.principal.slug == "b-som"
    assert {a.slug for a in conference.reports} == {"a-muon", "c-tin-thuong"}
    assert [a.slug for a in conference.announcements] == ["bao-truoc"]


def test_those_to_come_ascend_and_the_others_follow(catalog: Make, news: News) -> None:
    days = {
        "xa": {"date": "2025-03-05"},
        "gan": {"date": "2024-07-02"},
        "thang": {"date": "2024-09"},
        "chua-ro": {"state": "du-kien"},
        "huy": {"date": "2024-08-01", "state": "huy"},
        "qua-ngay": {"date": "2024-06-01"},
    }
    files = {
        f"docs/tin/{day.get('date', '2024')[:4]}/{slug}.md": news(date="2024-04-25", conference=day)
        for slug, day in days.items()
    }
    slugs = [article.slug for article in catalog(files).announced.stories]
    assert slugs == ["gan", "thang", "xa", "chua-ro", "huy", "qua-ngay"]


DAYS = st.integers(-400, 700).map(lambda days: TODAY + timedelta(days))
PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), DAYS, st.integers(1, 3)
)
MEETINGS = st.fixed_dictionaries(
    {"types": st.lists(st.sampled_from(["so-ket", "ky-ket"]), unique=True, min_size=1)},
    optional={
        "date": PARTIAL.map(PartialDate.iso),
        "state": st.sampled_from(["du-kien", "hoan", "huy"]),
        "covers": st.sampled_from(["2022", "2022-2023"]),
    },
)
FRONTS = st.fixed_dictionaries(
    {"date": PARTIAL.map(PartialDate.iso), "conference": MEETINGS},
    optional={
        "programs": st.just(["dan-van-cong-an-2022"]),
        "agencies": st.lists(st.sampled_from(["bca", "bdv-tu-quang-nam"]), unique=True),
        "provinces": st.just(["quang-nam"]),
        "documents": st.just(["ket-luan-65-kl-tw"]),
        "people": st.just([{"name": "Nguyễn Văn Đức"}]),
        "same_event_as": st.integers(0, 7),
    },
)


@settings(max_examples=60)
@given(fronts=st.lists(FRONTS, max_size=8))
def test_no_count_holds_a_conference_that_was_only_announced(fronts: list[dict[str, Any]]) -> None:
    """All that counts is the same as in an archive without the announcements."""
    with TemporaryDirectory() as folder:
        content = lay_out(Path(folder), fronts)
        whole = build_catalog(content, TODAY)
        events = gather_events(whole.articles, whole.by_path, TODAY)
        held = tuple(unlink(a, events) for a in content.articles if a.path not in events.announced)
        only_held = build_catalog(replace(content, articles=held), TODAY)
        # An announcement may tell the year of a report without a day.
        assume(not any(map(has_its_year_told, whole.conferences.values())))
        assert counts(whole) == counts(only_held)
        for conference in whole.conferences.values():
            day = conference.date.first if conference.date else None
            assert conference.meeting.state is None
            assert day is None or day <= TODAY


def has_its_year_told(conference: Any) -> bool:  # noqa: ANN401 - a conference
    return bool(conference.announcements) and conference.date is None


def unlink(article: Any, events: Any) -> Any:  # noqa: ANN401 - an article, and what belongs to it
    """Return a report that names its principal one instead of an announcement."""
    principal = events.principals.get(article.path)
    if principal is not None and principal.path in events.announced:
        principal = None
    path = principal.path if principal else None
    return replace(article, front=replace(article.front, same_event_as=path))


def lay_out(folder: Path, fronts: list[dict[str, Any]]) -> Content:
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    paths = [f"tin/2024/bai-{number}.md" for number in range(len(fronts))]
    for number, front in enumerate(fronts):
        target = front.get("same_event_as")
        links = {} if target is None or target >= number else {"same_event_as": paths[target]}
        # Only those that are no further article themselves may be named.
        if target is not None and target < number and "same_event_as" in fronts[target]:
            links = {}
        shown = {k: v for k, v in front.items() if k != "same_event_as"} | links
        front_matter = yaml.safe_dump({"title": f"Bài {number}"} | shown, allow_unicode=True)
        file = folder / "docs" / paths[number]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{front_matter}---\n## Kết quả\n\nMở 10 buổi.\n", encoding="utf-8")
    content = read(folder / "docs", folder / "data")
    assert not content.problems
    return content


def counts(catalog: Catalog) -> dict[str, Any]:
    """Return all that the site counts or lists as held."""
    statistics = statistics_page(catalog).view._replace(articles=0)
    shown = {page.address: page.view for page in pages(catalog)}
    program = shown["chuong-trinh/dan-van-cong-an-2022/"]
    data = {table.name: table for table in tables(catalog)}
    settings_ = Settings("Bản tin")
    return {
        "statistics": statistics,
        "home": shown[""].conferences,
        "news": shown["tin/"].listing.total,
        "years": shown["nam/"],
        "types": shown["loai/"],
        "agencies": shown["co-quan/"],
        "programs": shown["chuong-trinh/"],
        "documents": shown["van-ban/"],
        "people": shown["nhan-su/"],
        "ledger": program.ledger,
        "dots": [bar.dots for bar in program.timeline.bars] if program.timeline else [],
        "partners": {a: v.partners for a, v in shown.items() if hasattr(v, "partners")},
        "english": english_page(catalog, settings_).view.conferences,
        "llms": llms(catalog, settings_, []).text.partition(" hội nghị, ")[0],
        "data": [row["id"] for row in data["conferences"].rows() if row["status"] == Stage.HELD],
        "registries": {
            name: [row.get("stories") for row in table.rows()]
            for name, table in data.items()
            if name not in {"articles", "conferences"}
        },
        "boxes": {
            address: [(b.number, b.total) for b in view.programs]
            for address, view in shown.items()
            if hasattr(view, "body_links") and not view.announced
        },
    }
