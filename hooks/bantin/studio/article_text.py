"""An article's file as fields and body for a form, and a form's values as the file again."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from bantin.editing.accepting import read_draft
from bantin.importing.drafting.draft_files import dump
from bantin.model.fields import day_first_to_iso
from bantin.model.keys import DATE_KEYS, FRONT_MATTER_KEYS

Fields: TypeAlias = dict[str, Any]
FENCE = "---\n"
_KEY = re.compile(r"([A-Za-z_]\w*):")


def read_form(text: str) -> tuple[Fields, str]:
    """Return the front matter of a file as plain values, dates as texts, and its body.

    Raises:
        ValueError: the file has no front matter that can be read; ruamel's errors are among these.
    """
    try:
        draft = read_draft(text)
    except ValueError:
        raise
    except Exception as error:
        raise ValueError(str(error)) from error
    if not isinstance(draft.fields, Mapping):
        message = f"front matter without fields: {text[:40]!r}"
        raise ValueError(message)  # noqa: TRY004 - what a file holds, not an argument's type
    return _plain(draft.fields), draft.body


def write_form(before: str, fields: Fields, body: str) -> str:
    """Return a file with the values of a form; fields that are the same stay as they are written.

    Args:
        before: the file that was opened; its comments and the form of unchanged fields stay.
        fields: all front matter, empty values included.
        body: Markdown.
    """
    wanted, (old, _) = _without_empty(_as_written(fields)), read_form(before)
    head = before.split(FENCE, 2)[1]
    if wanted != old:
        head = _with_fields(head, old, wanted)
    text = body.replace("\r\n", "\n").strip("\n")
    return f"{FENCE}{head}{FENCE}\n{text}\n"


def _with_fields(head: str, old: Fields, wanted: Fields) -> str:
    """Return front matter with other values: each field is written anew or left as it is."""
    written = dict(_blocks(head))
    if written.keys() != old.keys():  # written in a way that has no lines of its own for each
        return dump(wanted)
    rank = {name: number for number, name in enumerate(FRONT_MATTER_KEYS)}
    added = sorted(wanted.keys() - old.keys(), key=lambda key: rank.get(key, len(rank)))
    order = [key for key in written if key in wanted]
    for key in added:
        before = [one for one in order if rank.get(one, len(rank)) < rank.get(key, len(rank))]
        order.insert(order.index(before[-1]) + 1 if before else 0, key)
    is_same = {key for key, value in wanted.items() if old.get(key) == value}
    return "".join(written[key] if key in is_same else dump({key: wanted[key]}) for key in order)


def _blocks(head: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of front matter with their lines; comments above one belong to it."""
    key, lines, comments = "", list[str](), list[str]()
    for line in head.splitlines(keepends=True):
        match = _KEY.match(line)
        if match:
            if key:
                yield key, "".join(lines)
            key, lines, comments = match[1], [*comments, line], []
        elif line.startswith("#"):
            comments.append(line)
        else:
            lines += [*comments, line]
            comments = []
    if key:
        yield key, "".join([*lines, *comments])


def _plain(value: Any) -> Any:  # noqa: ANN401 - YAML of any shape
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _as_written(value: Any, key: str = "") -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the values of a form as files have them: “20/11/2026” as “2026-11-20”."""
    if isinstance(value, Mapping):
        return {name: _as_written(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_written(item, key) for item in value]
    if not isinstance(value, str):
        return value
    text = value.strip()
    return (day_first_to_iso(text) or text) if key in DATE_KEYS else text


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, Mapping):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if not _is_empty(item)}
    if isinstance(value, list):
        return [one for one in map(_without_empty, value) if not _is_empty(one)]
    return value


def _is_empty(value: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    return value in (None, False, "") or (isinstance(value, (list, Mapping)) and not value)
