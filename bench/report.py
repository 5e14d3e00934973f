"""Results as Markdown: medians, and ratios taken pair by pair."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

Rows = list[dict[str, Any]]
REFERENCE = "hugo"
CASES = {"cold": "cold, full", "edit": "after one edit", "noop": "nothing changed"}
HEAD = (
    "generator", "articles", "case", "runs", "wall s", "CPU s", "× Hugo cold, wall", "CPU",
    "peak MB", "pages", "output MB", "ms/article",
)  # fmt: skip


def load(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the results of several files."""
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def rows_of(results: Iterable[dict[str, Any]]) -> Rows:
    """Return the rows of all results."""
    return [row for result in results for row in result["rows"]]


def table(rows: Rows) -> str:
    """Return one line for each generator, size and case."""
    groups: dict[tuple[int, str, str], Rows] = defaultdict(list)
    for row in rows:
        groups[row["n"], row["case"], row["generator"]].append(row)
    reference = {n: groups.get((n, "cold", REFERENCE), []) for n, _, _ in groups}
    lines = [
        _line(key, group, reference[key[0]]) for key, group in sorted(groups.items(), key=_order)
    ]
    rule = "|" + "|".join("---" if i in (0, 2) else "---:" for i in range(len(HEAD))) + "|"
    return "\n".join(["| " + " | ".join(HEAD) + " |", rule, *lines])


def _order(entry: tuple[tuple[int, str, str], Rows]) -> tuple[int, int, float]:
    (count, case, _), rows = entry
    return count, list(CASES).index(case), median(row["wall"] for row in rows)


def _line(key: tuple[int, str, str], rows: Rows, reference: Rows) -> str:
    count, case, generator = key
    wall, processor = (median(seconds(row) for row in rows) for seconds in (_wall, _processor))
    peak = max(median(row["tree"] for row in rows), median(row["rss"] for row in rows))
    cells = (
        generator, f"{count:,}", CASES[case], str(len(rows)), f"{wall:.2f}", f"{processor:.2f}",
        _ratio(rows, reference, _wall), _ratio(rows, reference, _processor), f"{peak:.0f}",
        f"{rows[-1]['pages']:,}", f"{rows[-1]['bytes'] / 1_000_000:.0f}",
        f"{wall * 1000 / count:.2f}",
    )  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _wall(row: dict[str, Any]) -> float:
    return float(row["wall"])


def _processor(row: dict[str, Any]) -> float:
    return float(row["user"] + row["system"])


def _ratio(rows: Rows, reference: Rows, seconds: Callable[[dict[str, Any]], float]) -> str:
    """The median of each round's ratio to the reference's cold build in the same round."""
    by_round = {row["round"]: seconds(row) for row in reference}
    ratios = [seconds(row) / by_round[row["round"]] for row in rows if row["round"] in by_round]
    return f"{median(ratios):.2f}" if ratios else "–"


def heading(results: Sequence[dict[str, Any]]) -> str:
    """Return machine and versions in a sentence each."""
    last = results[-1]
    m = last["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in last["versions"].items())
    return (
        f"Measured {m['date']} on {m['cores']} cores ({m['processor']}), {m['memory']}, "
        f"{m['system']}, Python {m['python']}. Versions: {versions}."
    )


def insert(readme: Path, mark: str, text: str) -> None:
    """Put text between ``<!-- mark -->`` and ``<!-- /mark -->`` in place of what stands there."""
    opening, closing = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, _, rest = readme.read_text(encoding="utf-8").partition(opening)
    _, found, after = rest.partition(closing)
    if not found:
        message = f"{readme.name} has no marks for “{mark}”"
        raise ValueError(message)
    readme.write_text(
        f"{before}{opening}\n{text}\n{closing}{after}", encoding="utf-8", newline="\n"
    )
