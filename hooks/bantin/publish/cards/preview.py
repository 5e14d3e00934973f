"""Which picture a shared page shows: its photograph, its programme's card, or the portal's."""

from collections.abc import Iterator

from bantin.catalog import Catalog
from bantin.catalog.catalog import programs_of
from bantin.compile.addresses import program_address
from bantin.compile.page import Page, Preview
from bantin.compile.photos import photo_views
from bantin.model import Article
from bantin.model.settings import Settings
from bantin.publish.cards.card import SIZE, Card, default_card, program_card


class Previews:
    """The cards of one build, and who shows which; a copy opened from a folder has none."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog = catalog
        self._is_offline = settings.is_offline
        self._default = default_card(settings)
        programs = catalog.registries.programs.values()
        self._cards = {program.id: program_card(program, settings) for program in programs}
        self._shown = {id_: _preview(card) for id_, card in self._cards.items()}
        self._of_page = {program_address(id_): shown for id_, shown in self._shown.items()}
        self._fallback = _preview(self._default)

    def __iter__(self) -> Iterator[Card]:
        """Yield every card."""
        if self._is_offline:
            return
        yield self._default
        yield from self._cards.values()

    def of(self, page: Page) -> Preview | None:
        """Return the picture of a page; one that is hidden tells nothing."""
        if page.hidden or self._is_offline:
            return None
        article = self._catalog.at(page.source) if page.source else None
        if article:
            return self._photograph(article) or self._of_article(article)
        return self._of_page.get(page.address, self._fallback)

    def _photograph(self, article: Article) -> Preview | None:
        for photo in photo_views(self._catalog, article):
            if photo.picture:
                size = photo.picture.largest
                alt = photo.alt or photo.caption
                return Preview(photo.picture.src, size.width, size.height, alt)
        return None

    def _of_article(self, article: Article) -> Preview:
        shown = (self._shown[id_] for id_ in programs_of(article) if id_ in self._shown)
        return next(shown, self._fallback)


def _preview(card: Card) -> Preview:
    return Preview(card.address(), *SIZE, card.text or card.title)
