"""What a site is set to in ``mkdocs.yml`` and by the switches of a command.

Every setting may be left out or empty but the name of the site. A setting that is empty is the
empty text, so that nothing has to ask whether it is there before it is shown.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass as record
from pydantic_core import PydanticCustomError

from bantin.model.fields import MAX_TEXT, STRICT, Text, quote

FILE_HOLE = "{path}"
EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
EMAIL_FORM = "một địa chỉ thư như ban.tin@tinh.gov.vn"
REPOSITORY_NAME = re.compile(r"[^\s/]+(?:/[^\s/]+)+")
REPOSITORY_FORM = "tên kho như co-quan/ban-tin"
UNSAFE = re.compile(r"[\s<>\"]")
HOLE = re.compile(r"\{[^}]*\}")

Host = Literal["github", "gitlab", "gitea"]
# What the decree on online information calls a site: one that gathers news of others, or not.
SiteKind = Literal["tong-hop", "co-quan"]


def _refusal(needed: str, value: str) -> PydanticCustomError:
    values = {"found": quote(value), "needed": needed}
    return PydanticCustomError("setting_form", "thấy «{found}», cần {needed}", values)


def _empty_text(value: object) -> object:
    return "" if value is None else value


def _empty_record(value: object) -> object:
    return {} if value in (None, "") else value


def _no_choice(value: object) -> object:
    return None if value == "" else value


def _no_switch(value: object) -> object:
    return False if value in (None, "") else value


def _address(value: str) -> str:
    if not value:
        return ""
    if not _is_address(value):
        needed = "địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://"
        nearest = "" if "://" in value else f"; có phải «https://{quote(value).lstrip('/')}»?"
        raise _refusal(needed + nearest, value)
    return value


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return is_web and not UNSAFE.search(value)


def _site_address(value: str) -> str:
    address = _address(value)
    parts = urlsplit(address)
    if parts.query or parts.fragment:
        bare = parts._replace(query="", fragment="").geturl()
        needed = f"địa chỉ không có phần sau dấu ? hay #; có phải «{bare}»?"
        raise _refusal(needed, value)
    return address if not address or address.endswith("/") else f"{address}/"


def _history_address(value: str) -> str:
    address = _address(value)
    if address and FILE_HOLE not in address:
        corrected, times = HOLE.subn(FILE_HOLE, address, count=1)
        nearest = corrected if times else f"{address.rstrip('/')}/commits/main/{FILE_HOLE}"
        needed = f"địa chỉ có {FILE_HOLE} ở chỗ ghi tệp; có phải «{nearest}»?"
        raise _refusal(needed, address)
    return address


def _email(value: str) -> str:
    if value and not EMAIL.fullmatch(value):
        raise _refusal(EMAIL_FORM, value)
    return value


def _repository_name(value: str) -> str:
    if value and not REPOSITORY_NAME.fullmatch(value):
        raise _refusal(REPOSITORY_FORM, value)
    return value


Line = Annotated[
    str,
    BeforeValidator(_empty_text),
    Field(max_length=MAX_TEXT),
    AfterValidator(lambda value: " ".join(value.split())),
]
WebAddress = Annotated[Line, AfterValidator(_address)]
SiteAddress = Annotated[Line, AfterValidator(_site_address)]
HistoryAddress = Annotated[Line, AfterValidator(_history_address)]
Email = Annotated[Line, AfterValidator(_email)]
RepositoryName = Annotated[Line, AfterValidator(_repository_name)]
Switch = Annotated[bool, BeforeValidator(_no_switch)]


@record(frozen=True, slots=True, config=STRICT)
class Publisher:
    """Who answers for the site; what is empty is shown as not declared.

    Attributes:
        kind: whether it is a digest of other sites' news (``tong-hop``) or an agency's own site.
    """

    name: Line = ""
    address: Line = ""
    phone: Line = ""
    email: Email = ""
    responsible: Line = ""
    kind: Annotated[SiteKind | None, BeforeValidator(_no_choice)] = None


@record(frozen=True, slots=True, config=STRICT)
class EditorSettings:
    """Where the browser editor saves; without a backend, in a folder on the editor's machine.

    Attributes:
        repo: the repository, such as ``co-quan/ban-tin``.
        branch: its branch; empty for the one that the host calls the default.
        base_url: where the host lives, if not at its usual address.
        api_root: where its programming interface is, if elsewhere.
        app_id: under which the host knows this editor; needed to sign in by the host's own page.
        review: whether an article waits until another person accepts it.
    """

    backend: Annotated[Host | None, BeforeValidator(_no_choice)] = None
    repo: RepositoryName = ""
    branch: Line = ""
    base_url: WebAddress = ""
    api_root: WebAddress = ""
    app_id: Line = ""
    review: Switch = False


@record(frozen=True, slots=True, config=STRICT)
class Extra:
    """All that may be written under ``extra`` in ``mkdocs.yml``."""

    publisher: Annotated[Publisher, BeforeValidator(_empty_record)] = Publisher()
    repository: HistoryAddress = ""
    admin: Annotated[EditorSettings, BeforeValidator(_empty_record)] = EditorSettings()


@record(frozen=True, slots=True, config=STRICT)
class SiteFile:
    """What is read from ``mkdocs.yml``; the rest of that file is the host's own."""

    site_name: Text
    site_url: SiteAddress = ""
    extra: Annotated[Extra, BeforeValidator(_empty_record)] = Extra()


@record(frozen=True, slots=True, config=STRICT)
class NavPage:
    """A hand-written page that ``nav`` names: its path from ``docs/``, and where it is named."""

    path: str
    line: int = 1
    column: int = 1


@record(frozen=True, slots=True, config=STRICT)
class Settings:
    """What one build is set to.

    Attributes:
        site_name: name of the site.
        site_url: absolute address it is published at, with a slash at the end; may be empty.
        publisher: who answers for it.
        repository: where the history of a source file is shown, ``{path}`` in place of its path.
        editor: where the browser editor saves.
        nav: the hand-written pages that may be published.
        is_offline: whether links name ``index.html``, so that pages open without a server.
        has_editor: whether the browser editor is built too.
        build_date: the day that pages are made for; None for the day they are made on.
    """

    site_name: Text
    site_url: SiteAddress = ""
    publisher: Publisher = Publisher()
    repository: HistoryAddress = ""
    editor: EditorSettings = EditorSettings()
    nav: tuple[NavPage, ...] = ()
    is_offline: bool = False
    has_editor: bool = False
    build_date: date | None = None

    def for_pages(self) -> "Settings":
        """Return these settings without those that no page shows: a change there changes none."""
        return replace(self, editor=EditorSettings(), nav=(), has_editor=False, build_date=None)
