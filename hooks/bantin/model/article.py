"""An article: the front matter that an editor writes, and what its body says.

The order of fields is the order in which commands write them. Titles are shown in the handbook, in
the browser form and in messages, so they are Vietnamese.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass as record

from bantin.model.body import NO_OUTCOME, Heading, Link, Outcome
from bantin.model.fields import (
    STRICT,
    Covers,
    Date,
    FirstAddress,
    OldAddress,
    PartyField,
    Sign,
    Slug,
    Slugs,
    Term,
    Text,
    Texts,
    WebAddress,
)
from bantin.model.tasks.record import FollowUp, Task, TaskNote
from bantin.runtime.pickling import fast_pickle
from bantin.vietnamese.bylines import names_of

Status = Literal["draft", "review", "published", "retracted"]
Session = Literal["sáng", "chiều", "tối"]
PlanState = Literal["du-kien", "hoan", "huy"]
Role = Literal["chu-tri", "phat-bieu", "tham-du"]
MeetingType = Literal[
    "so-ket",
    "tong-ket",
    "ky-ket",
    "giao-ban",
    "trien-khai",
    "kiem-tra",
    "toa-dam",
    "danh-gia",
    "khac",
]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Review:
    """The time for which a conference reviewed one of several programmes."""

    program: Annotated[Slug, Field(title="Mã chương trình")]
    covers: Annotated[Covers, Field(title="Thời gian được xem xét")]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Meeting:
    """What an article says of the conference itself."""

    date: Annotated[Date | None, Field(title="Ngày họp")] = None
    state: Annotated[PlanState | None, Field(title="Tình trạng, khi chưa họp")] = None
    moved_from: Annotated[Date | None, Field(title="Ngày dự kiến trước khi dời")] = None
    session: Annotated[Session | None, Field(title="Buổi")] = None
    types: Annotated[tuple[MeetingType, ...], Field(title="Loại hội nghị")] = ()
    place: Annotated[Text | None, Field(title="Nơi họp")] = None
    covers: Annotated[Covers | None, Field(title="Thời gian được xem xét")] = None
    reviews: Annotated[
        tuple[Review, ...], Field(title="Thời gian được xem xét, riêng từng chương trình")
    ] = ()
    signs: Annotated[tuple[Sign, ...], Field(title="Chương trình hoặc năm kế hoạch được ký")] = ()


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Person:
    """A person with the office held on that day."""

    name: Annotated[Text, Field(title="Họ tên")]
    office: Annotated[Text | None, Field(title="Chức vụ khi đó")] = None
    agency: Annotated[Slug | None, Field(title="Cơ quan")] = None
    role: Annotated[Role | None, Field(title="Vai trò")] = None
    id: Annotated[Slug | None, Field(title="Mã, chỉ để tách người trùng tên")] = None


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Photo:
    """A photograph; without ``src`` only its caption is left of it."""

    alt: Annotated[Text | None, Field(title="Mô tả cho người không xem được ảnh")] = None
    src: Annotated[Text | None, Field(title="Tệp ảnh trong docs/anh/")] = None
    caption: Annotated[Text | None, Field(title="Chú thích")] = None
    credit: Annotated[Text | None, Field(title="Người chụp")] = None


def _read_aggregator(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Aggregator:
    """A site that shows articles of others, through which one was found."""

    name: Annotated[Text, Field(title="Tên trang tổng hợp")]
    url: Annotated[WebAddress | None, Field(title="Địa chỉ bài ở trang ấy")] = None


AggregatorField = Annotated[Aggregator, BeforeValidator(_read_aggregator)]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Source:
    """Where a republished article comes from (Nghị định 147/2024/NĐ-CP asks for name and time)."""

    name: Annotated[Text, Field(title="Tên nguồn")]
    url: Annotated[WebAddress | None, Field(title="Địa chỉ bài gốc")] = None
    title: Annotated[Text | None, Field(title="Tiêu đề bài gốc")] = None
    author: Annotated[Text | None, Field(title="Tác giả bài gốc")] = None
    authors: Annotated[Texts, Field(title="Các tác giả bài gốc")] = ()
    via: Annotated[AggregatorField | None, Field(title="Lấy qua trang tổng hợp")] = None
    archived: Annotated[WebAddress | None, Field(title="Địa chỉ bản lưu")] = None
    published: Annotated[Date | None, Field(title="Ngày nguồn đăng")] = None
    collected: Annotated[Date | None, Field(title="Ngày thu thập")] = None
    verbatim: Annotated[bool, Field(title="Đăng nguyên văn")] = False

    @property
    def writers(self) -> tuple[str, ...]:
        """Those who wrote the original, one by one."""
        return self.authors or names_of(self.author or "")

    @property
    def byline(self) -> str:
        """Those who wrote the original, on one line; empty where the source names nobody."""
        return self.author or ", ".join(self.authors)


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Correction:
    """One correction, shown to readers."""

    date: Annotated[Date, Field(title="Ngày đính chính")]
    note: Annotated[Text, Field(title="Nội dung đính chính")]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class Confirmation:
    """A guess of import that an editor has still to confirm."""

    evidence: Annotated[Text, Field(title="Căn cứ")]
    confidence: Annotated[Text | None, Field(title="Mức chắc chắn")] = None


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class FrontMatter:
    """All that an editor may write above the body of an article."""

    title: Annotated[Text, Field(title="Tiêu đề")]
    date: Annotated[Date | None, Field(title="Ngày đăng")] = None
    updated: Annotated[Date | None, Field(title="Ngày cập nhật")] = None
    lead: Annotated[Text | None, Field(title="Sapo")] = None
    status: Annotated[Status, Field(title="Trạng thái")] = "published"
    conference: Annotated[Meeting | None, Field(title="Hội nghị")] = None
    same_event_as: Annotated[Text | None, Field(title="Cùng hội nghị với bài")] = None
    programs: Annotated[Slugs, Field(title="Chương trình")] = ()
    period: Annotated[Term | None, Field(title="Giai đoạn")] = None
    agencies: Annotated[tuple[PartyField, ...], Field(title="Cơ quan")] = ()
    provinces: Annotated[Slugs, Field(title="Tỉnh, thành phố")] = ()
    districts: Annotated[Slugs, Field(title="Huyện, quận, thị xã")] = ()
    documents: Annotated[Texts, Field(title="Văn bản dẫn chiếu")] = ()
    tasks: Annotated[tuple[TaskNote, ...], Field(title="Nhiệm vụ: ai chủ trì, hạn")] = ()
    follows: Annotated[tuple[FollowUp, ...], Field(title="Nhiệm vụ trước: đến đâu rồi")] = ()
    people: Annotated[tuple[Person, ...], Field(title="Người dự")] = ()
    photos: Annotated[tuple[Photo, ...], Field(title="Ảnh")] = ()
    author: Annotated[Text | None, Field(title="Tác giả")] = None
    source: Annotated[Source | None, Field(title="Nguồn")] = None
    inferred: Annotated[dict[str, Text], Field(title="Suy ra, kèm căn cứ")] = field(
        default_factory=dict
    )
    to_confirm: Annotated[dict[str, Confirmation], Field(title="Chờ biên tập xác nhận")] = field(
        default_factory=dict
    )
    corrections: Annotated[tuple[Correction, ...], Field(title="Đính chính")] = ()
    id: Annotated[FirstAddress | None, Field(title="Mã bài: địa chỉ khi mới đăng")] = None
    aliases: Annotated[tuple[OldAddress, ...], Field(title="Địa chỉ cũ")] = ()
    pinned: Annotated[Date | None, Field(title="Ghim đến ngày")] = None

    @property
    def is_draft(self) -> bool:
        """Whether nobody has published it yet; one that waits for a reviewer is a draft too."""
        return self.status in ("draft", "review")


@fast_pickle
@dataclass(frozen=True, slots=True)
class Article:
    """A readable source: its place, its front matter, and what was learnt of its body.

    The body itself is not held: it is read again when its page is compiled.

    Attributes:
        path: from ``docs/``, such as ``tin/2024/ten-bai.md``.
        digest: SHA-256 of the source file, hexadecimal.
        shown_digest: digest of what other pages can show of the article: front matter as it is
            written, outcome and tasks.
        headings: those of its page, with their ids.
        links: links and pictures in the body that stay within the portal.
        body_line: line of the file on which the body begins.
        faults: what the page does not say as the body does, each with line and column of the file.
        advice: what is worth a look in the body, in the same form.
        tasks: the items of its section “Nhiệm vụ”.
        misquotes: for each follow-up whose sentence the body does not have: its position in front
            matter, and the sentence of the body that is most like it.
    """

    path: str
    front: FrontMatter
    digest: str
    outcome: Outcome = NO_OUTCOME
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    body_line: int = 1
    faults: tuple[tuple[str, int, int], ...] = ()
    advice: tuple[tuple[str, int, int], ...] = ()
    shown_digest: str = ""
    tasks: tuple[Task, ...] = ()
    misquotes: tuple[tuple[int, str], ...] = ()

    @property
    def address(self) -> str:
        """The page's address from the site root, such as ``tin/2024/ten-bai/``."""
        return self.path.removesuffix(".md") + "/"

    @property
    def anchors(self) -> list[str]:
        """Ids on its page that a link may lead to: headings, then tasks."""
        return [*(heading.id for heading in self.headings), *(task.id for task in self.tasks)]

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.path.removesuffix(".md").rpartition("/")[2]

    @property
    def agency_ids(self) -> tuple[str, ...]:
        """Ids of the agencies that are in the registry, the host first."""
        return tuple([party.id for party in self.front.agencies if party.id])
