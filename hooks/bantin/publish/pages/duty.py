"""Duties by law, and how each is assessed: none counts as met without a page or a test."""

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
class Evidence:
    """What assessments are made from.

    Attributes:
        catalog: what is published.
        settings: what is declared about the publisher.
        has: whether a file of the project exists, by its path from the project root.
    """

    catalog: Catalog
    settings: Settings
    has: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Whether a duty is met, why, and which page or test shows it."""

    status: str
    reason: str
    page: Link | None = None
    test: str = ""


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


def proved_by(test: str, reason: str, page: Link | None = None) -> Check:
    """A duty that a test proves; not verified if the test is missing from the project."""
    met = Assessment(MET, reason, page, test)
    untested = Assessment(NOT_VERIFIED, "chưa có phép thử", page)
    return lambda evidence: met if evidence.has(test) else untested


def declared(page: Link, **labels: str) -> Check:
    """Met once the settings declare all of some contacts, each given with its label."""

    def check(evidence: Evidence) -> Assessment:
        publisher = evidence.settings.publisher
        missing = [label for key, label in labels.items() if not getattr(publisher, key)]
        if missing:
            return Assessment(NOT_MET, f"chưa khai báo: {', '.join(missing)}", page)
        return Assessment(MET, "đã khai báo, có ở chân mọi trang", page)

    return check


def not_verified(reason: str) -> Check:
    """A duty that a build cannot verify."""
    return lambda _: Assessment(NOT_VERIFIED, reason)
