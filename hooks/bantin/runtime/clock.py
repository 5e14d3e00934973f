"""The only clock of a build."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

# Of a build; others are slips, and some of them no calendar can compute with.
YEARS = range(1900, 2101)
HOME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def build_date(environ: Mapping[str, str]) -> date:
    """Return ``BUILD_DATE`` (ISO), else today in Vietnam; ValueError for a text that is no date."""
    given = environ.get("BUILD_DATE", "")
    try:
        day = date.fromisoformat(given) if given else datetime.now(HOME_ZONE).date()
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        message = f"BUILD_DATE: thấy «{given}», cần một ngày có thật như 2024-04-25"
        raise ValueError(message)
    return day
