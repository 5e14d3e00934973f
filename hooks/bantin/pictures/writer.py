"""The files of photographs; what earlier builds made comes from the store."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bantin.pictures.measuring import content_fingerprint
from bantin.pictures.picture import Picture, PictureError
from bantin.pictures.store import PictureStore, PictureWork
from bantin.runtime.site_files import SiteFiles

CHANGED = "vừa bị thay trong lúc dựng; hãy dựng lại"


def picture_tasks(
    pictures: Mapping[str, Picture], docs: Path, files: SiteFiles, store: PictureStore
) -> PictureWork:
    """Return what is to be done for photographs; a task raises PictureError for a changed file.

    Args:
        pictures: by their paths from ``docs/``.
        docs: the folder of the originals.
        files: of the site.
        store: has the files that earlier builds made.
    """
    tasks = [
        partial(_write_picture, docs, files, store, path, picture)
        for path, picture in pictures.items()
        if not all(store.is_in_site(address, files) for address in picture.addresses())
    ]
    paths = {address for picture in pictures.values() for address in picture.addresses()}
    return PictureWork(tasks, paths)


def _write_picture(
    docs: Path, files: SiteFiles, store: PictureStore, path: str, picture: Picture
) -> None:
    for address, data in _files(docs, store, path, picture).items():
        store.copy(address, data, files)


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
