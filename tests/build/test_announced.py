"""Conferences announced before they are held, as the miniature tells them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
from click.testing import CliRunner
from tests.build.test_pages import cells_of, words

from bantin.cli import main

if TYPE_CHECKING:
    from tests.conftest import Built

TOLD = {
    "tin/2024/sap-hop-quy-ba/": "Hội nghị dự kiến ngày 15/7/2024.",
    "tin/2025/doi-sang-thang-mot/": "Hội nghị dự kiến ngày 10/1/2025, dời từ ngày 20/12/2024.",
    "tin/2024/hoan-toa-dam/":
        "Hội nghị đã hoãn, chưa có ngày mới; trước đó dự kiến ngày 2/7/2024.",
    "tin/2024/huy-kiem-tra/": "Hội nghị đã hủy; trước đó dự kiến ngày 25/6/2024.",
    "tin/2024/qua-ngay-so-ket/":
        "Hội nghị đã dự kiến tháng 5/2024; chưa có tin về kết quả.",
    "tin/2024/bao-truoc-danh-gia/":
        "Bài báo trước hội nghị, khi đó dự kiến ngày 20/4/2024; hội nghị đã họp ngày 25/4/2024:",
}  # fmt: skip
STATUSES = {
    "Hai cơ quan sắp giao ban quý III": "TENTATIVE",
    "Tổng kết năm 2024 dời sang tháng Một": "TENTATIVE",
    "Hoãn tọa đàm về hòa giải ở cơ sở": "CANCELLED",
    "Hủy đợt kiểm tra liên ngành": "CANCELLED",
}
COMING = ["tin/2024/sap-hop-quy-ba/", "tin/2025/doi-sang-thang-mot/"]


def rows(html: str) -> list[str]:
    """The addresses of the stories that a page lists."""
    return re.findall(r'class="row-title"><a href="(?:\.\./)*([^"]+)"', html)


@pytest.mark.parametrize("address", TOLD)
def test_the_page_says_how_far_the_conference_has_come(mini: Built, address: str) -> None:
    page = mini.page(address)
    assert TOLD[address] in words(page)
    assert "Ngày họp" not in words(page)
    is_reported = "hội nghị đã họp ngày" in TOLD[address]
    assert ("Hội nghị thứ" in page) == is_reported
    assert "Ngày dự kiến" in words(page)


def test_a_report_leads_to_what_announced_it(mini: Built) -> None:
    page = mini.page("tin/2024/danh-gia-hai-nam/")
    assert 'href="../../../tin/2024/bao-truoc-danh-gia/"' in page
    assert "Bài báo trước hội nghị này" in page
    assert "Hội nghị thứ 3 trong 3" in words(page)


def test_people_of_an_announcement_have_no_page_and_no_link(mini: Built) -> None:
    page = mini.page("tin/2024/sap-hop-quy-ba/")
    assert "Trần Thị Sắp, chủ trì" in words(page)
    assert "tran-thi-sap" not in page
    assert not (mini.site / "nhan-su/tran-thi-sap").exists()


def test_the_home_page_has_those_to_come_in_their_order(mini: Built) -> None:
    block = mini.page("").partition('class="home-coming"')[2].partition("</section>")[0]
    assert rows(block) == COMING
    assert "Tìm trong 7 hội nghị" in mini.page("")


def test_their_list_has_those_to_come_first_and_then_the_others(mini: Built) -> None:
    page = mini.page("sap-dien-ra/")
    assert rows(page)[:2] == COMING
    assert set(rows(page)[2:]) == {*list(TOLD)[2:5]}


@pytest.mark.parametrize(
    "address",
    ["tin/", "chuong-trinh/dan-van-2022/", "co-quan/bca/", "dia-phuong/quang-nam/",
     "dia-phuong/quang-nam/dien-ban/", "van-ban/luat-mat-tran/", "nam/2024/", "loai/giao-ban/"],
)  # fmt: skip
def test_lists_show_them_apart_above_what_was_held(mini: Built, address: str) -> None:
    page = mini.page(address)
    above = page.partition('id="du-kien"')[2].partition("</section>")[0]
    assert COMING[0] in rows(above)
    assert COMING[0] not in rows(page.replace(above, ""))


def test_the_timeline_draws_them_apart(mini: Built) -> None:
    page = mini.page("chuong-trinh/dan-van-2022/")
    assert len(re.findall(r'<a class="planned" href="[^"]*#du-kien"', page)) == 2
    assert "năm 2025: 1 hội nghị dự kiến, chưa họp" in words(page).lower()
    assert "NHIEMVUKHONGVAOSO" not in page


def test_nothing_is_counted(mini: Built) -> None:
    page = mini.page("so-lieu/")
    assert "<strong>7</strong> hội nghị" in page
    years = {row[0]: row[1] for row in cells_of(page, "chart-table")}
    assert "2025" not in years
    assert "kiem-tra" not in page
    assert not (mini.site / "nam/2025").exists()
    assert not (mini.site / "loai/kiem-tra").exists()


def test_the_calendar_marks_them(mini: Built) -> None:
    calendar = icalendar.Calendar.from_ical((mini.site / "lich.ics").read_bytes())
    events = {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}
    told = {title: str(event["STATUS"]) for title, event in events.items()}
    off = {title: status for title, status in told.items() if status != "CONFIRMED"}
    assert off == {**STATUSES, "Bài đã được rút": "CANCELLED"}
    moved = events["Tổng kết năm 2024 dời sang tháng Một"].to_ical().decode()
    assert "DTSTART;VALUE=DATE:20250110\r\n" in moved
    assert "SEQUENCE:1\r\n" in moved
    held = [title for title, status in told.items() if status == "CONFIRMED"]
    assert "Sắp đánh giá hai năm phối hợp dân vận" not in held


def test_an_event_keeps_its_id_from_announcement_to_report(mini: Built) -> None:
    calendar = icalendar.Calendar.from_ical((mini.site / "lich.ics").read_bytes())
    [event] = [
        event
        for event in calendar.walk("VEVENT")
        if event["SUMMARY"] == "Bốn cơ quan đánh giá hai năm phối hợp dân vận"
    ]
    feed = json.loads((mini.site / "feed.json").read_text(encoding="utf-8"))
    ids = {item["title"]: item["id"] for item in feed["items"]}
    assert event["UID"] == ids["Sắp đánh giá hai năm phối hợp dân vận"]


def test_feeds_say_so(mini: Built) -> None:
    for path in ("feed.json", "chuong-trinh/dan-van-2022/feed.json", "co-quan/bca/feed.json"):
        feed = json.loads((mini.site / path).read_text(encoding="utf-8"))
        [item] = [one for one in feed["items"] if one["title"].startswith("Hai cơ quan sắp")]
        assert item["content_text"].startswith("Hội nghị dự kiến ngày 15/7/2024. ")
        assert item["tags"] == ["Giao ban", "Dự kiến"]
    assert "Hội nghị dự kiến ngày 15/7/2024." in (mini.site / "feed.xml").read_text("utf-8")


def linked_data(mini: Built, address: str) -> dict[str, dict[str, Any]]:
    html = mini.page(address).partition('type="application/ld+json">')[2].partition("</script>")[0]
    data = json.loads(html)
    return {node["@type"]: node for node in data.get("@graph", [data])}


def test_linked_data_has_their_state(mini: Built) -> None:
    def event(address: str) -> tuple[Any, ...]:
        node = linked_data(mini, address)["Event"]
        keys = ("startDate", "previousStartDate", "eventStatus")
        return tuple(str(node.get(key, "")).removeprefix("https://schema.org/") for key in keys)

    assert event("tin/2024/sap-hop-quy-ba/") == ("2024-07-15", "", "EventScheduled")
    moved = ("2025-01-10", "2024-12-20", "EventRescheduled")
    assert event("tin/2025/doi-sang-thang-mot/") == moved
    assert event("tin/2024/hoan-toa-dam/") == ("2024-07-02", "", "EventPostponed")
    assert event("tin/2024/huy-kiem-tra/") == ("2024-06-25", "", "EventCancelled")
    assert event("tin/2024/danh-gia-hai-nam/") == ("2024-04-25", "", "")
    assert "attendee" not in linked_data(mini, "tin/2024/sap-hop-quy-ba/")["Event"]
    # Of a conference of which nothing is known since its day, nothing is claimed.
    overdue = linked_data(mini, "tin/2024/qua-ngay-so-ket/")
    assert "Event" not in overdue
    assert "about" not in overdue["NewsArticle"]


def test_open_data_has_their_state(mini: Built) -> None:
    def status(table: str, key: str) -> dict[str, str]:
        text = (mini.site / f"du-lieu/{table}.json").read_text(encoding="utf-8")
        return {row[key]: row["status"] for row in json.loads(text)}

    wanted = {
        "tin/2024/sap-hop-quy-ba.md": "du-kien",
        "tin/2025/doi-sang-thang-mot.md": "du-kien",
        "tin/2024/hoan-toa-dam.md": "hoan",
        "tin/2024/huy-kiem-tra.md": "huy",
        "tin/2024/qua-ngay-so-ket.md": "qua-ngay",
    }
    early = {"tin/2024/bao-truoc-danh-gia.md": "bao-truoc"}  # its own day is only the planned one
    conferences, articles = status("conferences", "id"), status("articles", "path")
    assert {id_: one for id_, one in conferences.items() if one != "da-hop"} == wanted
    assert {
        path: one for path, one in articles.items() if one not in {"da-hop", None}
    } == wanted | early
    assert sum(one == "da-hop" for one in conferences.values()) == 7
    assert "chưa có tin đã họp" in words(mini.page("du-lieu/"))


def test_search_marks_them_and_never_gives_a_planned_day_as_held(mini: Built) -> None:
    cards = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in mini.site.glob("tim-kiem/chi-muc/bai-*/*.json")
    ]
    told = {card["address"]: (card.get("state"), card["date"]) for card in cards if "date" in card}
    assert {address: one for address, one in told.items() if one[0]} == {
        "tin/2024/sap-hop-quy-ba/": ("Dự kiến", "15/7/2024"),
        "tin/2025/doi-sang-thang-mot/": ("Dự kiến", "10/1/2025"),
        "tin/2024/hoan-toa-dam/": ("Đã hoãn", "2/7/2024"),
        "tin/2024/huy-kiem-tra/": ("Đã hủy", "25/6/2024"),
        "tin/2024/qua-ngay-so-ket/": ("Qua ngày dự kiến, chưa có tin", "5/2024"),
        "tin/2024/bao-truoc-danh-gia/": ("Bài báo trước, nay đã họp", "25/4/2024"),
    }


def test_results_can_be_narrowed_to_a_state(mini: Built) -> None:
    ran = CliRunner().invoke(
        main, ["search", "tọa đàm", "--facet", "tinh-trang=hoan", "--site", str(mini.site)]
    )
    assert ran.output.startswith("1 kết quả."), ran.output
    assert "Đã hoãn: 2/7/2024 · tin/2024/hoan-toa-dam/" in ran.output
