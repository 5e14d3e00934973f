"""Loads as Markdown: the median of each measure."""

from collections.abc import Iterable, Mapping
from os import getloadavg
from statistics import median

from bench.reading.chromium import MEASURES, Load

Loads = Iterable[tuple[str, str, Load]]
HEAD = ("page", "site", "loads", "KB sent", "requests", "FCP s", "LCP s", "CLS", "TBT ms")
# Bytes and milliseconds as the table gives them.
SCALES = {"size": 1024, "fcp": 1000, "lcp": 1000}
DIGITS = {"size": 1, "fcp": 2, "lcp": 2, "cls": 3}


def describe(loads: Loads, machine: Mapping[str, str], chromium: str, article: str) -> str:
    """Return what was measured on what, and one line for each page and site."""
    groups: dict[tuple[str, str], list[Load]] = {}
    for kind, site, load in loads:
        groups.setdefault((kind, site), []).append(load)
    rule = "|---|---|" + "---:|" * (len(HEAD) - 2)
    lines = [_line(*key, group) for key, group in groups.items()]
    told = (
        f"Measured {machine['date']} with Chromium {chromium} on {machine['cores']} cores "
        f"({machine['processor']}; load average {getloadavg()[0]:.1f}), {machine['memory']}, "
        f"{machine['system']}, by `python -m bench reading -w`.\nArticle: `{article}`."
    )
    return "\n".join((told, "", "| " + " | ".join(HEAD) + " |", rule, *lines))


def _line(kind: str, site: str, loads: list[Load]) -> str:
    cells = [_cell(name, loads) for name in MEASURES]
    return "| " + " | ".join((kind, site, str(len(loads)), *cells)) + " |"


def _cell(name: str, loads: list[Load]) -> str:
    middle = median(float(getattr(load, name)) for load in loads)
    return f"{middle / SCALES.get(name, 1):.{DIGITS.get(name, 0)}f}"
