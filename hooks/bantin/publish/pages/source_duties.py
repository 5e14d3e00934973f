"""Assessment of the duties that follow from taking over news of others, and of the domain."""

import re

from bantin.compile.addresses import SOURCES
from bantin.compile.page import Link
from bantin.model import Source
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
PRESS_NAME = re.compile(r"(?:báo|tạp chí|đài|thông tấn)\b(?! cáo)", re.IGNORECASE)
NOTHING_TAKEN_OVER = Assessment(NOT_APPLICABLE, "bản tin không có bài lấy từ nguồn khác")


def names_sources(evidence: Evidence) -> Assessment:
    """Assess whether each article taken over names its source, author and time of publication."""
    sources = _taken_over(evidence)
    if not sources:
        return NOTHING_TAKEN_OVER
    authors = sum(1 for source in sources if source.writers)
    dated = sum(1 for source in sources if source.published)
    total = len(sources)
    # A source without a name is a problem, so that no article without one is published.
    reason = (
        f"{total}/{total} bài ghi tên nguồn, {authors}/{total} ghi tác giả, {dated}/{total} ghi"
    )
    is_whole = authors == dated == total
    return Assessment(MET if is_whole else NOT_MET, f"{reason} ngày nguồn đăng", SOURCES_PAGE)


def waits_an_hour(evidence: Evidence) -> Assessment:
    """Assess whether articles were taken over an hour after their source, as far as days tell."""
    sources = _taken_over(evidence)
    if not sources:
        return NOTHING_TAKEN_OVER
    later = sum(1 for source in sources if _was_collected_later(source))
    reason = f"{later}/{len(sources)} bài được thu thập sau ngày nguồn đăng ít nhất một ngày"
    if later == len(sources):
        return Assessment(MET, reason, SOURCES_PAGE)
    reason = f"{reason}; các bài còn lại không rõ ngày nguồn đăng hay ngày thu thập"
    return Assessment(NOT_VERIFIED, reason, SOURCES_PAGE)


def has_enough_sources(evidence: Evidence) -> Assessment:
    """Assess whether articles come from at least three press agencies, as their names tell."""
    names = {source.name for source in _taken_over(evidence)}
    if not names:
        return NOTHING_TAKEN_OVER
    press = sum(1 for name in names if PRESS_NAME.match(name))
    status = MET if press >= ENOUGH_SOURCES else NOT_MET
    reason = f"{press}/{len(names)} nguồn mang tên cơ quan báo chí (Báo, Tạp chí, Đài, Thông tấn)"
    return Assessment(status, reason, SOURCES_PAGE)


def has_state_domain(evidence: Evidence) -> Assessment:
    """Assess whether the portal lives under ``.gov.vn``."""
    host = evidence.settings.site_url.partition("://")[2].partition("/")[0].partition(":")[0]
    if not host:
        return Assessment(NOT_MET, "chưa khai báo địa chỉ của trang")
    return Assessment(MET if host.endswith(".gov.vn") else NOT_MET, f"tên miền {host}")


def _taken_over(evidence: Evidence) -> list[Source]:
    """Return the source of each article that has one."""
    found = (article.front.source for article in evidence.catalog.articles)
    return [source for source in found if source]


def _was_collected_later(source: Source) -> bool:
    """Whether an article was collected on a later day than its source was published."""
    published = source.published.last if source.published else None
    collected = source.collected.first if source.collected else None
    return bool(published and collected and published < collected)
