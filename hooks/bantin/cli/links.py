"""``bantin links``: check the addresses of the sources that the content cites."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bantin.linkcheck import CitedSource, cited_sources
from bantin.linkcheck.batch import PAUSE, check_all
from bantin.linkcheck.checker import TIMEOUT, LinkChecker, LinkResult, LinkStatus
from bantin.reading import read
from bantin.vietnamese.dates import PartialDate, in_figures

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In mọi địa chỉ dạng JSON cho máy đọc.")
@click.option(
    "--timeout",
    default=TIMEOUT,
    type=click.FloatRange(min=0, min_open=True),
    show_default=True,
    help="Số giây chờ mỗi máy chủ.",
)
@click.option(
    "--pause",
    default=PAUSE,
    type=click.FloatRange(min=0),
    show_default=True,
    help="Số giây nghỉ giữa hai lần hỏi một máy chủ.",
)
@click.option("--root", default=".", type=FOLDER, help="Thư mục gốc có docs/ và data/.")
@click.option("--inner", is_flag=True, help="Hỏi cả địa chỉ trong mạng nội bộ.")
def links(timeout: float, pause: float, root: Path, *, as_json: bool, inner: bool) -> None:
    """Hỏi từng địa chỉ nguồn của bài và sổ đăng ký; có địa chỉ hỏng thì mã thoát là 1."""
    content = read(root / "docs", root / "data")
    sources = cited_sources(content.articles, content.registries)
    by_url = {source.url: source for source in sources if source.url}
    click.echo(f"Đang hỏi {len(by_url)} địa chỉ…", err=True)
    checker = LinkChecker(timeout, is_public_only=not inner)
    results = sorted(check_all(by_url, checker.check, pause), key=lambda result: result.url)
    _print_json(results, by_url) if as_json else _print_lines(results, by_url)
    sys.exit(1 if any(result.status is LinkStatus.FAILED for result in results) else 0)


def _print_lines(results: Sequence[LinkResult], by_url: dict[str, CitedSource]) -> None:
    for result in results:
        if result.message:
            click.echo(f"{result.message} ({_origin(by_url[result.url])})")
    failed, moved = (
        sum(1 for result in results if result.status is status)
        for status in (LinkStatus.FAILED, LinkStatus.MOVED)
    )
    click.echo(f"{len(results)} địa chỉ: {failed} hỏng, {moved} đã chuyển.")


def _origin(source: CitedSource) -> str:
    """Return when a source was read and which file cites it."""
    first, *others = source.places
    more = f" và {len(others)} chỗ khác" if others else ""
    return f"thu thập {_day(source.collected)}; {first}{more}"


def _day(date: PartialDate | None) -> str:
    return in_figures(date) if date else "không ghi ngày"


def _print_json(results: Sequence[LinkResult], by_url: dict[str, CitedSource]) -> None:
    rows = [
        {
            "url": result.url,
            "verdict": result.status.value,
            "status": result.http_status or None,
            "target": result.target or None,
            "reason": result.reason or None,
            "name": by_url[result.url].name or None,
            "collected": date.iso() if (date := by_url[result.url].collected) else None,
            "places": by_url[result.url].places,
        }
        for result in results
    ]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
