from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bantin.catalog import build_catalog
from bantin.model import Registries
from bantin.model.settings import Publisher, Settings, SiteKind
from bantin.publish.pages.duties import AXE, DUTIES
from bantin.publish.pages.duty import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    NOT_VERIFIED,
    STATUSES,
    Evidence,
)
from bantin.publish.pages.english import NOT_DECLARED, english_page
from bantin.publish.pages.report import ACCESSIBILITY, ReportView, report_page, statement_page
from bantin.publish.proofs import Proof, Proofs
from bantin.reading import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog


ROOT = Path(__file__).parents[3]
NO_NEWS = build_catalog(Content(Path(), Path(), (), Registries()), date(2026, 12, 1))
EMPTY = Evidence(NO_NEWS, Settings("Bản tin"), Proofs())
TESTS = sorted({name for line in (*DUTIES, *ACCESSIBILITY) for name in line.check(EMPTY).tests})
DAY = date(2026, 12, 1)
PROVED = Proofs(DAY, "abc1234", dict.fromkeys(TESTS, Proof(3, 0)))
COUNTED = re.compile(r"[0-9]+(?:/[0-9]+)?|tên miền|chưa khai báo địa chỉ")


def report(archive: Catalog, settings: Settings, proofs: Proofs = PROVED) -> ReportView:
    view = report_page(Evidence(archive, settings, proofs)).view
    assert isinstance(view, ReportView)
    return view


def statuses(archive: Catalog, settings: Settings, proofs: Proofs = PROVED) -> dict[str, str]:
    return {line.text: line.assessment.status for line in report(archive, settings, proofs).lines}


def reasons(archive: Catalog, settings: Settings, proofs: Proofs = PROVED) -> dict[str, str]:
    return {line.text: line.assessment.reason for line in report(archive, settings, proofs).lines}


def test_what_is_met_or_not_is_counted(archive: Catalog, settings: Settings) -> None:
    view = report(archive, settings)
    uncounted = [
        line.text
        for line in view.lines
        if line.assessment.status in {MET, NOT_MET} and not COUNTED.search(line.assessment.reason)
    ]
    assert uncounted == []
    assert sum(count for _, count in view.counts) == len(DUTIES)
    assert {line.assessment.status for line in view.lines} <= set(STATUSES)


def test_every_test_that_proves_is_in_the_project() -> None:
    assert len(TESTS) > 10
    for name in TESTS:
        file, _, function = name.partition("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert function in {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}, name


@pytest.mark.parametrize(
    ("proofs", "status", "told"),
    [
        (PROVED, MET, "qua 6/6 lượt thử ngày 1/12/2026, mã nguồn abc1234"),
        (Proofs(), NOT_VERIFIED, "chưa có kết quả thử của bản mã nguồn này"),
        (Proofs(DAY, "", {}), NOT_VERIFIED, "qua 0/2 lượt thử ngày 1/12/2026"),
        (Proofs(DAY, "", dict.fromkeys(AXE, Proof(2, 1))), NOT_MET, "qua 4/6 lượt thử"),
        (Proofs(DAY, "", {AXE[0]: Proof(9, 0)}), NOT_MET, "qua 9/10 lượt thử"),
        (Proofs(DAY, "", dict.fromkeys(AXE, Proof(0, 0))), NOT_VERIFIED, "qua 0/0 lượt thử"),
    ],
)
def test_tests_prove_what_passed_and_no_more(
    archive: Catalog, settings: Settings, proofs: Proofs, status: str, told: str
) -> None:
    text = "Áp dụng tiêu chuẩn cho người khuyết tật"
    assert statuses(archive, settings, proofs)[text] == status
    assert told in reasons(archive, settings, proofs)[text]


def test_without_results_no_test_is_claimed(archive: Catalog, settings: Settings) -> None:
    proved, bare = (report(archive, settings, proofs) for proofs in (PROVED, Proofs()))
    for with_tests, without in zip(proved.lines, bare.lines, strict=True):
        if with_tests.assessment.tests:
            assert with_tests.assessment.status in {MET, NOT_VERIFIED}
            assert without.assessment.status == NOT_VERIFIED


def test_pages_name_no_file_of_the_project() -> None:
    for name in ("report.html", "statement.html"):
        assert ".tests" not in (ROOT / "theme/pages" / name).read_text(encoding="utf-8")
    told = " ".join(line.check(EMPTY).reason + line.text for line in (*DUTIES, *ACCESSIBILITY))
    assert not re.search(r"\.py|\.md|tests?/|bench|_url|_name", told)


def test_undeclared_contacts_are_not_met(archive: Catalog, bare: Settings) -> None:
    results = statuses(archive, bare)
    assert results["Công bố tên, địa chỉ, điện thoại, thư điện tử của cơ quan"] == NOT_MET
    assert results["Tên miền .gov.vn"] == NOT_MET
    full = Settings(
        "Bản tin",
        "https://bantin.danvan.gov.vn/",
        Publisher(name="có", address="có", phone="có", email="co@danvan.gov.vn", responsible="có"),
    )
    results = statuses(archive, full)
    assert results["Công bố tên, địa chỉ, điện thoại, thư điện tử của cơ quan"] == MET
    assert results["Tên miền .gov.vn"] == MET


SOURCED = """---
title: Bài {number}
date: 2024-04-{number}
conference: {{date: 2024-04-{number}, types: [so-ket]}}
agencies: [bca]
source: {source}
---
Thân bài.
"""
WHOLE = "{{name: {name}, author: Lê A, published: 2024-04-20, collected: 2024-04-22}}"


@pytest.fixture
def sourced(catalog: Callable[[Mapping[str, str]], Catalog]) -> Callable[..., Catalog]:
    """Return a catalogue of articles that are taken over from these sources."""

    def make(*sources: str) -> Catalog:
        files = {
            f"docs/tin/2024/bai-{n}.md": SOURCED.format(number=n, source=source)
            for n, source in enumerate(sources, 10)
        }
        return catalog(files)

    return make


def names(*words: str) -> list[str]:
    return [WHOLE.format(name=word) for word in words]


def as_kind(kind: SiteKind | None) -> Settings:
    return Settings("Bản tin", publisher=Publisher(kind=kind))


NAMED = "Ghi rõ tên nguồn, tác giả, thời gian nguồn đăng"
HOUR = "Đăng lại sau nguồn ít nhất một giờ"
ENOUGH = "Có ít nhất ba nguồn"


def test_duties_for_articles_taken_over(archive: Catalog, bare: Settings) -> None:
    results, told = statuses(archive, bare), reasons(archive, bare)
    assert results[NAMED] == NOT_MET
    assert "2/2 bài ghi tên nguồn, 0/2 ghi tác giả, 1/2 ghi ngày nguồn đăng" in told[NAMED]
    assert results[HOUR] == NOT_VERIFIED
    assert told[HOUR].startswith("1/2 bài")
    assert results[ENOUGH] == NOT_MET
    assert told[ENOUGH].startswith("1/2 nguồn mang tên cơ quan báo chí")


@pytest.mark.parametrize(
    ("sources", "status"),
    [
        (names("Báo Quảng Nam", "Báo Đắk Lắk"), MET),
        ([*names("Báo Quảng Nam"), "{name: Báo Đắk Lắk, published: 2024-04-20}"], NOT_MET),
        ([*names("Báo Quảng Nam"), "{name: Báo Đắk Lắk, author: Lê A}"], NOT_MET),
    ],
)
def test_each_article_names_author_and_time(
    sourced: Callable[..., Catalog], sources: list[str], status: str
) -> None:
    assert statuses(sourced(*sources), as_kind("tong-hop"))[NAMED] == status


@pytest.mark.parametrize(
    ("words", "status", "count"),
    [
        (("Báo A", "Tạp chí B", "Đài C"), MET, "3/3"),
        (("Báo A", "Báo A", "Báo B"), NOT_MET, "2/2"),
        (("Báo A", "Thông tấn xã B", "Sở Nội vụ", "Ban Dân vận"), NOT_MET, "2/4"),
        (("Báo cáo viên", "Báo A", "Báo B"), NOT_MET, "2/3"),
    ],
)
def test_three_sources_are_of_the_press(
    sourced: Callable[..., Catalog], words: tuple[str, ...], status: str, count: str
) -> None:
    archive = sourced(*names(*words))
    assert statuses(archive, as_kind("tong-hop"))[ENOUGH] == status
    assert reasons(archive, as_kind("tong-hop"))[ENOUGH].startswith(f"{count} nguồn")


@pytest.mark.parametrize(
    ("kind", "status"),
    [("tong-hop", MET), ("co-quan", NOT_APPLICABLE), (None, NOT_VERIFIED)],
)
def test_duties_of_digests_wait_for_the_kind_of_site(
    sourced: Callable[..., Catalog], kind: SiteKind | None, status: str
) -> None:
    archive = sourced(*names("Báo A", "Báo B", "Báo C"))
    assert [statuses(archive, as_kind(kind))[text] for text in (NAMED, HOUR, ENOUGH)] == [
        status
    ] * 3
    assert ("chưa khai báo trang có phải" in reasons(archive, as_kind(kind))[ENOUGH]) is (
        kind is None
    )


def test_without_articles_taken_over_their_duties_do_not_apply(
    catalog: Callable[[Mapping[str, str]], Catalog], bare: Settings
) -> None:
    results = statuses(catalog({}), bare)
    assert results["Có ít nhất ba nguồn"] == NOT_APPLICABLE


def test_the_statement_claims_only_what_tests_prove(archive: Catalog, settings: Settings) -> None:
    views = [statement_page(Evidence(archive, settings, one)).view for one in (PROVED, Proofs())]
    proved, bare = ({line.text: line.assessment.status for line in v.lines} for v in views)
    assert ("Thư điện tử", "lienhe@example.vn") in views[0].contacts
    assert MET in proved.values()
    assert set(bare.values()) == {NOT_VERIFIED}
    for text in ("Không nhấp nháy", "Phóng chữ đến 200 % bằng trình duyệt"):
        assert proved[text] == NOT_VERIFIED
    assert not any(view.is_proved for view in views)


def test_contacts_in_english_are_never_made_up(archive: Catalog, bare: Settings) -> None:
    view = english_page(archive, bare).view
    assert {value for _, value in view.contacts} == {NOT_DECLARED}
    assert all(link.address.endswith("/") for link in view.sections)
