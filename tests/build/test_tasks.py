"""Tasks on the built site: each can be linked to, and what is told of one is in its source."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.conftest import Built

SITES = ("mini", "real")


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def main_of(built: Built, address: str) -> str:
    main = LexborHTMLParser(built.page(address)).css_first("main")
    assert main is not None
    return plain(main.text())


def data(built: Built, name: str) -> list[dict[str, object]]:
    rows = json.loads((built.site / f"du-lieu/{name}.json").read_text(encoding="utf-8"))
    assert rows
    return list(rows)


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Built:
    built: Built = request.getfixturevalue(request.param)
    return built


def test_every_task_has_an_anchor_and_a_visible_link_on_its_page(site: Built) -> None:
    for row in data(site, "tasks"):
        address, _, id_ = str(row["task"]).partition("#")
        page = LexborHTMLParser(site.page(address))
        (item,) = page.css(f"#{id_}")
        link, *_ = item.css("a.task-link")
        assert link.attributes["href"] == f"#{id_}"
        assert "¶" in link.text()
        shown = plain(item.text().replace("¶", " "))
        assert plain(str(row["text"]))[:40] in shown


def test_every_sentence_stands_in_the_article_that_is_named_for_it(site: Built) -> None:
    for row in data(site, "follow_ups"):
        if row["state"] == "khong-nhac":
            assert row["quote"] is None
            continue
        body = LexborHTMLParser(site.page(str(row["path"]).removesuffix(".md"))).css_first(
            ".article-body"
        )
        assert body is not None
        assert plain(str(row["quote"])) in plain(body.text())


def test_a_task_is_followed_only_by_articles_of_later_conferences(site: Built) -> None:
    dates = {str(row["task"]): row["date"] for row in data(site, "tasks")}
    for row in data(site, "follow_ups"):
        set_on, told_on = dates[str(row["task"])], row["date"]
        if isinstance(set_on, str) and isinstance(told_on, str) and set_on[0] != "-":
            assert told_on.startswith("-") or told_on >= set_on[: len(told_on)]


def test_no_page_shows_an_empty_comparison(site: Built) -> None:
    for file in (site.site / "chuong-trinh").rglob("index.html"):
        page = LexborHTMLParser(file.read_text(encoding="utf-8"))
        for row in page.css("table.ledger tbody tr"):
            tasks, results, limits = (cell.css(".entry") for cell in row.css("td"))
            assert tasks, file
            assert results or limits, file
        for card in page.css(".outcome-card"):
            assert card.css("dd"), file


def test_the_forms_of_the_open_data_agree(site: Built) -> None:
    for name in ("tasks", "follow_ups"):
        text = (site.site / f"du-lieu/{name}.csv").read_text(encoding="utf-8-sig")
        assert len([*csv.DictReader(text.splitlines())]) == len(data(site, name))


def test_pages_say_how_far_tasks_have_come(mini: Built) -> None:
    program = main_of(mini, "chuong-trinh/dan-van-2022")
    assert "Việc này đến đâu rồi" in program
    assert "Xong một phần (1)" in program
    assert "“Mở 120 buổi tuyên truyền.”" in program
    assert "1 hội nghị sau không nhắc lại" in program
    agency = main_of(mini, "co-quan/bca")
    assert "Việc chủ trì, chưa có tin là xong" in agency
    assert "Năm 2023 mở 100 buổi." in agency
    article = mini.page("tin/2024/danh-gia-hai-nam")
    assert "Về nhiệm vụ của hội nghị trước" in article
    assert "Việc này đến đâu rồi" in mini.page("tin/2023/so-ket-nam-2022")


def test_what_nobody_tells_is_not_said_to_be_undone(site: Built) -> None:
    untold = re.compile(r"\d+ chưa (xong|làm|thực hiện)")
    followed = {row["state"] for row in data(site, "follow_ups")}
    for file in (site.site / "nhiem-vu").rglob("index.html"):
        counted = file.read_text(encoding="utf-8").partition("<h2")[0]
        assert "nhiệm vụ" in counted, file
        assert "chua" in followed or not untold.search(counted), file


def test_the_archive_tells_what_it_holds(real: Built) -> None:
    """Pairs that were found by reading, and the tasks of which a source names the agency."""
    told = data(real, "follow_ups")
    assert len(told) == 14
    assert sum(row["state"] == "xong" for row in told) == 2
    owned = [row for row in data(real, "tasks") if row["owners"]]
    assert len({str(row["path"]) for row in owned}) >= 10
    texts = [str(row["text"]) for row in data(real, "tasks")]
    assert [text for text in texts if re.search(r"\d+ (chương|điều)\b", text)] == []
