"""What the pages of the portal say is so: scans over every page of the whole site."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.conftest import ROOT

from bantin.catalog import Catalog, build_catalog
from bantin.catalog.people import rank_and_office
from bantin.compile.pages.matrix import matrix
from bantin.compile.pages.person import stories_of
from bantin.compile.pages.program import is_running
from bantin.reading import read
from bantin.vietnamese.dates import in_figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Built

    from bantin.model import Article

CREATOR = re.compile(r'<meta name="DC.creator" content="([^"]*)">')
CITED = re.compile(r"data-authors='([^']*)' data-day=\"([^\"]*)\"")
GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def archive() -> Catalog:
    return build_catalog(read(ROOT / "docs", ROOT / "data"), date(2026, 11, 23))


class Citation(NamedTuple):
    """What a page says of the authors and the day of its article, in every form."""

    article: Article
    names: set[str]
    days: set[str]


def citations(site: Built, archive: Catalog) -> Iterator[Citation]:
    for article in archive.articles:
        html = unescape(site.page(article.address))
        found = CITED.search(html)
        graph = GRAPH.search(html)
        assert found, article.path
        assert graph, article.path
        nodes = json.loads(graph[1])["@graph"]
        news = next(node for node in nodes if node["@type"] == "NewsArticle")
        named = (author["name"] for author in news.get("author", []))
        days = {found[2], news.get("datePublished", "")} - {""}
        yield Citation(article, {*json.loads(found[1]), *CREATOR.findall(html), *named}, days)


def test_no_article_is_cited_under_the_name_of_someone_who_did_not_write_it(
    real: Built, archive: Catalog
) -> None:
    found = list(citations(real, archive))
    assert len(found) > 90
    assert any(one.article.front.source and one.article.front.source.writers for one in found)
    for article, names, _ in found:
        source = article.front.source
        if source and not source.verbatim:
            assert not names & {*source.writers, source.name}, article.path


def test_no_article_is_cited_under_another_day(real: Built, archive: Catalog) -> None:
    for article, _, days in citations(real, archive):
        front, source = article.front, article.front.source
        ours = front.date.iso() if front.date else None
        assert days <= {ours}, article.path
        if source and not source.verbatim and source.published:
            assert source.published.iso() not in days, article.path


def test_every_original_headline_is_shown(real: Built, archive: Catalog) -> None:
    headlines = {
        article.address: article.front.source.title
        for article in archive.articles
        if article.front.source and article.front.source.title
    }
    assert len(headlines) >= 5
    for address, headline in headlines.items():
        assert headline in unescape(real.page(address)), address


def text_of(html: str) -> str:
    """Return what a page shows, a bar between its elements."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "|", shown)))


def test_no_page_says_the_word_for_a_kind_twice(real: Built, archive: Catalog) -> None:
    records = archive.registries
    kinds = {one.type for one in records.documents.values()}
    kinds |= {"Chương trình", "Chương trình phối hợp", "Quy chế phối hợp", "Kế hoạch", "Tỉnh"}
    ends = {" ".join(kind.split()[-size:]) for kind in kinds for size in (1, 2)}
    twice = re.compile(rf"\b({'|'.join(map(re.escape, ends))}) \1\b", re.IGNORECASE)
    pages = [file for file in real.site.rglob("index.html") if "huong-dan" not in file.parts]
    assert len(pages) > 600
    found = {
        (match[0], file.relative_to(real.site).as_posix())
        for file in pages
        for match in twice.finditer(text_of(file.read_text(encoding="utf-8")))
    }
    assert found == set()


def test_no_two_documents_have_one_name(real: Built, archive: Catalog) -> None:
    titles = [
        re.findall(r"<h1[^>]*>(.*?)</h1>", real.page(f"van-ban/{id_}"))[0]
        for id_ in archive.registries.documents
    ]
    assert len(titles) == len(set(titles))


INDEXES = ("chuong-trinh", "co-quan", "dia-phuong", "van-ban", "nhan-su")


@pytest.mark.parametrize("index", INDEXES)
def test_a_count_of_an_index_is_that_of_its_entries(real: Built, index: str) -> None:
    total = re.compile(rf'href="\.\./{index}/">[^<]*</a> <span class="note">\((\d+)\)')
    told = total.search(real.page("tim-kiem"))
    assert told
    main = real.page(index).split("<h1", 1)[1].split('<footer class="colophon"')[0]
    # An entry is a first link of its line; others on the line say what it was made from.
    entries = re.findall(r'(?:<li>|<th[^>]*>)\s*<a href="([^"#]+)"', main)
    assert len(set(entries)) == int(told[1])


def test_the_home_page_counts_the_agencies_that_it_leads_to(real: Built) -> None:
    home, index = real.page(""), real.page("co-quan")
    kinds = re.findall(r'href="co-quan/#([a-z-]+)">[^<]*</a> <span class="note">\((\d+)\)', home)
    assert len(kinds) >= 4
    for kind, told in kinds:
        part = index.split(f'<h2 id="{kind}">', 1)[1].split("</section>", 1)[0]
        assert len(re.findall(r"<li>\s*<a ", part)) == int(told), kind


def test_every_programme_in_force_is_listed_as_such(real: Built, archive: Catalog) -> None:
    running = {p.id for p in archive.registries.programs.values() if is_running(archive, p)}
    html = real.page("chuong-trinh")
    first = html[html.index("Đang thực hiện") : html.index("Các chương trình khác")]
    assert set(re.findall(r'<li><a href="(?:[^"]*/)?([a-z0-9-]+)/"', first)) == running
    for id_ in running:
        assert "đang thực hiện" in real.page(f"chuong-trinh/{id_}")


def test_the_matrix_has_every_year_and_no_mark_outside_a_term(archive: Catalog) -> None:
    found = matrix(archive)
    assert found.years == tuple(range(found.years[0], found.years[-1] + 1))
    programs = archive.registries.programs
    for row in found.rows:
        program = programs[row.link.address.split("/")[1]]
        assert any(cell.met or cell.reviewed for cell in row.cells), program.id
        reviewed = [y for y, cell in zip(found.years, row.cells, strict=True) if cell.reviewed]
        assert all(program.period is None or program.period.includes(y) for y in reviewed)


def bench(*arguments: str | Path) -> str:
    """Return what ``python -m bench`` prints."""
    command = [sys.executable, "-m", "bench", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def untrue(*arguments: str | Path) -> tuple[int, dict[str, int]]:
    """Return how many articles are of no known year, and how many statements are not so."""
    first, *lines = bench("statements", *arguments).splitlines()
    counts = (line.split(maxsplit=1) for line in lines)
    return int(first.split()[2]), {kind: int(count) for count, kind in counts}


def test_nothing_untrue_is_said_of_time_and_place_in_any_archive(tmp_path: Path) -> None:
    bench("corpus", "-n", "300", tmp_path / "p")
    for folder, share in ((ROOT, "0"), (tmp_path / "p", "0"), (tmp_path / "p", "0.4")):
        unknown, found = untrue(folder, "-d", share)
        assert unknown > 0 or share == "0"
        assert len(found) >= 7
        assert not any(found.values()), (folder, found)


def test_lists_show_no_publication_day_as_that_of_a_conference(
    real: Built, archive: Catalog
) -> None:
    """Nor does any list of the whole site say of an article in which year it was, if none tells."""
    row = re.compile(r'<article class="row.*?</article>', re.DOTALL)
    meta = re.compile(r'<p class="row-meta">(.*?)</p>', re.DOTALL)
    at = {article.address: article for article in archive.articles}
    seen = 0
    for file in real.site.rglob("index.html"):
        for html in row.findall(file.read_text(encoding="utf-8")):
            address = re.findall(r'href="(?:\.\./)*(tin/[^"]+)"', html)
            article = at.get(address[0]) if address else None
            if article is None or article.front.conference is None:
                continue
            day, told = article.front.conference.date, meta.findall(html)[0]
            seen += 1
            if day is None or day.year is None:
                assert "<time" not in told, file
                ours = article.front.date
                assert ours is None or f"đăng {in_figures(ours)}" in told, file
    assert seen > 500


def test_newer_and_older_are_said_only_where_it_is_certain(real: Built, archive: Catalog) -> None:
    link = re.compile(r'<a rel="(prev|next)" href="(?:\.\./)*([^"]+)">')
    at, seen = {article.address: article for article in archive.articles}, 0
    for article in archive.stories:
        nav = real.page(article.address).partition('class="newer-older"')[2]
        for kind, address in link.findall(nav.partition("</nav>")[0]):
            pair = [article, at[address]]
            older, newer = pair if kind == "prev" else reversed(pair)
            assert archive.bounds_of(older).is_before(archive.bounds_of(newer)), article.path
            seen += 1
    assert seen > 120


def test_today_every_province_shows_what_happened_on_its_ground(
    real: Built, archive: Catalog
) -> None:
    told = 0
    for province in archive.registries.provinces.values():
        if province.has_ended or len(archive.lineage.ground_of(province)) == 1:
            continue
        html, stories = real.page(f"dia-phuong/{province.id}"), archive.on_ground(province)
        told += 1
        if stories:
            words = f"Trên địa bàn này, kể cả trước sáp nhập: {len(stories)} tin"
            assert words in html, province.id
            assert all(f"{story.address}" in html for story in stories[:40]), province.id
        if archive.lineage.agencies_on(province):
            assert "Cơ quan hiện nay trên địa bàn" in html, province.id
    assert told == 23


def test_a_person_is_told_of_a_conference_once(real: Built, archive: Catalog) -> None:
    for person in archive.people.values():
        paths = [article.path for article in stories_of(archive, person)]
        conferences = [archive.principals.get(p, archive.by_path[p]).path for p in paths]
        assert len(set(conferences)) == len(conferences), person.id
        offices = re.findall(
            r"<li>([^<–]+)",
            real.page(f"nhan-su/{person.id}").partition('class="offices"')[2].partition("</ul>")[0],
        )
        assert all(not rank_and_office(office.strip())[0] for office in offices), person.id
