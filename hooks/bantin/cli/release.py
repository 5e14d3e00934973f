"""``bantin release`` and ``bantin rollback``: put a site live in one step, or take it back."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path

import click

from bantin.build.renewal import CACHES, open_site
from bantin.catalog.articles import is_visible
from bantin.publish.manifest import NAME
from bantin.reading import read
from bantin.release.nginx import find_program
from bantin.release.store import ReleaseStore
from bantin.release.tree import closed_folder
from bantin.release.verify import unannounced, verify_site
from bantin.runtime.clock import build_date
from bantin.runtime.disk_faults import disk_fault
from bantin.runtime.fingerprint import PACKAGE

FOLDER_TYPE = click.Path(file_okay=False, path_type=Path)
CLOSED = (
    "Người dùng khác của máy này không vào được thư mục «{}»; máy chủ web chạy bằng người dùng"
    " riêng thì cần quyền ấy (chmod o+x)."
)
HOST_COMMAND = PACKAGE.parent / "command.py"
AFTER_HELP = "Lệnh chạy sau khi chuyển, như «nginx -s reload»"
UNDONE = "lệnh báo lỗi thì bản trước được đưa trở lại"


def _words(_context: click.Context, _parameter: click.Parameter, command: str) -> list[str]:
    """Return the words of a command; refused before anything is done where it cannot be run."""
    try:
        words = shlex.split(command)
    except ValueError:
        message = f"«{command}» thiếu một dấu nháy"
        raise click.BadParameter(message) from None
    if not words:
        return []
    program = find_program(words[0])
    if not program:
        message = f"không có lệnh «{words[0]}»"
        raise click.BadParameter(message)
    return [program, *words[1:]]


@click.command()
@click.argument("dest", type=FOLDER_TYPE)
@click.option("--root", default=".", type=FOLDER_TYPE, help="Thư mục gốc có docs/ và data/.")
@click.option("--site", type=FOLDER_TYPE, help="Bản đã dựng; không nêu thì dựng mới vào site/.")
@click.option("--after", default="", callback=_words, help=f"{AFTER_HELP}; {UNDONE}.")
def release(dest: Path, root: Path, site: Path | None, after: list[str]) -> None:
    """Dựng, kiểm tra rồi đưa bản mới vào DEST/current trong một bước; giữ năm bản gần nhất."""
    folder = site or _build(root)
    store = ReleaseStore(dest)
    earlier = store.current
    with _faults("Chưa phát hành; bản đang chạy được giữ nguyên."), _whole(root, folder):
        name = store.release(folder, partial(verify_site, hidden=_hidden(root)))
    click.echo(f"Đang chạy bản {name}: {dest / 'current'}")
    if closed := closed_folder(dest):
        click.echo(CLOSED.format(closed))
    if fault := _run(after):
        click.echo(fault, err=True)
        if name != earlier and earlier and store.restore(earlier, name):
            _run(after)
            click.echo(f"Đã đưa bản trước trở lại: {earlier}.", err=True)
        sys.exit(1)


@click.command()
@click.argument("dest", type=FOLDER_TYPE)
@click.option("--after", default="", callback=_words, help=f"{AFTER_HELP}.")
def rollback(dest: Path, after: list[str]) -> None:
    """Đưa DEST/current về bản phát hành liền trước."""
    with _faults("Chưa lùi được; bản đang chạy được giữ nguyên."):
        name = ReleaseStore(dest).rollback()
    click.echo(f"Đã lùi về bản {name}: {dest / 'current'}")
    if fault := _run(after):
        click.echo(fault, err=True)
        sys.exit(1)


@contextmanager
def _faults(result: str) -> Iterator[None]:
    """Say what is wrong with a site or a disk, and what came of it; end with status 1."""
    try:
        yield
    except (ValueError, BlockingIOError) as error:
        fault = str(error)
    except OSError as error:
        reason = disk_fault(error) or error.strerror
        fault = f"Không ghi được «{error.filename or 'đĩa'}»: {reason}"
    else:
        return
    click.echo(fault, err=True)
    click.echo(result, err=True)
    sys.exit(1)


def _build(root: Path) -> Path:
    command = [sys.executable, str(HOST_COMMAND), "build", "--strict"]
    built = subprocess.run(  # noqa: S603 - a fixed command
        command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    if built.returncode:
        click.echo("Dựng trang chưa xong nên chưa phát hành.", err=True)
        sys.exit(1)
    return root / "site"


@contextmanager
def _whole(root: Path, site: Path) -> Iterator[None]:
    """Keep builds out; refuse a site with any file unlike its build has announced it."""
    cache = root / CACHES / site.resolve().name
    with open_site(site, cache) if cache.is_dir() else nullcontext():
        if faults := unannounced(site, cache / NAME):
            raise ValueError("\n".join(faults))
        yield


def _hidden(root: Path) -> list[str]:
    """Return the addresses of drafts and of articles with a later date."""
    today = build_date(os.environ)
    articles = read(root / "docs", root / "data").articles
    return [article.address for article in articles if not is_visible(article, today)]


def _run(after: list[str]) -> str:
    """Run the command that is to follow a switch, if any; return in Vietnamese why it failed."""
    if not after:
        return ""
    ran = subprocess.run(after, check=False)  # noqa: S603 - the caller's own command
    failed = f"Lệnh sau khi chuyển «{shlex.join(after)}» báo lỗi (mã {ran.returncode})."
    return failed if ran.returncode else ""
