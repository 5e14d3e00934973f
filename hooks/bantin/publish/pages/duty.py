"""Duties by law, and how each is assessed: none is met without page, count or passed tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bantin.catalog import Catalog
from bantin.compile.page import Link
from bantin.model.settings import Settings
from bantin.publish.proofs import Proofs
from bantin.vietnamese.dates import in_figures

MET = "đạt"
NOT_MET = "chưa đạt"
NOT_APPLICABLE = "không áp dụng"
NOT_VERIFIED = "chưa kiểm chứng"
# What sites the decree on online information puts these duties on.
DIGEST = "tong-hop"
KIND_NOT_DECLARED = "chưa khai báo trang có phải trang tin tổng hợp không"
STATUSES = (MET, NOT_MET, NOT_APPLICABLE, NOT_VERIFIED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What assessments are made from.

    Attributes:
        catalog: what is published.
        settings: what is declared about the publisher.
        proofs: what tests have shown of the code that builds.
    """

    catalog: Catalog
    settings: Settings
    proofs: Proofs


@dataclass(frozen=True, slots=True)
class Assessment:
    """Whether a duty is met, why, and which page or tests show it.

    Attributes:
        reason: names its count wherever there is something to be counted.
        tests: for who reads the code; pages name none.
    """

    status: str
    reason: str
    page: Link | None = None
    tests: tuple[str, ...] = ()


Check = Callable[[Evidence], Assessment]


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: the law it comes from, what it asks for, and how it is assessed."""

    basis: str
    text: str
    check: Check


def shown(address: str, text: str, reason: str) -> Check:
    """A duty that a page fulfils; every build has that page."""
    return lambda _: Assessment(MET, reason, Link(address, text))


def proved_by(tests: Iterable[str], reason: str, page: Link | None = None) -> Check:
    """A duty that tests prove: met only if each of them passed on the very code that builds."""
    names = tuple(tests)

    def check(evidence: Evidence) -> Assessment:
        status, told = tested(evidence.proofs, names)
        return Assessment(status, f"{reason}; {told}", page, names)

    return check


def tested(proofs: Proofs, names: Iterable[str]) -> tuple[str, str]:
    """Return the status that tests give, and in words how many passed, when and of what code."""
    if proofs.day is None:
        return NOT_VERIFIED, "chưa có kết quả thử của bản mã nguồn này"
    passed, failed = proofs.of(names)
    commit = f", mã nguồn {proofs.commit}" if proofs.commit else ""
    told = f"qua {passed}/{passed + failed} lượt thử ngày {in_figures(proofs.day)}{commit}"
    if passed and not failed:
        return MET, told
    return (NOT_MET if passed else NOT_VERIFIED), told


def declared(page: Link, **labels: str) -> Check:
    """Met once the settings declare all of some contacts, each given with its label."""

    def check(evidence: Evidence) -> Assessment:
        publisher = evidence.settings.publisher
        missing = [label for key, label in labels.items() if not getattr(publisher, key)]
        count = f"đã khai báo {len(labels) - len(missing)}/{len(labels)} mục"
        if missing:
            return Assessment(NOT_MET, f"{count}; còn thiếu: {', '.join(missing)}", page)
        return Assessment(MET, f"{count}, có ở chân mọi trang", page)

    return check


def for_digests(check: Check) -> Check:
    """A duty of sites that gather news of others; whether this is one, its publisher declares."""

    def checked(evidence: Evidence) -> Assessment:
        kind = evidence.settings.publisher.kind
        if kind and kind != DIGEST:
            return Assessment(NOT_APPLICABLE, "đã khai báo không phải trang tin tổng hợp")
        found = check(evidence)
        if kind or found.status == NOT_APPLICABLE:
            return found
        status = NOT_VERIFIED if found.status == MET else found.status
        return replace(found, status=status, reason=f"{found.reason}; {KIND_NOT_DECLARED}")

    return checked


def not_verified(reason: str) -> Check:
    """A duty that a build cannot verify."""
    return lambda _: Assessment(NOT_VERIFIED, reason)
