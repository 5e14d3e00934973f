from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.publish.conftest import FILES, SITE, text_of

from bantin.catalog import build_catalog
from bantin.catalog.identity import article_id
from bantin.publish.feeds import calendar_file, feed_outputs
from bantin.publish.feeds.calendar import content_line, fold_line
from bantin.publish.feeds.channels import feed_addresses
from bantin.publish.feeds.outputs import NEWEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog
    from bantin.model.settings import Settings
    from bantin.reading import Content

PROGRAM = "chuong-trinh/dan-van-cong-an-2022/"


def feeds(archive: Catalog, settings: Settings) -> dict[str, str]:
    return {output.path: output.text for output in feed_outputs(archive, settings)}


def parsed(text: str) -> Any:  # noqa: ANN401 - feedparser has no types
    feed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not feed.bozo, feed.bozo_exception
    return feed


def test_programmes_agencies_and_provinces_with_news_have_feeds(
    archive: Catalog, settings: Settings
) -> None:
    files = feeds(archive, settings)
    sections = {"", PROGRAM, "co-quan/bca/", "co-quan/bdv-tu-quang-nam/", "dia-phuong/quang-nam/"}
    sections.add("dia-phuong/da-nang-2025/")  # on whose ground that province was
    assert set(files) == {f"{s}{name}" for s in sections for name in ("feed.xml", "feed.json")}


def test_a_feed_reader_reads_atom(archive: Catalog, settings: Settings) -> None:
    feed = parsed(feeds(archive, settings)["feed.xml"])
    assert feed.version == "atom10"
    assert feed.feed.title == "Bản tin phối hợp"
    assert feed.feed.author == "Ban Dân vận <thử>"
    assert feed.feed.language == "vi"
    first, second, *_ = feed.entries
    assert first.title == "Báo đưa tin"
    assert first.updated == "2024-06-29T00:00:00+07:00"
    assert [link.href for link in first.links if link.rel == "via"] == [
        "https://example.org/a?b=1&c=2"
    ]
    assert second.link == f"{SITE}tin/chua-ro-nam/hop-28-11/"


def test_what_nobody_here_wrote_is_the_publishers(archive: Catalog, settings: Settings) -> None:
    files = feeds(archive, settings)
    feed = json.loads(files["feed.json"])
    assert feed["authors"] == [{"name": "Ban Dân vận <thử>"}]
    rewritten = {item["title"]: item.get("authors") for item in feed["items"]}["Báo đưa tin"]
    assert rewritten is None
    assert "Báo tỉnh</name>" not in files["feed.xml"]


def test_a_correction_updates_the_entry_and_is_shown(archive: Catalog, settings: Settings) -> None:
    files = feeds(archive, settings)
    [entry] = [e for e in parsed(files["feed.xml"]).entries if "Hương Dịu" in e.get("author", "")]
    assert "alert(1)" in entry.title
    assert entry.summary.startswith("Đính chính 2/5/2024: Sửa số buổi.")
    assert "dinh-chinh" in {tag.term for tag in entry.tags}
    assert (entry.published[:10], entry.updated[:10]) == ("2024-04-26", "2024-05-02")
    [item] = [i for i in json.loads(files["feed.json"])["items"] if i["id"] == entry.id]
    assert item["date_modified"].startswith("2024-05-02")
    assert "Đã đính chính" in item["tags"]


def test_an_article_without_a_day_is_in_no_feed(archive: Catalog, settings: Settings) -> None:
    titles = {entry.title for entry in parsed(feeds(archive, settings)["feed.xml"]).entries}
    assert "=Chỉ biết tháng" not in titles
    [old] = [
        item
        for item in json.loads(feeds(archive, settings)["feed.json"])["items"]
        if item["title"] == "Không rõ năm"
    ]
    assert "date_published" not in old
    assert old["date_modified"].startswith("2024-06-01")


def test_what_a_retracted_article_said_is_in_no_feed(archive: Catalog, settings: Settings) -> None:
    files = {**feeds(archive, settings), "lich": text_of(calendar_file(archive, settings))}
    assert [path for path, text in files.items() if "Bài rút" in text or "bai-rut" in text] == []


@pytest.mark.parametrize("address", ["", "co-quan/bca/"])
def test_feeds_go_on_telling_of_a_withdrawal(
    archive: Catalog, settings: Settings, address: str
) -> None:
    """Who has the article keeps it until the feed says otherwise, under the same id."""
    files = feeds(archive, settings)
    [article] = archive.retracted
    told = "Ban biên tập đã rút bài này. 5/3/2024: Rút vì sai."
    [entry] = [
        one for one in parsed(files[f"{address}feed.xml"]).entries if one.id == article_id(article)
    ]
    assert (entry.title, entry.content[0].value) == ("Bài đã được rút", told)
    assert (entry.updated[:10], entry.get("links", [])) == ("2024-03-05", [])
    items = json.loads(files[f"{address}feed.json"])["items"]
    [item] = [one for one in items if one["id"] == article_id(article)]
    assert (item["content_text"], item["tags"]) == (told, ["Đã rút"])


def test_the_feeds_of_other_sections_say_nothing_of_a_withdrawal(
    archive: Catalog, settings: Settings
) -> None:
    files = feeds(archive, settings)
    assert sorted(path for path, text in files.items() if "đã rút bài" in text) == [
        "co-quan/bca/feed.json", "co-quan/bca/feed.xml", "feed.json", "feed.xml",
    ]  # fmt: skip


MEETING = "conference: {date: 2024-03-01, types: [toa-dam]}\n"
NOTE = "corrections: [{date: 2024-03-05, note: Sai.}]\n"


def events(
    content: Callable[[Mapping[str, str]], Content], settings: Settings, **fronts: str
) -> list[Any]:
    """Return the events of a calendar of some articles, by their front matter."""
    files = {
        f"docs/tin/2024/{name}.md": f"---\ntitle: Bài {name}\ndate: 2024-03-02\n{front}---\nA.\n"
        for name, front in fronts.items()
    }
    made = build_catalog(content(files), date(2024, 6, 30))
    calendar = icalendar.Calendar.from_ical(text_of(calendar_file(made, settings)))
    return [*calendar.walk("VEVENT")]


@pytest.mark.parametrize("note", [NOTE, ""])
def test_a_withdrawn_event_is_cancelled_and_does_not_vanish(
    content: Callable[[Mapping[str, str]], Content], settings: Settings, note: str
) -> None:
    [before] = events(content, settings, a=MEETING)
    [after] = events(content, settings, a=f"{MEETING}status: retracted\n{note}")
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART") == before.decoded("DTSTART")
    assert str(after["STATUS"]) == "CANCELLED"
    assert str(after["SUMMARY"]) == "Bài đã được rút"
    assert not {"URL", "LOCATION", "CATEGORIES"} & {*after}
    [again] = events(
        content, settings, a=MEETING + NOTE.replace("}]", "}, {date: 2024-03-06, note: B.}]")
    )
    assert (again["UID"], str(again["STATUS"])) == (before["UID"], "CONFIRMED")
    assert again["SEQUENCE"] >= after["SEQUENCE"]


@pytest.mark.parametrize("withdrawn", ["a", "b"])
def test_an_event_keeps_its_id_where_one_of_its_reports_is_withdrawn(
    content: Callable[[Mapping[str, str]], Content], settings: Settings, withdrawn: str
) -> None:
    fronts = {"a": MEETING, "b": f"{MEETING}same_event_as: tin/2024/a.md\n"}
    [before] = events(content, settings, **fronts)
    fronts[withdrawn] += f"status: retracted\n{NOTE}"
    [after] = events(content, settings, **fronts)
    assert (after["UID"], str(after["STATUS"])) == (before["UID"], "CONFIRMED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert f"Bài {withdrawn}" not in str(after)


def test_reports_withdrawn_together_are_one_cancelled_event(
    content: Callable[[Mapping[str, str]], Content], settings: Settings
) -> None:
    fronts = {"a": MEETING, "b": f"{MEETING}same_event_as: tin/2024/a.md\n"}
    [before] = events(content, settings, **fronts)
    gone = {name: f"{front}status: retracted\n{NOTE}" for name, front in fronts.items()}
    [after] = events(content, settings, **gone)
    assert (after["UID"], str(after["STATUS"])) == (before["UID"], "CANCELLED")


@pytest.mark.parametrize("state", ["hoan", "huy"])
def test_a_conference_that_is_off_keeps_the_day_of_its_announcement(
    content: Callable[[Mapping[str, str]], Content], settings: Settings, state: str
) -> None:
    day = "2024-07-05"
    [before] = events(content, settings, a=f"conference: {{date: {day}, types: [so-ket]}}\n")
    off = f"conference: {{moved_from: {day}, state: {state}, types: [so-ket]}}\n"
    [after] = events(content, settings, a=f"{off}{NOTE}")
    assert (after["UID"], str(after["STATUS"])) == (before["UID"], "CANCELLED")
    assert after.decoded("DTSTART") == before.decoded("DTSTART") == date(2024, 7, 5)
    assert after["SEQUENCE"] > before["SEQUENCE"]


@pytest.mark.parametrize("address", ["", PROGRAM])
def test_json_feed_has_the_required_fields(
    archive: Catalog, settings: Settings, address: str
) -> None:
    feed = json.loads(feeds(archive, settings)[f"{address}feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}{address}feed.json"
    for item in feed["items"]:
        assert item["id"]
        assert item["content_text"]
        if item["title"] == "Bài đã được rút":
            assert "url" not in item
        else:
            assert item["url"].startswith(SITE)


def test_without_an_address_links_resolve_from_the_feed(archive: Catalog, bare: Settings) -> None:
    files = feeds(archive, bare)
    text = files[f"{PROGRAM}feed.xml"]
    place = f"https://o-dau-cung.vn/{PROGRAM}feed.xml"
    feed = feedparser.parse(text.encode(), response_headers={"content-location": place})
    assert feed.entries[0].link == "https://o-dau-cung.vn/tin/2024/so-ket/"
    assert "url" not in json.loads(files["feed.json"])["items"][0]


def test_a_feed_has_only_the_newest_articles(
    catalog: Callable[[Mapping[str, str]], Catalog], settings: Settings
) -> None:
    item = FILES["docs/tin/2023/chi-biet-thang.md"].replace("date: 2023-03\n", "date: 2023-04-01\n")
    sources = {f"docs/tin/2023/bai-{n}.md": item for n in range(NEWEST + 5)}
    files = feeds(catalog(sources), settings)
    assert len(parsed(files["feed.xml"]).entries) == NEWEST
    assert len(json.loads(files["feed.json"])["items"]) == NEWEST


def test_a_section_without_a_known_day_has_no_feed(
    catalog: Callable[[Mapping[str, str]], Catalog], settings: Settings
) -> None:
    made = catalog({"docs/tin/2023/mot.md": FILES["docs/tin/2023/chi-biet-thang.md"]})
    assert set(feeds(made, settings)) == {"feed.xml", "feed.json"}
    assert feed_addresses(made) == {}


def test_an_empty_archive_has_an_empty_feed(
    catalog: Callable[[Mapping[str, str]], Catalog], settings: Settings
) -> None:
    files = feeds(catalog({}), settings)
    assert set(files) == {"feed.xml", "feed.json"}
    assert parsed(files["feed.xml"]).entries == []
    assert json.loads(files["feed.json"])["items"] == []


def test_the_calendar_has_conferences_whose_day_is_known(
    archive: Catalog, settings: Settings
) -> None:
    calendar = icalendar.Calendar.from_ical(text_of(calendar_file(archive, settings)))
    event, _withdrawn = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == date(2024, 4, 25)
    assert event.decoded("DTEND") == date(2024, 4, 26)
    assert str(event["LOCATION"]) == "Tam Kỳ, Quảng Nam"
    assert str(event["URL"]) == f"{SITE}tin/2024/so-ket/"
    assert str(event["DESCRIPTION"]) == "Hai bên nhìn lại; việc gì làm được, việc gì chưa."


def test_the_calendar_says_its_name_and_how_often_to_ask(
    archive: Catalog, settings: Settings
) -> None:
    calendar = icalendar.Calendar.from_ical(text_of(calendar_file(archive, settings)))
    assert (
        str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "Lịch hội nghị – Bản tin phối hợp"
    )
    assert calendar.decoded("REFRESH-INTERVAL") == timedelta(days=1)
    assert str(calendar["X-PUBLISHED-TTL"]) == "P1D"
    assert str(calendar["COLOR"]) == "darkred"
    assert str(calendar["SOURCE"]) == f"{SITE}lich.ics"
    event, _withdrawn = calendar.walk("VEVENT")
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP")


def test_no_control_character_reaches_feeds_or_calendar(
    content: Callable[[Mapping[str, str]], Content], settings: Settings
) -> None:
    """Nor where reading would let one through, as an escape in YAML once did."""
    spoiled = "\x00\x07\x0b\x1b\x7f\x85\x9f"
    read = content({"docs/tin/2024/so-ket.md": FILES["docs/tin/2024/so-ket.md"]})
    [article] = read.articles
    meeting = article.front.conference
    assert meeting
    front = replace(
        article.front,
        title=f"A{spoiled}B",
        lead=f"{spoiled}Sa{spoiled}pô",
        author=f"Hương{spoiled} Dịu",
        conference=replace(meeting, place=f"Tam {spoiled}Kỳ"),
    )
    made = build_catalog(
        replace(read, articles=(replace(article, front=front),)), date(2024, 6, 30)
    )
    texts = [*feeds(made, settings).values(), text_of(calendar_file(made, settings))]
    assert len(texts) > 2
    assert all("AB" in text and "Sapô" in text for text in texts)
    allowed = "\r\n"
    assert {c for text in texts for c in text if unicodedata.category(c) == "Cc"} <= set(allowed)


def test_calendar_lines_are_at_most_75_bytes(archive: Catalog, settings: Settings) -> None:
    text = text_of(calendar_file(archive, settings))
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line) for line in text.encode().split(b"\r\n")) <= 75


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n")))
def test_any_text_is_read_back_from_the_calendar(text: str) -> None:
    line = fold_line(content_line("SUMMARY", text))
    event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{line}END:VEVENT\r\n")
    assert str(event["SUMMARY"]) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    folded = fold_line(line)
    assert folded.removesuffix("\r\n").replace("\r\n ", "") == line
    assert all(len(part) <= 75 for part in folded.encode().split(b"\r\n"))
