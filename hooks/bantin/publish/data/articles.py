"""Articles and conferences as tables."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, get_args

from bantin.catalog import Catalog
from bantin.catalog.articles import programs_of
from bantin.catalog.identity import article_id
from bantin.model import Article, Conference
from bantin.model.article import MeetingType, PlanState, Role, Session
from bantin.model.conference import Stage
from bantin.publish.data.columns import day, notes, text, texts, years
from bantin.publish.data.table import (
    ADDRESS,
    DATE,
    MAYBE_ADDRESS,
    MAYBE_DATE,
    MAYBE_TEXT,
    PARTY,
    TEXT,
    TEXTS,
    TRUTH,
    Column,
    Table,
    list_of,
    nullable,
    one_of,
    record,
)
from bantin.publish.data.values import day_of, iso, meeting, origin, parties, people, reviews

TYPES = list_of(one_of(*get_args(MeetingType)))
SESSION = one_of(*get_args(Session), None)
REVIEWS = list_of(record(program=TEXT, covers=MAYBE_TEXT))
MEETING = record(
    date=MAYBE_DATE,
    state=one_of(*get_args(PlanState), None),
    moved_from=MAYBE_DATE,
    session=SESSION,
    types=TYPES,
    place=MAYBE_TEXT,
    covers=MAYBE_TEXT,
    reviews=REVIEWS,
    signs=TEXTS,
)
# Of a conference; only one that was held may be counted as held.
STAGE = one_of(*(stage.value for stage in Stage))
REPORTED = "bao-truoc"
REPORTED_MEANING = "bao-truoc: bài báo trước hội nghị nay đã họp, ngày họp xem ở same_event_as"
STAGE_MEANING = (
    "da-hop: đã họp; các giá trị khác là hội nghị mới được báo trước, chưa có tin đã họp: "
    "du-kien: sắp họp; qua-ngay: đã qua ngày dự kiến, chưa có tin; hoan: hoãn; huy: hủy"
)
PERSON = record(
    name=TEXT,
    office=MAYBE_TEXT,
    agency=MAYBE_TEXT,
    role=one_of(*get_args(Role), None),
    id=MAYBE_TEXT,
)
SOURCE = record(
    name=TEXT,
    url=MAYBE_ADDRESS,
    title=MAYBE_TEXT,
    author=MAYBE_TEXT,
    authors=TEXTS,
    via=nullable(record(name=TEXT, url=MAYBE_ADDRESS)),
    archived=MAYBE_ADDRESS,
    published=MAYBE_DATE,
    collected=MAYBE_DATE,
    verbatim=TRUTH,
)
CORRECTION = record(date=DATE, note=TEXT)
GROUND = record(bound=one_of("earliest", "latest"), record=TEXT, words=TEXT, rule=MAYBE_TEXT)
OUTCOME = record(results=TEXT, limits=TEXT, tasks=TEXT)
ARTICLES = "articles"
DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def article_table(catalog: Catalog, site_url: str) -> Table:
    """All published articles."""
    agencies = "Cơ quan (agencies.id), hoặc chỉ tên nếu chưa định danh được"
    columns = [
        Column("path", "Tệp nguồn; các bảng dẫn tới bài bằng nó", TEXT, lambda a: a.path),
        Column("id", "Mã bài trong nguồn tin và lịch, không đổi khi tệp đổi tên hay thư mục",
               TEXT, article_id),
        Column("url", "Địa chỉ trang", ADDRESS, lambda a: site_url + a.address),
        Column("title", "Tiêu đề", TEXT, lambda a: a.front.title),
        text("lead", "Sapo", "front.lead"),
        day("date", "Ngày đăng", "front.date"),
        day("updated", "Ngày cập nhật", "front.updated"),
        Column("conference", "Hội nghị được thuật lại; rỗng nếu là tin thường",
               nullable(MEETING), lambda a: meeting(a.front.conference)),
        Column("status", f"Rỗng nếu là tin thường. {STAGE_MEANING}; {REPORTED_MEANING}",
               one_of(*STAGE["enum"], REPORTED, None), lambda a: _status(catalog, a)),
        Column("same_event_as", "Bài chính (path) về cùng hội nghị", MAYBE_TEXT,
               lambda a: _principal(catalog, a)),
        texts("programs", "Chương trình (programs.id)", "front.programs"),
        years("period", "Giai đoạn của chương trình", "front.period"),
        Column("agencies", agencies, list_of(PARTY), lambda a: parties(a.front.agencies)),
        texts("provinces", "Tỉnh, thành phố khi đó (provinces.id)", "front.provinces"),
        texts("districts", "Huyện, quận, thị xã khi đó (districts.id)", "front.districts"),
        texts("documents", "Văn bản dẫn chiếu, theo mã hoặc số hiệu", "front.documents"),
        Column("people", "Người được nêu tên, với chức vụ khi đó",
               list_of(PERSON), lambda a: people(a.front.people)),
        text("author", "Tác giả", "front.author"),
        Column("source", "Nguồn của bài lấy lại: tên, tiêu đề, tác giả của bài gốc; via: trang tổng"
               " hợp đã lấy qua; archived: bản lưu", nullable(SOURCE),
               lambda a: origin(a.front.source)),
        notes("front.inferred"),
        Column("corrections", "Đính chính đã công khai", list_of(CORRECTION), _corrections),
        Column("sha256", "Giá trị băm SHA-256 của tệp nguồn", DIGEST, lambda a: a.digest),
    ]  # fmt: skip
    meaning = "Mỗi dòng một bài đã đăng; bài nháp, bài hẹn ngày và bài đã rút không có ở đây."

    def key(article: Article) -> str:
        principal = _principal(catalog, article) or ""
        return f"{_key(article)} {catalog.stage_of(article)} {principal}"

    return Table(ARTICLES, "Tin bài", meaning, columns, catalog.articles, key)


def _status(catalog: Catalog, article: Article) -> str | None:
    """Return how far an article's conference has come; its own day may be only the planned one."""
    if article.front.conference is None:
        return None
    stage = catalog.stage_of(article)
    is_early = stage is Stage.HELD and catalog.is_announcement(article)
    return REPORTED if is_early else stage.value


def _principal(catalog: Catalog, article: Article) -> str | None:
    principal = catalog.principals.get(article.path)
    return principal.path if principal else None


def _corrections(article: Article) -> list[dict[str, str | None]]:
    return [{"date": iso(c.date), "note": c.note} for c in article.front.corrections]


def conference_table(catalog: Catalog, site_url: str) -> Table:
    """All conferences, each with its principal article and any further reports."""
    columns = [
        Column("id", "Mã hội nghị: path của bài chính", TEXT, lambda c: c.principal.path),
        Column("url", "Địa chỉ bài chính", ADDRESS, lambda c: site_url + c.principal.address),
        Column("title", "Tiêu đề bài chính", TEXT, lambda c: c.principal.front.title),
        Column("status", f"{STAGE_MEANING}. Chỉ dòng da-hop được tính là hội nghị đã họp.", STAGE,
               lambda c: catalog.stage_of(c.principal).value),
        day("date", "Ngày họp hoặc ngày dự kiến, đúng đến mức nguồn cho biết"),
        day("moved_from", "Ngày dự kiến trước khi dời", "meeting.moved_from"),
        Column("year", "Năm họp hoặc năm dự kiến; khi date không có năm: năm mà cả khoảng"
               " earliest–latest nằm trong", {"type": ["integer", "null"]}, lambda c: c.year),
        Column("earliest", "Ngày sớm nhất có thể đã họp; rỗng khi không có gì cho biết",
               MAYBE_DATE, lambda c: day_of(c.bounds.earliest)),
        Column("latest", "Ngày muộn nhất có thể đã họp; rỗng khi không có gì cho biết",
               MAYBE_DATE, lambda c: day_of(c.bounds.latest)),
        Column("interval", "Khoảng earliest/latest theo EDTF (ISO 8601-2); .. là đầu để ngỏ; rỗng"
               " khi biết ngày họp hoặc không có gì cho biết", MAYBE_TEXT, _interval),
        Column("grounds", "Căn cứ của hai ngày ấy: bản ghi, điều nó cho biết và lệ đã dùng",
               list_of(GROUND), _grounds),
        Column("session", "Buổi", SESSION, lambda c: c.meeting.session),
        Column("types", "Loại hội nghị", TYPES, lambda c: list(c.meeting.types)),
        text("place", "Nơi họp", "meeting.place"),
        years("covers", "Thời gian được xem xét", "meeting.covers"),
        Column("reviews", "Thời gian được xem xét của từng chương trình, khi không như nhau",
               REVIEWS, lambda c: reviews(c.meeting)),
        texts("signs", "Chương trình (programs.id) hoặc năm kế hoạch được ký", "meeting.signs"),
        _gathered("programs", "Chương trình (programs.id)", programs_of),
        _gathered("agencies", "Cơ quan đã định danh (agencies.id)", lambda a: a.agency_ids),
        _gathered("provinces", "Tỉnh, thành phố khi đó (provinces.id)",
                  lambda a: a.front.provinces),
        _gathered("districts", "Huyện, quận, thị xã khi đó (districts.id)",
                  lambda a: a.front.districts),
        _gathered("documents", "Văn bản được dẫn (documents.id)",
                  lambda a: [d.id for d in catalog.cited(a)]),
        Column("reports", "Các bài khác về cùng hội nghị (path)", TEXTS,
               lambda c: [a.path for a in c.reports]),
        Column("announcements", "Các bài báo trước hội nghị đã họp này (path)", TEXTS,
               lambda c: [a.path for a in c.announcements]),
        Column("outcome", "Kết quả, hạn chế, nhiệm vụ: trích phần đầu mỗi mục", OUTCOME, _outcome),
    ]  # fmt: skip
    meaning = (
        "Mỗi dòng một hội nghị; nhiều bài về một hội nghị chỉ tính một lần. Hội nghị mới được báo "
        "trước cũng có dòng, cột status nói rõ chưa họp."
    )
    records = (*catalog.announced.conferences.values(), *catalog.conferences.values())
    key = partial(_conference_key, catalog)
    return Table("conferences", "Hội nghị", meaning, columns, records, key)


def _conference_key(catalog: Catalog, conference: Conference) -> str:
    """Return a text that differs when anything in the row of a conference does."""
    articles = (conference.principal, *conference.reports)
    cited = (document.id for article in articles for document in catalog.cited(article))
    early = (article.path for article in conference.announcements)
    stage = catalog.stage_of(conference.principal)
    bounds = repr(conference.bounds)
    return " ".join((stage, bounds, *map(_key, articles), *early, *cited))


def _interval(conference: Conference) -> str | None:
    is_known = conference.date is not None and conference.date.precision == "day"
    return None if is_known else conference.bounds.edtf or None


def _grounds(conference: Conference) -> list[dict[str, Any]]:
    return [
        {
            "bound": "earliest" if ground.is_start else "latest",
            "record": ground.record,
            "words": ground.words,
            "rule": ground.rule or None,
        }
        for ground in conference.bounds.grounds
    ]


def _key(article: Article) -> str:
    return f"{article.path} {article.digest}"


def _gathered(name: str, meaning: str, keys: Callable[[Article], Iterable[str]]) -> Column:
    """Return a column of the keys that any article about a conference names."""

    def gather(conference: Conference) -> list[Any]:
        articles = (conference.principal, *conference.reports)
        return list(dict.fromkeys(key for article in articles for key in keys(article)))

    return Column(name, meaning, TEXTS, gather)


def _outcome(conference: Conference) -> dict[str, str]:
    outcome = conference.outcome
    return {"results": outcome.results, "limits": outcome.limits, "tasks": outcome.tasks}
