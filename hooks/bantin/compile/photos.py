"""Photographs on the page of an article: those of its front matter and those in its body."""

import re
from collections.abc import Callable, Iterable
from posixpath import normpath
from typing import NamedTuple

from markupsafe import Markup, escape

from bantin.catalog import Catalog
from bantin.compile.body_links import BodyLink
from bantin.model import Article
from bantin.pictures import Picture
from bantin.pictures.picture import JPEG, WEBP
from bantin.pictures.references import FOLDER

# Width of the column of text, on a phone less its margins; keep in step with ``.prose`` in
# bantin.css, or browsers choose pictures of a wrong size.
COLUMN = "(min-width: 41rem) 38rem, calc(100vw - 2rem)"
# As the Markdown renderer writes an image: source first, then the description.
IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*>')
ELEMENT = Markup(
    '<picture><source type="image/webp" srcset="{webp}" sizes="{column}">'
    '<img src="{src}" srcset="{jpeg}" sizes="{column}" width="{width}" height="{height}"'
    ' alt="{alt}" loading="lazy" decoding="async"></picture>'
)

Href = Callable[[str], str]


class PhotoView(NamedTuple):
    """A photograph of the front matter; without a picture there is only its caption."""

    alt: str
    caption: str
    credit: str
    picture: Picture | None


def photo_views(catalog: Catalog, article: Article) -> tuple[PhotoView, ...]:
    """Return the photographs of an article's front matter."""
    return tuple(
        PhotoView(
            alt=photo.alt or "",
            caption=photo.caption or "",
            credit=photo.credit or "",
            picture=catalog.pictures.get(normpath(FOLDER + photo.src)) if photo.src else None,
        )
        for photo in article.front.photos
    )


def picture_element(picture: Picture, href: Href, alt: str) -> Markup:
    """Return a ``picture`` element, in which a browser chooses format and size."""
    return ELEMENT.format(
        webp=_srcset(picture, href, WEBP),
        jpeg=_srcset(picture, href, JPEG),
        column=COLUMN,
        src=href(picture.src),
        width=picture.largest.width,
        height=picture.largest.height,
        alt=escape(alt),
    )


def with_pictures(html: str, links: Iterable[BodyLink], href: Href) -> str:
    """Return the HTML of a body with ``picture`` elements in place of its images."""
    pictures = {href(link.picture.src): link.picture for link in links if link.picture}

    def replace(match: re.Match[str]) -> str:
        picture = pictures.get(match[1])
        alt = Markup(match[2])  # noqa: S704 - escaped by the Markdown renderer
        return picture_element(picture, href, alt) if picture else match[0]

    return IMAGE.sub(replace, html) if pictures else html


def _srcset(picture: Picture, href: Href, suffix: str) -> str:
    files = ((href(picture.address(size, suffix)), size.width) for size in picture.sizes)
    return ", ".join(f"{address} {width}w" for address, width in files)
