from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from tests.unit.publish.conftest import SITE

from bantin.publish.data import tables
from bantin.publish.discovery.page_list import ListedPage, listed_pages
from bantin.publish.discovery.sitemap import news_sitemap, sitemap_outputs
from bantin.publish.discovery.small_files import llms, robots, search_description, security_contact

if TYPE_CHECKING:
    from bantin.catalog import Catalog
    from bantin.model.settings import Settings

SITEMAP = xmlschema.XMLSchema(str(Path(__file__).parent / "schemas" / "sitemap.xsd"))
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def entries(text: str) -> dict[str, str | None]:
    SITEMAP.validate(text.removeprefix('<?xml version="1.0" encoding="utf-8"?>\n'))
    root = ET.fromstring(text)  # noqa: S314 - our own output
    days = {}
    for url in root.findall(f"{MAP}url"):
        place = url.findtext(f"{MAP}loc")
        assert place
        days[place.removeprefix(SITE)] = url.findtext(f"{MAP}lastmod")
    return days


def test_lastmod_is_the_day_the_content_gives(archive: Catalog) -> None:
    [output] = sitemap_outputs(listed_pages(archive, ["gioi-thieu/"]), SITE)
    days = entries(output.text)
    assert days["tin/2024/so-ket/"] == "2024-05-02"
    assert days["tin/2023/chi-biet-thang/"] is None
    assert days["tin/chua-ro-nam/hop-28-11/"] == "2024-06-01"
    assert days["co-quan/bca/"] == "2024-06-01"
    assert days["co-quan/bcdtb/"] is None
    assert days[""] == "2024-06-29"
    assert days["gioi-thieu/"] is None
    assert "tin/2024/bai-rut/" not in days


def test_every_page_is_listed_once(archive: Catalog) -> None:
    addresses = [page.address for page in listed_pages(archive, ["gioi-thieu/"])]
    assert len(addresses) == len(set(addresses))


def test_too_many_pages_are_split_over_sitemaps() -> None:
    pages = [ListedPage(f"tin/{n}/", date(2024, 1, 2)) for n in range(7)]
    index, *parts = sitemap_outputs(pages, SITE, most=3)
    assert [part.path for part in parts] == [f"sitemap-{n}.xml" for n in (1, 2, 3)]
    places = [e.text for e in ET.fromstring(index.text).iter(f"{MAP}loc")]  # noqa: S314
    assert places == [f"{SITE}{part.path}" for part in parts]
    assert sum(len(entries(part.text)) for part in parts) == 7


def test_the_news_sitemap_has_two_days(archive: Catalog, settings: Settings) -> None:
    [output] = news_sitemap(archive, settings)
    root = ET.fromstring(output.text)  # noqa: S314
    assert [e.text for e in root.iter(f"{NEWS}title")] == ["Báo đưa tin"]
    assert [e.text for e in root.iter(f"{NEWS}publication_date")] == ["2024-06-29"]


def test_without_a_site_url_files_that_need_one_are_left_out(
    archive: Catalog, bare: Settings
) -> None:
    assert list(sitemap_outputs(listed_pages(archive), "")) == []
    assert list(news_sitemap(archive, bare)) == []
    assert list(search_description(bare)) == []
    assert "Sitemap" not in robots(archive, bare).text


def test_robots_name_the_sitemaps(archive: Catalog, settings: Settings) -> None:
    lines = f"Sitemap: {SITE}sitemap.xml\nSitemap: {SITE}news-sitemap.xml\n"
    assert robots(archive, settings).text.endswith(lines)


@pytest.mark.parametrize("today", [date(2024, 7, 2), date(2026, 11, 23), date(2022, 1, 1)])
def test_on_days_without_news_there_is_no_news_sitemap(
    archive: Catalog, settings: Settings, today: date
) -> None:
    """One without an address is invalid by the schema, and robots.txt must not lead to nothing."""
    quiet = replace(archive, today=today)
    assert list(news_sitemap(quiet, settings)) == []
    assert robots(quiet, settings).text.count("Sitemap:") == 1


def test_a_browser_can_search_the_portal(settings: Settings) -> None:
    [output] = search_description(settings)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ET.fromstring(output.text)  # noqa: S314
    name = root.findtext(f"{space}ShortName")
    assert name
    assert len(name) <= 16
    templates = {e.get("type"): e.get("template") for e in root.iter(f"{space}Url")}
    assert templates["text/html"] == f"{SITE}tim-kiem/?q={{searchTerms}}"


def test_a_security_contact_expires_and_must_be_declared(
    settings: Settings, bare: Settings
) -> None:
    today = date(2024, 6, 30)
    [output] = security_contact(settings, today)
    assert output.path == ".well-known/security.txt"
    assert "Contact: mailto:lienhe@example.vn\n" in output.text
    assert "Expires: 2024-12-27T00:00:00+07:00\n" in output.text
    assert list(security_contact(bare, today)) == []


def test_llms_names_every_table(archive: Catalog, settings: Settings) -> None:
    text = llms(archive, settings, tables(archive)).text
    assert text.startswith("# Bản tin phối hợp\n\n> ")
    assert all(f"({SITE}du-lieu/{table.name}.json)" in text for table in tables(archive))
