"""Requests of a log in nginx's format ``combined`` that tell what was searched for.

A query is asked by the address of the page of results. One typed on that page itself makes no
request for it, but the files of the index and the articles that follow name it as their referer.
"""

import gzip
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import parse_qs, urlsplit

from bantin.model.sections import Section
from bantin.search.format.settings import FOLDER

TEXT = r'((?:[^"\\]|\\.)*)'
LINE = re.compile(rf'(\S+) \S+ .*?\[([^\]]+)\] "GET (\S+)[^"]*" (?:200|304) \S+ "{TEXT}" "{TEXT}"')
# nginx writes bytes that are no plain ASCII so.
BYTE = re.compile(r"\\x([0-9A-Fa-f]{2})")
ROBOT = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python|java/|go-http|headless|lighthouse|scan",
    re.IGNORECASE,
)
PAGE = f"/{Section.SEARCH.address}"
INDEX = f"/{FOLDER}/"
MARK = PAGE.encode()
GZIP = b"\x1f\x8b"
# A household has a network of this length.
HOUSEHOLD = 64
# What is longer was pasted, and is hardly a query.
LONGEST = 100


class Request(NamedTuple):
    """A request that tells of a query.

    Attributes:
        query: as typed, in NFC, with single spaces.
        day: on which it came.
        visitor: tells visitors of a day apart while a log is read; empty where the log does not.
        is_click: whether it opened a page from the results.
    """

    query: str
    day: date
    visitor: str
    is_click: bool


def read_log(files: Iterable[Path]) -> Iterator[Request]:
    """Yield the requests that tell of queries, of files packed or not; robots are left out."""
    for file in files:
        with file.open("rb") as start:
            is_packed = start.read(len(GZIP)) == GZIP
        with gzip.open(file) if is_packed else file.open("rb") as lines:
            for line in lines:
                # Most requests are of other pages, and a log has millions.
                request = _request(line.decode("utf-8", "replace")) if MARK in line else None
                if request:
                    yield request


def _request(line: str) -> Request | None:
    match = LINE.match(line)
    if not match:
        return None
    visitor, time, target, referer, agent = match.groups()
    query, is_click = _query_of(target, referer)
    if not query or ROBOT.search(agent):
        return None
    day = _day(time)
    return Request(query, day, _visitor(visitor), is_click) if day else None


def _query_of(target: str, referer: str) -> tuple[str, bool]:
    """Return what a request asks for, and whether it is a step from the results to a page."""
    path = target.partition("?")[0]
    if path.endswith(PAGE):
        return _typed(target), False
    came_from = _typed(referer) if referer.partition("?")[0].endswith(PAGE) else ""
    if INDEX in path:
        return came_from, False
    return (came_from, True) if path.endswith("/") else ("", False)


def _typed(address: str) -> str:
    """Return the query that an address of the page of results bears."""
    try:
        values = parse_qs(urlsplit(BYTE.sub(r"%\1", address)).query, errors="replace").get("q", [])
    except ValueError:
        return ""
    text = " ".join(normalize("NFC", values[0]).split()) if values else ""
    return text if len(text) <= LONGEST and text.isprintable() and "\ufffd" not in text else ""


def _day(time: str) -> date | None:
    try:
        return datetime.strptime(time.partition(":")[0], "%d/%b/%Y").date()  # noqa: DTZ007 - as the server has it
    except ValueError:
        return None


def _visitor(address: str) -> str:
    """Return what tells visitors apart: an address, of IPv6 the network."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    if isinstance(known, IPv6Address):
        return str(int(known) >> HOUSEHOLD)
    return address
