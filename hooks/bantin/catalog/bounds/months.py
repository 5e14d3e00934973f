"""Calendar arithmetic in months."""

from datetime import date, timedelta

MONTHS = 12


def first_day(month: tuple[int, int], later: int = 0) -> date:
    """Return the first day of the month so many months after a year and month."""
    number = month[0] * MONTHS + month[1] - 1 + later
    return date(number // MONTHS, number % MONTHS + 1, 1)


def last_day(month: tuple[int, int], later: int = 0) -> date:
    """Return the last day of the month so many months after a year and month."""
    return first_day(month, later + 1) - timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last day of a shorter month."""
    month = (day.year, day.month)
    return min(first_day(month, months) + timedelta(days=day.day - 1), last_day(month, months))
