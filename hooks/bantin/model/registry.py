"""The registries: agencies, provinces, districts, programmes and documents, with dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass as record

from bantin.model.fields import STRICT, Date, PartyField, Slug, Slugs, Term, Text, Texts, WebAddress
from bantin.model.labels import DISTRICT_TYPES, PROVINCE_TYPES
from bantin.runtime.pickling import fast_pickle
from bantin.vietnamese.dates import PartialDate

AgencyKind = Literal["dang", "chinh-quyen", "luc-luong-vu-trang", "mat-tran-doan-the", "khac"]
Level = Literal["trung-uong", "tinh", "huyen", "xa", "nuoc-ngoai"]
DistrictType = Literal["huyen", "quan", "thi-xa", "thanh-pho", "thi-tran"]
Basis = Annotated[dict[str, Text], Field(title="Suy ra, kèm căn cứ")]


def _joined(kind: str, name: str) -> str:
    """Return a name after the word for its kind, without the words that both of them say."""
    kinds, names = kind.split(), name.split()
    for size in range(min(len(kinds), len(names)), 0, -1):
        if [w.casefold() for w in kinds[-size:]] == [w.casefold() for w in names[:size]]:
            return " ".join([*kinds, *names[size:]])
    return " ".join([*kinds, *names])


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class EarlierName:
    """A name that the same province had before."""

    name: Annotated[Text, Field(title="Tên trước đây")]
    type: Annotated[Text | None, Field(title="Loại khi đó")] = None
    valid_to: Annotated[Date | None, Field(title="Dùng tên ấy đến ngày")] = None
    source: Annotated[WebAddress | None, Field(title="Nguồn")] = None


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Dated:
    """What records that begin and end have in common: a name, two dates, and what came after."""

    id: Annotated[Slug, Field(title="Mã")]
    name: Annotated[Text, Field(title="Tên")]
    aliases: Annotated[Texts, Field(title="Cách gọi khác")] = ()
    valid_from: Annotated[Date | None, Field(title="Có từ ngày")] = None
    valid_to: Annotated[Date | None, Field(title="Có đến ngày")] = None
    succeeded_by: Annotated[Slugs, Field(title="Nơi kế tục")] = ()
    source: Annotated[WebAddress | None, Field(title="Nguồn")] = None
    note: Annotated[Text | None, Field(title="Ghi chú")] = None

    @property
    def has_ended(self) -> bool:
        """Whether it no longer exists under this name; the day may be unknown."""
        return self.valid_to is not None or bool(self.succeeded_by)

    def is_valid_on(self, date: PartialDate) -> bool:
        """Whether it may have existed on a day; an unknown date does not speak against it."""
        first, last = date.first, date.last
        if first is None or last is None:
            return True
        starts = self.valid_from.first if self.valid_from else None
        ends = self.valid_to.last if self.valid_to else None
        return not ((starts and last < starts) or (ends and first > ends))


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Agency(Dated):
    """An organisation that met, signed, or was party to a programme."""

    short: Annotated[Text | None, Field(title="Tên tắt")] = None
    kind: Annotated[AgencyKind, Field(title="Khối")]
    level: Annotated[Level, Field(title="Cấp")]
    province: Annotated[Slug | None, Field(title="Tỉnh, thành phố khi thành lập")] = None
    district: Annotated[Slug | None, Field(title="Huyện, quận, thị xã")] = None
    parent: Annotated[Slug | None, Field(title="Cơ quan cấp trên")] = None
    inferred: Basis = field(default_factory=dict)


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Province(Dated):
    """A province-level unit; those formed on 2025-07-01 are records of their own."""

    type: Annotated[Literal["tinh", "thanh-pho"], Field(title="Loại")]
    code: Annotated[Text | None, Field(title="Mã đơn vị hành chính")] = None
    earlier_names: Annotated[tuple[EarlierName, ...], Field(title="Tên trước đây")] = ()
    document: Annotated[Slug | None, Field(title="Nghị quyết sắp xếp")] = None

    @property
    def full_name(self) -> str:
        """The name with its type: “tỉnh Gia Lai”, “thành phố Huế”."""
        kind = PROVINCE_TYPES[self.type]
        return self.name if self.name.lower().startswith(f"{kind} ") else f"{kind} {self.name}"


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class District(Dated):
    """A district-level unit, a level that ended on 2025-06-30."""

    type: Annotated[DistrictType, Field(title="Loại")]
    province: Annotated[Slug, Field(title="Tỉnh, thành phố khi đó")]

    @property
    def full_name(self) -> str:
        """The name with its type: “huyện Krông Pa”."""
        kind = DISTRICT_TYPES[self.type]
        return self.name if self.name.lower().startswith(f"{kind} ") else f"{kind} {self.name}"


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Document:
    """A document that conferences cite; in each ``term`` (khóa) the Party numbers its own anew."""

    id: Annotated[Slug, Field(title="Mã")]
    type: Annotated[Text, Field(title="Loại văn bản")]
    number: Annotated[Text | None, Field(title="Số, ký hiệu")] = None
    date: Annotated[Date | None, Field(title="Ngày ban hành")] = None
    issuer: Annotated[Text | None, Field(title="Nơi ban hành")] = None
    title: Annotated[Text | None, Field(title="Trích yếu")] = None
    term: Annotated[Text | None, Field(title="Khóa")] = None
    variants: Annotated[Texts, Field(title="Cách viết số khác")] = ()
    source: Annotated[WebAddress | None, Field(title="Nguồn")] = None
    note: Annotated[Text | None, Field(title="Ghi chú")] = None

    @property
    def name(self) -> str:
        """What the document is called: “Kết luận số 65-KL/TW”, or its type and title."""
        if self.number:
            return f"{self.type} số {self.number}"
        return _joined(self.type, self.title or "")


@fast_pickle
@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Program:
    """A joint programme for one period; ``renews`` and ``implements`` name other programmes."""

    id: Annotated[Slug, Field(title="Mã")]
    name: Annotated[Text, Field(title="Tên đầy đủ")]
    short: Annotated[Text | None, Field(title="Tên gọn")] = None
    aliases: Annotated[Texts, Field(title="Cách gọi khác")] = ()
    code: Annotated[Text | None, Field(title="Số, ký hiệu")] = None
    parties: Annotated[tuple[PartyField, ...], Field(title="Các bên ký")] = ()
    period: Annotated[Term | None, Field(title="Giai đoạn")] = None
    period_label: Annotated[Text | None, Field(title="Giai đoạn bằng chữ")] = None
    signed: Annotated[Date | None, Field(title="Ngày ký")] = None
    renews: Annotated[Slug | None, Field(title="Tiếp nối giai đoạn")] = None
    implements: Annotated[Slug | None, Field(title="Thực hiện chương trình cấp trên")] = None
    documents: Annotated[Slugs, Field(title="Văn bản")] = ()
    source: Annotated[WebAddress | None, Field(title="Nguồn")] = None
    note: Annotated[Text | None, Field(title="Ghi chú")] = None
    inferred: Basis = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name

    @property
    def term(self) -> str:
        """The period in words, or an empty text where it is unknown."""
        return self.period_label or (self.period.label if self.period else "")


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Abbreviation:
    """A short form that readers type, with what it may mean."""

    form: Annotated[Text, Field(title="Chữ tắt")]
    expansions: Annotated[Texts, Field(title="Viết đủ")]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Spelling:
    """The spelling that the bulletin uses, with the others in use."""

    canonical: Annotated[Text, Field(title="Cách viết chung")]
    variants: Annotated[Texts, Field(title="Cách viết khác")]
    note: Annotated[Text | None, Field(title="Ghi chú")] = None


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Synonym:
    """A term that articles use, with others that readers type for it."""

    term: Annotated[Text, Field(title="Chữ trong bài")]
    others: Annotated[Texts, Field(title="Chữ người đọc gõ")]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Region:
    """A region, with the provinces that readers mean by its name."""

    name: Annotated[Text, Field(title="Tên vùng")]
    aliases: Annotated[Texts, Field(title="Cách gọi khác")] = ()
    provinces: Annotated[Slugs, Field(title="Các tỉnh")] = ()


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Glossary:
    """Abbreviations, spellings, synonyms and regions, used by search and import."""

    abbreviations: Annotated[tuple[Abbreviation, ...], Field(title="Chữ tắt")] = ()
    spellings: Annotated[tuple[Spelling, ...], Field(title="Cách viết")] = ()
    synonyms: Annotated[tuple[Synonym, ...], Field(title="Chữ cùng nghĩa")] = ()
    regions: Annotated[tuple[Region, ...], Field(title="Vùng")] = ()


@fast_pickle
@dataclass(frozen=True, slots=True)
class Registries:
    """Every registry record by id, in the order of its file."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    provinces: Mapping[str, Province] = field(default_factory=dict)
    districts: Mapping[str, District] = field(default_factory=dict)
    programs: Mapping[str, Program] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)


# Kinds of record by the name of their registry, ``data/<name>.yml``; the glossary is no list.
RECORD_TYPES: Mapping[str, type] = {
    "provinces": Province,
    "districts": District,
    "agencies": Agency,
    "documents": Document,
    "programs": Program,
}
