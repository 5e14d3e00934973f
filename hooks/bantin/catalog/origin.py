"""How an article is cited: who wrote the words published here, when, and from what they were made.

An article made from another one is nobody's but the publisher's of the portal: those who wrote the
original wrote neither its title nor its text.
"""

from bantin.model.article import FrontMatter, Source
from bantin.vietnamese.bylines import names_of
from bantin.vietnamese.dates import PartialDate, in_figures


def authors_of(front: FrontMatter) -> tuple[str, ...]:
    """Return the authors to cite for an article; empty where the publisher is its author."""
    own, source = names_of(front.author or ""), front.source
    if source is None:
        return own
    if source.verbatim:
        return source.writers or own or (source.name,)
    return tuple(name for name in own if name not in source.writers)


def published_here(front: FrontMatter) -> PartialDate | None:
    """Return the day to cite an article with; None where its publication day is not known.

    The day of an article taken over may be that of its source: of words made from it, that is
    another day.
    """
    source = front.source
    if source and not source.verbatim and front.date == source.published:
        return None
    return front.date


def origin_in_words(source: Source) -> str:
    """Return in one phrase from what an article was made, as far as it is known.

    Such as “Viết lại theo bài “Nâng cao hiệu quả” của Văn Thành, Báo Quảng Nam, 22/3/2022”.
    """
    how = "Đăng nguyên văn theo" if source.verbatim else "Viết lại theo"
    title = f" “{source.title}”" if source.title else ""
    by = f" của {source.byline}" if source.byline else ""
    what = f"bài{title}{by}, " if title or by else ""
    where = [source.name]
    if source.published:
        where.append(in_figures(source.published))
    if source.via:
        where.append(f"lấy qua {source.via.name}")
    return f"{how} {what}{', '.join(where)}"
