"""``bantin import``: Word files, web pages and pasted text as drafts."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bantin.cli.content import read_content
from bantin.importing.drafting.draft import describe_citation
from bantin.importing.drafting.duplicates import Duplicate, texts_of_archive
from bantin.importing.drafting.importer import Importer, ImportResult
from bantin.importing.extract.blocks import Dropped, UnreadableError
from bantin.importing.opening.archives import Member
from bantin.importing.opening.files import MAX_BYTES
from bantin.importing.opening.sources import named_files, read_source
from bantin.runtime.clock import build_date

STDIN = "-"
MIN_DROPPED = 3  # shorter ones are page numbers and signs
MAX_VALUE = 100  # a line of the terminal
MAX_NUMBERS = 8
MAX_DROPPED = 40  # characters of each text
MAX_SHOWN = 6
MAX_LOST = 20
LOST = "{} của bản gốc không có trong bài, cũng không kể là bỏ: «{}»"
INCOMPLETE = "{} bài thiếu số liệu của bản gốc: hãy xem dòng «SỐ LIỆU»."
UNEXPECTED = "phần mềm gặp lỗi với tệp này ({}); hãy gửi tệp cho cán bộ kỹ thuật"


@click.command("import")
@click.argument("files", nargs=-1, required=True)
@click.option("--out", default="docs/tin", show_default=True, help="Thư mục nhận bài.")
@click.option("--force", is_flag=True, help="Vẫn đưa vào dù kho đã có bài trùng chữ.")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def import_files(files: tuple[str, ...], out: str, root: str, *, force: bool) -> None:
    """Đưa tệp Word, PDF, trang web lưu về, thư hay chữ thành bài nháp đã điền sẵn các trường.

    FILES là tệp, thư mục, mẫu như «*.txt», tệp nén .zip, hoặc «-»: chữ dán vào.
    """
    folder = Path(root).resolve()
    content = read_content(folder)
    today = build_date(os.environ)
    importer = Importer(content, texts_of_archive(content), today, folder / out)
    named = named_files(files)
    outcomes = [
        _import_member(importer, member, f"[{number}/{len(named)}]", force=force)
        for number, name in enumerate(named, 1)
        for member in _members(name)
    ]
    skipped, failed, incomplete = map(outcomes.count, ("skipped", "failed", "incomplete"))
    written = outcomes.count("written") + incomplete
    click.echo(
        f"Xong {len(outcomes)} tệp: {written} bài nháp mới, {skipped} bài đã có, "
        f"{failed} tệp không đưa vào được."
    )
    if incomplete:
        click.secho(
            f"{incomplete} bài thiếu số liệu của bản gốc: hãy xem dòng «SỐ LIỆU».", fg="red"
        )
    sys.exit(1 if failed or incomplete else 0)


def _members(name: str) -> Iterator[Member]:
    """Yield the documents in a file; why it cannot be read, in place of one that cannot."""
    if name == STDIN:
        yield Member("chữ dán vào", sys.stdin.buffer.read(MAX_BYTES + 1))
        return
    try:
        yield from read_source(name)
    except UnreadableError as error:
        yield Member(name, problem=str(error))


def _import_member(importer: Importer, member: Member, number: str, *, force: bool) -> str:
    """Import one document, print what became of it, and return that as one word."""
    head = f"{number} {member.name}"
    if member.problem:
        click.echo(f"{head}: {member.problem}.", err=True)
        return "failed"
    try:
        result = importer.import_file(member.data, member.name, is_forced=force)
    except UnreadableError as error:
        click.echo(f"{head}: {error}.", err=True)
        return "failed"
    except OSError as error:
        click.echo(f"{head}: không ghi được ({error.strerror or error}).", err=True)
        return "failed"
    except Exception as error:  # noqa: BLE001 - one file must not end the import of the others
        kind = type(error).__name__
        click.echo(f"{head}: {UNEXPECTED.format(kind)}.", err=True)
        return "failed"
    if not result.path:
        path = result.duplicate.path if result.duplicate else ""
        click.echo(f"{head}: kho đã có bài này ở docs/{path}; thêm --force để vẫn đưa vào.")
        return "skipped"
    _report(head, result)
    _offer_tasks(importer, result)
    return "incomplete" if any(passage.has_figure for passage in result.lost) else "written"


def _report(head: str, result: ImportResult) -> None:
    """Print where the draft is, and every field with the words it was read from."""
    click.echo(f"{head} → {_relative(result.path)}")
    if result.is_legacy:
        click.echo("  chữ ở phông cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode")
    for field, finding in result.draft.confirm.items():
        value = _value(result.draft.fields, field)
        click.echo(
            f"  {field}{': ' + value if value else ''}  [{finding.confidence}]  ← {finding.shown}"
        )
    for one in result.proposals:
        click.echo(f"  đề nghị thêm vào {one.registry}: {one.id}  ← {one.evidence[:MAX_VALUE]}")
    for citation in result.draft.new_documents:
        click.echo(f"  văn bản mới: {describe_citation(citation)}")
    if result.duplicate:
        click.echo(f"  {_duplicate_hint(result.duplicate)}")
    for remark in result.remarks:
        click.echo(f"  {remark}")
    _report_lost(result)
    for line in _dropped_lines(result.article.page.dropped):
        click.echo(f"  {line}")


def _offer_tasks(importer: Importer, result: ImportResult) -> None:
    """Say that earlier articles of the same programmes have tasks this one may speak of."""
    programs = {str(id_) for id_ in result.draft.fields.get("programs") or ()}
    articles = importer.content.articles
    earlier = [one for one in articles if one.tasks and programs & set(one.front.programs)]
    if total := sum(len(one.tasks) for one in earlier):
        path = _relative(result.path)
        click.echo(f"  bài trước cùng chương trình có {total} nhiệm vụ; xem «bantin tasks {path}»")


def _report_lost(result: ImportResult) -> None:
    """Print what the draft lacks without a reason; numbers in red."""
    for passage in result.lost[:MAX_LOST]:
        line = f"  {LOST.format('SỐ LIỆU' if passage.has_figure else 'chữ', passage.text)}"
        click.secho(line, fg="red" if passage.has_figure else None)
    if (rest := len(result.lost) - MAX_LOST) > 0:
        click.echo(f"  và {rest} chỗ nữa")


def _dropped_lines(dropped: Iterable[Dropped]) -> Iterator[str]:
    """Yield one line for each reason why text was dropped, with the first words of each text."""
    texts: dict[str, list[str]] = {}
    for text, reason in dropped:
        if len(text) > MIN_DROPPED or any(map(str.isdigit, text)):
            texts.setdefault(reason, []).append(text)
    for reason, of_reason in texts.items():
        shown = " · ".join(text[:MAX_DROPPED] for text in of_reason[:MAX_SHOWN])
        rest = len(of_reason) - MAX_SHOWN
        yield f"đã bỏ {reason}: {shown}{f' · và {rest} đoạn nữa' if rest > 0 else ''}"


def _duplicate_hint(duplicate: Duplicate) -> str:
    if duplicate.is_same_event:
        return f"cùng hội nghị với docs/{duplicate.path}: đã ghi same_event_as, hãy xem lại"
    if duplicate.is_same_text:
        return f"trùng chữ với docs/{duplicate.path}"
    numbers = ", ".join(duplicate.other_numbers[:MAX_NUMBERS])
    return f"lời gần giống docs/{duplicate.path} nhưng khác số liệu ({numbers}): là bài khác"


def _value(fields: dict[str, object], path: str) -> str:
    """Return the value at a path such as ``conference.date`` on one line."""
    value: object = fields
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or isinstance(value, dict):
        return ""
    text = ", ".join(map(_shown, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= MAX_VALUE else text[:MAX_VALUE] + "…"


def _shown(item: object) -> str:
    if isinstance(item, dict):
        return str(item.get("name") or item.get("caption") or item.get("src"))
    return str(item)


def _relative(path: str) -> str:
    folder = Path.cwd()
    return Path(path).relative_to(folder).as_posix() if Path(path).is_relative_to(folder) else path
