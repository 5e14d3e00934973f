"""The kinds of value a field may hold, each parsed once, where content enters.

A value comes to these validators as the text that the editor wrote: the YAML reader leaves every
scalar a string (``bantin.reading.yaml_reader``).
"""

import re
from sys import intern
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from bantin.vietnamese.dates import PartialDate, parse_date
from bantin.vietnamese.spans import Span, parse_span

MAX_TEXT = 2_000
MAX_QUOTED = 80
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
SLUG_FORM = "mã chỉ gồm chữ a–z không dấu, chữ số và gạch nối"
DATE_FORMS = "dạng năm-tháng-ngày như 2024-04-25 (hoặc 2024-04, 2024, --04-25 khi chưa rõ)"


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    text = quote(value)
    try:
        return parse_date(text)
    except ValueError:
        kind, message = "date_form", "thấy «{found}», cần một ngày có thật, {forms}{hint}"
        details = {"found": text, "forms": DATE_FORMS, "hint": _hint(text)}
        raise PydanticCustomError(kind, message, details) from None


def _hint(text: str) -> str:
    """Return “; có phải «…»?” where a text that is no date is near one, or an empty text."""
    if iso := day_first_to_iso(text):
        return _if_real(iso)
    if match := WITH_TIME.fullmatch(text):
        return f"; ở đây chỉ ghi ngày, có phải «{match[1]}»?"
    return ""


def day_first_to_iso(text: str) -> str:
    """Return “25/4/2024” as “2024-04-25”, even if there is no such day; else an empty text."""
    match = DAY_FIRST.fullmatch(text)
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else ""


def _if_real(proposed: str) -> str:
    try:
        return f"; có phải «{parse_date(proposed).iso()}»?"
    except ValueError:
        return ""


def quote(value: object) -> str:
    """Return a value as a message quotes it: one line, not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= MAX_QUOTED else text[:MAX_QUOTED] + "…"


def _span(value: object) -> Span:
    if isinstance(value, Span):
        return value
    if span := parse_span(str(value)):
        return span
    kind, message = "span_form", "thấy «{found}», cần khoảng năm như 2022-2026, 2013- hoặc 2022"
    raise PydanticCustomError(kind, message, {"found": quote(value)})


def _covers(value: object) -> Span | str:
    if isinstance(value, Span):
        return value
    if isinstance(value, str) and (text := value.strip()):
        return parse_span(text) or text
    kind, message = "covers_form", "cần khoảng thời gian như 2023, 2022-2024 hoặc 2023-Q3"
    raise PydanticCustomError(kind, message)


def _slug(value: object) -> str:
    text = str(value)
    if SLUG.fullmatch(text):
        return intern(text)  # one string for the many articles that name the same record
    kind, message = "slug_form", f"thấy «{{found}}», {SLUG_FORM}"
    raise PydanticCustomError(kind, message, {"found": quote(value)})


def _web_address(value: object) -> str:
    text = str(value)
    if WEB_ADDRESS.fullmatch(text):
        return text
    kind, message = (
        "url_form",
        "thấy «{found}», cần địa chỉ đầy đủ bắt đầu bằng http:// hoặc https://",
    )
    raise PydanticCustomError(kind, message, {"found": quote(value)})


def _text_schema(description: str, pattern: str | None = None) -> WithJsonSchema:
    schema: dict[str, object] = {"type": "string", "description": description}
    return WithJsonSchema(schema | ({"pattern": pattern} if pattern else {}))


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Slug = Annotated[str, BeforeValidator(_slug), _text_schema("Mã", f"^{SLUG.pattern}$")]
WebAddress = Annotated[str, BeforeValidator(_web_address), _text_schema("Địa chỉ web")]
Date = Annotated[PartialDate, BeforeValidator(_date), _text_schema(DATE_FORMS)]
Term = Annotated[Span, BeforeValidator(_span), _text_schema("Khoảng năm: 2022-2026, 2013-, 2022")]
Covers = Annotated[
    Span | str,
    BeforeValidator(_covers),
    _text_schema("Thời gian được xem xét: 2023, 2023-Q3, 2020-H1"),
]
Slugs = tuple[Slug, ...]
Texts = tuple[Text, ...]
