from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.publish.conftest import PUBLISHER, SITE
from tests.unit.publish.vocabulary import faults

from bantin.compile.jobs import pages
from bantin.publish.data import data_page, tables
from bantin.publish.heads import Heads, as_script
from bantin.publish.heads.bylines import author_nodes
from bantin.vietnamese.bylines import names_of

if TYPE_CHECKING:
    from bantin.catalog import Catalog
    from bantin.compile.page import Page
    from bantin.model.settings import Settings


def headed(archive: Catalog, settings: Settings) -> dict[str, Page]:
    dump = tables(archive, settings.site_url)
    heads = Heads(archive, settings, dump)
    return {page.address: page for page in heads.on([*pages(archive), data_page(dump)])}


def graph(page: Page) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(page.head.linked_data)["@graph"]
    return nodes


def only(page: Page, kind: str) -> dict[str, Any]:
    [pages] = [node for node in graph(page) if node["@type"] == kind]
    return pages


@pytest.mark.parametrize("declared", [True, False])
def test_all_linked_data_is_in_the_vocabulary(
    archive: Catalog, settings: Settings, bare: Settings, *, declared: bool
) -> None:
    pages = headed(archive, settings if declared else bare)
    nodes = [node for page in pages.values() if not page.hidden for node in graph(page)]
    assert {node["@type"] for node in nodes} == {
        "NewsArticle", "Event", "EventSeries", "GovernmentOrganization", "Organization", "Person",
        "AdministrativeArea", "Legislation", "Dataset", "WebSite", "BreadcrumbList",
    }  # fmt: skip
    assert [fault for node in nodes for fault in faults(node)] == []


def test_the_vocabulary_refuses_unknown_properties() -> None:
    wrong = {"@type": "Event", "organizer": {"@type": "Occupation"}, "successor": "x"}
    assert list(faults(wrong)) == [
        "/Event.organizer: a Occupation where ['Organization', 'Person'] are expected",
        "/Event: no property successor",
    ]


def test_linked_data_of_an_article_and_its_conference(archive: Catalog, settings: Settings) -> None:
    pages = headed(archive, settings)
    page = pages["tin/2024/so-ket/"]
    article, event = only(page, "NewsArticle"), only(page, "Event")
    assert article["url"] == f"{SITE}tin/2024/so-ket/"
    assert (article["datePublished"], article["dateModified"]) == ("2024-04-26", "2024-05-02")
    assert article["correction"][0]["text"] == "Sửa số buổi."
    assert event["startDate"] == "2024-04-25"
    assert event["organizer"][0]["name"] == "Ban Dân vận Tỉnh ủy Quảng Nam"
    assert "@id" not in event["contributor"][1]
    series = event["superEvent"][0]["@id"]
    assert series == only(pages["chuong-trinh/dan-van-cong-an-2022/"], "EventSeries")["@id"]
    report = pages["tin/2024/bao-dua-tin/"]
    assert only(report, "NewsArticle")["about"] == [{"@id": event["@id"]}]
    assert [node for node in graph(report) if node["@type"] == "Event"] == []


def test_an_article_names_author_publisher_and_picture_as_far_as_known(
    archive: Catalog, settings: Settings, bare: Settings
) -> None:
    own = only(headed(archive, settings)["tin/2024/so-ket/"], "NewsArticle")
    assert own["author"] == [{"@type": "Person", "name": "Hương Dịu"}]
    assert own["publisher"]["name"] == "Ban Dân vận <thử>"
    assert own["image"][0].startswith(f"{SITE}hinh/the/")
    report = headed(archive, settings)["tin/2024/bao-dua-tin/"]
    assert only(report, "NewsArticle")["author"]["name"] == PUBLISHER.name
    assert dict(report.head.metadata)["DC.creator"] == PUBLISHER.name
    unsaid = only(headed(archive, bare)["tin/2024/bao-dua-tin/"], "NewsArticle")
    assert not {"author", "publisher"} & unsaid.keys()


def test_a_copy_opened_from_a_folder_names_no_picture_that_it_lacks(
    archive: Catalog, bare: Settings
) -> None:
    pages = headed(archive, replace(bare, is_offline=True))
    assert "image" not in only(pages["tin/2024/so-ket/"], "NewsArticle")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Văn Thành", ["Person"]),
        ("Trí Nhân, Bá Hải", ["Person", "Person"]),
        ("Đỗ Huấn và Hoàng Quý", ["Person", "Person"]),
        ("Ban Biên tập", ["Organization"]),
        ("Phòng Truyền thông - Hương Dịu", ["Organization", "Person"]),
        ("Nguyễn Thị Ban", ["Person"]),
    ],
)
def test_a_byline_names_people_or_an_office(byline: str, authors: list[str]) -> None:
    named = author_nodes(names_of(byline))
    assert [one["@type"] for one in named] == authors
    assert all(one["name"] in byline for one in named)


def test_places_of_a_conference_have_addresses(archive: Catalog, settings: Settings) -> None:
    event = only(headed(archive, settings)["tin/2024/so-ket/"], "Event")
    venue, province = event["location"]
    assert venue["address"] == venue["name"] == "Tam Kỳ, Quảng Nam"
    address = {"addressRegion": "tỉnh Quảng Nam", "addressCountry": "VN"}
    assert province["address"] == {"@type": "PostalAddress"} | address


def test_a_date_without_its_year_is_left_out(archive: Catalog, settings: Settings) -> None:
    page = headed(archive, settings)["tin/chua-ro-nam/hop-28-11/"]
    assert "startDate" not in only(page, "Event")


def test_bounds_are_told_of_the_article_and_never_as_the_start(
    archive: Catalog, settings: Settings
) -> None:
    page = headed(archive, settings)["tin/chua-ro-nam/hop-28-11/"]
    assert only(page, "NewsArticle")["temporalCoverage"] == "2019-11-28/.."
    assert "startDate" not in only(page, "Event")
    assert "temporalCoverage" not in only(
        headed(archive, settings)["tin/2024/so-ket/"], "NewsArticle"
    )


def test_an_ended_agency_names_its_successors(archive: Catalog, settings: Settings) -> None:
    pages = headed(archive, settings)
    ended = only(pages["co-quan/bdv-tu-quang-nam/"], "Organization")
    assert ended["dissolutionDate"] == "2025-01-31"
    [heir] = ended["dcterms:isReplacedBy"]
    assert heir["@id"] == f"{SITE}co-quan/btgdv-tu-quang-nam/#co-quan"
    assert only(pages["co-quan/bca/"], "GovernmentOrganization")["name"] == "Bộ Công an"


def test_the_search_action_needs_a_site_url(
    archive: Catalog, settings: Settings, bare: Settings
) -> None:
    site = only(headed(archive, settings)[""], "WebSite")
    template = f"{SITE}tim-kiem/?q={{search_term_string}}"
    assert site["potentialAction"]["target"]["urlTemplate"] == template
    assert "potentialAction" not in only(headed(archive, bare)[""], "WebSite")


def test_without_an_address_links_are_relative(archive: Catalog, bare: Settings) -> None:
    page = headed(archive, bare)["tin/2024/so-ket/"]
    assert only(page, "NewsArticle")["url"] == "../../../tin/2024/so-ket/"
    assert "DC.identifier" in {name for name, _ in page.head.metadata}


def test_a_retracted_article_has_no_linked_data(archive: Catalog, settings: Settings) -> None:
    page = headed(archive, settings)["tin/2024/bai-rut/"]
    assert page.head.linked_data == ""
    assert "Bài rút không lộ" not in repr(page.head)


def test_dublin_core_of_an_article(archive: Catalog, settings: Settings) -> None:
    terms = dict(headed(archive, settings)["tin/2024/so-ket/"].head.metadata)
    assert terms["DC.creator"] == "Hương Dịu"
    assert terms["DC.date"] == "2024-04-26"
    assert terms["DC.publisher"] == "Ban Dân vận <thử>"
    assert terms["DC.coverage"] == "tỉnh Quảng Nam"


def test_a_page_names_its_feed(archive: Catalog, settings: Settings) -> None:
    pages = headed(archive, settings)
    assert pages["co-quan/bca/"].head.feed == "co-quan/bca/"
    assert pages["co-quan/bcdtb/"].head.feed == ""


def test_no_value_ends_the_script_element(archive: Catalog, settings: Settings) -> None:
    page = headed(archive, settings)["tin/2024/so-ket/"]
    assert "<" not in page.head.linked_data
    assert "</script><script>alert(1)</script>" in only(page, "NewsArticle")["headline"]


@given(st.text())
def test_any_text_is_read_back_from_the_script_element(text: str) -> None:
    script = as_script([{"@type": "Thing", "name": text}])
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["@graph"][0]["name"] == text
