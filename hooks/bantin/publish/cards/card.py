"""What a card says, and the address that follows from it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import PIL

from bantin.model import Program
from bantin.model.settings import Settings
from bantin.pictures.picture import MADE
from bantin.runtime.fingerprint import digest

# Goes into the names of files: to be raised whenever the same words or another font would
# make another file.
RECIPE = "1"
SIZE = (1200, 630)
WHOLE = "ban-tin"
ABOUT = "Các hội nghị sơ kết, tổng kết, ký kết chương trình phối hợp giữa các cơ quan"


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a card, from its top to its foot; only the title is always there."""

    name: str
    brand: str
    title: str
    text: str
    foot: str

    def address(self) -> str:
        """Return where its file lies from the site root; other words, another address."""
        mark = digest(RECIPE, PIL.__version__, self.brand, self.title, self.text, self.foot)
        return f"{MADE}the/{self.name}-{mark[:16]}.png"


def default_card(settings: Settings) -> Card:
    """Return the card of pages that have none of their own."""
    publisher = settings.publisher.name
    return Card(WHOLE, publisher, settings.site_name, ABOUT, _host(settings))


def program_card(program: Program, settings: Settings) -> Card:
    """Return the card of a programme: its short name large, its full name below."""
    text = program.name if program.name != program.label else ""
    return Card(program.id, settings.site_name, program.label, text, _host(settings))


def _host(settings: Settings) -> str:
    return urlsplit(settings.site_url).hostname or ""
