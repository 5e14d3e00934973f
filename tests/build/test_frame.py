"""Every page has the same small frame, and nothing in it comes from the host theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Built

FRAME = ["a", "header", "main", "footer", "script", "script"]
SKIP_LINK = '<a class="skip" href="#noi-dung">Đến nội dung chính</a>'
# The classes and components of Material, its hidden switches and settings.
OF_MATERIAL = (
    '[class^="md-"], [class*=" md-"], [data-md-component], [data-md-toggle], '
    '[data-md-color-scheme], [id^="__"], [for^="__"]'
)
# Pages that lead from an old address to a new one have no frame.
REDIRECT = 'meta[http-equiv="refresh"]'


@pytest.fixture(scope="session", params=["mini", "real"])
def pages(request: pytest.FixtureRequest) -> dict[str, LexborHTMLParser]:
    """Every page of both sites with a frame, by its path."""
    site = request.getfixturevalue(request.param).site
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    parsed = {path: LexborHTMLParser(file.read_bytes()) for path, file in files.items()}
    return {path: page for path, page in parsed.items() if not page.css_first(REDIRECT)}


def test_a_page_is_a_skip_link_a_header_its_content_and_a_footer(
    pages: dict[str, LexborHTMLParser],
) -> None:
    frames = {path: [part.tag for part in page.css("body > *")] for path, page in pages.items()}
    assert {path: frame for path, frame in frames.items() if frame != FRAME} == {}


def test_the_only_skip_link_leads_to_the_content(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        first = page.css_first("body > a")
        assert first is not None, path
        assert first.html == SKIP_LINK, path
        assert len(page.css('[class*="skip"]')) == 1, path
        assert len(page.css("main#noi-dung")) == 1, path


def test_no_page_has_a_part_of_material(pages: dict[str, LexborHTMLParser]) -> None:
    assert [path for path, page in pages.items() if page.css(OF_MATERIAL)] == []


def test_no_page_has_a_switch_that_nothing_uses(pages: dict[str, LexborHTMLParser]) -> None:
    """The checkboxes of the search page are made by its script."""
    assert [path for path, page in pages.items() if page.css('[type="checkbox"]')] == []


def test_handwritten_and_compiled_pages_are_checked(
    pages: dict[str, LexborHTMLParser],
) -> None:
    written, compiled = {"gioi-thieu/index.html", "404.html"}, {"index.html", "tin/index.html"}
    assert written | compiled <= set(pages)


def test_the_style_has_no_rule_for_material(mini: Built) -> None:
    style = (mini.site / "assets/css/bantin.css").read_text(encoding="utf-8")
    assert "md-" not in style


def test_no_setting_of_the_host_makes_pages_fetch_from_elsewhere(
    miniature: Path, build: Build
) -> None:
    with (miniature / "mkdocs.yml").open("a", encoding="utf-8", newline="\n") as settings:
        settings.write("extra_css: [https://example.com/la.css]\n")
        settings.write("extra_javascript: [https://example.com/la.js]\n")
    built = build(miniature)
    assert built.status == 0, built.output
    pages = [page.read_text(encoding="utf-8") for page in built.site.rglob("*.html")]
    assert [page for page in pages if "example.com/la." in page] == []
