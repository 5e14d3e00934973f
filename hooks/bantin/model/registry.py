"""The registries: bodies, places, programmes and documents, each with its dated lineage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass as record

from bantin.model.article import STRICT, PartyField
from bantin.model.fields import Date, Slug, Slugs, Term, Text, Texts, WebAddress
from bantin.vietnamese.dates import PartialDate

AgencyKind = Literal["dang", "chinh-quyen", "luc-luong-vu-trang", "mat-tran-doan-the", "khac"]
Level = Literal["trung-uong", "tinh", "huyen", "xa", "nuoc-ngoai"]
Basis = Annotated[dict[str, Text], Field(title="Suy ra, kèm căn cứ")]


@record(frozen=True, slots=True, config=STRICT)
class EarlierName:
    """A name that the same unit bore before."""

    name: Text
    type: Text | None = None
    valid_to: Date | None = None
    source: WebAddress | None = None


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Dated:
    """What every record with a life of its own has: a name, its span of life, what came after."""

    id: Slug
    name: Text
    aliases: Texts = ()
    valid_from: Date | None = None
    valid_to: Date | None = None
    succeeded_by: Slugs = ()
    source: WebAddress | None = None
    note: Text | None = None

    @property
    def has_ended(self) -> bool:
        """Whether the body no longer exists by this name; the day may be unknown."""
        return self.valid_to is not None or bool(self.succeeded_by)

    def is_valid_on(self, date: PartialDate) -> bool:
        """Whether the record may have been alive on ``date``; what is unknown does not refuse."""
        first, last = date.first, date.last
        if first is None or last is None:
            return True
        starts = self.valid_from.first if self.valid_from else None
        ends = self.valid_to.last if self.valid_to else None
        return not ((starts and last < starts) or (ends and first > ends))


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Agency(Dated):
    """A body that met, signed or was party to a programme."""

    short: Text | None = None
    kind: AgencyKind
    level: Level
    province: Slug | None = None
    district: Slug | None = None
    parent: Slug | None = None
    inferred: Basis = field(default_factory=dict)


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Province(Dated):
    """A province-level unit; those formed on 2025-07-01 are records of their own."""

    type: Literal["tinh", "thanh-pho"]
    code: Text | None = None
    earlier_names: tuple[EarlierName, ...] = ()
    document: Slug | None = None

    @property
    def full_name(self) -> str:
        """The name with its kind: “tỉnh Gia Lai”, “thành phố Huế”."""
        kind = {"tinh": "tỉnh", "thanh-pho": "thành phố"}[self.type]
        return self.name if self.name.lower().startswith(kind) else f"{kind} {self.name}"


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class District(Dated):
    """A district-level unit, a level that ended on 2025-06-30."""

    type: Literal["huyen", "quan", "thi-xa", "thanh-pho", "thi-tran"]
    province: Slug

    @property
    def full_name(self) -> str:
        """The name with its kind: “huyện Krông Pa”."""
        kinds = {
            "huyen": "huyện",
            "quan": "quận",
            "thi-xa": "thị xã",
            "thanh-pho": "thành phố",
            "thi-tran": "thị trấn",
        }
        kind = kinds[self.type]
        return self.name if self.name.lower().startswith(kind) else f"{kind} {self.name}"


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Document:
    """A document that conferences cite; ``term`` is the khóa that restarts party numbers."""

    id: Slug
    type: Text
    number: Text | None = None
    date: Date | None = None
    issuer: Text | None = None
    title: Text | None = None
    term: Text | None = None
    variants: Texts = ()
    source: WebAddress | None = None
    note: Text | None = None

    @property
    def name(self) -> str:
        """How the document is called: “Kết luận số 65-KL/TW”, or its type and title."""
        if self.number:
            return f"{self.type} số {self.number}"
        return f"{self.type} {self.title}" if self.title else self.type


@record(frozen=True, slots=True, config=STRICT, kw_only=True)
class Program:
    """One term of a joint programme; ``renews`` and ``implements`` tie the terms together."""

    id: Slug
    name: Text
    short: Text | None = None
    aliases: Texts = ()
    code: Text | None = None
    parties: tuple[PartyField, ...] = ()
    period: Term | None = None
    period_label: Text | None = None
    signed: Date | None = None
    renews: Slug | None = None
    implements: Slug | None = None
    documents: Slugs = ()
    source: WebAddress | None = None
    note: Text | None = None
    inferred: Basis = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name

    @property
    def term(self) -> str:
        """The term in words, or an empty text where it is not known."""
        return self.period_label or (self.period.label if self.period else "")


@record(frozen=True, slots=True, config=STRICT)
class Abbreviation:
    """A short form that readers type, with what it may stand for."""

    form: Text
    expansions: Texts


@record(frozen=True, slots=True, config=STRICT)
class Spelling:
    """A spelling of the house with the others in use."""

    canonical: Text
    variants: Texts
    note: Text | None = None


@record(frozen=True, slots=True, config=STRICT)
class Glossary:
    """Abbreviations and spellings known to search and import."""

    abbreviations: tuple[Abbreviation, ...] = ()
    spellings: tuple[Spelling, ...] = ()


@dataclass(frozen=True, slots=True)
class Registries:
    """Every registry record by id, in the order of its file."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    provinces: Mapping[str, Province] = field(default_factory=dict)
    districts: Mapping[str, District] = field(default_factory=dict)
    programs: Mapping[str, Program] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
