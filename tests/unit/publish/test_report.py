from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.model.settings import Publisher, Settings
from bantin.publish.pages.duties import DUTIES, QUERIES
from bantin.publish.pages.duty import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    NOT_VERIFIED,
    STATUSES,
    Evidence,
)
from bantin.publish.pages.english import NOT_DECLARED, english_page
from bantin.publish.pages.report import report_page, statement_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog


ROOT = Path(__file__).parents[3]


def statuses(archive: Catalog, settings: Settings, *, proved: bool) -> dict[str, str]:
    page = report_page(Evidence(archive, settings, lambda _: proved))
    return {line.text: line.assessment.status for line in page.view.lines}


def test_nothing_is_met_without_a_page_or_a_test(archive: Catalog, settings: Settings) -> None:
    view = report_page(Evidence(archive, settings, lambda _: True)).view
    unproved = [
        line.text
        for line in view.lines
        if (it := line.assessment).status == MET
        and not (it.page or it.test or "tên miền" in it.reason)
    ]
    assert unproved == []
    assert sum(count for _, count in view.counts) == len(DUTIES)
    assert {line.assessment.status for line in view.lines} <= set(STATUSES)


def test_a_missing_test_proves_nothing(archive: Catalog, settings: Settings) -> None:
    proved = Counter(statuses(archive, settings, proved=True).values())
    unproved = Counter(statuses(archive, settings, proved=False).values())
    assert unproved[MET] < proved[MET]
    assert unproved[NOT_VERIFIED] > proved[NOT_VERIFIED]


def test_undeclared_contacts_are_not_met(archive: Catalog, bare: Settings) -> None:
    results = statuses(archive, bare, proved=True)
    assert results["Công bố tên, địa chỉ, điện thoại, thư điện tử của cơ quan"] == NOT_MET
    assert results["Tên miền .gov.vn"] == NOT_MET
    full = Settings(
        "Bản tin",
        "https://bantin.danvan.gov.vn/",
        Publisher(name="có", address="có", phone="có", email="co@danvan.gov.vn", responsible="có"),
    )
    results = statuses(archive, full, proved=True)
    assert results["Công bố tên, địa chỉ, điện thoại, thư điện tử của cơ quan"] == MET
    assert results["Tên miền .gov.vn"] == MET


def test_duties_for_articles_taken_over(archive: Catalog, bare: Settings) -> None:
    results = statuses(archive, bare, proved=True)
    assert results["Ghi rõ tên nguồn, tác giả, thời gian nguồn đăng"] == MET
    assert results["Đăng lại sau nguồn ít nhất một giờ"] == NOT_VERIFIED
    assert results["Có ít nhất ba nguồn"] == NOT_MET


def test_without_articles_taken_over_their_duties_do_not_apply(
    catalog: Callable[[Mapping[str, str]], Catalog], bare: Settings
) -> None:
    results = statuses(catalog({}), bare, proved=True)
    assert results["Có ít nhất ba nguồn"] == NOT_APPLICABLE


def test_the_statement_claims_only_what_tests_prove(archive: Catalog, settings: Settings) -> None:
    proved = statement_page(Evidence(archive, settings, lambda _: True)).view
    assert proved.is_proved
    assert ("Thư điện tử", "lienhe@example.vn") in proved.contacts
    assert not statement_page(Evidence(archive, settings, lambda _: False)).view.is_proved


def test_contacts_in_english_are_never_made_up(archive: Catalog, bare: Settings) -> None:
    view = english_page(archive, bare).view
    assert {value for _, value in view.contacts} == {NOT_DECLARED}
    assert all(link.address.endswith("/") for link in view.sections)


def test_the_tests_that_prove_are_in_the_project(archive: Catalog, settings: Settings) -> None:
    asked: list[str] = []

    def has(name: str) -> bool:
        asked.append(name)
        return True

    evidence = Evidence(archive, settings, has)
    report_page(evidence)
    statement_page(evidence)
    assert QUERIES in asked
    assert [name for name in asked if not (ROOT / name).is_file()] == []
