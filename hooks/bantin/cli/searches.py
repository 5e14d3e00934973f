"""``bantin searches``: what readers asked and did not find, from the log of the server."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bantin.cli.search import open_searcher
from bantin.reading.registry import read_registries
from bantin.search.asked import (
    Finding,
    Kind,
    Tally,
    glossary_lines,
    judge,
    read_log,
    regressions,
    tally,
)
from bantin.search.format.codec import DamagedError
from bantin.search.query import Searcher

LEAST = 3
FEWEST = 2


@click.command()
@click.argument("logs", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--least",
    default=LEAST,
    type=click.IntRange(FEWEST),
    show_default=True,
    help="Chỉ ghi câu tìm của từng này người trở lên.",
)
@click.option("--site", default="site", help="Thư mục trang đã dựng.")
@click.option(
    "--keep",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Ghi thêm vào tệp này những câu nay đã có kết quả nhờ data/glossary.yml.",
)
@click.option("--root", default=".", type=click.Path(file_okay=False, path_type=Path))
def searches(logs: Sequence[str], least: int, site: str, keep: Path | None, root: Path) -> None:
    """Đọc nhật ký LOGS của máy chủ (nginx, dạng combined, cả .gz): người đọc tìm gì mà không thấy.

    Không ghi ra địa chỉ máy hay trình duyệt của ai; câu tìm của ít người chỉ được đếm.
    """
    told = tally(read_log(map(Path, logs)), least)
    searcher = open_searcher(site)
    try:
        if keep:
            _keep(searcher, told, root / "data", keep)
            return
        findings = list(judge(searcher, told.asked, has_clicks=told.has_clicks))
    except (DamagedError, OSError) as error:
        message = f"Không đọc được chỉ mục: {error}."
        raise click.ClickException(message) from error
    click.echo("\n".join(_report(told, findings, least)))


def _keep(searcher: Searcher, told: Tally, data: Path, file: Path) -> None:
    registries, _ = read_registries(data)
    known = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    lines = list(regressions(searcher, told.asked, registries.glossary, known))
    with file.open("a", encoding="utf-8", newline="\n") as kept:
        kept.writelines(f"{line}\n" for line in lines)
    click.echo(f"Đã ghi thêm {len(lines)} câu vào {file}.")


def _report(told: Tally, findings: Sequence[Finding], least: int) -> Iterator[str]:
    days = ""
    if told.first and told.last:
        days = f", từ {told.first:%d/%m/%Y} đến {told.last:%d/%m/%Y}"
    yield f"{len(told.asked)} câu tìm của từ {least} người trở lên{days}."
    why = "vì quá ít người tìm, hay có số điện thoại, địa chỉ thư"
    yield f"{told.withheld} câu khác không được ghi ra, {why}."
    if not told.has_clicks:
        yield "Nhật ký không cho biết kết quả nào được mở, nên không xét việc ấy."
    for kind in Kind:
        chosen = [finding for finding in findings if finding.kind is kind]
        if chosen:
            yield from ("", f"{kind.value}: {len(chosen)} câu")
        for finding in chosen:
            yield from _lines(finding)


def _lines(finding: Finding) -> Iterator[str]:
    asked, result = finding.asked, finding.result
    people = f"{asked.visitors} người, " if asked.visitors else ""
    found = f"{len(result.docs)} bài" if result.docs else "không bài nào"
    read = f", tìm theo «{result.searched_for}»" if result.searched_for else ""
    yield ""
    yield f"«{asked.query}»: {people}{asked.days} ngày; {found}{read}"
    yield from (f"    {line}" for line in glossary_lines(finding))
