"""Verdicts on duties: nothing counts as met without a page or a test that proves it."""

from collections.abc import Callable
from dataclasses import dataclass

from bantin.catalog import Catalog
from bantin.compile.page import Link
from bantin.model.settings import Settings

MET = "đạt"
NOT_MET = "chưa đạt"
NOT_APPLICABLE = "không áp dụng"
NOT_VERIFIED = "chưa kiểm chứng"
STATUSES = (MET, NOT_MET, NOT_APPLICABLE, NOT_VERIFIED)


@dataclass(frozen=True, slots=True)
class Ground:
    """What verdicts rest on; ``has`` says whether a file of the project is there."""

    catalog: Catalog
    settings: Settings
    has: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a duty stands: in a word, why, and by which page or test."""

    status: str
    reason: str
    page: Link | None = None
    test: str = ""


Check = Callable[[Ground], Verdict]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty and the law it stands in."""

    basis: str
    text: str
    check: Check


def shown(address: str, text: str, reason: str) -> Check:
    """Met by a page that every build has."""
    return lambda _: Verdict(MET, reason, Link(address, text))


def proved_by(test: str, reason: str, page: Link | None = None) -> Check:
    """Met by a test; without that test in the project it is not verified."""
    met, open_ = Verdict(MET, reason, page, test), Verdict(NOT_VERIFIED, "chưa có phép thử", page)
    return lambda ground: met if ground.has(test) else open_


def declared(page: Link, **keys: str) -> Check:
    """Met once the publisher has declared all of some contacts."""

    def check(ground: Ground) -> Verdict:
        publisher = ground.settings.publisher
        missing = [label for key, label in keys.items() if not getattr(publisher, key)]
        if missing:
            return Verdict(NOT_MET, f"chưa khai báo: {', '.join(missing)}", page)
        return Verdict(MET, "đã khai báo, có ở chân mọi trang", page)

    return check


def not_verified(reason: str) -> Check:
    """Beyond what a build can show."""
    return lambda _: Verdict(NOT_VERIFIED, reason)


def not_applicable(reason: str) -> Check:
    """Asked of others than this portal."""
    return lambda _: Verdict(NOT_APPLICABLE, reason)
