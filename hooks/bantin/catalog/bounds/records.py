"""What records say of the day of a conference: those that take part existed, what is cited was out.

All of it is certain but for two rules: what a report cites may have come out after the conference
that it tells of, and news may come late.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.catalog.bounds.months import months_after
from bantin.catalog.documents import DocumentIndex
from bantin.model import Article, Registries
from bantin.model.conference import MOST_YEARS, written_on, years_after
from bantin.model.registry import Dated
from bantin.vietnamese.bounds import Ground, not_after, not_before
from bantin.vietnamese.dates import in_figures

# A report appears at most this many months after the conference.
MONTHS_OF_NEWS = 6
CITED = "được dẫn trong bài"
NEWS = f"tin thường đăng trong vòng {MONTHS_OF_NEWS} tháng"
EARLY = f"sớm nhất {MOST_YEARS} năm trước khi họp"


def record_grounds(
    articles: Sequence[Article], registries: Registries, documents: DocumentIndex
) -> Iterator[Ground]:
    """Yield the grounds that the agencies, places and documents of a conference give."""
    for id_ in _once(i for a in articles for i in _agencies(a)):
        if agency := registries.agencies.get(id_):
            yield from _lifetime("agencies", agency, agency.name)
    for id_ in _once(i for a in articles for i in a.front.provinces):
        if province := registries.provinces.get(id_):
            yield from _lifetime("provinces", province, province.full_name)
    for id_ in _once(i for a in articles for i in a.front.districts):
        if district := registries.districts.get(id_):
            yield from _lifetime("districts", district, district.full_name)
    for cited in _once(c for a in articles for c in a.front.documents):
        for document in documents.find(cited)[:1]:
            if document.date and document.date.first:
                words = f"{document.name} ban hành {in_figures(document.date)}"
                record = f"documents/{document.id}"
                yield not_before(document.date.first, record, words, CITED)


def report_grounds(article: Article) -> Iterator[Ground]:
    """Yield the grounds from the publication day of a report, or of its source."""
    front, source = article.front, article.front.source
    days = [day for day in (front.date, source.published if source else None) if day]
    for published in sorted(days, key=lambda day: day.last or Day.max)[:1]:
        if published.last:
            yield not_after(published.last, article.path, f"tin đăng {in_figures(published)}")
    # The publisher's own article may report a conference of years ago.
    if source and source.published and source.published.first:
        words = f"nguồn đăng {in_figures(source.published)}"
        earliest = months_after(source.published.first, -MONTHS_OF_NEWS)
        yield not_before(earliest, article.path, words, NEWS)


def announcement_grounds(article: Article) -> Iterator[Ground]:
    """Yield the grounds that an announcement gives: the conference came after it, and soon."""
    written = written_on(article.front)
    if written and written.first and written.last:
        words = f"tin báo trước đăng {in_figures(written)}"
        yield not_before(written.first, article.path, words)
        yield not_after(years_after(written.last, MOST_YEARS), article.path, words, EARLY)


def _agencies(article: Article) -> Iterator[str]:
    """Yield the agencies named as parties, and those of the people named."""
    yield from article.agency_ids
    yield from (person.agency for person in article.front.people if person.agency)


def _lifetime(registry: str, record: Dated, name: str) -> Iterator[Ground]:
    source = f"{registry}/{record.id}"
    if record.valid_from and record.valid_from.first:
        words = f"{name} có từ {in_figures(record.valid_from)}"
        yield not_before(record.valid_from.first, source, words)
    if record.valid_to and record.valid_to.last:
        words = f"{name} có đến {in_figures(record.valid_to)}"
        yield not_after(record.valid_to.last, source, words)


def _once(ids: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(ids)
