"""Results of engines as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from bench.search.scoring import wilson

Row = Mapping[str, Any]
PERCENTILE = 0.9
QUALITY = (
    "engine", "dev @1", "dev @5", "test @1", "test @5", "empty",
    "phrases: right of found", "marks aside", "missed",
)  # fmt: skip
COST = (
    "engine", "first contact", "first ms", "a query: median / p90 / max", "files",
    "repeat ms: median / p90", "build CPU s (wall)", "peak MB", "index MB",
)  # fmt: skip


def heading(result: Row) -> str:
    """Return what the figures were taken on."""
    m = result["machine"]
    return (
        f"{result['articles']:,} articles. Measured {m['date']} on {m['cores']} cores "
        f"({m['processor']}), {m['memory']}, {m['system']}, Python {m['python']}, "
        f"{', '.join(result['versions'])}."
    )


def tables(result: Row) -> str:
    """Return heading, quality and cost."""
    quality = _table(QUALITY, [_quality(row) for row in result["rows"]])
    cost = _table(COST, [_cost(row) for row in result["rows"]])
    return "\n\n".join((heading(result), quality, cost))


def _table(head: Sequence[str], rows: Sequence[Iterator[str]]) -> str:
    rule = "|---|" + "---:|" * (len(head) - 1)
    return "\n".join([_line(head), rule, *(_line(list(row)) for row in rows)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _quality(row: Row) -> Iterator[str]:
    yield row["engine"]
    for split in ("dev", "test"):
        yield _rate(row[split]["first"], row[split]["total"])
        yield _rate(row[split]["five"], row[split]["total"])
    yield str(row["dev"]["empty"] + row["test"]["empty"])
    phrases = row["phrases"]
    yield f"{phrases['exact']} of {phrases['results']}"
    yield f"{phrases['bare']} of {phrases['results']}"
    yield str(phrases["missed"])


def _rate(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits / total:.3f} [{low:.2f}, {high:.2f}]"


def _cost(row: Row) -> Iterator[str]:
    build = row["build"]
    yield row["engine"]
    yield _kilo(row["contact"])
    yield f"{row['ready']:.0f}"
    yield " / ".join(_kilo(size) for size in (*_spread(row["bytes"]), max(row["bytes"])))
    yield f"{median(row['files']):.0f}"
    yield " / ".join(f"{ms:.1f}" for ms in _spread(row["repeat"]))
    yield f"{build['user'] + build['system']:.1f} ({build['wall']:.1f})"
    yield f"{max(build['rss'], build['tree']):.0f}"
    yield f"{build['bytes'] / 1_000_000:.1f}"


def _spread(values: Sequence[float]) -> tuple[float, float]:
    return median(values), sorted(values)[int(PERCENTILE * (len(values) - 1))]


def _kilo(size: float) -> str:
    return f"{size / 1000:,.0f} KB"
