"""Content files written whole or not at all; the text of a new article; changes as a diff."""

from difflib import unified_diff
from pathlib import Path
from typing import Any

from bantin.importing.drafting.draft_files import dump, written_beside
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.labels import OUTCOME_SAMPLES, OUTCOMES
from bantin.vietnamese.dates import parse_date

BODY = "\n".join(f"## {OUTCOMES[name]}\n\n{text}\n" for name, text in OUTCOME_SAMPLES.items())


def new_article(fields: dict[str, Any]) -> str:
    """Return an article in Markdown with some fields and with headings to write under.

    Args:
        fields: by key, in any order; empty ones are left out.
    """
    ordered = {key: fields[key] for key in FRONT_MATTER_KEYS if fields.get(key)}
    body = "" if _is_to_come(fields) else BODY
    return f"---\n{dump(ordered)}---\n\n{body}"


def _is_to_come(fields: dict[str, Any]) -> bool:
    """Whether the conference is later than the article: then it has no outcome to write."""
    held, written = fields.get("conference", {}).get("date"), fields.get("date")
    return bool(held and written) and parse_date(str(held)).is_after(parse_date(str(written)))


def difference(before: str, after: str, path: str) -> str:
    """Return a change of a file as a unified diff."""
    lines = unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"{path} (cũ)",
        f"{path} (mới)",
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def replace_text(path: Path, text: str) -> None:
    """Replace what a file holds in one step, so that no reader meets half of it; keep its mode."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, data: bytes) -> None:
    """Replace what a file holds, as ``replace_text`` does; a full disk leaves it as it was."""
    with written_beside(path, data) as temporary:
        temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
