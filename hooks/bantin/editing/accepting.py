"""A draft of import confirmed: what is to be looked at, and what an answer does to the draft.

An answer is what an editor types beside a value and its evidence: nothing for “right”, ``?`` for
“later”, ``-`` for “take it out”, ``-2`` for “take out the second”, ``+Tên`` for “add this one”, or
the right value.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from bantin.editing.matching import match_records
from bantin.model.fields import day_first_to_iso
from bantin.model.keys import DATE_KEYS
from bantin.model.labels import MEETING_TYPES, OUTCOMES, UNKNOWN_SOURCE, UNKNOWN_TITLE
from bantin.model.registry import RECORD_TYPES, Registries
from bantin.vietnamese.fold import fold

LATER, REMOVE, BACK = "?", "-", "<"
BODY = "body"
# Lists of ids, and the registries they are from.
REGISTRIES_OF_FIELDS = {
    "agencies": "agencies", "programs": "programs", "conference.signs": "programs",
    "provinces": "provinces", "districts": "districts", "documents": "documents",
}  # fmt: skip
_UNKNOWN = (
    "bài chưa rõ nguồn: hãy gõ tên nguồn, hoặc «-» nếu là bài của cơ quan mình; «?» để trả lời sau"
)
_NO_TITLE = "bài chưa có tiêu đề: hãy gõ tiêu đề; «?» để trả lời sau"
_SEPARATOR = re.compile(r"\s*[;\n]\s*|,\s+(?=[^\d])")
_POSITION = re.compile(r"-(\d{1,2})")
_OFFICE = re.compile(r"(\d{1,2})\s*=\s*(.+)")


class AnswerError(ValueError):
    """An answer that means nothing here; its text tells the editor why."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to confirm.

    Attributes:
        path: of the field, such as ``conference.date``.
        value: what the draft says, as one text.
        evidence: the words it was read from.
        confidence: how far it may be trusted.
    """

    path: str
    value: str
    evidence: str
    confidence: str


@dataclass
class Draft:
    """A draft file that is being confirmed.

    Attributes:
        fields: its front matter; comments and form stay.
        body: Markdown.
    """

    fields: Any
    body: str
    _yaml: YAML = field(repr=False)

    def questions(self) -> Iterator[Question]:
        """Yield what is still to be confirmed, in the order of the file."""
        for path, one in (self.fields.get("to_confirm") or {}).items():
            shown = ", ".join(_shown(item) for item in _as_list(self.value(path)))
            yield Question(path, shown, str(one["evidence"]), str(one.get("confidence") or ""))

    def value(self, path: str) -> Any:  # noqa: ANN401 - whatever a field holds
        """Return what a field holds; None where there is none."""
        value: Any = self.fields
        for key in path.split("."):
            if isinstance(value, list):
                position = int(key) if key.isdigit() else len(value)
                value = value[position] if position < len(value) else None
            else:
                value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def set(self, path: str, value: Any) -> None:  # noqa: ANN401 - whatever a field holds
        """Put a value into a field; an empty one takes the field out."""
        *above, last = path.split(".")
        holder = self.fields
        for key in above:
            holder = holder[int(key)] if isinstance(holder, list) else holder.setdefault(key, {})
        if isinstance(holder, list):
            self._set_item(".".join(above), holder, int(last), value)
        elif value in (None, "", []):
            holder.pop(last, None)
        else:
            holder[last] = value

    def _set_item(self, path: str, items: list[Any], position: int, value: Any) -> None:  # noqa: ANN401
        """Put a value into a list, behind its end where it is shorter; None takes an item out."""
        if value is not None:
            items[position : position + 1] = [value]
        elif position < len(items):
            items.pop(position)
            pending = self.fields.get("to_confirm") or {}
            for number in range(position + 1, len(items) + 1):
                if f"{path}.{number}" in pending:
                    pending[f"{path}.{number - 1}"] = pending.pop(f"{path}.{number}")

    def confirm(self, path: str) -> None:
        """Take a field off the list of what is to be confirmed."""
        pending = self.fields.get("to_confirm") or {}
        pending.pop(path, None)
        if not pending:
            self.fields.pop("to_confirm", None)

    def text(self) -> str:
        """Return the file."""
        out = StringIO()
        self._yaml.dump(self.fields, out)
        return f"---\n{out.getvalue()}---\n\n{self.body}"


def read_draft(text: str) -> Draft:
    """Return the draft in a file that ``bantin import`` wrote.

    Raises:
        ValueError: it has no front matter.
    """
    start, head, body = text.split("---\n", 2)
    if start.strip():
        msg = f"no front matter: {start[:40]!r}"
        raise ValueError(msg)
    yaml = YAML()
    yaml.width = 4000
    yaml.allow_unicode = True
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return Draft(yaml.load(head), body.lstrip("\n"), yaml)


def answer(draft: Draft, path: str, typed: str, registries: Registries) -> None:
    """Do what an answer says to the value of a field, and confirm it unless it is for later.

    Args:
        draft: is changed.
        path: of the field.
        typed: what the editor typed.
        registries: for ids and names.

    Raises:
        AnswerError: it means nothing here; then the draft is as it was.
    """
    typed = typed.strip()
    if typed == LATER:
        return
    if not typed and path == "source" and draft.value("source.name") == UNKNOWN_SOURCE:
        raise AnswerError(_UNKNOWN)
    if path == "title" and (typed == REMOVE or (not typed and _has_no_title(draft))):
        raise AnswerError(_NO_TITLE)
    if path == BODY:
        _answer_body(draft, typed)
    elif typed:
        draft.set(path, _new_value(draft, path, typed, registries))
    draft.confirm(path)
    _drop_empty(draft)


def _has_no_title(draft: Draft) -> bool:
    return draft.value("title") in {None, "", UNKNOWN_TITLE}


def _answer_body(draft: Draft, typed: str) -> None:
    if typed not in ("", REMOVE):
        message = "chỉ nhấn Enter để giữ, hoặc gõ «-» để bỏ các đề mục máy đặt"
        raise AnswerError(message)
    if typed == REMOVE:
        headings = "|".join(map(re.escape, OUTCOMES.values()))
        draft.body = re.sub(rf"^## (?:{headings})\n+", "", draft.body, flags=re.MULTILINE)


def _new_value(draft: Draft, path: str, typed: str, registries: Registries) -> Any:  # noqa: ANN401
    if typed == REMOVE:
        return None
    value = draft.value(path)
    if isinstance(value, list) or path in REGISTRIES_OF_FIELDS:
        return _new_list(path, list(value or []), typed, registries)
    if isinstance(value, Mapping) and path == "source":
        return {**value, "name": typed}
    if isinstance(value, Mapping):
        return match_or_name(path.partition(".")[0], typed, registries)
    key = path.rpartition(".")[2]
    return (day_first_to_iso(typed) or typed) if key in DATE_KEYS else typed


def _new_list(path: str, items: list[Any], typed: str, registries: Registries) -> list[Any]:
    if match := _POSITION.fullmatch(typed):
        _demand_position(match[1], items)
        return [item for number, item in enumerate(items, 1) if number != int(match[1])]
    if path == "people":
        return _with_office(items, typed)
    added = typed.removeprefix("+")
    new = [_item(path, one, registries) for one in _SEPARATOR.split(added.strip()) if one]
    return [*items, *new] if added != typed else new


def _with_office(people: list[Any], typed: str) -> list[Any]:
    match = _OFFICE.fullmatch(typed)
    if match is None:
        message = "gõ «-2» để bỏ người thứ hai, hoặc «2=Chức vụ» để sửa chức vụ của người ấy"
        raise AnswerError(message)
    _demand_position(match[1], people)
    position = int(match[1]) - 1
    changed = {**people[position], "office": match[2]}
    return [*people[:position], changed, *people[position + 1 :]]


def _demand_position(digits: str, items: list[Any]) -> None:
    if not 1 <= int(digits) <= len(items):
        message = f"danh sách chỉ có {len(items)} mục, không có mục thứ {int(digits)}"
        raise AnswerError(message)


def _item(path: str, typed: str, registries: Registries) -> Any:  # noqa: ANN401 - id or name
    if path == "conference.types":
        folded = fold(typed)
        for id_, label in MEETING_TYPES.items():
            if folded in (id_, fold(label)):
                return id_
        message = f"không có loại hội nghị «{typed}»; có: " + ", ".join(MEETING_TYPES.values())
        raise AnswerError(message)
    return match_or_name(path, typed, registries)


def match_or_name(path: str, typed: str, registries: Registries) -> Any:  # noqa: ANN401 - id or name
    """Return the id that a text means; of an agency without a record its name.

    Raises:
        AnswerError: no record or several are meant.
    """
    name = REGISTRIES_OF_FIELDS.get(path, "")
    if name not in RECORD_TYPES:
        return typed
    matches = match_records(typed, getattr(registries, name))
    if matches.is_certain:
        return matches.ids[0]
    if not matches.ids and name == "agencies":
        return {"name": typed}
    choices = ", ".join(f"«{id_}»" for id_ in matches.ids)
    message = f"«{typed}» có thể là {choices}; hãy gõ mã" if choices else f"không có «{typed}»"
    raise AnswerError(message)


def _drop_empty(draft: Draft) -> None:
    """Take out what an answer has left empty: a conference without anything, evidence of it."""
    if not draft.fields.get("conference", True):
        draft.fields.pop("conference")
    pending = draft.fields.get("to_confirm") or {}
    for path in [one for one in pending if one != BODY and draft.value(one) is None]:
        if path.rpartition(".")[2].isdigit():
            draft.confirm(path)


def _as_list(value: Any) -> list[Any]:  # noqa: ANN401 - whatever a field holds
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _shown(item: Any) -> str:  # noqa: ANN401 - whatever a list holds
    if isinstance(item, Mapping):
        words = (item.get("name"), item.get("office"), item.get("caption") or item.get("alt"))
        return " – ".join(str(word) for word in words if word)
    return str(item)
