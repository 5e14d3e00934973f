"""Proposed records: those a draft needs, moved into a registry or replaced by one of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bantin.editing.accepting import read_draft
from bantin.editing.files import replace_text
from bantin.editing.records import insert_record, new_problems
from bantin.importing.drafting.draft_files import render_proposals
from bantin.model.keys import keys_of
from bantin.model.proposal import Proposal
from bantin.model.registry import RECORD_TYPES
from bantin.reading import Content
from bantin.reading.proposals import make_proposal, read_proposals

# A record may name those of registries before its own.
ORDER = ("districts", "agencies", "documents", "programs")
# Records of one group stand together in a registry, as ``bantin add`` puts them.
GROUPS: Mapping[str, tuple[str, ...]] = {"agencies": ("level", "province")}


def needed(front: Any, proposals: tuple[Proposal, ...]) -> list[Proposal]:  # noqa: ANN401 - YAML
    """Return the proposals that a draft names, and those that they name, in order of registries."""
    by_id = {one.id: one for one in proposals}
    found: dict[str, Proposal] = {}
    pending = [id_ for id_ in _texts(front) if id_ in by_id]
    while pending:
        one = by_id[pending.pop(0)]
        if one.id not in found:
            found[one.id] = one
            pending += [id_ for id_ in _texts(one.fields) if id_ in by_id]
    return sorted(found.values(), key=lambda one: ORDER.index(one.registry))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - YAML of any shape
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield str(value)


def with_change(proposal: Proposal, key: str, value: str) -> Proposal:
    """Return a proposal with another value of one field.

    Raises:
        ValueError: there is no such field, or the value does not fit; the text says which.
    """
    record = RECORD_TYPES[proposal.registry]
    if key not in keys_of(record):
        message = f"không có trường «{key}»; có: {', '.join(keys_of(record))}"
        raise ValueError(message)
    fields = {**proposal.fields, key: value}
    ordered = {name: fields[name] for name in keys_of(record) if fields.get(name)}
    made = make_proposal(proposal.registry, ordered, proposal.evidence, proposal.path)
    if isinstance(made, Proposal):
        return made
    message = f"«{value}» không dùng được cho «{key}»"
    raise ValueError(message)


def accept(content: Content, proposal: Proposal, old_id: str) -> None:
    """Move a record into its registry; drafts that named it by another id are changed.

    Args:
        content: as it is now.
        proposal: as the editor wants it.
        old_id: its id in the file of proposals.

    Raises:
        ValueError: the record would be wrong; the text says why, and nothing is written.
    """
    file = content.data / f"{proposal.registry}.yml"
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    group = GROUPS.get(proposal.registry, ())
    after = insert_record(before, dict(proposal.fields), group)
    if problems := new_problems(content, proposal.registry, after):
        raise ValueError("; ".join(problems))
    if not file.is_file():
        file.touch()
    replace_text(file, after)
    forget(content, proposal.path, old_id)
    if proposal.id != old_id:
        replace_id(content, old_id, proposal.id)


def forget(content: Content, path: str, id_: str) -> None:
    """Take a record out of its file of proposals; a file without any is deleted."""
    proposals, _ = read_proposals(content.data)
    kept = [one for one in proposals if one.path == path and one.id != id_]
    file = content.data.parent / path
    if kept:
        replace_text(file, render_proposals(kept, f"{file.stem}.md"))
    else:
        file.unlink(missing_ok=True)


def replace_id(content: Content, old: str, new: str) -> None:
    """Put one id in place of another in all drafts and proposals; an empty one takes it out."""
    for article in content.articles:
        file = content.docs / article.path
        if article.front.is_draft and old in file.read_text(encoding="utf-8"):
            draft = read_draft(file.read_text(encoding="utf-8"))
            draft.fields = _with_id(draft.fields, old, new)
            replace_text(file, draft.text())
    proposals, _ = read_proposals(content.data)
    for path in {one.path for one in proposals if old in set(_texts(one.fields))}:
        file = content.data.parent / path
        changed = [
            replace(one, fields=_with_id(one.fields, old, new))
            for one in proposals
            if one.path == path
        ]
        replace_text(file, render_proposals(changed, f"{file.stem}.md"))


def _with_id(value: Any, old: str, new: str) -> Any:  # noqa: ANN401 - YAML of any shape
    """Return YAML with an id replaced, each once in a list; without keys left empty."""
    if isinstance(value, Mapping):
        changed = {key: _with_id(item, old, new) for key, item in value.items()}
        return {key: item for key, item in changed.items() if item not in (None, "", [])}
    if isinstance(value, list):
        items = [_with_id(item, old, new) for item in value]
        return [one for n, one in enumerate(items) if one != "" and one not in items[:n]]
    return new if value == old else value
