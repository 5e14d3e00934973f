"""A site renewed as a whole: what a killed process has begun, the next one finishes.

Before the first file of the site is touched, the list of all its files to be is written down;
from then on the staging folder has all that is missing. The list gets its last name once the site
is as it says.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import IO

from bantin.publish.manifest import NAME, ListedFile, manifest_text, read_manifest
from bantin.runtime.lock import lock_folder
from bantin.runtime.site_files import SiteFiles, Stat, WrittenFile

JOURNAL = "files-to-be.txt"
STAGING = "new-site"
CACHES = ".cache"
LOCKED = "một lần dựng khác của «{}» đang chạy; hãy chờ nó xong rồi làm lại"


def files_of(site: Path, cache: Path) -> SiteFiles:
    """Return the files of a site while a build renews it."""
    return SiteFiles(site, cache / STAGING)


def open_site(site: Path, cache: Path) -> IO[str]:
    """Return a lock that keeps other builds of a site out, which is whole from then on.

    Raises:
        BlockingIOError: another build of it is running.
        OSError: the disk fails or is full.
    """
    lock = lock_folder(cache)
    if lock is None:
        raise BlockingIOError(LOCKED.format(site.name))
    finish_renewal(files_of(site, cache), cache)
    return lock


def finish_left(root: Path) -> None:
    """Finish what killed builds have begun with the sites of a project; what runs is left alone."""
    for journal in (root / CACHES).glob(f"*/{JOURNAL}"):
        site, cache = root / journal.parent.name, journal.parent
        with suppress(OSError):
            if site.is_dir():
                open_site(site, cache).close()


def listed_files(
    files: SiteFiles,
    outputs: Iterable[str],
    stats: Mapping[str, Stat],
    cache: Path,
    written: Mapping[str, WrittenFile] = MappingProxyType({}),
) -> dict[str, ListedFile]:
    """Return what is to be announced of the outputs of a build, all of them made.

    Args:
        files: of the site.
        outputs: paths of the files that it is to hold.
        stats: of those whose stat is known.
        cache: has the list of the last build, whose digests hold for files that did not change.
        written: those whose digests are known; all others are read.
    """
    last: Mapping[str, ListedFile] = {}
    with suppress(ValueError, OSError):
        last = read_manifest(cache / NAME)
    return {
        path: _announced(written[path])
        if path in written
        else _listed(files, path, stats.get(path), last.get(path))
        for path in outputs
    }


def _announced(file: WrittenFile) -> ListedFile:
    return ListedFile(file.digest.hex(), file.size, file.modified)


def _listed(files: SiteFiles, path: str, stat: Stat | None, last: ListedFile | None) -> ListedFile:
    stat = stat or files.new_stat(path)
    if last and last[1:] == stat:
        return last
    return ListedFile(sha256(files.new_bytes(path)).hexdigest(), *stat)


def renew(
    files: SiteFiles,
    listed: Mapping[str, ListedFile],
    cache: Path,
    existing: Iterable[str] | None = None,
) -> None:
    """Make a site hold just the files that are listed, and announce them.

    Args:
        files: of the site.
        listed: what it is to hold.
        cache: of the site.
        existing: paths of the files that it has, where they are known.
    """
    journal, partial = cache / JOURNAL, cache / f"{JOURNAL}.new"
    cache.mkdir(parents=True, exist_ok=True)
    partial.write_text(manifest_text(listed), encoding="utf-8", newline="\n")
    partial.replace(journal)
    files.commit(listed.keys(), existing)
    journal.replace(cache / NAME)


def finish_renewal(files: SiteFiles, cache: Path) -> bool:
    """Finish what a killed process has begun; return whether there was anything."""
    journal = cache / JOURNAL
    try:
        listed = read_manifest(journal)
    except ValueError:
        journal.unlink(missing_ok=True)
        return False
    files.commit(listed.keys())
    journal.replace(cache / NAME)
    return True
