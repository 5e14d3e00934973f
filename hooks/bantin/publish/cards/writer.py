"""The files of cards into the site; what was drawn before comes from the store."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from bantin.pictures.store import PictureStore
from bantin.publish.cards.card import Card
from bantin.runtime.processes import split_work

WORTHWHILE = 16


def lay_cards(
    cards: Iterable[Card], font: Path, site: Path, store: PictureStore, workers: int = 1
) -> set[str]:
    """Bring the cards of a site up to date; return the paths of their files.

    Args:
        cards: what is to be there.
        font: file of the variable font that they are set in.
        site: the output folder.
        store: files drawn by earlier builds.
        workers: processes to share the work.
    """
    wanted = {card.address(): card for card in cards}
    waiting = [card for address, card in wanted.items() if not store.is_in_site(address, site)]
    if waiting:
        split_work(waiting, partial(_lay_all, font, site, store), workers, WORTHWHILE)
    store.prune(wanted)
    return set(wanted)


def _lay_all(font: Path, site: Path, store: PictureStore, cards: Iterable[Card]) -> None:
    from bantin.publish.cards.draw import Painter  # noqa: PLC0415 - most builds draw nothing

    painter = Painter(font.read_bytes())
    for card in cards:
        address = card.address()
        data = store.load(address)
        if data is None:
            data = painter.draw(card)
            store.save(address, data)
        store.copy(address, data, site)
