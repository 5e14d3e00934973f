"""The address of every page, from the site root; the one function that makes an internal link."""

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
TASKS = Section.TASKS.address
YEARS = Section.YEARS.address
TYPES = Section.TYPES.address
ANNOUNCED = Section.ANNOUNCED.address
STATISTICS = Section.STATISTICS.address
SEARCH = Section.SEARCH.address
DATA = Section.DATA.address
HISTORY = Section.HISTORY.address
SOURCES = Section.SOURCES.address
REPORT = Section.REPORT.address
STATEMENT = f"{REPORT}tiep-can/"
ENGLISH = Section.ENGLISH.address
SEARCH_DESCRIPTION = "opensearch.xml"

# The href of an internal link as templates and Markdown write it: relative, a folder, perhaps with
# a query or an anchor.
INTERNAL = re.compile(
    r'(href|action)="((?:\./)?(?:\.\./)*(?:[a-z0-9-]+/)*|\.|\.\.|(?:\.\./)*\.\.)([?#][^"]*)?"'
)


def program_address(id_: str) -> str:
    """Return the address of a programme."""
    return f"{PROGRAMS}{id_}/"


def agency_address(id_: str) -> str:
    """Return the address of an agency."""
    return f"{AGENCIES}{id_}/"


def province_address(province: Province) -> str:
    """Return the address of a province."""
    return f"{PLACES}{province.id}/"


def district_address(district: District) -> str:
    """Return the address of a district, below the province that it belonged to."""
    return f"{PLACES}{district.province}/{district.id}/"


def document_address(id_: str) -> str:
    """Return the address of a document."""
    return f"{DOCUMENTS}{id_}/"


def person_address(id_: str) -> str:
    """Return the address of a person."""
    return f"{PEOPLE}{id_}/"


def year_address(folder: str) -> str:
    """Return the address of a year, or of the articles whose year no source gives."""
    return f"{YEARS}chua-ro/" if folder == UNKNOWN_YEAR else f"{YEARS}{folder}/"


def tasks_address(year: str) -> str:
    """Return the address of the tasks due in a year, or of those without a due year."""
    return f"{TASKS}{year}/"


def month_address(year: int, month: int) -> str:
    """Return the address of a month."""
    return f"{YEARS}{year}/thang-{month}/"


def type_address(name: str) -> str:
    """Return the address of a type of conference."""
    return f"{TYPES}{name}/"


def relative(address: str, depth: int) -> str:
    """Return the link from a page ``depth`` folders deep to an address from the site root."""
    up = "../" * depth
    return f"{up}{address}" or "./"


def to_files(html: str) -> str:
    """Return HTML whose internal links name ``index.html``, so that it works without a server."""

    def name_file(match: re.Match[str]) -> str:
        path = match[2]
        slash = "" if path.endswith("/") or not path else "/"
        return (
            f'{match[1]}="{path}{slash}index.html{match[3] or ""}"'
            if path or not match[3]
            else match[0]
        )

    return INTERNAL.sub(name_file, html)
