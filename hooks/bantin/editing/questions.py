"""A question about a draft in the words of an editor: titles of fields, names beside ids."""

from collections.abc import Iterator, Mapping
from typing import Any

from bantin.editing.accepting import REGISTRIES_OF_FIELDS, Draft, Question
from bantin.model.article import FrontMatter
from bantin.model.keys import parts_of, titles_of
from bantin.model.labels import MEETING_TYPES
from bantin.model.registry import Registries


def title_of(path: str) -> str:
    """Return the Vietnamese title of a field, with its key: “Ngày họp (conference.date)”."""
    first, _, rest = path.partition(".")
    within = parts_of(FrontMatter).get(first) if rest and not rest[0].isdigit() else None
    title = titles_of(within or FrontMatter).get(rest if within else first, "")
    if path == "body":
        title = "Thân bài"
    number = f" thứ {int(rest) + 1}" if rest.isdigit() else ""
    return f"{title}{number} ({path})" if title else path


def question_shown(draft: Draft, question: Question, registries: Registries) -> str:
    """Return a question as an editor sees it: field, value and how sure; a list item by item."""
    value = draft.value(question.path)
    shown, items = question.value or "(chưa có)", list(_items(question.path, value, registries))
    if question.path == "conference.types":
        shown = ", ".join(f"{MEETING_TYPES.get(one, one)} ({one})" for one in value or ())
    elif question.path == "people" and items:
        shown = f"{len(items)} người"
    sure = f"  [{question.confidence}]" if question.confidence else ""
    numbered = (f"\n    {number}. {one}" for number, one in enumerate(items, 1))
    return f"{title_of(question.path)}: {shown}{sure}{''.join(numbered)}"


def _items(path: str, value: Any, registries: Registries) -> Iterator[str]:  # noqa: ANN401 - whatever a field holds
    """Yield the records that a list names, or the persons in it."""
    records = getattr(registries, REGISTRIES_OF_FIELDS.get(path, ""), {})
    for one in value if isinstance(value, list) and (records or path == "people") else ():
        if isinstance(one, Mapping):
            yield " – ".join(str(one[key]) for key in ("name", "office") if one.get(key))
        else:
            yield _named(str(one), records.get(str(one)))


def _named(id_: str, record: object) -> str:
    name = getattr(record, "name", None) or getattr(record, "title", None)
    number = getattr(record, "number", None)
    return name or (f"{getattr(record, 'type', '')} {number}".strip() if number else id_)
