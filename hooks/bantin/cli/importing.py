"""``bantin import``: Word files, web pages and text as drafts."""

import os
import sys
from pathlib import Path

import click

from bantin.cli.content import read_content
from bantin.importing.drafting.draft import describe
from bantin.importing.drafting.duplicates import fingerprints
from bantin.importing.drafting.importer import Brought, Importer
from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.extract.files import MAX_BYTES, read_file
from bantin.runtime.clock import build_date

STDIN = "-"


@click.command("import")
@click.argument("files", nargs=-1, required=True)
@click.option("--out", default="docs/tin", show_default=True, help="Thư mục nhận bài.")
@click.option("--force", is_flag=True, help="Vẫn đưa vào dù kho đã có bài trùng chữ.")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def import_files(files: tuple[str, ...], out: str, root: str, *, force: bool) -> None:
    """Đưa tệp .docx, .html, .txt (hoặc «-»: chữ dán vào) thành bài nháp đã điền sẵn các trường."""
    folder = Path(root).resolve()
    content = read_content(folder)
    today = build_date(os.environ)
    importer = Importer(content, fingerprints(content), today, folder / out)
    outcomes = [
        _bring(importer, name, number, len(files), force=force)
        for number, name in enumerate(files, 1)
    ]
    written, skipped, failed = (outcomes.count(kind) for kind in ("written", "skipped", "failed"))
    click.echo(
        f"Xong {len(files)} tệp: {written} bài nháp mới, {skipped} bài đã có, "
        f"{failed} tệp không đưa vào được."
    )
    sys.exit(1 if failed else 0)


def _bring(importer: Importer, name: str, number: int, total: int, *, force: bool) -> str:
    shown = "chữ dán vào" if name == STDIN else name
    try:
        brought = importer.bring(_data(name), name, is_forced=force)
    except UnreadableError as error:
        click.echo(f"[{number}/{total}] {shown}: {error}.", err=True)
        return "failed"
    except OSError as error:
        click.echo(
            f"[{number}/{total}] {shown}: không ghi được ({error.strerror or error}).", err=True
        )
        return "failed"
    if not brought.path:
        at = brought.duplicate.path if brought.duplicate else ""
        click.echo(
            f"[{number}/{total}] {shown}: kho đã có bài này ở docs/{at}; thêm --force để "
            f"vẫn đưa vào."
        )
        return "skipped"
    _report(f"[{number}/{total}] {shown}", brought)
    return "written"


def _data(name: str) -> bytes:
    if name != STDIN:
        return read_file(Path(name))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _report(head: str, brought: Brought) -> None:
    """Print where the draft is and every field with the words it came from."""
    click.echo(f"{head} → {_relative(brought.path)}")
    if brought.is_legacy:
        click.echo("  chữ ở phông cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode")
    for field, finding in brought.draft.confirm.items():
        value = _value(brought.draft.fields, field)
        click.echo(
            f"  {field}{': ' + value if value else ''}  [{finding.confidence}]  ← {finding.shown}"
        )
    for citation in brought.draft.new_documents:
        click.echo(f"  văn bản mới: {describe(citation)}")
    if brought.duplicate:
        click.echo(
            f"  cùng hội nghị với docs/{brought.duplicate.path}: đã ghi same_event_as, hãy xem lại"
        )
    dropped = [text for text in brought.found.page.dropped if len(text) > 3]  # noqa: PLR2004 - marks and numbers
    if dropped:
        click.echo(f"  đã bỏ {len(dropped)} dòng: " + " · ".join(text[:40] for text in dropped[:6]))


def _value(fields: dict[str, object], path: str) -> str:
    value: object = fields
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or isinstance(value, dict):
        return ""
    text = ", ".join(map(_shown, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 100 else text[:100] + "…"  # noqa: PLR2004 - a line of the terminal


def _shown(item: object) -> str:
    if isinstance(item, dict):
        return str(item.get("name") or item.get("caption") or item.get("src"))
    return str(item)


def _relative(path: str) -> str:
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
