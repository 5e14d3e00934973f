"""Preview files written into the site; those that earlier builds drew come from the cache."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from bantin.pictures.store import PictureStore, PictureWork
from bantin.publish.previews.image import PreviewImage
from bantin.runtime.site_files import SiteFiles

# Drawn by one task: each has to open the font, which takes as long as one image.
BATCH = 8


def preview_tasks(
    images: Iterable[PreviewImage], font: Path, files: SiteFiles, store: PictureStore
) -> PictureWork:
    """Return what is to be done for the previews of a site.

    Args:
        images: all that the site is to have.
        font: file of the variable font that they are set in.
        files: of the site.
        store: cache of the files that were drawn.
    """
    by_address = {image.address(): image for image in images}
    missing = [image for path, image in by_address.items() if not store.is_in_site(path, files)]
    tasks = [
        partial(_write_batch, font, files, store, missing[start : start + BATCH])
        for start in range(0, len(missing), BATCH)
    ]
    return PictureWork(tasks, by_address.keys())


def _write_batch(
    font: Path, files: SiteFiles, store: PictureStore, images: Sequence[PreviewImage]
) -> None:
    # Imported here: most builds draw nothing.
    from bantin.publish.previews.draw import Painter  # noqa: PLC0415

    painter = Painter(font.read_bytes())
    for image in images:
        address = image.address()
        data = store.load(address)
        if data is None:
            data = painter.draw(image)
            store.save(address, data)
        store.copy(address, data, files)
