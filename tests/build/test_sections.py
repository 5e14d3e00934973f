"""The list of sections is the site: what is built lies in one of them, and none is forgotten."""

import re
from pathlib import PurePosixPath

from tests.conftest import MINIATURE, Built

from bantin.model.sections import FOLDERS, FOOTER, MENU, Section

# Made by hand or kept out of reach of readers: pages of docs/ itself, settings of a web server.
HAND_WRITTEN = {page.stem for page in (MINIATURE / "docs").glob("*.md")}
SERVER = "_nginx"


def test_every_page_and_file_is_in_a_section(mini: Built) -> None:
    folders = {PurePosixPath(path).parts[0] for path in mini.files() if "/" in path}
    assert folders - FOLDERS == {"gioi-thieu", SERVER}
    assert "gioi-thieu" in HAND_WRITTEN


def test_every_section_that_a_build_must_fill_is_filled(mini: Built) -> None:
    folders = {PurePosixPath(path).parts[0] for path in mini.files() if "/" in path}
    # The browser editor is built on demand; originals where a hand-written page names them.
    assert FOLDERS - folders == {Section.ADMIN.folder, Section.PHOTOS.folder}


def test_the_menu_leads_to_its_sections_and_marks_the_current_one(mini: Built) -> None:
    for section in MENU:
        html = mini.page(section.address)
        entries = html.partition('<nav class="menu"')[2].partition("</nav>")[0]
        assert re.findall(r">([^<>]+)</a>", entries) == [one.label for one in MENU]
        assert f'aria-current="page">{section.label}<' in entries
        assert entries.count("aria-current") == 1


def test_the_footer_leads_to_its_sections_in_their_order(mini: Built) -> None:
    html = mini.page("").partition('<nav aria-label="Cuối trang"')[2].partition("</nav>")[0]
    links = re.findall(r'href="([^"]+)"[^>]*>([^<>]+)</a>', html)
    sections = [(section.address, section.label) for section in FOOTER]
    assert [link for link in links if link in sections] == sections
    others = ["gioi-thieu/", "bao-cao/tiep-can/", "feed.xml", "lich.ics"]
    assert [address for address, _ in links if address in others] == others
    assert len(links) == len(sections) + len(others)


def test_no_two_sections_share_an_address() -> None:
    assert len(FOLDERS) == len(Section)
    assert all(section.address == f"{section.folder}/" for section in Section)
