"""What editors have typed and not saved yet: on the disk after every pause."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from bantin.importing.drafting.draft_files import written_beside

ENDING = ".json"


class WorkingCopy(NamedTuple):
    """An article as it stands in a form.

    Attributes:
        path: of the article, from ``docs/``.
        fields: front matter.
        body: Markdown.
        base: digest of the file that was opened.
        editor: who typed last.
        number: counts what was kept, so that an older answer never replaces a newer one.
    """

    path: str
    fields: dict[str, Any]
    body: str
    base: str
    editor: str
    number: int


class WorkingCopies:
    """Working copies in a folder, a file each, replaced in one step and forced to the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, copy: WorkingCopy) -> None:
        """Keep a working copy; OSError where the disk is full, and the last one stays."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._file(copy.path)
        data = json.dumps(copy._asdict(), ensure_ascii=False).encode()
        with written_beside(file, data) as temporary:
            temporary.replace(file)
        _flush_folder(self._folder)

    def find(self, path: str) -> WorkingCopy | None:
        """Return the working copy of an article, if there is one that can be read."""
        with suppress(OSError, ValueError, TypeError):
            return WorkingCopy(**json.loads(self._file(path).read_bytes()))
        return None

    def drop(self, path: str) -> None:
        """Forget a working copy, once the article is saved or the editor gives it up."""
        self._file(path).unlink(missing_ok=True)

    def paths(self) -> Iterator[str]:
        """Yield the paths of the articles that have one."""
        for file in sorted(self._folder.glob(f"*{ENDING}")):
            with suppress(OSError, ValueError, KeyError):
                yield str(json.loads(file.read_bytes())["path"])

    def _file(self, path: str) -> Path:
        return self._folder / f"{sha256(path.encode()).hexdigest()[:32]}{ENDING}"


def _flush_folder(folder: Path) -> None:
    """Have the new name of a file outlive a power cut; Windows has no such call and needs none."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
