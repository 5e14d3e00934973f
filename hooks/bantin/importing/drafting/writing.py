"""Drafts and photographs put on disk: whole or not at all, and never over another file."""

import os
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

from bantin.importing.drafting.draft import Draft
from bantin.model.keys import DATE_KEYS
from bantin.vietnamese.dates import parse_date

_WIDTH = 100
_LONG = 90


def render(draft: Draft, body: str) -> str:
    """Return a draft as a Markdown file."""
    fields = dict(draft.fields)
    fields["to_confirm"] = {
        field: {"evidence": finding.shown or "không rõ", "confidence": finding.confidence}
        for field, finding in draft.confirm.items()
    }
    return f"---\n{dump({k: v for k, v in fields.items() if v})}---\n\n{body}"


def dump(fields: dict[str, Any]) -> str:
    """Return fields as YAML in the house form: dates bare, long texts folded."""
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
    if key in DATE_KEYS and _is_plain_date(value):
        return _bare_date(value)
    text = " ".join(value.split())
    if len(text) > _LONG and key in ("lead", "evidence"):
        return FoldedScalarString(text)
    return DoubleQuotedScalarString(text) if ": " in text or text.startswith("-") else text


def _is_plain_date(text: str) -> bool:
    try:
        return parse_date(text).year is not None
    except ValueError:
        return False


def _bare_date(text: str) -> Any:  # noqa: ANN401 - ruamel's scalar for a date
    return parse_date(text).first if len(text) == len("2024-04-25") else text


def free_path(folder: Path, slug: str, taken: Iterable[str]) -> Path:
    """Return a path in a folder that no file has and whose name no article bears elsewhere."""
    names, number, name = set(taken), 1, slug
    while name in names or (folder / f"{name}.md").exists():
        number += 1
        name = f"{slug}-{number}"
    return folder / f"{name}.md"


def create(path: Path, data: bytes) -> None:
    """Write a new file at once; FileExistsError where there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as waiting:
        waiting.write(data)
        waiting.flush()
        os.fsync(waiting.fileno())
    temporary = Path(waiting.name)
    try:
        temporary.chmod(0o644)
        _name_exclusively(temporary, path, data)
    finally:
        temporary.unlink()


def _name_exclusively(temporary: Path, path: Path, data: bytes) -> None:
    """Give a finished file its name; where the disk has no links (USB), write it anew."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("xb") as file:
            file.write(data)
