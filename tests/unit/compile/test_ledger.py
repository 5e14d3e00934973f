from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from bantin.catalog import Catalog
from bantin.compile.pages.ledger import AFTER, MOST_ENTRIES, MOST_ROWS, LedgerRow, ledger

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2016"
NEXT = "dan-van-cong-an-2022"
BODY = "## Kết quả\n\nĐạt {0}.\n\n## Hạn chế\n\nThiếu {0}.\n\n## Nhiệm vụ\n\nHẹn {0}.\n"


def held(day: str, covers: str = "", **more: object) -> dict[str, object]:
    return {"date": day, "types": ["so-ket"]} | ({"covers": covers} if covers else {}) | more


def rows_of(catalog: Catalog, program: str = PROGRAM, **other: object) -> dict[str, LedgerRow]:
    conferences = [catalog.conferences[s.path] for s in catalog.by_program[program]]
    record = replace(catalog.registries.programs[program], **other)  # type: ignore[arg-type]
    return {row.year: row for row in ledger(conferences, record)}


def texts(row: LedgerRow, column: str) -> list[str]:
    return [entry.text for entry in getattr(row, column)]


def test_tasks_are_in_the_row_of_the_year_they_are_for(catalog: Make, news: News) -> None:
    rows = rows_of(catalog({
        "docs/tin/2018/nam-2017.md": news(
            BODY.format("17"), date="2018-01-10", conference=held("2018-01-09", "2017"),
            programs=[PROGRAM],
        ),
        "docs/tin/2019/nam-2018.md": news(
            BODY.format("18"), date="2019-01-10", conference=held("2019-01-09", "2018"),
            programs=[PROGRAM],
        ),
    }))  # fmt: skip
    assert list(rows) == ["2019", "2018", "2017"]
    assert texts(rows["2018"], "tasks") == ["Hẹn 17."]
    assert texts(rows["2018"], "results") == ["Đạt 18."]
    assert texts(rows["2018"], "limits") == ["Thiếu 18."]
    assert rows["2018"].results[0].covers == "năm 2018"
    assert rows["2018"].results[0].source.address == "tin/2019/nam-2018/#ket-qua"


@pytest.mark.parametrize(
    ("day", "covers", "results"),
    [
        ("2019-01-10", "2016-2018", "2018"),
        ("2019-01-10", "2018-Q4", "2018"),
        ("2019-01-10", "", "2018"),
        ("2019-12-20", "", "2019"),
        ("2019-12-20", "2016-", "2019"),
        ("2019-12-20", "nhiệm kỳ trước", "2019"),
        ("2019", "", "2018"),
    ],
)
def test_the_year_is_the_last_one_reviewed_or_follows_from_the_day(
    catalog: Make, news: News, day: str, covers: str, results: str
) -> None:
    text = news(
        BODY.format("x"), date="2020-01-01", conference=held(day, covers), programs=[PROGRAM]
    )
    rows = rows_of(catalog({"docs/tin/2019/bai.md": text}))
    assert [year for year, row in rows.items() if row.results] == [results]
    assert [year for year, row in rows.items() if row.tasks] == [str(int(results) + 1)]


def test_a_row_without_a_year_is_last(catalog: Make, news: News) -> None:
    source = {"name": "Báo"}
    rows = rows_of(catalog({
        "docs/tin/chua-ro-nam/bai.md": news(
            BODY.format("x"), conference=held("--11-28"), programs=[PROGRAM], source=source
        ),
        "docs/tin/2019/khac.md": news(
            BODY.format("y"), date="2019-02-01", conference=held("2019-01-28"), programs=[PROGRAM]
        ),
    }))  # fmt: skip
    assert list(rows) == ["2019", "2018", "Chưa rõ năm"]
    assert texts(rows["Chưa rõ năm"], "results") == ["Đạt x."]


def test_results_before_the_signing_are_not_of_the_new_period(catalog: Make, news: News) -> None:
    meeting = held("2021-12-20", "2016-2021", signs=[NEXT])
    text = news(BODY.format("x"), date="2021-12-21", conference=meeting, programs=[PROGRAM])
    archive = catalog({"docs/tin/2021/bai.md": text})
    assert list(rows_of(archive)) == [AFTER, "2021"]
    rows = rows_of(archive, NEXT)
    assert list(rows) == ["2022"]
    assert texts(rows["2022"], "tasks") == ["Hẹn x."]


def test_rows_and_entries_are_limited(catalog: Make, news: News) -> None:
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
    rows = rows_of(catalog(files), period=None)
    assert len(rows) == MOST_ROWS
    assert next(iter(rows)) == "2016"
    full = rows["2014"]
    assert len(full.tasks) == len(full.results) == len(full.limits) == MOST_ENTRIES
    assert full.left_out == 3 * (6 - MOST_ENTRIES)


def test_no_row_lies_outside_the_period(catalog: Make, news: News) -> None:
    rows = rows_of(catalog({
        "docs/tin/2022/cuoi.md": news(
            BODY.format("cuối"), date="2022-03-01", conference=held("2022-03-01", "2016-2021"),
            programs=[PROGRAM],
        ),
        "docs/tin/2024/muon.md": news(
            BODY.format("muộn"), date="2024-03-01", conference=held("2024-03-01"),
            programs=[PROGRAM],
        ),
    }))  # fmt: skip
    assert list(rows) == [AFTER, "2021"]
    assert texts(rows["2021"], "results") == ["Đạt muộn.", "Đạt cuối."]
    assert texts(rows[AFTER], "tasks") == ["Hẹn muộn.", "Hẹn cuối."]


def test_results_of_another_period_are_no_results_of_this_one(catalog: Make, news: News) -> None:
    meeting = held("2022-05-01", "2016-2021")
    text = news(BODY.format("x"), date="2022-05-02", conference=meeting, programs=[PROGRAM, NEXT])
    archive = catalog({"docs/tin/2022/hai.md": text})
    assert texts(rows_of(archive)["2021"], "results") == ["Đạt x."]
    assert not any(row.results for row in rows_of(archive, NEXT).values())
