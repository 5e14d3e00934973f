"""Metadata properties: Dublin Core for every page, and Open Graph times of articles."""

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.catalog.identity import article_id
from bantin.catalog.origin import authors_of, origin_in_words, published_here
from bantin.compile.page import Page
from bantin.model import Article
from bantin.model.labels import MEETING_TYPES
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, published_on

Properties = tuple[tuple[str, str], ...]


def page_metadata(page: Page, settings: Settings) -> Properties:
    """Return the Dublin Core properties of any page; what is not declared is left out."""
    publisher = settings.publisher.name
    properties = (
        ("DC.title", page.title or settings.site_name),
        ("DC.description", page.description),
        ("DC.publisher", publisher),
        ("DC.identifier", settings.site_url + page.address if settings.site_url else ""),
        ("DC.language", "vi"),
        ("DC.format", "text/html"),
    )
    return _present(properties)


def article_metadata(catalog: Catalog, article: Article, publisher: str) -> Properties:
    """Return the Dublin Core properties that only an article has."""
    front, records = article.front, catalog.registries
    programs = (records.programs.get(id_) for id_ in programs_of(article))
    provinces = (records.provinces.get(id_) for id_ in front.provinces)
    types = front.conference.types if front.conference else ()
    source, day = front.source, published_here(front)
    authors = authors_of(front) or (publisher,)
    properties = (
        ("DC.type", "Text"),
        ("DC.rights", "" if source and source.verbatim else "CC BY 4.0"),
        ("DC.identifier", article_id(article)),
        *(("DC.creator", name) for name in authors),
        ("DC.date", day.iso() if day and day.year else ""),
        ("DC.source", origin_in_words(source) if source else ""),
        ("DC.source", (source.url or "") if source else ""),
        *(("DC.subject", MEETING_TYPES[name]) for name in types),
        *(("DC.subject", program.label) for program in programs if program),
        *(("DC.coverage", province.full_name) for province in provinces if province),
        *(("DC.relation", document.name) for document in catalog.cited(article)),
    )
    return _present(properties)


def article_open_graph(article: Article) -> Properties:
    """Return the Open Graph times of an article, as far as days are known."""
    published, changed = published_on(article), changed_on(article)
    properties = (
        ("article:published_time", published.isoformat() if published else ""),
        ("article:modified_time", changed.isoformat() if changed else ""),
    )
    return _present(properties)


def _present(properties: Properties) -> Properties:
    return tuple((name, value) for name, value in properties if value)
