"""Tasks in feeds and in a calendar, read by other libraries."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import feedparser
import icalendar
import pytest

from bantin.publish.feeds import task_outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog
    from bantin.model.settings import Settings

PROGRAM = "dan-van-cong-an-2022"
TASKS = """
## Nhiệm vụ

- Tập huấn \\<b> "40" & hơn cán bộ; xã, thôn;
- khảo sát chung một đợt;
- tổng kết.
"""


@pytest.fixture
def made(
    catalog: Callable[[Mapping[str, str]], Catalog],
    news: Callable[..., str],
    settings: Settings,
) -> dict[str, str]:
    notes = [
        {"id": "nv-1", "owners": ["bca", {"name": "Ban, <Dân tộc>"}], "due": "2023"},
        {"id": "nv-2", "begins": "khảo sát chung một", "due": "2024-02"},
    ]
    quote = "Đã khảo sát chung một đợt."
    archive = catalog({
        "docs/tin/2022/dau.md": news(
            TASKS, date="2022-05-01", programs=[PROGRAM], tasks=notes,
            conference={"date": "2022-05-01", "types": ["so-ket"]},
        ),
        "docs/tin/2023/sau.md": news(
            quote, date="2023-05-02", programs=[PROGRAM],
            conference={"date": "2023-05-01", "types": ["so-ket"]},
            follows=[{"task": "tin/2022/dau/#nv-2", "state": "xong", "quote": quote}],
        ),
    })  # fmt: skip
    return {output.path: output.text for output in task_outputs(archive, settings)}


def test_every_task_is_an_entry_with_its_state_and_sentence(made: dict[str, str]) -> None:
    feed = feedparser.parse(made["nhiem-vu/feed.xml"].encode(), sanitize_html=False)
    assert not feed.bozo
    done, *_others = feed.entries
    assert done.title == "Đã xong: khảo sát chung một đợt;"
    assert "“Đã khảo sát chung một đợt.”" in done.summary
    assert done.updated.startswith("2023-05-02")
    items = json.loads(made["nhiem-vu/feed.json"])["items"]
    assert [item["id"] for item in items] == [entry.id for entry in feed.entries]
    assert len({item["id"] for item in items}) == 3
    first = next(item for item in items if "40" in item["title"])
    assert first["title"] == 'Tập huấn <b> "40" & hơn cán bộ; xã, thôn;'
    assert "Ban, <Dân tộc>" in "".join(item["content_text"] for item in items)


def test_a_due_task_is_an_event_on_its_last_day(made: dict[str, str]) -> None:
    events: Any = icalendar.Calendar.from_ical(made["nhiem-vu/lich.ics"]).walk("VEVENT")
    days = {str(event["SUMMARY"])[:12]: event["DTSTART"].dt for event in events}
    assert days == {"Đến hạn: Tập": date(2023, 12, 31), "Đã xong: khả": date(2024, 2, 29)}
    assert all(str(event["TRANSP"]) == "TRANSPARENT" for event in events)
    assert not icalendar.Calendar.from_ical(made["nhiem-vu/lich.ics"]).walk("VTODO")
