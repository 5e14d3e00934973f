"""The day of a conference as lists, cards and pages show it; a publication day is labelled."""

from bantin.model import FrontMatter
from bantin.model.conference import Stage
from bantin.vietnamese.bounds import Bounds
from bantin.vietnamese.dates import PartialDate, in_figures


def date_in_lists(front: FrontMatter, bounds: Bounds, stage: Stage = Stage.HELD) -> str:
    """Return what is known of a day in a few words; empty where nothing is.

    Such as “25/4/2024”; “28/11, năm 2015 hoặc 2016”; “đăng 20/8/2025”; “khoảng 6/2018–6/2019”.

    Args:
        front: of the article.
        bounds: of what it tells of.
        stage: of a conference only announced, the day of the announcement says nothing in a list.
    """
    date = front.conference.date if front.conference else front.date
    if date and date.year:
        return in_figures(date)
    if date:
        return f"{in_figures(date)}, {years_in_words(bounds)}"
    published = front.date or (front.source.published if front.source else None)
    if stage is not Stage.HELD:
        return ""
    return f"đăng {in_figures(published)}" if published else bounds.label


def years_in_words(bounds: Bounds) -> str:
    """Return the possible years of a day whose year no source gives."""
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None:
        return "không rõ năm"
    if first.year == last.year:
        return f"năm {first.year} (suy ra)"
    if last.year - first.year == 1:
        return f"năm {first.year} hoặc {last.year}"
    return f"không rõ năm ({first.year}–{last.year})"


def about(date: PartialDate | None, bounds: Bounds) -> str:
    """Return what bounds add to a date on a page: “khoảng 7/2024–6/2025”; empty for nothing."""
    if date and date.year is None:
        first, last = bounds.earliest, bounds.latest
        if first and last:
            return years_in_words(bounds)
        end = first or last
        return f"{'từ' if first else 'không muộn hơn'} năm {end.year}" if end else ""
    is_told = date is not None and (bounds.earliest, bounds.latest) == (date.first, date.last)
    return "" if is_told else bounds.label
