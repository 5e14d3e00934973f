"""What readers asked, read off a log: who is left out, what is told, what is proposed."""

from __future__ import annotations

import csv
import gzip
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from bantin.cli import main
from bantin.model.registry import Glossary, Synonym
from bantin.search.asked import Asked, Kind, glossary_lines, judge, read_log, regressions, tally
from bantin.search.asked.access_log import Request
from bantin.search.asked.proposals import scalar
from bantin.vietnamese.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.catalog import Catalog
    from bantin.search.query import Searcher

BROWSER = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0"
KEPT = Path(__file__).with_name("asked.tsv")


def line(  # noqa: PLR0913, PLR0917 -- what a line has
    target: str, referer: str = "-", address: str = "203.0.113.7", agent: str = BROWSER,
    day: str = "02/Nov/2026", status: int = 200, method: str = "GET",
) -> str:  # fmt: skip
    return (
        f'{address} - - [{day}:08:15:02 +0700] "{method} {target} HTTP/2.0" {status} 5120'
        f' "{referer}" "{agent}"\n'
    )


def page(text: str) -> str:
    return f"/tim-kiem/?q={quote(text)}"


def read(tmp_path: Path, lines: Sequence[str], name: str = "access.log") -> list[Request]:
    file = tmp_path / name
    data = "".join(lines).encode()
    file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return list(read_log([file]))


@pytest.mark.parametrize("name", ["access.log", "access.log.2.gz"])
def test_queries_are_read_off_pages_index_files_and_referers(tmp_path: Path, name: str) -> None:
    site = "https://bantin.vn"
    found = read(
        tmp_path,
        [
            line(page("trị an")),
            line("/tim-kiem/?q=tr%E1%BB%8B++an&tu=2020"),
            line("/tim-kiem/?q=tr\\xE1\\xBB\\x8B+an"),
            line("/ban-tin/tim-kiem/?q=dan+van"),
            line("/tim-kiem/chi-muc/0a/tu/1.bin?9", site + page("lừa đảo")),
            line("/tin/2023/mot-bai/", site + page("dân vận")),
            line("/assets/css/bantin.css", site + page("dân vận")),
            line("/tin/2023/mot-bai/", "https://www.google.com/search?q=dan+van"),
        ],
        name,
    )
    assert [(one.query, one.is_click) for one in found] == [
        ("trị an", False), ("trị an", False), ("trị an", False), ("dan van", False),
        ("lừa đảo", False), ("dân vận", True),
    ]  # fmt: skip
    assert {one.day for one in found} == {date(2026, 11, 2)}


@pytest.mark.parametrize(
    "left_out",
    [
        line(page("dân vận"), agent="Mozilla/5.0 (compatible; Googlebot/2.1)"),
        line(page("dân vận"), agent="curl/8.5.0"),
        line(page("dân vận"), status=404),
        line(page("dân vận"), method="POST"),
        line("/tim-kiem/"),
        line("/tim-kiem/?q="),
        line(page("x" * 101)),
        line("/tim-kiem/?q=%00%01"),
        line("/tim-kiem/?q=%FF%FE"),
        "không phải nhật ký\n",
        '203.0.113.7 - - [ngày nào] "GET /tim-kiem/?q=a HTTP/1.1" 200 5 "-" "x"\n',
    ],
)
def test_robots_and_what_is_no_query_are_left_out(tmp_path: Path, left_out: str) -> None:
    assert read(tmp_path, [left_out]) == []


def asked_by(query: str, count: int, *, clicks: int = 0, days: int = 1) -> list[Request]:
    return [
        Request(query, date(2026, 11, 1 + at % days), f"198.51.100.{at}", is_click=at < clicks)
        for at in range(count)
    ]


def test_what_few_asked_is_counted_and_not_told() -> None:
    again = [
        Request("riêng tư", date(2026, 11, day), "192.0.2.1", is_click=False) for day in (1, 2, 3)
    ]
    found = tally([*asked_by("trị an", 3, days=2), *asked_by("bí mật", 2), *again], 3)
    assert found.asked == (Asked("trị an", 3, 2, 0),)
    assert found.withheld == 2


def test_days_count_where_a_log_has_no_addresses() -> None:
    requests = [
        Request(query, date(2026, 11, day), "", is_click=False)
        for query, days in (("trị an", (1, 2, 3)), ("bí mật", (1, 1, 2)))
        for day in days
    ]
    assert [one.query for one in tally(requests, 3).asked] == ["trị an"]


@pytest.mark.parametrize(
    "private", ["0912 345 678", "ông A 0912.345.678", "a.b@tinh.gov.vn", "001099012345"]
)
def test_numbers_and_addresses_of_people_are_never_told(private: str) -> None:
    assert tally(asked_by(private, 9), 3).asked == ()


def test_a_program_of_one_visitor_counts_for_nothing() -> None:
    many = [Request(f"chữ {n}", date(2026, 11, 1), "192.0.2.9", is_click=False) for n in range(60)]
    found = tally([*many, *asked_by("chữ 1", 2)], 3)
    assert (found.asked, found.withheld) == ((), 1)


def test_households_of_one_network_are_one_visitor(tmp_path: Path) -> None:
    lines = [line(page("dân vận"), address=f"2001:db8:1:2::{n}") for n in (1, 2, 3)]
    assert len({request.visitor for request in read(tmp_path, lines)}) == 1


def judged(searcher: Searcher, query: str, clicks: int = 0) -> list[tuple[Kind, list[str]]]:
    asked = [Asked(query, 5, 2, clicks)]
    found = judge(searcher, asked, has_clicks=True)
    return [(finding.kind, list(glossary_lines(finding))) for finding in found]


def test_each_finding_has_its_line(searcher: Searcher) -> None:
    assert judged(searcher, "lừa đảo") == [
        (Kind.EMPTY, ["synonyms:", "  - term: …", "    others:", "      - lừa đảo"])
    ]
    ((kind, lines),) = judged(searcher, "XYZK quảng nam")
    assert kind in {Kind.PART, Kind.EMPTY}
    assert lines == ["abbreviations:", "  - form: XYZK", "    expansions:", "      - …"]
    ((kind, lines),) = judged(searcher, "tín dụng chính xách")
    assert lines == ["synonyms:", "  - term: tín dụng chính sách", "    others:",
                     "      - tín dụng chính xách"]  # fmt: skip
    ((kind, lines),) = judged(searcher, "dân vận")
    assert kind is Kind.UNOPENED
    assert judged(searcher, "dân vận", clicks=1) == []
    assert judged(searcher, "hooij nghij", clicks=1) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [("trị an", "trị an"), ("no", '"no"'), ("2021", '"2021"'), ("a: b", '"a: b"'),
     ("- x", '"- x"'), ("a # b", '"a # b"'), ('nói "có"', '"nói \\"có\\""')],
)  # fmt: skip
def test_a_line_is_yaml_whatever_was_typed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_the_command_tells_nothing_of_people(tmp_path: Path, index: Path) -> None:
    site = index.parents[1]
    log = tmp_path / "access.log"
    lines = [line(page("lừa đảo"), address=f"198.51.100.{n}") for n in range(3)]
    lines += [line(page("chuyện riêng của tôi"), address="198.51.100.1")]
    log.write_text("".join(lines), encoding="utf-8")
    ran = CliRunner().invoke(main, ["searches", str(log), "--site", str(site)])
    assert ran.exit_code == 0, ran.output
    assert "«lừa đảo»: 3 người, 1 ngày; không bài nào" in ran.output
    assert "1 câu khác không được ghi ra" in ran.output
    for secret in ("198.51.100", "Mozilla", "Android", "chuyện riêng"):
        assert secret not in ran.output


def test_accepted_lines_keep_their_queries(searcher: Searcher) -> None:
    glossary = Glossary(synonyms=(Synonym("an ninh trật tự", ("trị an",)),))
    asked = [Asked("bảo đảm trị an", 4, 2, 0), Asked("dân vận", 9, 2, 3), Asked("trị an", 3, 1, 0)]
    kept = list(regressions(searcher, asked, glossary, ["Trị an\ttin/2020/mot-bai/"]))
    assert [one.partition("\t")[0] for one in kept] == ["bảo đảm trị an"]
    assert kept[0].partition("\t")[2].startswith("tin/")


def test_every_synonym_finds_what_its_term_finds(searcher: Searcher, archive: Catalog) -> None:
    told = 0
    for synonym in archive.registries.glossary.synonyms:
        found = searcher.search(synonym.term, is_finished=True).docs
        for other in synonym.others:
            told += bool(found)
            assert not found or searcher.search(other, is_finished=True).docs, other
    assert told


def test_kept_queries_still_find_their_article(searcher: Searcher) -> None:
    with KEPT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len({fold(row["query"]) for row in rows}) == len(rows)
    for row in rows:
        docs = searcher.search(row["query"], is_finished=True).docs[:3]
        assert row["article"] in [searcher.index.card(doc)["address"] for doc in docs], row
