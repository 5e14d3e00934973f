"""What an editor named on the command line, as the files meant: folders, patterns, archives."""

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.opening.archives import Member, is_archive, is_document, members
from bantin.importing.opening.files import read_file

_NO_MATCH = "không có tệp nào khớp mẫu này"
_EMPTY_FOLDER = "thư mục không có tệp nào nhận được"
_EMPTY_ARCHIVE = "tệp nén không có tệp nào nhận được"


def named_files(names: Iterable[str]) -> list[str]:
    """Return the files that some names mean, each once.

    A folder means the documents in it and below; a pattern such as “*.txt” is expanded here, as the
    command lines of Windows do not. A name that means no file stays, for the editor to see.
    """
    files: dict[str, None] = {}
    for name in names:
        files |= dict.fromkeys(_files(name) or [name])
    return list(files)


def _files(name: str) -> list[str]:
    path = Path(name)
    if path.is_dir():
        inside = (file for file in path.rglob("*") if file.is_file())
        return sorted(str(f) for f in inside if is_document(f.relative_to(path).as_posix()))
    if has_magic(name) and not path.exists():
        return sorted(file for file in glob(name, recursive=True) if Path(file).is_file())  # noqa: PTH207 - patterns may be absolute
    return [name]


def read_source(name: str) -> Iterator[Member]:
    """Yield the documents in a file: itself, or the files in an archive.

    Raises:
        UnreadableError: it cannot be read.
    """
    path = Path(name)
    if path.is_dir():
        raise UnreadableError(_EMPTY_FOLDER)
    if has_magic(name) and not path.exists():
        raise UnreadableError(_NO_MATCH)
    yield from documents_in(name, read_file(path))


def documents_in(name: str, data: bytes) -> Iterator[Member]:
    """Yield the documents in the bytes of a file: itself, or the files in an archive.

    Raises:
        UnreadableError: it cannot be read.
    """
    if not is_archive(data):
        yield Member(name, data)
        return
    is_empty = True
    for member in members(name, data):
        is_empty = False
        yield member
    if is_empty:
        raise UnreadableError(_EMPTY_ARCHIVE)
