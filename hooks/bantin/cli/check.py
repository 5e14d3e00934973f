"""``bantin check``: every problem of the content, on its line."""

import sys
from pathlib import Path

import click

from bantin.checking import check as check_content
from bantin.model.problem import Severity
from bantin.reading import read


@click.command()
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def check(root: str) -> None:
    """Nêu mọi lỗi của bài viết và sổ đăng ký; có lỗi thì mã thoát là 1."""
    folder = Path(root).resolve()
    found = check_content(read(folder / "docs", folder / "data"))
    problems = [problem for problem in found if problem.severity is Severity.PROBLEM]
    for problem in found:
        mark = "" if problem.severity is Severity.PROBLEM else " (lời khuyên)"
        click.echo(f"{problem}{mark}")
    click.echo(f"{len(problems)} lỗi, {len(found) - len(problems)} lời khuyên.")
    sys.exit(1 if problems else 0)
