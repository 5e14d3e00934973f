"""What a strict policy for content forbids is nowhere, and front matter shows as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.build.conftest import Crawl
    from tests.conftest import Built

ROOT = Path(__file__).parent.parent.parent
FRAME = ROOT / "theme" / "main.html"
HOSTILE = "tin/2024/ky-tu-la/"


def test_html_has_no_inline_style(crawl: Crawl) -> None:
    styled = [
        (path, tag)
        for path, page in crawl.pages.items()
        for tag, name in page.attributes
        if name == "style" or tag == "style"
    ]
    assert styled == []


def test_html_has_no_inline_event_handler(crawl: Crawl) -> None:
    handlers = [
        (path, tag, name)
        for path, page in crawl.pages.items()
        for tag, name in page.attributes
        if name.startswith("on")
    ]
    assert handlers == []


def test_the_only_inline_script_is_the_one_of_the_theme(crawl: Crawl) -> None:
    known = FRAME.read_text(encoding="utf-8")
    unknown = [
        (path, script)
        for path, page in crawl.pages.items()
        for script in page.scripts
        if script.strip() and f">{script.strip()}</script>" not in known
    ]
    assert unknown == []


def test_no_frames_and_no_objects(crawl: Crawl) -> None:
    tags = {tag for page in crawl.pages.values() for tag in page.tags}
    assert not tags & {"iframe", "object", "embed", "base", "applet"}


@pytest.mark.parametrize(
    "shown",
    [
        '<script>alert(1)</script> & “họp” "kép"',
        "</p><script>alert(2)</script>",
        "<img src=x onerror=alert(3)>",
        "đợt <i>một</i>",
        "<svg onload=alert(4)>",
        "Bí thư <script>alert(5)</script>",
        "<script>alert(7)</script>",
        "<script>alert(8)</script>",
        "<script>alert(9)</script>",
        "Lê <b>Hòa</b>",
        "<u>Báo</u>",
        'Đoàn xã <img src=x onerror=alert(1)> "&',
    ],
)
def test_front_matter_and_registries_are_escaped(mini_crawl: Crawl, shown: str) -> None:
    text = " ".join("".join(mini_crawl.pages[f"{HOSTILE}index.html"].text).split())
    assert shown in text.replace("\u00a0", " ")


def test_html_in_a_body_is_dropped(mini: Built) -> None:
    page = mini.page(HOSTILE)
    assert "alert(10)" in page
    for piece in ("<script>alert", "<b onclick", "<div style", "javascript:", "<img src=x"):
        assert piece not in page


def test_the_name_of_the_publisher_is_escaped(mini: Built) -> None:
    assert "Cơ quan &lt;b&gt;thử&lt;/b&gt;" in mini.page("")


def test_no_page_shows_none(crawl: Crawl) -> None:
    paths = [path for path, page in crawl.pages.items() if "None" in "".join(page.text)]
    assert paths == []
