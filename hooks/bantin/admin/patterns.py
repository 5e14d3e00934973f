"""The patterns by which the editor refuses a date or a span of years before it is saved."""

DAY_OF_MONTH = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "02-(?:0[1-9]|1[0-9]|2[0-8])",
)
LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
# As people write it; admin/format.js saves it as the archive does. 29 February is not asked about
# its year.
DAY_FIRST = (
    "(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[13578]|1[02])/[0-9]{4}",
    "(?:0?[1-9]|[12][0-9]|30)/(?:0?[469]|11)/[0-9]{4}",
    "(?:0?[1-9]|1[0-9]|2[0-8])/0?2/[0-9]{4}",
    f"29/0?2/{LEAP_YEAR}",
)


def _date() -> str:
    days = "|".join(DAY_OF_MONTH)
    forms = (
        "[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?",
        f"[0-9]{{4}}-(?:{days})",
        f"{LEAP_YEAR}-02-29",
        f"--(?:{days}|02-29)",
        *DAY_FIRST,
    )
    return f"^(?:{'|'.join(forms)})$"


def _forward() -> str:
    """Return a condition on “2030-2020”: after what both share, the next digit may not fall."""
    falls = "|".join(f"{digit}[0-9]*-\\1[0-{digit - 1}]" for digit in range(1, 10))
    return f"(?!([0-9]{{0,3}})(?:{falls})[0-9]*$)"


# A real day, a month or a year; a day without its year.
DATE = _date()
# Years, the later one not before the earlier.
TERM = f"^{_forward()}[0-9]{{4}}(?:-(?:[0-9]{{4}})?)?$"
# Whatever people write, but no span that runs backwards.
COVERS = f"^{_forward()}.*$"
