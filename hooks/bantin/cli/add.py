"""``bantin add``: a record in a registry, checked before it is written."""

import re
from pathlib import Path
from typing import Any, get_args

import click

from bantin.catalog.documents import number_key
from bantin.cli.content import read_content
from bantin.cli.prompts import ask, choose_parties, choose_record, read_day
from bantin.editing.files import replace_text
from bantin.editing.records import dump_record, insert_record, new_problems
from bantin.gazetteer.agency_records import (
    agency_id,
    kind_of,
    level_of,
    province_in,
    same_kind,
)
from bantin.gazetteer.known_districts import (
    LAST_DAY_OF_DISTRICTS,
    UNITS,
    KnownDistrict,
    district_id,
    districts_named,
)
from bantin.importing.drafting.draft_files import create
from bantin.model import Registries
from bantin.model.registry import AgencyKind, DistrictType, Level
from bantin.reading import Content
from bantin.vietnamese.dates import parse_date
from bantin.vietnamese.fold import fold
from bantin.vietnamese.slug import slugify
from bantin.vietnamese.tone import place_tones

# “huyện | Đại Lộc”, but “Quận 3” is a name.
_UNIT = re.compile(rf"({'|'.join(UNITS)})\s+(?!\d)", re.IGNORECASE)
_LAST_DAY = parse_date(LAST_DAY_OF_DISTRICTS)
ROOT = click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
ID = click.option("--id", "id_", help="Mã; không nêu thì đặt theo tên.")
YES = click.option("--yes", is_flag=True, help="Ghi luôn, không hỏi lại.")


@click.group()
def add() -> None:
    """Thêm một bản ghi vào sổ đăng ký (agency, program, document, district)."""


@add.command()
@click.option("--name", help="Tên đầy đủ, ví dụ «Công an tỉnh Lạng Sơn».")
@click.option("--short", help="Tên tắt.")
@click.option("--alias", "aliases", multiple=True, help="Tên gọi khác (nêu được nhiều lần).")
@click.option(
    "--kind",
    type=click.Choice(get_args(AgencyKind)),
    help="Khối; không nêu thì theo cơ quan cùng loại.",
)
@click.option(
    "--level", type=click.Choice(get_args(Level)), help="Cấp; không nêu thì theo cơ quan cùng loại."
)
@click.option("--province", help="Tỉnh, thành phố (mã hoặc tên).")
@click.option("--district", help="Huyện, quận, thị xã (mã hoặc tên).")
@click.option("--parent", help="Cơ quan cấp trên (mã hoặc tên).")
@click.option("--source", help="Địa chỉ nguồn.")
@ID
@YES
@ROOT
def agency(  # noqa: PLR0913, PLR0917 - one for each option
    name: str | None, short: str | None, aliases: tuple[str, ...], kind: str | None,
    level: str | None, province: str | None, district: str | None, parent: str | None,
    source: str | None, id_: str | None, root: str, *, yes: bool,
) -> None:  # fmt: skip
    """Thêm cơ quan vào data/agencies.yml."""
    content = _content(root)
    registries = content.registries
    full = place_tones(ask("Tên đầy đủ", name))
    like = same_kind(full, registries)
    place = province or province_in(full, registries)
    in_province = choose_record(place, registries.provinces, "tỉnh, thành phố") if place else ""
    fields: dict[str, Any] = {
        "id": id_ or agency_id(full, like, in_province),
        "name": full,
        "short": short or (like.short if like else None),
        "aliases": list(aliases),
        "kind": kind or (like.kind if like else kind_of(full)),
        "level": level or (like.level if like else level_of(full, registries)),
        "province": in_province,
        "district": choose_record(district, registries.districts, "huyện") if district else "",
        "parent": choose_record(parent, registries.agencies, "cơ quan") if parent else "",
        "source": source,
    }
    _refuse_existing(full, [(a.name, a.id) for a in registries.agencies.values()])
    _write(content, "agencies", fields, ("level", "province"), is_sure=yes)


@add.command()
@click.option("--name", help="Tên đầy đủ của chương trình, quy chế, kế hoạch phối hợp.")
@click.option("--short", help="Tên ngắn cho danh sách.")
@click.option("--code", help="Số hiệu.")
@click.option(
    "--party", "parties", multiple=True, help="Một bên (mã hoặc tên; nêu được nhiều lần)."
)
@click.option(
    "--party-name", "names", multiple=True, help="Một bên chưa có trong sổ: ghi đúng tên này."
)
@click.option("--period", help="Giai đoạn: 2022-2026, 2013-, 2022.")
@click.option("--signed", help="Ngày ký.")
@click.option("--renews", help="Mã chương trình của giai đoạn trước.")
@click.option("--implements", help="Mã chương trình cấp trên.")
@click.option("--source", help="Địa chỉ nguồn.")
@ID
@YES
@ROOT
def program(  # noqa: PLR0913, PLR0917 - one for each option
    name: str | None, short: str | None, code: str | None, parties: tuple[str, ...],
    names: tuple[str, ...], period: str | None, signed: str | None, renews: str | None,
    implements: str | None, source: str | None, id_: str | None, root: str, *, yes: bool,
) -> None:  # fmt: skip
    """Thêm một giai đoạn của chương trình vào data/programs.yml."""
    content = _content(root)
    programs = content.registries.programs
    full = ask("Tên đầy đủ", name)
    fields: dict[str, Any] = {
        "id": id_
        or slugify(
            f"{short or full} {(period or '')[:4] if period and period[:4] not in full else ''}", 60
        ),
        "name": full,
        "short": short,
        "code": code,
        "parties": choose_parties(
            "Một bên ký", parties, names, content.registries.agencies, "--party-name"
        ),
        "period": ask("Giai đoạn", period, is_required=False),
        "signed": read_day(signed) if signed else "",
        "renews": choose_record(renews, programs, "chương trình") if renews else "",
        "implements": choose_record(implements, programs, "chương trình") if implements else "",
        "source": source,
    }
    _refuse_existing(full, [(p.name, p.id) for p in programs.values()])
    _write(content, "programs", fields, (), is_sure=yes)


@add.command()
@click.option("--type", "type_", help="Loại: Nghị quyết, Chỉ thị, Kết luận…")
@click.option("--number", help="Số hiệu, ví dụ 65-KL/TW.")
@click.option("--date", "day", help="Ngày ban hành.")
@click.option("--issuer", help="Cơ quan ban hành.")
@click.option("--title", help="Trích yếu.")
@click.option("--term", help="Khóa, ví dụ XIII: số của Đảng đánh lại theo khóa.")
@click.option("--source", help="Địa chỉ nguồn.")
@ID
@YES
@ROOT
def document(  # noqa: PLR0913, PLR0917 - one for each option
    type_: str | None, number: str | None, day: str | None, issuer: str | None, title: str | None,
    term: str | None, source: str | None, id_: str | None, root: str, *, yes: bool,
) -> None:  # fmt: skip
    """Thêm văn bản vào data/documents.yml."""
    content = _content(root)
    kind = ask("Loại văn bản", type_)
    figure = ask("Số hiệu (để trống nếu không có)", number, is_required=False).replace(" ", "")
    name = f"{kind} {figure}" if figure else f"{kind} {title or ''}"
    fields: dict[str, Any] = {
        "id": id_ or slugify(f"{name} khóa {term}" if term else name),
        "type": kind,
        "number": figure,
        "date": read_day(day) if day else "",
        "issuer": issuer,
        "title": title,
        "term": term,
        "source": source,
    }
    same = [d for d in content.registries.documents.values() if d.number and figure
            and number_key(d.number) == number_key(figure) and d.term == term]  # fmt: skip
    if same:
        message = f"số «{figure}» đã có ở «{same[0].id}»; văn bản khác khóa thì thêm --term"
        raise click.UsageError(message)
    _write(content, "documents", fields, (), is_sure=yes)


@add.command()
@click.option("--name", help="Tên, có hay không có loại: «huyện Đại Lộc», «Đại Lộc».")
@click.option(
    "--type",
    "type_",
    type=click.Choice(get_args(DistrictType)),
    help="Loại; không nêu thì theo tên, rồi theo danh mục 705 đơn vị trước 1/7/2025.",
)
@click.option("--province", help="Tỉnh, thành phố khi đó; không nêu thì theo danh mục.")
@click.option("--source", help="Địa chỉ nguồn.")
@ID
@YES
@ROOT
def district(  # noqa: PLR0913, PLR0917 - one for each option
    name: str | None, type_: DistrictType | None, province: str | None, source: str | None,
    id_: str | None, root: str, *, yes: bool,
) -> None:  # fmt: skip
    """Thêm huyện, quận, thị xã, thành phố thuộc tỉnh vào data/districts.yml."""
    content = _content(root)
    registries = content.registries
    written = place_tones(ask("Tên", name))
    unit = _UNIT.match(written)
    plain = written[unit.end() :] if unit else written
    then = {id_: p for id_, p in registries.provinces.items() if p.is_valid_on(_LAST_DAY)}
    in_province = choose_record(province, then, "tỉnh") if province else ""
    known = _known_district(plain, in_province, registries)
    fields: dict[str, Any] = {
        "name": plain,
        "type": type_ or (UNITS[unit[1].lower()] if unit else known.type if known else None),
        "province": in_province or (known.province if known else ""),
        "valid_to": LAST_DAY_OF_DISTRICTS,
        "source": source,
    }
    new_id = id_ or district_id(plain, fields["province"], registries.districts)
    same = [d for d in registries.districts.values() if d.province == fields["province"]]
    _refuse_existing(plain, [(d.name, d.id) for d in same])
    _write(content, "districts", {"id": new_id, **fields}, (), is_sure=yes)


def _known_district(name: str, province: str, registries: Registries) -> KnownDistrict | None:
    """Return the district of a name, in a province if given; refuse where it may be several."""
    known = districts_named(name.removeprefix("Quận "))
    if province:
        return next((one for one in known if one.province == province), None)
    at = (registries.provinces.get(one.province) for one in known)
    places = [province.name for province in at if province]
    if len(places) == 1:
        return known[0]
    found = f"«{name}» có ở {', '.join(places)}" if places else f"danh mục huyện không có «{name}»"
    message = f"{found}; hãy nêu tỉnh bằng --province"
    raise click.UsageError(message)


def _content(root: str) -> Content:
    return read_content(Path(root).resolve())


def _write(
    content: Content, name: str, fields: dict[str, Any], group: tuple[str, ...], *, is_sure: bool
) -> None:
    path = content.data / f"{name}.yml"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if fields["id"] in getattr(content.registries, name):
        message = f"mã «{fields['id']}» đã có; hãy nêu mã khác bằng --id"
        raise click.UsageError(message)
    after = insert_record(before, fields, group)
    if problems := new_problems(content, name, after):
        raise click.UsageError("; ".join(problems))
    click.echo(dump_record(fields), nl=False)
    if is_sure or click.confirm(f"Ghi vào data/{name}.yml?", default=True):
        replace_text(path, after) if path.is_file() else create(path, after.encode())
        click.echo(f"Đã thêm «{fields['id']}» vào data/{name}.yml.")


def _refuse_existing(name: str, names: list[tuple[str, str]]) -> None:
    for other, id_ in names:
        if fold(other) == fold(name):
            message = f"«{name}» đã có: mã «{id_}»"
            raise click.UsageError(message)
