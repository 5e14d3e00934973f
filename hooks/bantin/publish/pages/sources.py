"""How the taken-over items stand with what the law asks of those that quote others."""

from bantin.compile.page import Link
from bantin.model import Article, Source
from bantin.publish.addresses import SOURCES
from bantin.publish.pages.verdict import MET, NOT_APPLICABLE, NOT_MET, NOT_VERIFIED, Ground, Verdict

LISTED = Link(SOURCES, "Nguồn tin")
ENOUGH_SOURCES = 3


def _taken_over(ground: Ground) -> list[tuple[Article, Source]]:
    return [(a, a.front.source) for a in ground.catalog.articles if a.front.source]


def sources_named(ground: Ground) -> Verdict:
    """Whether every taken-over item names its source, and verbatim ones author and time."""
    taken = _taken_over(ground)
    verbatim = [source for _, source in taken if source.verbatim]
    if not taken:
        return Verdict(NOT_APPLICABLE, "bản tin không có bài lấy từ nguồn khác")
    undated = sum(1 for _, source in taken if not source.published)
    reason = (
        f"{len(taken)} bài có nguồn đều ghi tên nguồn; {len(verbatim)} bài đăng nguyên văn; "
        f"{undated} bài viết lại mà nguồn không cho biết ngày đăng, ghi rõ là chưa rõ"
    )
    return Verdict(MET, reason, LISTED, "tests/unit/publish/test_report.py")


def hour_kept(ground: Ground) -> Verdict:
    """Whether items were taken at least an hour after their source; days are what is known."""
    taken = [source for _, source in _taken_over(ground)]
    if not taken:
        return Verdict(NOT_APPLICABLE, "bản tin không có bài lấy từ nguồn khác")
    later = sum(1 for source in taken if _was_day_before(source))
    reason = f"{later} trên {len(taken)} bài được thu thập sau ngày nguồn đăng ít nhất một ngày"
    if later == len(taken):
        return Verdict(MET, reason, LISTED)
    return Verdict(NOT_VERIFIED, f"{reason}; các bài còn lại không rõ ngày nguồn đăng", LISTED)


def _was_day_before(source: Source) -> bool:
    published = source.published.last if source.published else None
    collected = source.collected.first if source.collected else None
    return bool(published and collected and published < collected)


def sources_enough(ground: Ground) -> Verdict:
    """Whether there are at least three sources."""
    names = {source.name for _, source in _taken_over(ground)}
    if not names:
        return Verdict(NOT_APPLICABLE, "bản tin không có bài lấy từ nguồn khác")
    status = MET if len(names) >= ENOUGH_SOURCES else NOT_MET
    return Verdict(status, f"{len(names)} nguồn khác nhau", Link("du-lieu/", "Dữ liệu mở"))


def domain_of_state(ground: Ground) -> Verdict:
    """Whether the portal lives under ``.gov.vn``."""
    host = ground.settings.site_url.partition("://")[2].partition("/")[0].partition(":")[0]
    if not host:
        return Verdict(NOT_MET, "chưa khai báo địa chỉ (site_url)")
    return Verdict(MET if host.endswith(".gov.vn") else NOT_MET, f"tên miền {host}")
