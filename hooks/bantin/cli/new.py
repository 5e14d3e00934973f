"""``bantin new``: a draft with the right name in the right folder."""

import os
from pathlib import Path
from typing import Any, get_args

import click

from bantin.catalog.lineage import Lineage
from bantin.checking import check
from bantin.cli.content import read_content
from bantin.cli.prompts import ask, ask_for, ask_parties, pick, pick_party
from bantin.editing.skeleton import write_skeleton
from bantin.importing.drafting.writing import create, free_path
from bantin.model import Registries
from bantin.model.article import MeetingType, Session
from bantin.model.fields import day_first_to_iso
from bantin.model.problem import Severity
from bantin.model.sections import UNKNOWN_YEAR, Section
from bantin.runtime.clock import build_date
from bantin.vietnamese.dates import parse_date
from bantin.vietnamese.slug import slugify

TYPES = get_args(MeetingType)


def iso(text: str) -> str:
    """Return a date typed as 25/4/2024 or 2024-04-25 in ISO form."""
    given = day_first_to_iso(text.strip()) or text.strip()
    try:
        return parse_date(given).iso()
    except ValueError:
        message = f"«{text}» không phải ngày có thật; cần dạng 25/4/2024 hoặc 2024-04-25"
        raise click.BadParameter(message) from None


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
        "Ngày họp (để trống nếu chưa rõ)", held, lambda day: iso(day) if day else "",
        is_required=False,
    )  # fmt: skip
    meeting = {
        "date": held_on,
        "session": session,
        "types": list(types) or _types(),
        "place": place,
    }
    bodies = _bodies(agencies, names, content.registries)
    named = ask("Chương trình (để trống nếu không có)", program, is_required=False)
    programs = content.registries.programs
    found = pick(named, programs, "chương trình", otherwise="") if named else ""
    chosen = [found] if found else []
    dated = iso(published) if published else build_date(os.environ).isoformat()
    fields: dict[str, Any] = {
        "title": heading,
        "date": dated,
        "status": "draft",
        "conference": {key: value for key, value in meeting.items() if value},
        "programs": chosen,
        "period": _period(content.registries, chosen),
        "agencies": bodies,
        "provinces": _provinces(content.registries, bodies, held_on or dated),
    }
    year = (held_on or dated)[:4]
    where = folder / "docs" / Section.NEWS.folder / (year if year.isdigit() else UNKNOWN_YEAR)
    path = free_path(
        where, slugify(heading) or "bai-moi", [article.slug for article in content.articles]
    )
    create(path, write_skeleton(fields).encode())
    click.echo(f"Đã tạo {path.relative_to(folder).as_posix()} (bài nháp).")
    _tell_problems(folder, path)


def _types() -> list[str]:
    question = f"Loại hội nghị ({', '.join(TYPES)}; cách nhau bằng dấu phẩy)"
    return ask_for(question, None, _read_types, is_required=False)


def _read_types(typed: str) -> list[str]:
    chosen = [slugify(part) for part in typed.split(",") if part.strip()]
    if unknown := [part for part in chosen if part not in TYPES]:
        message = f"không có loại «{unknown[0]}»; chỉ nhận: {', '.join(TYPES)}"
        raise click.BadParameter(message)
    return chosen


def _bodies(
    given: tuple[str, ...], names: tuple[str, ...], registries: Registries
) -> list[str | dict[str, str]]:
    agencies = registries.agencies
    named: list[str | dict[str, str]] = [{"name": name} for name in names]
    if not given and not named:
        return ask_parties("Cơ quan", agencies, "cơ quan")
    return [*(pick_party(typed, agencies, "cơ quan", "--agency-name") for typed in given), *named]


def _period(registries: Registries, programs: list[str]) -> str:
    period = registries.programs[programs[0]].period if programs else None
    return period.iso() if period else ""


def _provinces(registries: Registries, bodies: list[str | dict[str, str]], day: str) -> list[str]:
    """Return the provinces of some agencies, as they were on the day of the conference."""
    lineage, on = Lineage(registries), parse_date(day)
    homes = [registries.agencies[id_].province for id_ in bodies if isinstance(id_, str)]
    units = [registries.provinces[id_] for id_ in homes if id_]
    return list(dict.fromkeys(lineage.province_on(unit, on).id for unit in units))


def _tell_problems(folder: Path, path: Path) -> None:
    """Say at once what the check would say of the new file."""
    shown = path.relative_to(folder).as_posix()
    for problem in check(read_content(folder)):
        if problem.location.path == shown and problem.severity is Severity.PROBLEM:
            click.echo(str(problem))
