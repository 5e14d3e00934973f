"""What killed servers of previews leave behind: a site and a cache in the common folder."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bantin.runtime.lock import HAS_LOCKS, NAME, lock_folder

SITE = "mkdocs_"  # as MkDocs begins the name
CACHE = "-cache"


def preview_cache(site: Path) -> Path:
    """Return the cache of a preview, which is locked for as long as its server lives."""
    return site.with_name(f"{site.name}{CACHE}")


def delete_abandoned(folder: Path) -> list[str]:
    """Delete previews below a folder that no server holds; return their names.

    Where the platform has no locks nothing is deleted.
    """
    return [site.name for site in _abandoned(folder)] if HAS_LOCKS else []


def _abandoned(folder: Path) -> Iterator[Path]:
    for cache in sorted(folder.glob(f"{SITE}*{CACHE}")):
        # Others can write into the common folder too: nothing of theirs is touched or followed.
        if not _is_own_folder(cache) or not (cache / NAME).is_file():
            continue
        with suppress(OSError):
            if held := lock_folder(cache):
                site = cache.with_name(cache.name.removesuffix(CACHE))
                for one in (site, cache):
                    if _is_own_folder(one):
                        shutil.rmtree(one, ignore_errors=True)
                held.close()
                yield site


def _is_own_folder(path: Path) -> bool:
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
