"""Social cards: the picture that a shared link shows where no photograph does."""

from bantin.publish.cards.card import Card
from bantin.publish.cards.preview import Previews
from bantin.publish.cards.writer import lay_cards

__all__ = ["Card", "Previews", "lay_cards"]
