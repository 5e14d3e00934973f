"""What fuzzing found, as Markdown."""

from collections.abc import Mapping
from typing import Any

HEAD = "| target | cases | seconds (CPU) | findings |\n|---|---:|---:|---|"


def describe(reports: Mapping[str, Mapping[str, Any]], machine: Mapping[str, str]) -> str:
    """Return one line a target under what it was run on."""
    lines = [_line(name, told) for name, told in reports.items()]
    head = (
        f"Run {machine['date']} on {machine['cores']} cores ({machine['processor']}), "
        f"{machine['system']}, Python {machine['python']}."
    )
    return "\n".join((head, "", HEAD, *lines))


def _line(name: str, told: Mapping[str, Any]) -> str:
    found = ", ".join(f"`{kind}`" for kind in told["found"]) or "none"
    seconds = f"{told['seconds']:,.0f} ({told['cpu']:,.0f})"
    return f"| {name} | {told['cases']:,} | {seconds} | {found} |"
