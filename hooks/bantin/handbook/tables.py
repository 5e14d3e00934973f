"""Tables of fields: key, title, what to write, whether it is required, an example."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from bantin.handbook.samples import SAMPLES, examples
from bantin.model.fields import Covers, Date, FirstAddress, Slug, Term, Text, WebAddress
from bantin.model.keys import titles_of
from bantin.model.labels import (
    AGENCY_KINDS,
    DISTRICT_TYPES,
    LEVELS,
    MEETING_TYPES,
    PLAN_STATES,
    PROVINCE_TYPES,
    ROLES,
    STATUSES,
    TASK_STATES,
)
from bantin.model.tasks.record import TaskAddress, TaskId
from bantin.vietnamese.slug import slugify

Schema: TypeAlias = Mapping[str, Any]

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
MARKER = re.compile(r"^<!-- bảng trường: (\w+) -->$", re.MULTILINE)
HEAD = "| Trường | Nghĩa | Ghi gì | Bắt buộc | Ví dụ |\n| --- | --- | --- | --- | --- |\n"
# Headings of the page that holds the tables; a field that takes a record links to its table.
HEADINGS = {
    "FrontMatter": "Bài viết",
    "Meeting": "Hội nghị",
    "Review": "Thời gian xem xét một chương trình",
    "Party": "Một cơ quan được nêu tên",
    "Person": "Một người dự",
    "TaskNote": "Một nhiệm vụ của bài",
    "FollowUp": "Một nhiệm vụ của bài trước",
    "Photo": "Một ảnh",
    "Source": "Nguồn",
    "Aggregator": "Một trang tổng hợp",
    "Correction": "Một lần đính chính",
    "Confirmation": "Một mục chờ xác nhận",
    "Agency": "Sổ cơ quan",
    "Program": "Sổ chương trình",
    "Document": "Sổ văn bản",
    "Province": "Sổ tỉnh, thành phố",
    "EarlierName": "Một tên trước đây",
    "District": "Sổ huyện, quận, thị xã",
    "Glossary": "Bảng chữ tắt và cách viết",
    "Abbreviation": "Một chữ tắt",
    "Spelling": "Một cách viết",
    "Synonym": "Một chữ cùng nghĩa",
    "Region": "Một vùng",
}
RECORDS = {record.__name__: record for record in SAMPLES}
PARTY = "mã cơ quan, hoặc khối"
KINDS: list[tuple[Schema, str]] = [
    (TypeAdapter(Text).json_schema(), "chữ"),
    (TypeAdapter(Slug).json_schema(), "mã"),
    (TypeAdapter(FirstAddress).json_schema(), "địa chỉ trong trang"),
    (TypeAdapter(Date).json_schema(), "ngày"),
    (TypeAdapter(Term).json_schema(), "khoảng năm"),
    (TypeAdapter(Covers).json_schema(), "khoảng thời gian"),
    (TypeAdapter(WebAddress).json_schema(), "địa chỉ web"),
    (TypeAdapter(TaskId).json_schema(), "mã nhiệm vụ"),
    (TypeAdapter(TaskAddress).json_schema(), "địa chỉ nhiệm vụ"),
]
CHOICE_LABELS = (
    MEETING_TYPES,
    PLAN_STATES,
    AGENCY_KINDS,
    LEVELS,
    ROLES,
    STATUSES,
    PROVINCE_TYPES,
    DISTRICT_TYPES,
    TASK_STATES,
)


def fill(markdown: str) -> str:
    """Put the table of a record in place of each marker; ValueError for one without a record."""
    return MARKER.sub(lambda match: field_table(_record(match[1])), markdown)


@cache  # serve asks again at each save
def field_table(record: type) -> str:
    """Return the fields of a record as a Markdown table, in the order of the model."""
    schema = TypeAdapter(record).json_schema()
    required = schema.get("required", ())
    rows = [
        (
            f"`{key}`",
            title,
            _kind(schema["properties"][key]),
            "có" if key in required else "không",
            f"`{_example(record, key)}`",
        )
        for key, title in titles_of(record).items()
    ]
    return HEAD + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _example(record: type, key: str) -> str:
    if example := examples(record).get(key):
        return example
    message = (
        f"{record.__name__}.{key} has no example: add a line «{key}: …» to"
        f" SAMPLES[{record.__name__}] in hooks/bantin/handbook/samples.py"
    )
    raise ValueError(message)


def _record(name: str) -> type:
    if name in RECORDS:
        return RECORDS[name]
    message = f"bảng trường «{name}»: không có loại này; có: {', '.join(RECORDS)}"
    raise ValueError(message)


def _kind(schema: Schema) -> str:
    """Return in words what a field takes."""
    bare = {key: value for key, value in schema.items() if key not in {"title", "default"}}
    if "anyOf" in bare:
        return _kind(next(one for one in bare["anyOf"] if one.get("type") != "null"))
    if "$ref" in bare:
        return _link(bare["$ref"].rpartition("/")[2])
    if "enum" in bare:
        return "một trong: " + ", ".join(_choices(bare["enum"]))
    return _plain(bare)


def _plain(schema: Schema) -> str:
    if schema["type"] == "array":
        return f"danh sách: {_kind(schema['items'])}"
    if schema["type"] == "object":
        return f"các dòng «tên trường: {_kind(schema['additionalProperties'])}»"
    if schema["type"] == "boolean":
        return "`true` (có) hoặc `false` (không)"
    return next(words for kind, words in KINDS if kind == schema)


def _link(name: str) -> str:
    heading = HEADINGS[name]
    before = PARTY if name == "Party" else "khối"
    return f"{before} [{heading}](#{slugify(heading)})"


def _choices(values: list[str]) -> Iterator[str]:
    """Yield each value with its meaning; a value that is a Vietnamese word has none."""
    meanings = next((words for words in CHOICE_LABELS if words.keys() == set(values)), {})
    for value in values:
        yield f"`{value}`" + (f" ({meanings[value].lower()})" if value in meanings else "")


def frame_tables(html: str) -> str:
    """Return HTML in which each table scrolls within a frame named after the heading above it.

    A table may be wider than the screen of a phone.
    """
    return TABLE.sub(lambda match: _frame(match[0], html[: match.start()]), html)


def _frame(table: str, before: str) -> str:
    headings = HEADING.findall(before)
    name = TAG.sub("", headings[-1]).replace('"', "&quot;") if headings else "của trang"
    frame = f'<div class="table-frame" tabindex="0" role="region" aria-label="Bảng: {name}">'
    return f"{frame}{table}</div>"
