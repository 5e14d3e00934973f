"""``bantin new``: a draft with the right name in the right folder."""

import os
from pathlib import Path
from typing import Any, get_args

import click

from bantin.catalog.lineage import Lineage
from bantin.checking import check
from bantin.cli.content import read_content
from bantin.cli.prompts import ask, ask_for, choose_parties, choose_record, read_day
from bantin.editing.files import new_article
from bantin.importing.drafting.draft_files import create, free_path
from bantin.model import Registries
from bantin.model.article import MeetingType, Session
from bantin.model.problem import Severity
from bantin.model.sections import UNKNOWN_YEAR, Section
from bantin.runtime.clock import build_date
from bantin.vietnamese.dates import parse_date
from bantin.vietnamese.slug import slugify

TYPES = get_args(MeetingType)


@click.command()
@click.option("--title", help="Tiêu đề bài.")
@click.option(
    "--date", "held", help="Ngày họp: 25/4/2024, 2024-04-25, 2024-04; để trống nếu chưa rõ."
)
@click.option("--published", help="Ngày đăng; không nêu là hôm nay.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(TYPES),
    help="Loại hội nghị (nêu được nhiều lần).",
)
@click.option("--session", type=click.Choice(get_args(Session)), help="Buổi.")
@click.option("--place", help="Nơi họp.")
@click.option(
    "--agency", "agencies", multiple=True, help="Cơ quan, đơn vị chủ trì trước (mã hoặc tên)."
)
@click.option(
    "--agency-name", "names", multiple=True, help="Cơ quan chưa có trong sổ: ghi đúng tên này."
)
@click.option("--program", help="Chương trình phối hợp (mã hoặc tên).")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def new(  # noqa: PLR0913, PLR0917 - one for each option
    title: str | None, held: str | None, published: str | None, types: tuple[str, ...],
    session: str | None, place: str | None, agencies: tuple[str, ...], names: tuple[str, ...],
    program: str | None, root: str,
) -> None:  # fmt: skip
    """Tạo bài nháp mới: hỏi những gì cần, hoặc nêu sẵn bằng tùy chọn."""
    folder = Path(root).resolve()
    content = read_content(folder)
    heading = ask("Tiêu đề", title)
    held_on = ask_for(
        "Ngày họp (để trống nếu chưa rõ)", held, lambda day: read_day(day) if day else "",
        is_required=False,
    )  # fmt: skip
    meeting = {
        "date": held_on,
        "session": session,
        "types": list(types) or _types(),
        "place": place,
    }
    registries = content.registries
    parties = choose_parties("Cơ quan", agencies, names, registries.agencies, "--agency-name")
    programs = _program(program, registries)
    published_on = read_day(published) if published else build_date(os.environ).isoformat()
    fields: dict[str, Any] = {
        "title": heading,
        "date": published_on,
        "status": "draft",
        "conference": {key: value for key, value in meeting.items() if value},
        "programs": programs,
        "period": _period(registries, programs),
        "agencies": parties,
        "provinces": _provinces(registries, parties, held_on or published_on),
    }
    year = (held_on or published_on)[:4]
    parent = folder / "docs" / Section.NEWS.folder / (year if year.isdigit() else UNKNOWN_YEAR)
    path = free_path(
        parent, slugify(heading) or "bai-moi", [article.slug for article in content.articles]
    )
    create(path, new_article(fields).encode())
    click.echo(f"Đã tạo {path.relative_to(folder).as_posix()} (bài nháp).")
    _print_problems(folder, path)


def _types() -> list[str]:
    question = f"Loại hội nghị ({', '.join(TYPES)}; cách nhau bằng dấu phẩy)"
    return ask_for(question, None, _read_types, is_required=False)


def _read_types(typed: str) -> list[str]:
    chosen = [slugify(part) for part in typed.split(",") if part.strip()]
    if unknown := [part for part in chosen if part not in TYPES]:
        message = f"không có loại «{unknown[0]}»; chỉ nhận: {', '.join(TYPES)}"
        raise click.BadParameter(message)
    return chosen


def _program(given: str | None, registries: Registries) -> list[str]:
    typed = ask("Chương trình (để trống nếu không có)", given, is_required=False)
    id_ = typed and choose_record(typed, registries.programs, "chương trình", otherwise="")
    return [id_] if id_ else []


def _period(registries: Registries, programs: list[str]) -> str:
    period = registries.programs[programs[0]].period if programs else None
    return period.iso() if period else ""


def _provinces(registries: Registries, parties: list[str | dict[str, str]], day: str) -> list[str]:
    """Return the provinces of some agencies, as they were on the day of the conference."""
    lineage, date = Lineage(registries), parse_date(day)
    ids = [registries.agencies[id_].province for id_ in parties if isinstance(id_, str)]
    units = [registries.provinces[id_] for id_ in ids if id_]
    return list(dict.fromkeys(lineage.province_on(unit, date).id for unit in units))


def _print_problems(folder: Path, path: Path) -> None:
    """Print at once what the check would report of the new file."""
    file = path.relative_to(folder).as_posix()
    for problem in check(read_content(folder), today=build_date(os.environ)):
        if problem.location.path == file and problem.severity is Severity.PROBLEM:
            click.echo(str(problem))
