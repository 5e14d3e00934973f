"""Assessment of the duties that follow from taking over news of others, and of the domain."""

from bantin.compile.addresses import DATA, SOURCES
from bantin.compile.page import Link
from bantin.model import Article, Source
from bantin.publish.pages.duty import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    NOT_VERIFIED,
    Assessment,
    Evidence,
)

SOURCES_PAGE = Link(SOURCES, "Nguồn tin")
ENOUGH_SOURCES = 3
NOTHING_TAKEN_OVER = Assessment(NOT_APPLICABLE, "bản tin không có bài lấy từ nguồn khác")


def names_sources(evidence: Evidence) -> Assessment:
    """Assess whether each article taken over names its source, and a verbatim one its author."""
    taken_over = _taken_over(evidence)
    if not taken_over:
        return NOTHING_TAKEN_OVER
    # The content check refuses a source without a name, and a verbatim copy without author and
    # day; so all that is in the catalog complies, and only numbers remain to be reported.
    verbatim = sum(1 for _, source in taken_over if source.verbatim)
    undated = sum(1 for _, source in taken_over if not source.published)
    reason = (
        f"{len(taken_over)} bài có nguồn đều ghi tên nguồn; {verbatim} bài đăng nguyên văn; "
        f"{undated} bài viết lại mà nguồn không cho biết ngày đăng, ghi rõ là chưa rõ"
    )
    return Assessment(MET, reason, SOURCES_PAGE, "tests/unit/publish/test_report.py")


def waits_an_hour(evidence: Evidence) -> Assessment:
    """Assess whether articles were taken over an hour after their source, as far as days tell."""
    sources = [source for _, source in _taken_over(evidence)]
    if not sources:
        return NOTHING_TAKEN_OVER
    later = sum(1 for source in sources if _was_collected_later(source))
    reason = f"{later} trên {len(sources)} bài được thu thập sau ngày nguồn đăng ít nhất một ngày"
    if later == len(sources):
        return Assessment(MET, reason, SOURCES_PAGE)
    reason = f"{reason}; các bài còn lại không rõ ngày nguồn đăng"
    return Assessment(NOT_VERIFIED, reason, SOURCES_PAGE)


def has_enough_sources(evidence: Evidence) -> Assessment:
    """Assess whether articles come from at least three sources."""
    names = {source.name for _, source in _taken_over(evidence)}
    if not names:
        return NOTHING_TAKEN_OVER
    status = MET if len(names) >= ENOUGH_SOURCES else NOT_MET
    return Assessment(status, f"{len(names)} nguồn khác nhau", Link(DATA, "Dữ liệu mở"))


def has_state_domain(evidence: Evidence) -> Assessment:
    """Assess whether the portal lives under ``.gov.vn``."""
    host = evidence.settings.site_url.partition("://")[2].partition("/")[0].partition(":")[0]
    if not host:
        return Assessment(NOT_MET, "chưa khai báo địa chỉ (site_url)")
    return Assessment(MET if host.endswith(".gov.vn") else NOT_MET, f"tên miền {host}")


def _taken_over(evidence: Evidence) -> list[tuple[Article, Source]]:
    articles = evidence.catalog.articles
    return [(article, article.front.source) for article in articles if article.front.source]


def _was_collected_later(source: Source) -> bool:
    """Whether an article was collected on a later day than its source was published."""
    published = source.published.last if source.published else None
    collected = source.collected.first if source.collected else None
    return bool(published and collected and published < collected)
