"""Files of a build that are not pages."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bantin.publish.listing import Listing, Listings, Sum
from bantin.runtime.cache import Cache
from bantin.runtime.files import write
from bantin.runtime.filestat import Look, look_at
from bantin.runtime.processes import ALONE, Workers, split_work


class Output(NamedTuple):
    """A text file: its path from the site root, and what it holds."""

    path: str
    text: str

    @property
    def content(self) -> bytes:
        """The text as UTF-8."""
        return self.text.encode()


RECORD = "outputs"
Outputs = Iterable[Output | Listing]


def write_outputs(outputs: Outputs, site: Path, listings: Listings) -> set[str]:
    """Write each file as UTF-8 unless it stands so already; return the paths of all."""
    paths = set()
    for output in outputs:
        if isinstance(output, Listing):
            listings.bring(output)
            paths |= {form.path for form in output.forms}
        else:
            paths |= write_files([(output.path, output.content)], site)
    return paths


def write_files(files: Iterable[tuple[str, bytes]], site: Path) -> set[str]:
    """Write each file, by its path from the site, unless it stands so already."""
    paths = set()
    for path, content in files:
        paths.add(path)
        if not _stands(site / path, content):
            write(f"{site}/{path}", content)
    return paths


def bring_outputs(  # noqa: PLR0913, PLR0917 -- what files are made of, and what is known of them
    makes: Sequence[Callable[[], Outputs]],
    last: Callable[[], Outputs],
    fingerprint: str,
    site: Path,
    cache: Cache,
    listings: Listings,
    workers: Workers = ALONE,
) -> set[str]:
    """Bring the files of a site up to date; return the paths of all.

    Args:
        makes: each makes some of them; not asked where all stand as the last build left them.
        last: makes the rest, for which the sums of all listings must be known.
        fingerprint: covers all that they are made from.
        site: the output folder.
        cache: remembers what stood where.
        listings: brings long files up to date.
        workers: who may share what is to be made.
    """
    if paths := _standing(fingerprint, site, cache):
        return paths
    cache.drop(RECORD)

    def bring(share: Iterable[Callable[[], Outputs]]) -> tuple[set[str], dict[str, Sum]]:
        outputs = (output for make in share for output in make())
        return write_outputs(outputs, site, listings), listings.sums

    for written, sums in split_work(makes, bring, workers, least=2):
        paths |= written
        listings.sums |= sums
    paths |= write_outputs(last(), site, listings)
    looks = {path: look_at(site / path) for path in paths}
    cache.save(RECORD, looks, fingerprint)
    return paths


def _standing(fingerprint: str, site: Path, cache: Cache) -> set[str]:
    looks: dict[str, Look] = cache.load(RECORD, fingerprint) or {}
    try:
        stands = all(look_at(site / path) == look for path, look in looks.items())
    except OSError:
        return set()
    return set(looks) if stands else set()


def _stands(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False
