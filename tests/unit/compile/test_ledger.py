from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from bantin.catalog import Catalog
from bantin.compile.pages.ledger import MOST_ENTRIES, MOST_ROWS, Card, Entry, Ledger, ledger

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2016"
NEXT = "dan-van-cong-an-2022"
BODY = "## Kết quả\n\nĐạt {0}.\n\n## Hạn chế\n\nThiếu {0}.\n\n## Nhiệm vụ\n\nHẹn {0}.\n"


def held(day: str, covers: str = "", **more: object) -> dict[str, object]:
    return {"date": day, "types": ["so-ket"]} | ({"covers": covers} if covers else {}) | more


def ledger_of(catalog: Catalog, program: str = PROGRAM, **other: object) -> Ledger:
    conferences = [catalog.conferences[s.path] for s in catalog.by_program[program]]
    record = replace(catalog.registries.programs[program], **other)  # type: ignore[arg-type]
    return ledger(conferences, record)


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.text for entry in entries]


def told(card: Card) -> list[str]:
    return [entry.text for entry in (card.results, card.limits, card.tasks) if entry]


def test_tasks_are_in_the_row_of_the_year_they_are_for(catalog: Make, news: News) -> None:
    found = ledger_of(catalog({
        "docs/tin/2018/nam-2017.md": news(
            BODY.format("17"), date="2018-01-10", conference=held("2018-01-09", "2017"),
            programs=[PROGRAM],
        ),
        "docs/tin/2019/nam-2018.md": news(
            BODY.format("18"), date="2019-01-10", conference=held("2019-01-09", "2018"),
            programs=[PROGRAM],
        ),
    }))  # fmt: skip
    (row,) = found.rows
    assert row.year == "2018"
    assert texts(row.tasks) == ["Hẹn 17."]
    assert texts(row.results) == ["Đạt 18."]
    assert texts(row.limits) == ["Thiếu 18."]
    assert row.results[0].covers == "năm 2018"
    assert row.results[0].source.address == "tin/2019/nam-2018/#ket-qua"
    assert [told(card) for card in found.cards] == [["Hẹn 18."], ["Đạt 17.", "Thiếu 17."]]
    assert found.cards[0].conference.note == "Sơ kết, 9/1/2019"


@pytest.mark.parametrize(
    ("day", "covers", "results"),
    [
        ("2019-01-10", "2016-2018", 2018),
        ("2019-01-10", "2018-Q4", 2018),
        ("2019-01-10", "", 2018),
        ("2019-12-20", "", 2019),
        ("2019-12-20", "2016-", 2019),
        ("2019-12-20", "nhiệm kỳ trước", 2019),
        ("2019", "", 2018),
    ],
)
def test_the_year_is_the_last_one_reviewed_or_follows_from_the_day(
    catalog: Make, news: News, day: str, covers: str, results: int
) -> None:
    """Set beside a conference that reviews the year for which this one sets tasks."""
    next_year = results + 1
    found = ledger_of(catalog({
        "docs/tin/2019/bai.md": news(
            BODY.format("x"), date="2020-01-01", conference=held(day, covers), programs=[PROGRAM]
        ),
        "docs/tin/2021/sau.md": news(
            "## Kết quả\n\nĐạt y.\n", date="2021-01-01",
            conference=held("2021-01-01", str(next_year)), programs=[PROGRAM],
        ),
    }))  # fmt: skip
    assert [row.year for row in found.rows] == [str(next_year)]
    assert texts(found.rows[0].tasks) == ["Hẹn x."]


def test_conferences_that_compare_nothing_have_a_card_each(catalog: Make, news: News) -> None:
    source = {"name": "Báo"}
    found = ledger_of(catalog({
        "docs/tin/chua-ro-nam/bai.md": news(
            BODY.format("x"), date=None, conference={"types": ["khac"]}, programs=[PROGRAM],
            source=source,
        ),
        "docs/tin/2019/khac.md": news(
            BODY.format("y"), date="2019-02-01", conference=held("2019-01-28"), programs=[PROGRAM]
        ),
    }))  # fmt: skip
    assert found.rows == ()
    assert [told(card) for card in found.cards] == [
        ["Đạt y.", "Thiếu y.", "Hẹn y."],
        ["Đạt x.", "Thiếu x.", "Hẹn x."],
    ]


def test_a_conference_is_not_compared_with_itself(catalog: Make, news: News) -> None:
    """One that reviews 2019 in 2019 sets tasks for 2020; the same text cannot tell of both."""
    text = news(BODY.format("x"), date="2019-12-20", conference=held("2019-12-20"),
                programs=[PROGRAM])  # fmt: skip
    found = ledger_of(catalog({"docs/tin/2019/bai.md": text}))
    assert found.rows == ()
    assert len(found.cards) == 1


def test_results_before_the_signing_are_not_of_the_new_period(catalog: Make, news: News) -> None:
    meeting = held("2021-12-20", "2016-2021", signs=[NEXT])
    text = news(BODY.format("x"), date="2021-12-21", conference=meeting, programs=[PROGRAM])
    archive = catalog({"docs/tin/2021/bai.md": text})
    assert [told(card) for card in ledger_of(archive).cards] == [["Đạt x.", "Thiếu x.", "Hẹn x."]]
    assert [told(card) for card in ledger_of(archive, NEXT).cards] == [["Hẹn x."]]


def test_rows_entries_and_cards_are_limited(catalog: Make, news: News) -> None:
    files = {
        f"docs/tin/{year}/bai-{year}-{number}.md": news(
            BODY.format(number),
            date=f"{year}-12-30",
            conference=held(f"{year}-12-{number + 1:02}"),
            programs=[PROGRAM],
        )
        for year in range(1990, 2016)
        for number in range(6)
    }
    found = ledger_of(catalog(files), period=None)
    assert len(found.rows) == MOST_ROWS
    assert found.rows[0].year == "2015"
    full = found.rows[1]
    assert len(full.tasks) == len(full.results) == len(full.limits) == MOST_ENTRIES
    assert full.left_out == 3 * (6 - MOST_ENTRIES)
    assert len(found.cards) == MOST_ROWS
    assert found.more_cards > 0


def test_no_row_lies_outside_the_period(catalog: Make, news: News) -> None:
    found = ledger_of(catalog({
        "docs/tin/2022/cuoi.md": news(
            BODY.format("cuối"), date="2022-03-01", conference=held("2022-03-01", "2016-2021"),
            programs=[PROGRAM],
        ),
        "docs/tin/2024/muon.md": news(
            BODY.format("muộn"), date="2024-03-01", conference=held("2024-03-01"),
            programs=[PROGRAM],
        ),
        "docs/tin/2021/truoc.md": news(
            "## Nhiệm vụ\n\nHẹn trước.\n", date="2021-01-10", programs=[PROGRAM],
            conference=held("2021-01-10", "2020"),
        ),
    }))  # fmt: skip
    assert [row.year for row in found.rows] == ["2021"]
    assert texts(found.rows[0].results) == ["Đạt muộn.", "Đạt cuối."]
    assert [told(card) for card in found.cards] == [["Hẹn muộn."], ["Hẹn cuối."]]


def test_results_of_another_period_are_no_results_of_this_one(catalog: Make, news: News) -> None:
    meeting = held("2022-05-01", "2016-2021")
    text = news(BODY.format("x"), date="2022-05-02", conference=meeting, programs=[PROGRAM, NEXT])
    archive = catalog({"docs/tin/2022/hai.md": text})
    assert [told(card) for card in ledger_of(archive).cards] == [["Đạt x.", "Thiếu x.", "Hẹn x."]]
    assert [told(card) for card in ledger_of(archive, NEXT).cards] == [["Hẹn x."]]
