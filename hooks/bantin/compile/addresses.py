"""Where each kind of page lives; the one function that makes an internal link."""

import re

from bantin.model import District, Province
from bantin.model.sections import UNKNOWN_YEAR, Section

HOME = ""
NEWS = Section.NEWS.address
PROGRAMS = Section.PROGRAMS.address
AGENCIES = Section.AGENCIES.address
PLACES = Section.PLACES.address
DOCUMENTS = Section.DOCUMENTS.address
PEOPLE = Section.PEOPLE.address
YEARS = Section.YEARS.address
TYPES = Section.TYPES.address
STATISTICS = Section.STATISTICS.address
SEARCH = Section.SEARCH.address
DATA = Section.DATA.address
HISTORY = Section.HISTORY.address
SOURCES = Section.SOURCES.address
REPORT = Section.REPORT.address
STATEMENT = f"{REPORT}tiep-can/"
ENGLISH = Section.ENGLISH.address
SEARCH_DESCRIPTION = "opensearch.xml"

INTERNAL = re.compile(
    r'(href|action)="((?:\./)?(?:\.\./)*(?:[a-z0-9-]+/)*|\.|\.\.|(?:\.\./)*\.\.)([?#][^"]*)?"'
)


def program_address(id_: str) -> str:
    """The page of a programme's term."""
    return f"{PROGRAMS}{id_}/"


def agency_address(id_: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{id_}/"


def province_address(province: Province) -> str:
    """The page of a province-level unit."""
    return f"{PLACES}{province.id}/"


def district_address(district: District) -> str:
    """The page of a district, below the province it belonged to."""
    return f"{PLACES}{district.province}/{district.id}/"


def document_address(id_: str) -> str:
    """The page of a document."""
    return f"{DOCUMENTS}{id_}/"


def person_address(id_: str) -> str:
    """The page of a person."""
    return f"{PEOPLE}{id_}/"


def year_address(folder: str) -> str:
    """The page of a year; articles whose year no source gives have a page of their own."""
    return f"{YEARS}chua-ro/" if folder == UNKNOWN_YEAR else f"{YEARS}{folder}/"


def month_address(year: int, month: int) -> str:
    """The page of a month."""
    return f"{YEARS}{year}/thang-{month}/"


def type_address(name: str) -> str:
    """The page of a type of conference."""
    return f"{TYPES}{name}/"


def relative(address: str, depth: int) -> str:
    """Return the link from a page ``depth`` folders deep to an address from the site root."""
    up = "../" * depth
    return f"{up}{address}" or "./"


def to_files(html: str) -> str:
    """Return a page whose internal links name ``index.html``, to be opened from a folder."""

    def name_file(match: re.Match[str]) -> str:
        path = match[2]
        slash = "" if path.endswith("/") or not path else "/"
        return (
            f'{match[1]}="{path}{slash}index.html{match[3] or ""}"'
            if path or not match[3]
            else match[0]
        )

    return INTERNAL.sub(name_file, html)
