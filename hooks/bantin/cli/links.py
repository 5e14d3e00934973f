"""``bantin links``: whether the sources that the content cites still answer."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bantin.linkcheck import Cited, gather
from bantin.linkcheck.answer import Answer, Verdict
from bantin.linkcheck.requests import PATIENCE, Asker
from bantin.linkcheck.rounds import PAUSE, ask_all
from bantin.reading import read
from bantin.vietnamese.dates import PartialDate, in_figures

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In mọi địa chỉ dạng JSON cho máy đọc.")
@click.option(
    "--timeout",
    default=PATIENCE,
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
    cited = {one.url: one for one in gather(content.articles, content.registries) if one.url}
    click.echo(f"Đang hỏi {len(cited)} địa chỉ…", err=True)
    asker = Asker(timeout, is_public_only=not inner)
    answers = sorted(ask_all(cited, asker.ask, pause), key=lambda answer: answer.url)
    _print_json(answers, cited) if as_json else _print_lines(answers, cited)
    sys.exit(1 if any(answer.verdict is Verdict.FAILED for answer in answers) else 0)


def _print_lines(answers: Sequence[Answer], cited: dict[str, Cited]) -> None:
    for answer in answers:
        if answer.words:
            click.echo(f"{answer.words} ({_whence(cited[answer.url])})")
    failed, moved = (
        sum(1 for answer in answers if answer.verdict is verdict)
        for verdict in (Verdict.FAILED, Verdict.MOVED)
    )
    click.echo(f"{len(answers)} địa chỉ: {failed} hỏng, {moved} đã chuyển.")


def _whence(cited: Cited) -> str:
    first, *others = cited.places
    more = f" và {len(others)} chỗ khác" if others else ""
    return f"thu thập {_day(cited.collected)}; {first}{more}"


def _day(date: PartialDate | None) -> str:
    return in_figures(date) if date else "không ghi ngày"


def _print_json(answers: Sequence[Answer], cited: dict[str, Cited]) -> None:
    rows = [
        {
            "url": answer.url,
            "verdict": answer.verdict.value,
            "status": answer.status or None,
            "target": answer.target or None,
            "reason": answer.reason or None,
            "name": cited[answer.url].name or None,
            "collected": date.iso() if (date := cited[answer.url].collected) else None,
            "places": cited[answer.url].places,
        }
        for answer in answers
    ]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
