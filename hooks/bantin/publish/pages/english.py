"""The English page: what the portal holds, how it is divided, and whom to ask."""

from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import (
    AGENCIES,
    DATA,
    DOCUMENTS,
    ENGLISH,
    NEWS,
    PEOPLE,
    PLACES,
    PROGRAMS,
    REPORT,
    SOURCES,
    STATEMENT,
    STATISTICS,
    YEARS,
)
from bantin.compile.page import Link, Page
from bantin.model.settings import Settings

NOT_DECLARED = "chưa khai báo (not declared)"
CONTACTS = (
    ("name", "Publishing body"),
    ("responsible", "Responsible for content"),
    ("address", "Address"),
    ("phone", "Telephone"),
    ("email", "E-mail"),
)
SECTIONS = (
    (NEWS, "News of conferences", "Tin hội nghị"),
    (PROGRAMS, "Coordination programmes", "Chương trình phối hợp"),
    (AGENCIES, "Agencies, under their names then and now", "Cơ quan"),
    (PLACES, "Provinces and districts, before and after 1 July 2025", "Địa phương"),
    (DOCUMENTS, "Documents cited", "Văn bản"),
    (PEOPLE, "People and the offices they held", "Nhân sự"),
    (YEARS, "By year", "Theo năm"),
    (STATISTICS, "Statistics", "Số liệu"),
    (DATA, "Open data (JSON, CSV, with a dictionary)", "Dữ liệu mở"),
    (SOURCES, "Sources, with the day they were read", "Nguồn tin"),
    (REPORT, "Report on legal duties", "Thực hiện các quy định"),
    (STATEMENT, "Accessibility statement", "Tuyên bố về khả năng tiếp cận"),
)


class EnglishView(NamedTuple):
    """What the English page shows."""

    site_name: str
    contacts: tuple[tuple[str, str], ...]
    sections: tuple[Link, ...]
    conferences: int
    articles: int


def english_page(catalog: Catalog, settings: Settings) -> Page:
    """Return the English page; it says of a contact that it is not declared."""
    publisher = settings.publisher
    view = EnglishView(
        site_name=settings.site_name,
        contacts=tuple((label, getattr(publisher, key) or NOT_DECLARED) for key, label in CONTACTS),
        sections=tuple(Link(*section) for section in SECTIONS),
        conferences=len(catalog.conferences),
        articles=len(catalog.articles),
    )
    described = "Structure of the bulletin and contacts, in English."
    return Page(ENGLISH, "english.html", "Structure and contacts", view, described)
