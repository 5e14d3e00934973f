"""The form of an article: the model's fields in the order in which an editor thinks of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from bantin.admin.collections import OVERRIDES
from bantin.admin.fields import Field, make_fields
from bantin.admin.wording import PART_OF_DATE
from bantin.model import FrontMatter
from bantin.model.keys import DATE_KEYS

# Fields by group; those of the model that are in none come last, so that none can be forgotten.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Bài": ("title", "lead", "date", "author"),
    "Hội nghị": ("conference", "same_event_as"),
    "Chương trình, văn bản": ("programs", "period", "documents"),
    "Cơ quan, người dự": ("agencies", "people"),
    "Địa bàn": ("provinces", "districts"),
    "Ảnh": ("photos",),
    "Nguồn": ("source",),
}
REST = "Mục khác"
# Confirmed beside the field that each is about; the state is what the buttons set.
HIDDEN = frozenset({"to_confirm", "status"})
LONG = 200  # characters from which a text gets several lines
# Ids that may also be something else: a name, a year or a number as the source has it.
FREE = {"agencies": "agencies", "conference.signs": "programs", "documents": "documents"}
DAY = "ngày/tháng/năm, ví dụ 20/11/2026"


def form_groups() -> list[dict[str, Any]]:
    """Return the groups of the form, each with its title and fields, ready for JSON."""
    fields = {field["name"]: field for field in make_fields(FrontMatter, OVERRIDES)}
    grouped = {name for names in GROUPS.values() for name in names}
    rest = tuple(name for name in fields if name not in grouped | HIDDEN)
    return [
        {"title": title, "fields": [_shown(fields[name], "") for name in names if name in fields]}
        for title, names in {**GROUPS, REST: rest}.items()
    ]


def _shown(field: Field, above: str) -> dict[str, Any]:
    """Return a field as the form's script reads it."""
    path = f"{above}{field['name']}"
    shown: dict[str, Any] = {"name": field["name"], "path": path, "label": field["label"]}
    hint = field.get("hint", "").replace(PART_OF_DATE, "").strip()
    shown |= {"hint": hint, "required": field.get("required", False)}
    return shown | _kind(field, path)


def _kind(field: Field, path: str) -> dict[str, Any]:
    if path in FREE:
        return {"kind": "records", "registry": FREE[path], "free": True, "multiple": True}
    is_multiple = field.get("multiple", False)
    kind: dict[str, Any]
    match field.get("widget", "string"):
        case "relation":
            kind = {"kind": "records", "registry": field["file"], "multiple": is_multiple}
        case "select":
            kind = {"kind": "select", "multiple": is_multiple, "options": field["options"]}
        case "object":
            kind = {"kind": "object", "fields": list(_children(field, path))}
        case "list":
            kind = _rows(field, path)
        case "boolean":
            kind = {"kind": "switch"}
        case "image":
            kind = {"kind": "photo"}
        case _:
            kind = _text(field)
    return kind


def _rows(field: Field, path: str) -> dict[str, Any]:
    item = field.get("label_singular", "mục")
    if "fields" not in field:
        return {"kind": "texts", "item": item}
    names = [one["name"] for one in field["fields"]]
    if names == ["field", "value"]:
        return {"kind": "map", "item": item}
    return {"kind": "rows", "item": item, "fields": list(_children(field, path))}


def _text(field: Field) -> dict[str, Any]:
    if field["name"] in DATE_KEYS:
        return {"kind": "date", "placeholder": DAY}
    limit = int(field.get("maxlength", 0))
    is_long = field.get("widget") == "text" or limit > LONG
    return {"kind": "text", "long": is_long and field["name"] in {"lead", "caption", "note", "alt"}}


def _children(field: Field, path: str) -> Iterator[dict[str, Any]]:
    for child in field["fields"]:
        yield _shown(child, f"{path}.")
