"""Programmes, agencies, places, documents and people as tables."""

from typing import get_args

from bantin.catalog import Catalog
from bantin.catalog.people import PersonRecord
from bantin.compile.addresses import (
    agency_address,
    district_address,
    document_address,
    person_address,
    program_address,
    province_address,
)
from bantin.model import FrontMatter, Province
from bantin.model.article import Role
from bantin.model.labels import DISTRICT_TYPES, PROVINCE_TYPES
from bantin.model.registry import AgencyKind, Level
from bantin.publish.data.columns import (
    basis,
    day,
    identity,
    lifespan,
    notes,
    stories,
    text,
    texts,
    years,
)
from bantin.publish.data.table import (
    MAYBE_ADDRESS,
    MAYBE_DATE,
    MAYBE_TEXT,
    PARTY,
    TEXT,
    Column,
    Table,
    list_of,
    one_of,
    record,
)
from bantin.publish.data.values import iso, parties
from bantin.runtime.fingerprint import digest
from bantin.vietnamese.dates import PartialDate

LINEAGE = "Ngày bắt đầu, ngày kết thúc và đơn vị kế tục có nguồn kèm theo; chưa rõ thì để trống."
EARLIER = record(name=TEXT, type=MAYBE_TEXT, valid_to=MAYBE_DATE, source=MAYBE_ADDRESS)
ROLE = one_of(*get_args(Role), None)
APPEARANCE = record(path=TEXT, date=MAYBE_DATE, office=MAYBE_TEXT, agency=MAYBE_TEXT, role=ROLE)


def program_table(catalog: Catalog, site_url: str) -> Table:
    """Every term of every programme."""
    columns = [
        *identity(lambda p: program_address(p.id), site_url),
        text("name", "Tên đầy đủ"),
        text("short", "Tên gọn trong danh sách"),
        texts("aliases", "Cách gọi khác"),
        text("code", "Số hiệu văn bản của chương trình"),
        Column("parties", "Các bên ký", list_of(PARTY), lambda p: parties(p.parties)),
        years("period", "Giai đoạn theo năm; «2013-» là chưa định năm cuối"),
        text("period_label", "Giai đoạn bằng chữ, nếu không theo trọn năm"),
        day("signed", "Ngày ký"),
        text("renews", "Giai đoạn liền trước (programs.id)"),
        text("implements", "Chương trình cấp trên được thực hiện (programs.id)"),
        texts("documents", "Văn bản (documents.id)"),
        stories(catalog.by_program),
        *basis(),
        notes(),
    ]
    meaning = "Mỗi dòng một giai đoạn của một chương trình; «renews» nối các giai đoạn."
    records = tuple(catalog.registries.programs.values())
    return Table("programs", "Chương trình phối hợp", meaning, columns, records)


def agency_table(catalog: Catalog, site_url: str) -> Table:
    """Agencies with their forerunners and their successors."""
    before, today = catalog.lineage.forerunners_of_agency, catalog.lineage.today_of_agency
    columns = [
        *identity(lambda a: agency_address(a.id), site_url),
        text("name", "Tên đầy đủ"),
        text("short", "Tên gọn"),
        texts("aliases", "Cách gọi khác"),
        Column("kind", "Khối", one_of(*get_args(AgencyKind)), lambda a: a.kind),
        Column("level", "Cấp", one_of(*get_args(Level)), lambda a: a.level),
        text("province", "Tỉnh, thành phố lúc đó (provinces.id)"),
        text("district", "Huyện, quận, thị xã lúc đó (districts.id)"),
        text("parent", "Cơ quan cấp trên (agencies.id)"),
        *lifespan(),
        Column("today", "Cơ quan hiện nay, qua mọi lần kế tục (agencies.id)", list_of(TEXT),
               lambda a: [now.id for now in today(a)]),
        Column("forerunners", "Tiền thân (agencies.id)", list_of(TEXT),
               lambda a: [earlier.id for earlier in before.get(a.id, ())]),
        stories(catalog.by_agency),
        *basis(),
        notes(),
    ]  # fmt: skip
    meaning = f"Mỗi dòng một cơ quan theo tên gọi của một thời. {LINEAGE}"
    records = tuple(catalog.registries.agencies.values())
    return Table("agencies", "Cơ quan", meaning, columns, records)


def province_table(catalog: Catalog, site_url: str) -> Table:
    """Province-level units before and since 1 July 2025."""
    columns = [
        *identity(province_address, site_url),
        text("name", "Tên"),
        Column("type", "Loại", one_of(*PROVINCE_TYPES), lambda p: p.type),
        text("code", "Mã đơn vị hành chính"),
        texts("aliases", "Cách viết khác"),
        Column("earlier_names", "Tên trước đây", list_of(EARLIER), _earlier),
        *lifespan(),
        text("document", "Nghị quyết sắp xếp (documents.id)"),
        stories(catalog.by_province),
        *basis(),
    ]
    meaning = f"Đơn vị cấp tỉnh trước và từ ngày 1/7/2025. {LINEAGE}"
    records = tuple(catalog.registries.provinces.values())
    return Table("provinces", "Tỉnh, thành phố", meaning, columns, records)


def _earlier(province: Province) -> list[dict[str, str | None]]:
    return [
        {"name": e.name, "type": e.type, "valid_to": iso(e.valid_to), "source": e.source}
        for e in province.earlier_names
    ]


def district_table(catalog: Catalog, site_url: str) -> Table:
    """District-level units, a level that ended on 30 June 2025."""
    kinds = one_of(*DISTRICT_TYPES)
    columns = [
        *identity(district_address, site_url),
        text("name", "Tên"),
        Column("type", "Loại", kinds, lambda d: d.type),
        text("province", "Tỉnh, thành phố (provinces.id)"),
        texts("aliases", "Cách viết khác"),
        *lifespan(),
        stories(catalog.by_district),
        *basis(),
    ]
    meaning = f"Đơn vị cấp huyện có trong bản tin; cấp này kết thúc ngày 30/6/2025. {LINEAGE}"
    records = tuple(catalog.registries.districts.values())
    return Table("districts", "Huyện, quận, thị xã", meaning, columns, records)


def document_table(catalog: Catalog, site_url: str) -> Table:
    """Documents that conferences and programmes cite."""
    columns = [
        *identity(lambda d: document_address(d.id), site_url),
        text("type", "Loại văn bản"),
        text("number", "Số hiệu"),
        day("date", "Ngày ban hành"),
        text("issuer", "Cơ quan ban hành"),
        text("title", "Trích yếu"),
        text("term", "Khóa; số văn bản của Đảng đánh lại theo khóa"),
        texts("variants", "Cách ghi số hiệu khác đã gặp"),
        stories(catalog.by_document),
        *basis(),
    ]
    meaning = "Văn bản được dẫn tại các hội nghị và làm căn cứ của chương trình."
    records = tuple(catalog.registries.documents.values())
    return Table("documents", "Văn bản", meaning, columns, records)


def people_table(catalog: Catalog, site_url: str) -> Table:
    """People as articles name them."""
    appearances = "Từng lần được nêu: bài, ngày, chức vụ, cơ quan, vai trò"
    columns = [
        *identity(lambda p: person_address(p.id), site_url),
        text("name", "Họ tên"),
        Column("appearances", appearances, list_of(APPEARANCE), _appearances),
    ]
    meaning = "Người được nêu tên trong tin với chức vụ khi đó; không có thông tin riêng tư."
    return Table("people", "Nhân sự", meaning, columns, tuple(catalog.people.values()), _key)


def _key(person: PersonRecord) -> str:
    articles = (appearance.article for appearance in person.appearances)
    digests = (f"{article.path} {article.shown_digest}" for article in articles)
    return digest(person.id, person.name, *digests)


def _day(front: FrontMatter) -> PartialDate | None:
    """Return the day of a conference, of plain news that of publication: never one for another."""
    return front.conference.date if front.conference else front.date


def _appearances(person: PersonRecord) -> list[dict[str, str | None]]:
    return [
        {
            "path": one.article.path,
            "date": iso(_day(one.article.front)),
            "office": one.person.office,
            "agency": one.person.agency,
            "role": one.person.role,
        }
        for one in person.appearances
    ]
