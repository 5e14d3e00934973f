"""The files of photographs written into the site; those made before come from the store."""

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
    """Return the work for photographs; a task raises PictureError for a file that just changed.

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
    """Return the files of a picture: all from the store, or all made and stored."""
    entries = {address: store.load(address) for address in picture.addresses()}
    cached = {address: data for address, data in entries.items() if data is not None}
    if len(cached) == len(entries):
        return cached
    data = (docs / path).read_bytes()
    if not picture.name.endswith(content_fingerprint(data)):
        message = f"ảnh docs/{path} {CHANGED}"
        raise PictureError(message)
    files = _make(path, data, picture)
    for address, file in files.items():
        store.save(address, file)
    return files


def _make(path: str, data: bytes, picture: Picture) -> Mapping[str, bytes]:
    from bantin.pictures.variants import make_variants  # noqa: PLC0415 - most builds make nothing

    try:
        return make_variants(data, picture)
    except PictureError as error:
        message = f"ảnh docs/{path} {error}"
        raise PictureError(message) from error
