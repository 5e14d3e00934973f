"""Time and memory against the number of articles, as an SVG that needs nothing to be drawn."""

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from statistics import median
from typing import Any

WIDTH, HEIGHT = 460, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 40, 48
COLOURS = ("#9b1c1c", "#1d4ed8", "#15803d", "#a16207", "#7e22ce", "#0f766e")
DASHES = ("", "6 3", "2 3", "8 3 2 3", "4 4", "1 3")
Points = dict[str, list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class Axis:
    """A logarithmic axis between two powers of ten, on so many pixels."""

    low: int
    high: int
    length: int

    def at(self, value: float) -> float:
        """Return how far along the axis a value stands."""
        return (log10(value) - self.low) / (self.high - self.low) * self.length

    @property
    def ticks(self) -> list[int]:
        """The powers of ten, both ends included."""
        return list(range(self.low, self.high + 1))


def axis(values: list[float], length: int) -> Axis:
    """Return an axis that holds all values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return Axis(low, max(high, low + 1), length)


def plot(rows: list[dict[str, Any]]) -> str:
    """Return the drawing: cold builds, wall seconds on the left and megabytes on the right."""
    cold = [row for row in rows if row["case"] == "cold"]
    names = sorted({row["generator"] for row in cold})
    time = _points(cold, lambda row: row["wall"])
    memory = _points(cold, lambda row: max(row["tree"], row["rss"]))
    panels = (
        _panel("Cold build, seconds", time, names, 0),
        _panel("Peak memory, MB", memory, names, WIDTH),
    )
    size = f'width="{2 * WIDTH}" height="{HEIGHT}" viewBox="0 0 {2 * WIDTH} {HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-size="12"'
    opening = f'{head} font-family="sans-serif">'
    title = "<title>Build time and peak memory against the number of articles</title>"
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([opening, title, ground, *panels, "</svg>"]) + "\n"


def _points(rows: list[dict[str, Any]], value: Any) -> Points:  # noqa: ANN401 - a function of a row
    found: dict[tuple[str, int], list[float]] = defaultdict(list)
    for row in rows:
        found[row["generator"], row["n"]].append(value(row))
    points: Points = defaultdict(list)
    for (name, count), values in sorted(found.items()):
        points[name].append((count, median(values)))
    return points


def _panel(title: str, points: Points, names: list[str], offset: int) -> str:
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    every = [point for line in points.values() for point in line]
    across, up = axis([x for x, _ in every], width), axis([y for _, y in every], height)
    parts = [
        f'<g transform="translate({offset + LEFT} {TOP})">',
        f'<text y="-20" font-weight="bold">{title}</text>',
    ]
    parts += [_across(10**tick, across.at(10**tick), height) for tick in across.ticks]
    parts += [_up(10**tick, height - up.at(10**tick), width) for tick in up.ticks]
    parts.append(
        f'<text x="{width / 2:.0f}" y="{height + 38}" text-anchor="middle">articles</text>'
    )
    for number, name in enumerate(names):
        spots = [(across.at(x), height - up.at(y)) for x, y in points[name]]
        parts.append(_line(name, spots, number))
    return "\n".join([*parts, "</g>"])


def _across(value: float, x: float, height: int) -> str:
    rule = f'<line x1="{x:.1f}" x2="{x:.1f}" y2="{height}" stroke="#ddd"/>'
    return f'{rule}<text x="{x:.1f}" y="{height + 18}" text-anchor="middle">{value:,.0f}</text>'


def _up(value: float, y: float, width: int) -> str:
    rule = f'<line x2="{width}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
    return f'{rule}<text x="-8" y="{y + 4:.1f}" text-anchor="end">{value:,.10g}</text>'


def _line(name: str, spots: list[tuple[float, float]], number: int) -> str:
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    pen = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"'
    line = f'<polyline points="{path}" {pen}/>'
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in spots)
    key = f'<text x="8" y="{14 + 16 * number}" fill="{colour}">{escape(name)}</text>'
    return line + dots + key
