"""The files of pictures into the site; what was made before comes from the store."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from bantin.pictures.measuring import content_fingerprint
from bantin.pictures.picture import Picture, PictureError
from bantin.pictures.store import PictureStore
from bantin.runtime.processes import split_work

Named: TypeAlias = tuple[str, Picture]
WORTHWHILE = 8
CHANGED = "vừa bị thay trong lúc dựng; hãy dựng lại"


def lay_pictures(
    pictures: Mapping[str, Picture], docs: Path, site: Path, store: PictureStore, workers: int = 1
) -> set[str]:
    """Bring the pictures of a site up to date; return the paths of their files.

    Args:
        pictures: by their paths from ``docs/``.
        docs: the folder of the originals.
        site: the output folder.
        store: files made by earlier builds.
        workers: processes to share the work.

    Raises:
        PictureError: a file changed since it was measured.
    """
    waiting = [
        named
        for named in pictures.items()
        if not all(store.is_in_site(address, site) for address in named[1].addresses())
    ]
    split_work(waiting, partial(_lay_all, docs, site, store), workers, WORTHWHILE)
    wanted = {address for picture in pictures.values() for address in picture.addresses()}
    store.prune(wanted)
    return wanted


def _lay_all(docs: Path, site: Path, store: PictureStore, share: Iterable[Named]) -> None:
    for path, picture in share:
        for address, data in _files(docs, store, path, picture).items():
            store.copy(address, data, site)


def _files(docs: Path, store: PictureStore, path: str, picture: Picture) -> Mapping[str, bytes]:
    kept = {address: store.load(address) for address in picture.addresses()}
    whole = {address: data for address, data in kept.items() if data is not None}
    if len(whole) == len(kept):
        return whole
    data = (docs / path).read_bytes()
    if not picture.name.endswith(content_fingerprint(data)):
        message = f"ảnh docs/{path} {CHANGED}"
        raise PictureError(message)
    made = _made(path, data, picture)
    for address, file in made.items():
        store.save(address, file)
    return made


def _made(path: str, data: bytes, picture: Picture) -> Mapping[str, bytes]:
    from bantin.pictures.variants import make_variants  # noqa: PLC0415 - most builds make nothing

    try:
        return make_variants(data, picture)
    except PictureError as flaw:
        message = f"ảnh docs/{path} {flaw}"
        raise PictureError(message) from flaw
