from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bantin.cli.links import links
from bantin.linkcheck import cited_sources
from bantin.publish.pages.sources import PER_PAGE, source_pages
from bantin.reading.registry import read_registries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.unit.linkcheck.conftest import Site

    from bantin.catalog import Catalog

ROOT = Path(__file__).parents[3]
BODY = """\
- id: bca
  name: Bộ Công an
  kind: luc-luong-vu-trang
  level: trung-uong
  source: https://www.a.vn/bca
"""
NEWS = """---
title: {title}
date: 2024-04-26
{status}agencies: [bca]
source: {{name: Báo {name}, collected: {collected}{url}}}
---
Thân bài.
"""


def item(title: str, name: str = "tỉnh", collected: str = "2024-05-01", url: str = "",
         status: str = "") -> str:  # fmt: skip
    url_field = f", url: '{url}'" if url else ""
    return NEWS.format(title=title, name=name, collected=collected, url=url_field, status=status)


def archive_of(catalog: Callable[[Mapping[str, str]], Catalog], **files: str) -> Catalog:
    return catalog({f"docs/tin/2024/{name}.md": text for name, text in files.items()})


def test_each_source_is_listed_once_with_the_latest_day_it_was_read(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    archive = archive_of(
        catalog,
        mot=item("Một", url="https://a.vn/1", collected="2024-05-01"),
        hai=item("Hai", url="https://a.vn/1", collected="2024-06"),
        ba=item("Ba", name="in giấy"),
        bon=item("Bốn", name="in giấy"),
    )
    sources = cited_sources(archive.articles, archive.registries)
    by_key = {source.url or source.name: source for source in sources}
    assert [a.front.title for a in by_key["https://a.vn/1"].articles] == ["Hai", "Một"]
    collected = by_key["https://a.vn/1"].collected
    assert collected
    assert collected.iso() == "2024-06"
    assert len(by_key["Báo in giấy"].articles) == 2
    assert set(by_key["https://a.vn/1"].places) == {"docs/tin/2024/mot.md", "docs/tin/2024/hai.md"}


def test_sources_of_registry_records_are_listed() -> None:
    registries = read_registries(ROOT / "data")[0]
    kinds = (
        registries.agencies, registries.provinces, registries.districts,
        registries.programs, registries.documents,
    )  # fmt: skip
    records = [record for kind in kinds for record in kind.values() if record.source]
    cited = [record for source in cited_sources([], registries) for record in source.records]
    assert len(cited) == len(records) > 0


def test_a_source_of_a_registry_is_named_after_its_server(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    archive = catalog({"data/agencies.yml": BODY, "data/programs.yml": "[]"})
    [line] = next(source_pages(archive)).view.items
    assert (line.name, line.collected, line.records) == ("a.vn", "", "1 cơ quan")


def test_the_page_gives_the_day_of_collection(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    archive = archive_of(catalog, mot=item("Một", url="https://a.vn/1"), hai=item("Hai", name="ấp"))
    [page] = source_pages(archive)
    assert page.address == "nguon/"
    lines = {line.name: line for line in page.view.items}
    assert lines["Báo tỉnh"].url == "https://a.vn/1"
    assert (lines["Báo tỉnh"].collected, lines["Báo tỉnh"].iso) == ("1/5/2024", "2024-05-01")
    assert [link.text for link in lines["Báo tỉnh"].articles] == ["Một"]
    assert lines["Báo ấp"].url == ""


def test_a_retracted_article_cites_nothing(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    withdrawn = "status: retracted\ncorrections: [{date: 2024-05-02, note: Rút.}]\n"
    archive = archive_of(catalog, mot=item("Một", name="bị rút", status=withdrawn))
    assert "bị rút" not in repr(list(source_pages(archive)))


def test_a_long_list_is_paginated(catalog: Callable[[Mapping[str, str]], Catalog]) -> None:
    files = {f"bai-{n}": item(f"Bài {n}", url=f"https://a.vn/{n}") for n in range(PER_PAGE + 1)}
    pages = list(source_pages(archive_of(catalog, **files)))
    assert [page.address for page in pages] == ["nguon/", "nguon/trang-2/"]
    assert pages[1].view.first == PER_PAGE + 1


@pytest.fixture
def project(tmp_path: Path, site: Site, closed: str) -> Path:
    news = tmp_path / "docs/tin/2024"
    news.mkdir(parents=True)
    (tmp_path / "data").mkdir()
    for name, url in {
        "con": site.of("con"), "mat": site.of("ma/404"), "moi": site.of("chuyen/301/con/moi"),
        "tat": closed,
    }.items():  # fmt: skip
        (news / f"{name}.md").write_text(
            item(name, url=url).replace("agencies: [bca]\n", ""), "utf-8"
        )
    (news / "mat-hai.md").write_text(
        item("lại", url=site.of("ma/404"), collected="2024-05-09").replace("agencies: [bca]\n", ""),
        "utf-8",
    )
    return tmp_path


def run(project: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        links, ["--root", str(project), "--timeout", "5", "--pause", "0", *options]
    )
    return result.exit_code, result.stdout


def test_each_address_that_failed_or_moved_has_one_line(
    project: Path, site: Site, closed: str
) -> None:
    status, output = run(project, "--inner")
    assert status == 1
    *lines, last = output.splitlines()
    assert last == "4 địa chỉ: 2 hỏng, 1 đã chuyển."
    lost, moved, off = site.of("ma/404"), site.of("chuyen/301/con/moi"), closed
    assert dict(line.split(": ", 1) for line in lines) == {
        lost: "không còn trang này (404)"
              " (thu thập 9/5/2024; docs/tin/2024/mat-hai.md và 1 chỗ khác)",
        moved: f"đã chuyển sang {site.of('con/moi')} (thu thập 1/5/2024; docs/tin/2024/moi.md)",
        off: "máy chủ không nhận kết nối (thu thập 1/5/2024; docs/tin/2024/tat.md)",
    }  # fmt: skip


def test_json_lists_every_address(project: Path, site: Site) -> None:
    status, output = run(project, "--inner", "--json")
    rows: dict[str, Any] = {row["url"]: row for row in json.loads(output)}
    assert status == 1
    assert {row["verdict"] for row in rows.values()} == {"con", "chuyen", "hong"}
    assert rows[site.of("ma/404")]["status"] == 404
    assert rows[site.of("con")]["collected"] == "2024-05-01"


def test_private_addresses_are_requested_only_with_inner(project: Path, site: Site) -> None:
    status, _ = run(project)
    assert (status, site.requests) == (1, [])


def test_exit_code_is_zero_if_all_addresses_answer(project: Path) -> None:
    for name in ("mat", "mat-hai", "tat"):
        (project / f"docs/tin/2024/{name}.md").unlink()
    assert run(project, "--inner")[0] == 0
