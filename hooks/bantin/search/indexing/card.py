"""What a search result shows: heading, lead, and the text that excerpts are cut from."""

from collections.abc import Sequence

from pydantic_core import to_json

from bantin.catalog import Catalog
from bantin.catalog.folder import belonging_date
from bantin.markdown.text import Part
from bantin.model import Article
from bantin.model.labels import types_in_words
from bantin.search.indexing.names import OtherName
from bantin.vietnamese.dates import in_figures

SHOWN_AGENCIES = 4


def card(
    catalog: Catalog, article: Article, parts: Sequence[Part], names: tuple[OtherName, ...]
) -> bytes:
    """Return the card of an article as JSON: one small file."""
    front, date = article.front, belonging_date(article.front)
    known = catalog.registries.agencies
    parties = [known[p.id].name if p.id else p.name or "" for p in front.agencies]
    shown = {
        "address": article.address,
        "title": front.title,
        "date": in_figures(date) if date else "",
        "types": types_in_words(front.conference.types) if front.conference else "",
        "agencies": parties[:SHOWN_AGENCIES],
        "lead": front.lead or "",
        "people": [f"{p.name}, {p.office}" if p.office else p.name for p in front.people],
        "captions": [p.caption or p.alt or "" for p in front.photos],
        "names": [name.label for name in names],
        "sections": [(p.id, p.heading, "\n".join(p.paragraphs)) for p in parts if p.paragraphs],
    }
    return to_json({key: value for key, value in shown.items() if value})
