"""Drafts and photographs as files: written whole or not at all, never over another file."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import FoldedScalarString

from bantin.importing.drafting.draft import Draft
from bantin.importing.drafting.scalars import scalar
from bantin.model.proposal import Proposal

_WIDTH = 100
_MAX_LINE = 90  # longer texts are folded
_FOLDED_KEYS = ("lead", "evidence")


def render(draft: Draft, body: str) -> str:
    """Return a draft as a Markdown file: front matter with what is to be confirmed, and body."""
    fields = dict(draft.fields)
    fields["to_confirm"] = {
        field: {"evidence": finding.shown or "không rõ", "confidence": finding.confidence}
        for field, finding in draft.confirm.items()
    }
    return f"---\n{dump({k: v for k, v in fields.items() if v})}---\n\n{body}"


def render_proposals(proposals: Iterable[Proposal], draft: str) -> str:
    """Return proposed records as a file: for each registry a list, with the words of each.

    Args:
        proposals: the records.
        draft: the name of the draft that needs them.
    """
    lists: dict[str, list[dict[str, Any]]] = {}
    for one in proposals:
        item = {"evidence": " ".join(one.evidence.split()), "record": dict(one.fields)}
        lists.setdefault(one.registry, []).append(item)
    head = f"# Bản ghi mà {draft} cần; «bantin accept» chuyển vào data/ khi đã xem.\n"
    return head + dump(lists)


def dump(fields: dict[str, Any]) -> str:
    """Return fields as YAML in the form that editors write: dates bare, long texts folded."""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(_styled(fields, ""), out)
    return out.getvalue()


def _styled(value: Any, key: str) -> Any:  # noqa: ANN401 - YAML of any shape
    if isinstance(value, dict):
        return {name: _styled(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_styled(item, key) for item in value]
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    is_long = len(text) > _MAX_LINE and key in _FOLDED_KEYS
    return FoldedScalarString(text) if is_long else scalar(text, key)


def free_path(folder: Path, slug: str, taken: Iterable[str], ending: str = ".md") -> Path:
    """Return a path in a folder for a new article, or what belongs to one.

    Args:
        folder: below ``docs/``.
        slug: the name it should have; a number is added if that is taken.
        taken: slugs of the articles of the archive, in whatever folder.
        ending: of the file.
    """
    names, number, name = set(taken), 1, slug
    while name in names or (folder / f"{name}{ending}").exists():
        number += 1
        name = f"{slug}-{number}"
    return folder / f"{name}{ending}"


def create(path: Path, data: bytes) -> None:
    """Write a new file, whole or not at all.

    Raises:
        FileExistsError: there is a file of that name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_beside(path, data) as temporary:
        temporary.chmod(0o644)
        _link_exclusively(temporary, path, data)


@contextmanager
def written_beside(path: Path, data: bytes) -> Iterator[Path]:
    """Write data to a file beside a path, to be given its name; nothing of it is left behind."""
    handle, name = mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _link_exclusively(temporary: Path, path: Path, data: bytes) -> None:
    """Give a finished file its name, unless that is taken: a rename would replace the other file.

    Where the disk has no hard links (FAT on a USB stick), write the file under its name instead.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb") as file:
            file.write(data)
