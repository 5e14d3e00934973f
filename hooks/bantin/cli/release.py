"""``bantin release`` and ``bantin rollback``: put a site live in one step, or take it back."""

import os
import shlex
import subprocess
import sys
from functools import partial
from pathlib import Path

import click

from bantin.catalog.articles import is_visible
from bantin.reading import read
from bantin.release.store import ReleaseStore
from bantin.release.verify import verify_site
from bantin.runtime.clock import build_date

FOLDER_TYPE = click.Path(file_okay=False, path_type=Path)
AFTER_HELP = "Lệnh chạy sau khi chuyển, như «nginx -s reload»."


@click.command()
@click.argument("dest", type=FOLDER_TYPE)
@click.option("--root", default=".", type=FOLDER_TYPE, help="Thư mục gốc có docs/ và data/.")
@click.option("--site", type=FOLDER_TYPE, help="Bản đã dựng; không nêu thì dựng mới vào site/.")
@click.option("--after", default="", help=AFTER_HELP)
def release(dest: Path, root: Path, site: Path | None, after: str) -> None:
    """Dựng, kiểm tra rồi đưa bản mới vào DEST/current trong một bước; giữ năm bản gần nhất."""
    folder = site or _build(root)
    try:
        name = ReleaseStore(dest).release(folder, partial(verify_site, hidden=_hidden(root)))
    except ValueError as error:
        click.echo(str(error), err=True)
        click.echo("Chưa phát hành; bản đang chạy được giữ nguyên.", err=True)
        sys.exit(1)
    click.echo(f"Đang chạy bản {name}: {dest / 'current'}")
    _run(after)


@click.command()
@click.argument("dest", type=FOLDER_TYPE)
@click.option("--after", default="", help=AFTER_HELP)
def rollback(dest: Path, after: str) -> None:
    """Đưa DEST/current về bản phát hành liền trước."""
    try:
        name = ReleaseStore(dest).rollback()
    except ValueError as error:
        click.echo(f"Không lùi được: {error}.", err=True)
        sys.exit(1)
    click.echo(f"Đã lùi về bản {name}: {dest / 'current'}")
    _run(after)


def _build(root: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    built = subprocess.run(  # noqa: S603 - a fixed command
        command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    if built.returncode:
        click.echo("Dựng trang chưa xong nên chưa phát hành.", err=True)
        sys.exit(1)
    return root / "site"


def _hidden(root: Path) -> list[str]:
    """Return the addresses of drafts and of articles with a later date."""
    today = build_date(os.environ)
    articles = read(root / "docs", root / "data").articles
    return [article.address for article in articles if not is_visible(article, today)]


def _run(after: str) -> None:
    """Run the command that is to follow a switch, if any."""
    if after:
        subprocess.run(shlex.split(after), check=True)  # noqa: S603 - the caller's own command
