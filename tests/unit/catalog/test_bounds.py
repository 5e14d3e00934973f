"""Between which days conferences were held whose day no source gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from bantin.catalog import Catalog, build_catalog
from bantin.catalog.bounds import BoundsRules, bounded
from bantin.catalog.days import about, date_in_lists
from bantin.reading import read
from bantin.vietnamese.bounds import Bounds, Ground, bounds_of_date, not_after, not_before
from bantin.vietnamese.dates import PartialDate, parse_date

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
OLD, NEW = "dan-van-cong-an-2016", "dan-van-cong-an-2022"
SOURCE = {"name": "Báo"}
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.fixture(scope="module")
def archive() -> Catalog:
    return build_catalog(read(ROOT / "docs", ROOT / "data"), date(2026, 11, 23))


@pytest.fixture
def bounds(catalog: Make, news: News) -> Callable[..., Bounds]:
    """Return the bounds of one report: fields of its conference, other fields."""

    def make(meeting: dict[str, Any], **fields: Any) -> Bounds:  # noqa: ANN401 - any front matter
        fields = {"date": None, "source": SOURCE} | fields
        folder = "chua-ro-nam" if fields["date"] is None or "date" in meeting else "2024"
        found = catalog({f"docs/tin/{folder}/bai.md": news(conference=meeting, **fields)})
        return found.bounds_of(found.articles[0])

    return make


@pytest.mark.parametrize(
    ("meeting", "fields", "interval"),
    [
        ({"types": ["so-ket"]}, {}, ""),
        ({"types": ["khac"]}, {"agencies": ["ubdt"]}, "../2025-02-28"),
        ({"types": ["khac"]}, {"provinces": ["da-nang-2025"]}, "2025-07-01/.."),
        ({"types": ["khac"]}, {"people": [{"name": "Lê A", "agency": "ubdt"}]},
         "../2025-02-28"),
        ({"types": ["khac"]}, {"documents": ["65-KL/TW"]}, "2019-10-30/.."),
        ({"types": ["so-ket"], "covers": "2018-Q2"}, {}, "2018-06-01/2019-06-30"),
        ({"types": ["so-ket"], "covers": "2018"}, {}, "2018-07-01/2019-12-31"),
        ({"types": ["khac"], "covers": "2018"}, {}, "2018-01-01/2019-12-31"),
        ({"types": ["so-ket"], "covers": "2011-2015"}, {}, "2015-01-01/2017-12-31"),
        ({"types": ["so-ket"], "covers": "2011-"}, {}, ""),
        ({"types": ["ky-ket"], "signs": [OLD]}, {"programs": [OLD]}, "2015-07-01/2017-06-30"),
        ({"types": ["so-ket"]}, {"programs": [OLD]}, "2016-01-01/2023-12-31"),
        ({"types": ["trien-khai"]}, {"programs": [OLD]}, "2015-07-01/2023-12-31"),
        ({"types": ["so-ket"], "covers": "2 năm"}, {"programs": [OLD]}, "2017-01-01/2019-12-31"),
        ({"types": ["khac"]}, {"date": "2024-04-25"}, "../2024-04-25"),
        ({"types": ["khac"]}, {"source": SOURCE | {"published": "2024-04-25"}},
         "2023-10-25/2024-04-25"),
        ({"types": ["khac"]}, {"source": SOURCE | {"published": "2024-04"}},
         "2023-10-01/2024-04-30"),
        ({"date": "--11-08", "signs": [OLD]}, {"programs": [OLD]}, "2015-11-08/2016-11-08"),
        ({"date": "--04-20"}, {"source": SOURCE | {"published": "2024-04-25"}},
         "2024-04-20/2024-04-20"),
        ({"date": "--02-29"}, {"provinces": ["da-nang-2025"]}, "2028-02-29/.."),
    ],
)  # fmt: skip
def test_what_records_tell_of_a_day(
    bounds: Callable[..., Bounds], meeting: dict[str, Any], fields: dict[str, Any], interval: str
) -> None:
    found = bounds(meeting, **fields)
    assert found.edtf == interval
    assert bool(found.grounds) is bool(interval)
    assert found.conflict is None


def test_rules_give_way_to_what_is_certain(bounds: Callable[..., Bounds]) -> None:
    meeting = {"types": ["so-ket"], "covers": "2011-2015"}
    found = bounds(meeting, provinces=["da-nang-2025"])
    assert found.edtf == "2025-07-01/.."
    assert found.conflict is not None
    assert [one.is_certain for one in found.conflict] == [True, False]


def test_nothing_is_told_where_records_contradict_each_other() -> None:
    first = not_before(date(2025, 7, 1), "provinces/x", "có từ 1/7/2025")
    last = not_after(date(2025, 2, 28), "agencies/y", "có đến 28/2/2025")
    found = bounded(None, [first, last])
    assert (found.edtf, found.grounds, found.conflict) == ("", (), (first, last))


def test_a_year_of_the_source_is_narrowed_by_what_is_certain_alone(
    catalog: Make, news: News
) -> None:
    meeting = {"date": "2024", "types": ["so-ket"], "covers": "2010"}
    found = catalog({"docs/tin/2024/bai.md": news(conference=meeting, date="2024-04-20")})
    bounds = found.bounds_of(found.articles[0])
    assert (bounds.edtf, bounds.conflict) == ("2024-01-01/2024-04-20", None)


def test_an_announcement_gives_bounds_to_what_was_held_later(catalog: Make, news: News) -> None:
    early = news(date="2023-02-01", conference={"state": "du-kien"})
    late = news(
        date=None, source=SOURCE, conference={"types": ["khac"]},
        same_event_as="tin/2023/bao-truoc.md",
    )  # fmt: skip
    found = catalog({"docs/tin/2023/bao-truoc.md": early, "docs/tin/chua-ro-nam/hop.md": late})
    [conference] = found.conferences.values()
    assert conference.bounds.edtf == "2023-02-01/2025-02-01"


def test_a_further_report_without_a_day_has_that_of_its_conference(
    catalog: Make, news: News
) -> None:
    first = news(date="2024-04-26", conference={"date": "2024-04-25"})
    second = news(
        date=None, source=SOURCE, conference={"types": ["khac"]}, same_event_as="tin/2024/mot.md"
    )
    found = catalog({"docs/tin/2024/mot.md": first, "docs/tin/chua-ro-nam/hai.md": second})
    assert {one.edtf for one in found.bounds.values()} == {"2024-04-25/2024-04-25"}


def test_every_rule_holds_for_every_conference_whose_day_is_known(archive: Catalog) -> None:
    rules = BoundsRules(archive.registries, archive.documents)
    tried = 0
    for conference in archive.conferences.values():
        day = conference.date
        if day is None or day.first is None or day.precision != "day":
            continue
        for ground in rules.grounds((conference.principal, *conference.reports)):
            tried += 1
            holds = ground.day <= day.first if ground.is_start else ground.day >= day.first
            assert holds, (conference.principal.path, ground)
    assert tried > 300


def test_a_year_from_a_period_is_given_only_where_no_other_is_possible(archive: Catalog) -> None:
    """One policy for all: what a period leaves open stays open."""
    rules = BoundsRules(archive.registries, archive.documents)
    tried = 0
    for conference in archive.conferences.values():
        front, day = conference.principal.front, conference.date
        basis = front.inferred.get("conference.date", "")
        if day and day.day and basis.startswith(("năm suy từ giai đoạn", "năm suy từ nhiệm kỳ")):
            tried += 1
            grounds = [*rules.grounds((conference.principal, *conference.reports))]
            found = bounded(PartialDate(None, day.month, day.day), grounds)
            is_told = any(word in basis for word in ("chức vụ", "đăng"))  # another ground
            assert is_told or found.year == day.year, (conference.principal.path, found.edtf)
    assert tried


@given(
    month_day=st.one_of(st.none(), DAYS.map(lambda day: PartialDate(None, day.month, day.day))),
    days=st.lists(st.tuples(DAYS, st.booleans(), st.booleans()), max_size=6),
)
def test_bounds_never_leave_what_is_certain(
    month_day: PartialDate | None, days: list[tuple[date, bool, bool]]
) -> None:
    grounds = [
        Ground(day, is_start, f"records/{number}", "x", "" if is_certain else "thường")
        for number, (day, is_start, is_certain) in enumerate(days)
    ]
    found = bounded(month_day, grounds)
    certain = [ground for ground in grounds if ground.is_certain]
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    if found.grounds or found.earliest or found.latest:
        for ground in certain:
            if ground.is_start:
                assert found.earliest is not None
                assert found.earliest >= ground.day
            else:
                assert found.latest is not None
                assert found.latest <= ground.day
    if month_day:
        for end in filter(None, (found.earliest, found.latest)):
            assert (end.month, end.day) == (month_day.month, month_day.day)


@given(ends=st.lists(st.tuples(DAYS, DAYS), max_size=8))
def test_the_order_never_contradicts_what_is_certain(ends: list[tuple[date, date]]) -> None:
    all_bounds = [Bounds(min(pair), max(pair)) for pair in ends]
    ordered = sorted(all_bounds, key=lambda one: one.order)
    for newer, older in pairwise([one for one in ordered if one.year]):
        assert not newer.is_before(older)
    for newer, older in pairwise([one for one in ordered if not one.year]):
        assert not newer.is_before(older)


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (None, None, ""),
        (None, date(2017, 11, 28), "không muộn hơn 11/2017"),
        (date(2019, 9, 5), None, "từ 9/2019"),
        (date(2024, 7, 1), date(2025, 6, 28), "khoảng 7/2024–6/2025"),
        (date(2025, 8, 1), date(2025, 8, 20), "khoảng 8/2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "khoảng năm 2025"),
        (date(2015, 1, 1), date(2016, 12, 31), "khoảng 2015–2016"),
        (date(2019, 9, 5), date(2025, 6, 30), "khoảng 2019–2025"),
    ],
)
def test_bounds_in_words(first: date | None, last: date | None, label: str) -> None:
    assert Bounds(first, last).label == label


@pytest.mark.parametrize(
    ("day", "first", "last", "words"),
    [
        ("--11-30", date(2015, 11, 30), date(2016, 11, 30), "năm 2015 hoặc 2016"),
        ("--11-30", date(2015, 11, 30), date(2015, 11, 30), "năm 2015 (suy ra)"),
        ("--11-30", date(2015, 11, 30), date(2019, 11, 30), "không rõ năm (2015–2019)"),
        ("--11-30", None, date(2019, 11, 30), "không muộn hơn năm 2019"),
        ("--11-30", date(2015, 11, 30), None, "từ năm 2015"),
        ("--11-30", None, None, ""),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), ""),
        ("2025", date(2025, 7, 1), date(2025, 8, 20), "khoảng 7/2025–8/2025"),
        ("2025-08-20", date(2025, 8, 20), date(2025, 8, 20), ""),
    ],
)
def test_what_bounds_add_to_a_day(
    day: str, first: date | None, last: date | None, words: str
) -> None:
    assert about(parse_date(day), Bounds(first, last)) == words


def test_lists_never_show_a_publication_day_as_that_of_a_conference(
    catalog: Make, news: News
) -> None:
    found = catalog({
        "docs/tin/2024/tin.md": news(date="2024-04-25"),
        "docs/tin/2024/hop.md": news(date="2024-04-20", conference={"types": ["khac"]}),
        "docs/tin/chua-ro-nam/thang.md": news(
            date=None, source=SOURCE, conference={"date": "--11-28"}
        ),
        "docs/tin/chua-ro-nam/quy.md": news(
            date=None, source=SOURCE, conference={"types": ["so-ket"], "covers": "2018-Q2"}
        ),
    })  # fmt: skip
    told = {a.slug: date_in_lists(a.front, found.bounds_of(a)) for a in found.articles}
    assert told == {
        "tin": "25/4/2024",
        "hop": "đăng 20/4/2024",
        "thang": "28/11, không rõ năm",
        "quy": "khoảng 6/2018–6/2019",
    }


def test_certain_grounds_are_told_without_a_rule() -> None:
    assert not_after(date(2024, 1, 1), "agencies/x", "Ban X có đến 1/1/2024").told.endswith("2024")
    told = not_before(date(2024, 1, 1), "programs/x", "bắt đầu 2024", "thường ký sau").told
    assert told == "bắt đầu 2024 (thường ký sau)"
    assert bounds_of_date(None).edtf == ""
