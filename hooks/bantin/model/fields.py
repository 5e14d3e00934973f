"""The kinds of value a field may hold, each parsed once, where content enters.

A value comes to these validators as the text that the editor wrote: the YAML reader leaves every
scalar a string (``bantin.reading.yaml.reader``).
"""

import re
from functools import cache
from sys import intern
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.dataclasses import dataclass as record
from pydantic_core import PydanticCustomError

from bantin.runtime.pickling import fast_pickle
from bantin.vietnamese.date_forms import (
    date_fault,
    looks_like_code,
    span_fault,
    span_years_fault,
    year_fault,
)
from bantin.vietnamese.dates import PartialDate, parse_date
from bantin.vietnamese.odd_characters import plain, show_odd
from bantin.vietnamese.slug import slugify
from bantin.vietnamese.spans import Span, parse_span

# Validators are built when first needed: most builds take nearly every record from the cache.
STRICT = ConfigDict(extra="forbid", defer_build=True)
MAX_TEXT = 2_000
MAX_QUOTED = 80
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NEWS_ADDRESS = re.compile(rf"tin/(?:\d{{4}}|chua-ro-nam)/{SLUG.pattern}/")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
SLUG_FORM = "mã chỉ gồm chữ a–z không dấu, chữ số và gạch nối"
FIRST_ADDRESS_FORM = "địa chỉ khi mới đăng, dạng tin/2024/ten-cu/"
DATE_FORMS = "dạng năm-tháng-ngày như 2024-04-25 (hoặc 2024-04, 2024, --04-25 khi chưa rõ)"


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    text = quote(value)
    try:
        date = parse_date(text)
    except ValueError:
        raise _no_date(text, *date_fault(text)) from None
    if reason := year_fault(date.year):
        raise _no_date(text, f" ({reason})", "")
    return date


def _no_date(text: str, reason: str, hint: str) -> PydanticCustomError:
    details = {"found": text, "reason": reason, "forms": DATE_FORMS, "hint": hint}
    message = "thấy «{found}»{reason}, cần một ngày có thật, {forms}{hint}"
    return PydanticCustomError("date_form", message, details)


def day_first_to_iso(text: str) -> str:
    """Return “25/4/2024” as “2024-04-25”, even if there is no such day; else an empty text."""
    match = DAY_FIRST.fullmatch(text)
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else ""


def quote(value: object) -> str:
    """Return a value as a message quotes it: one line, not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= MAX_QUOTED else text[:MAX_QUOTED] + "…"


def _span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    span = parse_span(str(value))
    if span and not span_years_fault(span):
        return span
    raise _no_span(value, span, "khoảng năm như 2022-2026, 2013- hoặc 2022")


def _no_span(value: object, span: Span | None, forms: str) -> PydanticCustomError:
    years = span_years_fault(span) if span else ""
    reason, hint = (f" ({years})", "") if years else span_fault(str(value))
    details = {"found": quote(value), "reason": reason, "forms": forms, "hint": hint}
    return PydanticCustomError("span_form", "thấy «{found}»{reason}, cần {forms}{hint}", details)


def _covers(value: object) -> Span | str:
    if isinstance(value, Span):
        return value
    if isinstance(value, str) and (text := value.strip()):
        span = parse_span(text)
        if span is None and not looks_like_code(text):
            return text
        if span and not span_years_fault(span):
            return span
        forms = "khoảng thời gian như 2023, 2022-2024, 2023-Q3, 2020-01/2020-08, hoặc viết bằng lời"
        raise _no_span(value, span, forms)
    kind, message = "covers_form", "cần khoảng thời gian như 2023, 2022-2024 hoặc 2023-Q3"
    raise PydanticCustomError(kind, message)


def _sign(value: str) -> str:
    """Accept a year that a plan was signed for, or what may be the id of a programme."""
    if not value.isdigit():
        return value
    if value.isascii() and len(value) == len("2024") and not year_fault(int(value)):
        return value
    kind, message = "sign_form", "thấy «{found}»{odd}, cần mã chương trình, hoặc một năm như 2024"
    raise PydanticCustomError(kind, message, {"found": quote(value), "odd": show_odd(value)})


def _without_index(value: str) -> str:
    folder, slash, name = value.rpartition("/")
    return folder + slash if slash and name == "index.html" else value


def _slug(value: object) -> str:
    text = str(value)
    if SLUG.fullmatch(text):
        return intern(text)  # one string for the many articles that name the same record
    near = slugify(plain(text))
    hint = f"; có phải «{near}»?" if near and is_near_code(text) else ""
    kind, message = "slug_form", f"thấy «{{found}}»{{odd}}, {SLUG_FORM}{{hint}}"
    details = {"found": quote(value), "odd": show_odd(text), "hint": hint}
    raise PydanticCustomError(kind, message, details)


def is_near_code(text: str) -> bool:
    """Whether a text is an id but for characters that look like others, or in other letter case."""
    bare = plain(text).strip(" \"'").lower()
    return bool(SLUG.fullmatch(bare))


def _web_address(value: object) -> str:
    text = str(value)
    if WEB_ADDRESS.fullmatch(text):
        return text
    kind, message = (
        "url_form",
        "thấy «{found}», cần địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://",
    )
    raise PydanticCustomError(kind, message, {"found": quote(value)})


def _first_address(value: object) -> str:
    text = str(value)
    if NEWS_ADDRESS.fullmatch(text):
        return text
    likely = f"{text.strip('/').removeprefix('docs/').removesuffix('.md')}/"
    hint = f"; có phải «{likely}»?" if NEWS_ADDRESS.fullmatch(likely) else ""
    kind, message = "first_address_form", f"thấy «{{found}}», cần {FIRST_ADDRESS_FORM}{{hint}}"
    raise PydanticCustomError(kind, message, {"found": quote(value), "hint": hint})


def text_schema(description: str, pattern: str | None = None) -> WithJsonSchema:
    """Return the JSON Schema of a text in a form, for editors and the browser form."""
    schema: dict[str, object] = {"type": "string", "description": description}
    return WithJsonSchema(schema | ({"pattern": pattern} if pattern else {}))


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Slug = Annotated[str, BeforeValidator(_slug), text_schema("Mã", f"^{SLUG.pattern}$")]
WebAddress = Annotated[str, BeforeValidator(_web_address), text_schema("Địa chỉ web")]
FirstAddress = Annotated[
    str,
    BeforeValidator(_first_address),
    text_schema(FIRST_ADDRESS_FORM, f"^{NEWS_ADDRESS.pattern}$"),
]
Date = Annotated[PartialDate, BeforeValidator(_date), text_schema(DATE_FORMS)]
Term = Annotated[Span, BeforeValidator(_span), text_schema("Khoảng năm: 2022-2026, 2013-, 2022")]
Covers = Annotated[
    Span | str,
    BeforeValidator(_covers),
    text_schema("Thời gian được xem xét: 2023, 2023-Q3, 2020-H1"),
]
Sign = Annotated[Text, AfterValidator(_sign)]
# “…/index.html” is the same page as “…/”.
OldAddress = Annotated[Text, AfterValidator(_without_index)]
Slugs = tuple[Slug, ...]
Texts = tuple[Text, ...]


def _read_party(value: object) -> object:
    if isinstance(value, dict) and not value:
        kind, message = "party_form", "cần mã cơ quan, hoặc «name: tên cơ quan» khi không có mã"
        raise PydanticCustomError(kind, message)
    if isinstance(value, str):
        return _party_of(value) if SLUG.fullmatch(value) else {"id": value}
    return value


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Party:
    """An agency named by an article or a programme: an id, or a name where it has no record."""

    id: Annotated[Slug | None, Field(title="Mã cơ quan")] = None
    name: Annotated[Text | None, Field(title="Tên, khi không có mã")] = None


@cache
def _party_of(id_: str) -> Party:
    """Return the party of an id, one object for the many articles that name it."""
    return Party(id=id_)


PartyField = Annotated[Party, BeforeValidator(_read_party)]
