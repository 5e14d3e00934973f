"""Preview files written into the site; those that earlier builds drew come from the cache."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from bantin.pictures.store import PictureStore
from bantin.publish.previews.image import PreviewImage
from bantin.runtime.processes import split_work

# Fewer images than this are drawn sooner by one process than by two: each has to open the font.
WORTHWHILE = 16


def write_previews(
    images: Iterable[PreviewImage], font: Path, site: Path, store: PictureStore, workers: int = 1
) -> set[str]:
    """Write the previews of a site that are new or differ; return the paths of all.

    Args:
        images: all that the site is to have.
        font: file of the variable font that they are set in.
        site: the output folder.
        store: cache of the files that were drawn.
        workers: processes to share the work.
    """
    by_address = {image.address(): image for image in images}
    missing = [image for path, image in by_address.items() if not store.is_in_site(path, site)]
    if missing:
        split_work(missing, partial(_write_share, font, site, store), workers, WORTHWHILE)
    store.prune(by_address)
    return set(by_address)


def _write_share(
    font: Path, site: Path, store: PictureStore, images: Iterable[PreviewImage]
) -> None:
    """Write the share of one worker."""
    # Imported here: most builds draw nothing.
    from bantin.publish.previews.draw import Painter  # noqa: PLC0415

    painter = Painter(font.read_bytes())
    for image in images:
        address = image.address()
        data = store.load(address)
        if data is None:
            data = painter.draw(image)
            store.save(address, data)
        store.copy(address, data, site)
