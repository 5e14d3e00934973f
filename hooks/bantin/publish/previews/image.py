"""The words of a preview, and the address that follows from them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import PIL

from bantin.model import Program
from bantin.model.settings import Settings
from bantin.pictures.picture import PICTURES_FOLDER
from bantin.runtime.fingerprint import digest

# Raise it whenever the same words would be drawn otherwise (layout, colours, font): it is part of
# the file names, and browsers keep a file of one name for a year.
RECIPE = "1"
SIZE = (1200, 630)
WHOLE = "ban-tin"
ABOUT = "Các hội nghị sơ kết, tổng kết, ký kết chương trình phối hợp giữa các cơ quan"


@dataclass(frozen=True, slots=True)
class PreviewImage:
    """The words of a preview from top to bottom; all but the title may be empty."""

    name: str
    brand: str
    title: str
    text: str
    foot: str

    def address(self) -> str:
        """Return the address of its file from the site root; other words, another address."""
        fingerprint = digest(RECIPE, PIL.__version__, self.brand, self.title, self.text, self.foot)
        return f"{PICTURES_FOLDER}the/{self.name}-{fingerprint[:16]}.png"


def default_image(settings: Settings) -> PreviewImage:
    """Return the preview of pages that have none of their own."""
    return PreviewImage(WHOLE, settings.publisher.name, settings.site_name, ABOUT, _host(settings))


def program_image(program: Program, settings: Settings) -> PreviewImage:
    """Return the preview of a programme: its short name large, its full name below."""
    text = program.name if program.name != program.label else ""
    return PreviewImage(program.id, settings.site_name, program.label, text, _host(settings))


def _host(settings: Settings) -> str:
    return urlsplit(settings.site_url).hostname or ""
