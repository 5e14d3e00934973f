"""Files changed whole or not at all, and the change shown."""

from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile


def difference(before: str, after: str, path: str) -> str:
    """Return the change as a unified diff."""
    lines = unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"{path} (cũ)",
        f"{path} (mới)",
    )
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def replace_text(path: Path, text: str) -> None:
    """Put a text in the place of a file at once, its mode kept."""
    mode = path.stat().st_mode
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as waiting:
        waiting.write(text.encode())
    temporary = Path(waiting.name)
    try:
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
