"""``bantin release`` and ``bantin rollback``: put a site live in one step, or take it back."""

import os
import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

import click

from bantin.catalog.catalog import is_visible
from bantin.reading import read
from bantin.release.store import Store
from bantin.release.verify import faults
from bantin.runtime.clock import build_date

FOLDER = click.Path(file_okay=False, path_type=Path)
AFTER = "Lệnh chạy sau khi chuyển, như «nginx -s reload»."


@click.command()
@click.argument("dest", type=FOLDER)
@click.option("--root", default=".", type=FOLDER, help="Thư mục gốc có docs/ và data/.")
@click.option("--site", type=FOLDER, help="Bản đã dựng; không nêu thì dựng mới vào site/.")
@click.option("--after", default="", help=AFTER)
def release(dest: Path, root: Path, site: Path | None, after: str) -> None:
    """Dựng, kiểm tra rồi đưa bản mới vào DEST/current trong một bước; giữ năm bản gần nhất."""
    built = site or _build(root)
    try:
        name = Store(dest).release(built, partial(faults, hidden=_hidden(root)))
    except ValueError as error:
        click.echo(str(error), err=True)
        click.echo("Chưa phát hành; bản đang chạy được giữ nguyên.", err=True)
        sys.exit(1)
    click.echo(f"Đang chạy bản {name}: {dest / 'current'}")
    _then(after)


@click.command()
@click.argument("dest", type=FOLDER)
@click.option("--after", default="", help=AFTER)
def rollback(dest: Path, after: str) -> None:
    """Đưa DEST/current về bản phát hành liền trước."""
    try:
        name = Store(dest).rollback()
    except ValueError as error:
        click.echo(f"Không lùi được: {error}.", err=True)
        sys.exit(1)
    click.echo(f"Đã lùi về bản {name}: {dest / 'current'}")
    _then(after)


def _build(root: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    ran = subprocess.run(  # noqa: S603 - a fixed command
        command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    if ran.returncode:
        click.echo("Dựng trang chưa xong nên chưa phát hành.", err=True)
        sys.exit(1)
    return root / "site"


def _hidden(root: Path) -> list[str]:
    """Return the addresses of drafts and of what is dated later."""
    today = build_date(os.environ)
    articles = read(root / "docs", root / "data").articles
    return [article.address for article in articles if not is_visible(article, today)]


def _then(after: str) -> None:
    if after:
        subprocess.run(shlex.split(after), check=True)  # noqa: S603 - the caller's own command
