"""The released portal under a real nginx, beside the same file served bare."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from tests.serving.server import Server, built_with, free_port, nginx, serve

from bantin.release.store import ReleaseStore
from bench.machine import machine
from bench.reading.sites import build_ours
from bench.serving.load import Load, load

__all__ = ["compare_serving"]

HEAD = "| what | requests/s | p50 ms | p99 ms | KB an answer |\n|---|---:|---:|---:|---:|"
BARE = "server {{ listen 127.0.0.1:{port}; root {folder}; }}"
Turn = Callable[[], Load]


@dataclass(frozen=True, slots=True)
class Site:
    """A running portal, and what is asked of it."""

    server: Server
    bare: int
    article: str
    articles: Sequence[str]


def compare_serving(root: Path, cache: Path, requests: int, rounds: int) -> str:
    """Return the medians of loads taken in turns, as Markdown."""
    folder = cache / "serving"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    site_folder = build_ours(root, folder / "ours")
    ReleaseStore(folder / "dest", flush=lambda: None).release(site_folder, lambda _: [])
    current = folder / "dest" / "current"
    pages = sorted(current.glob("tin/*/*/index.html"), key=lambda file: file.stat().st_size)
    port = free_port()
    with serve(folder / "dest", folder / "nginx", BARE.format(port=port, folder=current)) as server:
        articles = [f"/{page.parent.relative_to(current).as_posix()}/" for page in pages]
        site = Site(server, port, articles[len(articles) // 2], articles)
        turns = _turns(site, requests)
        taken: dict[str, list[Load]] = {name: [] for name in turns}
        for _ in range(rounds):
            for name, turn in turns.items():
                taken[name].append(turn())
    return _table(taken, len(articles), requests)


def _turns(site: Site, requests: int) -> Mapping[str, Turn]:
    ours = partial(load, site.server.port, requests=requests)
    gzip = partial(ours, coding="gzip")
    tag = site.server.get(site.article).headers["etag"]
    shard = min(site.server.dest.glob("current/tim-kiem/chi-muc/*/*.bin"))
    shard_path = f"/{shard.relative_to(site.server.dest / 'current').as_posix()}"
    turns: dict[str, Turn] = {
        "one article, bare nginx, as is": partial(load, site.bare, [site.article], requests),
        "one article, as is": partial(ours, [site.article]),
        "one article, packed gzip": partial(gzip, [site.article]),
        "one article, packed brotli": partial(ours, [site.article], coding="gzip, br"),
        "one article, unchanged (304)": partial(
            ours, [site.article], more=f"If-None-Match: {tag}\r\n"
        ),
        f"{len(site.articles)} articles, packed gzip": partial(gzip, site.articles),
        "list of news, packed gzip": partial(gzip, ["/tin/"]),
        "feed.xml, packed gzip": partial(gzip, ["/feed.xml"]),
        "a part of the search index": partial(gzip, [shard_path]),
    }
    if not site.server.has_brotli:
        del turns["one article, packed brotli"]
    return turns


def _table(taken: Mapping[str, Sequence[Load]], articles: int, requests: int) -> str:
    known, rounds = machine(), len(next(iter(taken.values())))
    version = built_with(nginx(), "nginx/")[0]
    head = (
        f"Measured {known['date']} with nginx {version} on {known['cores']} cores "
        f"({known['processor']}), {known['system']}: medians of {rounds} rounds of "
        f"{requests:,} requests, {articles} articles."
    )
    return "\n".join((head, "", HEAD, *(_line(name, loads) for name, loads in taken.items())))


def _line(name: str, loads: Sequence[Load]) -> str:
    rate, p50, p99, size = (
        median(getattr(load, field) for load in loads)
        for field in ("rate", "p50", "p99", "kilobytes")
    )
    return f"| {name} | {rate:,.0f} | {p50:.2f} | {p99:.2f} | {size:.1f} |"
