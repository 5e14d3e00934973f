"""The pages of documents: who cites them, and every spelling of their number; their index."""

from collections.abc import Iterator
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.compile.addresses import DOCUMENTS, document_address
from bantin.compile.listing import ListPage, Row, Rows, paginate
from bantin.compile.page import Link, Page
from bantin.compile.record_links import document_link, program_link
from bantin.model import Document
from bantin.vietnamese.dates import in_figures, in_words
from bantin.vietnamese.order import sort_key


class DocumentView(NamedTuple):
    """What the page of a document shows."""

    type: str
    number: str
    date: str
    issuer: str
    title: str
    term: str
    variants: tuple[str, ...]
    programs: tuple[Link, ...]
    note: str
    source: str
    listing: ListPage[Row]


class DocumentLine(NamedTuple):
    """A document in the index."""

    link: Link
    date: str
    issuer: str
    total: int


def document_pages(catalog: Catalog, rows: Rows, document: Document) -> Iterator[Page]:
    """Yield the pages of one document, one for each page of its list of news."""
    stories = catalog.by_document.get(document.id, ())
    announced = rows.of(catalog.announced.of("by_document", document.id))
    for listing in paginate(rows.of(stories), document_address(document.id), announced=announced):
        yield Page(
            address=listing.address(listing.number),
            template="document.html",
            title=document_link(document).text,
            view=_view(catalog, document, listing),
            description=f"{document.name}: các hội nghị và chương trình dẫn văn bản này.",
            trail=(Link(DOCUMENTS, "Văn bản"),),
        )


def _view(catalog: Catalog, document: Document, listing: ListPage[Row]) -> DocumentView:
    programs = catalog.registries.programs.values()
    return DocumentView(
        type=document.type,
        number=document.number or "",
        date=in_words(document.date, weekday=False) if document.date else "",
        issuer=document.issuer or "",
        title=document.title or "",
        term=document.term or "",
        variants=document.variants,
        programs=tuple(program_link(p) for p in programs if document.id in p.documents),
        note=document.note or "",
        source=document.source or "",
        listing=listing,
    )


def document_index(catalog: Catalog) -> Page:
    """Return the index of documents, the most cited first."""
    documents = sorted(
        catalog.registries.documents.values(),
        key=lambda d: (-len(catalog.by_document.get(d.id, ())), sort_key(d.name)),
    )
    lines = tuple(
        DocumentLine(
            link=document_link(document),
            date=in_figures(document.date) if document.date else "",
            issuer=document.issuer or "",
            total=len(catalog.by_document.get(document.id, ())),
        )
        for document in documents
    )
    return Page(
        address=DOCUMENTS,
        template="documents.html",
        title="Văn bản",
        view=lines,
        description="Văn bản được dẫn tại các hội nghị, văn bản được dẫn nhiều đứng trước.",
    )
