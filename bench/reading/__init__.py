"""What a reader waits for: our pages beside the same pages in Material as it comes."""

from pathlib import Path

from bench.machine import machine
from bench.reading.chromium import Chromium
from bench.reading.server import serving
from bench.reading.sites import build_ours, build_plain, sample
from bench.reading.table import describe

__all__ = ["compare"]


def compare(root: Path, cache: Path, rounds: int) -> str:
    """Return the comparison as Markdown; the sites take turns within each round."""
    article = sample(root / "docs")
    folder = cache / "reading"
    ours = build_ours(root, folder / "ours")
    plain = build_plain(root / "docs", ours, folder / "material")
    pages = {"article": article, "home": ""}
    with Chromium() as chromium, serving(ours) as a, serving(plain) as b:
        bases = {"ours": a, "Material": b}
        turns = [(kind, site) for _ in range(rounds) for kind in pages for site in bases]
        loads = [(kind, site, chromium.load(bases[site] + pages[kind])) for kind, site in turns]
        return describe(loads, machine(), chromium.version, article)
