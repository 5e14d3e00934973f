"""``bantin check``: every problem of content and settings; ``--fix`` repairs what is safe."""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import click

from bantin.checking import check as check_content
from bantin.checking.rules.identity import unstored
from bantin.checking.rules.tasks import unpinned
from bantin.checking.site_check import check_site
from bantin.cli.content import CACHE, check_names, read_content
from bantin.model import Problem
from bantin.model.problem import Severity
from bantin.reading.listing import MAX_BYTES
from bantin.runtime.cache import Cache
from bantin.runtime.clock import build_date


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--fix",
    is_flag=True,
    help="Sửa những gì chắc chắn (mã chữ, dạng ngày, thứ tự trường, thư mục năm, mã bài, "
    "mã nhiệm vụ).",
)
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON cho máy đọc.")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def check(paths: tuple[str, ...], root: str, *, fix: bool, as_json: bool) -> None:
    """Nêu mọi lỗi của bài viết, sổ đăng ký và mkdocs.yml; có lỗi thì mã thoát là 1."""
    folder = Path(root).resolve()
    wanted = [_from_root(path, folder) for path in paths]
    if fix:
        fixed = _fix_all(folder, wanted, is_quiet=as_json)
        fixed += _move_all(folder, wanted, is_quiet=as_json)
        fixed += _store_ids(folder, wanted, is_quiet=as_json)
        fixed += _pin_tasks(folder, wanted, is_quiet=as_json)
        click.echo(f"Đã sửa {fixed} tệp.", err=as_json)
    content = read_content(folder)
    cache = Cache(folder / CACHE)
    today = _today()
    found = check_content(content, cache, today)
    everything = [*check_site(content, cache, today), *found, *check_names(content)]
    problems = sorted(one for one in everything if _is_wanted(one.location.path, wanted))
    _print_json(problems) if as_json else _print_lines(problems)
    sys.exit(1 if any(one.severity is Severity.PROBLEM for one in problems) else 0)


def _today() -> date:
    try:
        return build_date(os.environ)
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def _from_root(path: str, folder: Path) -> str:
    """Return a path as problems have it; BadParameter for one that does not exist.

    Checking nothing would look like finding nothing wrong.
    """
    full = next((p.resolve() for p in (folder / path, Path(path)) if p.exists()), None)
    if full is None or not full.is_relative_to(folder):
        message = f"không có «{path}» trong thư mục này"
        raise click.BadParameter(message, param_hint="PATHS")
    return full.relative_to(folder).as_posix()


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(w in (path, ".") or path.startswith(f"{w}/") for w in wanted)


def _print_lines(problems: list[Problem]) -> None:
    """Print ``path:line:col: message``, which the problem matcher of an editor reads."""
    for problem in problems:
        click.echo(problem.line)
    wrong = sum(problem.severity is Severity.PROBLEM for problem in problems)
    click.echo(f"{wrong} lỗi, {len(problems) - wrong} lời khuyên.")


def _print_json(problems: list[Problem]) -> None:
    records = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "field": problem.field,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        for problem in problems
    ]
    click.echo(json.dumps(records, ensure_ascii=False, indent=1))


def _fix_all(folder: Path, wanted: list[str], *, is_quiet: bool) -> int:
    # Imported here: a check alone must not wait for it.
    from bantin.editing.fixes import fix_article, fix_registry  # noqa: PLC0415

    articles = [(file, fix_article) for file in sorted((folder / "docs/tin").rglob("*.md"))]
    registries = [(file, fix_registry) for file in sorted((folder / "data").glob("*.yml"))]
    return sum(
        _fix(file, repair, folder, is_quiet=is_quiet)
        for file, repair in [*articles, *registries]
        if _is_wanted(file.relative_to(folder).as_posix(), wanted)
    )


def _move_all(folder: Path, wanted: list[str], *, is_quiet: bool) -> int:
    """Move articles to the folder of their year; one with another problem may have a wrong year."""
    from bantin.editing.moving import make_move, moves  # noqa: PLC0415

    content = read_content(folder)
    wrong = [p for p in check_content(content) if p.severity is Severity.PROBLEM]
    counts = Counter(problem.location.path for problem in wrong)
    steps = [s for s in moves(content) if counts[f"docs/{s.old}"] == 1]
    steps = [step for step in steps if _is_wanted(f"docs/{step.old}", wanted)]
    for step in steps:
        changed = make_move(content.docs, step)
        click.echo(f"docs/{step.old} → docs/{step.new}", err=is_quiet)
        for path in changed:
            click.echo(f"  đã sửa liên kết trong docs/{path}", err=is_quiet)
    return len(steps)


def _store_ids(folder: Path, wanted: list[str], *, is_quiet: bool) -> int:
    """Write the ids of articles that were moved by hand; a change of old addresses spares them."""
    from bantin.editing.fixes import with_id  # noqa: PLC0415

    articles = read_content(folder).articles
    own = {article.address for article in articles}
    moved = [(f"docs/{a.path}", id_) for a in articles if (id_ := unstored(a, own))]
    return sum(
        _fix(folder / path, partial(with_id, id_=id_), folder, is_quiet=is_quiet)
        for path, id_ in moved
        if _is_wanted(path, wanted)
    )


def _pin_tasks(folder: Path, wanted: list[str], *, is_quiet: bool) -> int:
    """Bind the ids of tasks that later articles follow to the words of these tasks."""
    from bantin.editing.pinning import with_pins  # noqa: PLC0415

    return sum(
        _fix(folder / path, partial(with_pins, pins=pins), folder, is_quiet=is_quiet)
        for path, pins in unpinned(read_content(folder)).items()
        if _is_wanted(path, wanted)
    )


def _fix(file: Path, repair: Callable[[str], str], folder: Path, *, is_quiet: bool) -> bool:
    from bantin.editing.files import difference, replace_text  # noqa: PLC0415

    if file.is_symlink() or file.stat().st_size > MAX_BYTES:
        return False
    try:
        before = file.read_bytes().decode()
    except UnicodeDecodeError:
        return False  # the check reports it with its line
    after = repair(before)
    if after == before:
        return False
    replace_text(file, after)
    click.echo(
        difference(before, after, file.relative_to(folder).as_posix()), nl=False, err=is_quiet
    )
    return True
