"""Which preview a page has: its photograph, its programme's image, or the portal's."""

from collections.abc import Iterator

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.compile.addresses import program_address
from bantin.compile.page import Page, Preview
from bantin.compile.photos import photo_views
from bantin.model import Article
from bantin.model.settings import Settings
from bantin.publish.previews.image import SIZE, PreviewImage, default_image, program_image


class Previews:
    """The preview of every page of a build; iterating yields the images that must be drawn.

    A copy that is opened from a folder has none: nobody can share a link to it.
    """

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog = catalog
        self._is_offline = settings.is_offline
        self._default = default_image(settings)
        programs = catalog.registries.programs.values()
        self._images = {program.id: program_image(program, settings) for program in programs}
        self._by_program = {id_: _preview(image) for id_, image in self._images.items()}
        self._by_address = {program_address(id_): one for id_, one in self._by_program.items()}
        self._fallback = _preview(self._default)

    def __iter__(self) -> Iterator[PreviewImage]:
        """Yield every image."""
        if self._is_offline:
            return
        yield self._default
        yield from self._images.values()

    def of(self, page: Page) -> Preview | None:
        """Return the preview of a page; None for a hidden one, such as a retracted article's."""
        if page.hidden or self._is_offline:
            return None
        article = self._catalog.at(page.source) if page.source else None
        if article:
            return self._photograph(article) or self._of_programs(article)
        return self._by_address.get(page.address, self._fallback)

    def _photograph(self, article: Article) -> Preview | None:
        for photo in photo_views(self._catalog, article):
            if photo.picture:
                size = photo.picture.largest
                alt = photo.alt or photo.caption
                return Preview(photo.picture.src, size.width, size.height, alt)
        return None

    def _of_programs(self, article: Article) -> Preview:
        """Return the preview of the first programme that an article names."""
        ids = (id_ for id_ in programs_of(article) if id_ in self._by_program)
        return next((self._by_program[id_] for id_ in ids), self._fallback)


def default_preview(settings: Settings) -> Preview | None:
    """Return the preview of pages of their own kind, such as hand-written ones; None offline."""
    return None if settings.is_offline else _preview(default_image(settings))


def _preview(image: PreviewImage) -> Preview:
    return Preview(image.address(), *SIZE, image.text or image.title)
