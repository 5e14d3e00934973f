"""Tasks, and what later articles say of them, as tables."""

from typing import get_args

from bantin.catalog import Catalog
from bantin.catalog.tasks import TaskRecord, Told
from bantin.model.tasks.record import TaskState
from bantin.publish.data.columns import texts
from bantin.publish.data.table import (
    ADDRESS,
    COUNT,
    MAYBE_DATE,
    MAYBE_TEXT,
    PARTY,
    TEXT,
    TRUTH,
    Column,
    Table,
    list_of,
    one_of,
)
from bantin.publish.data.values import iso, parties
from bantin.publish.feeds.tasks import task_uid

STATES = get_args(TaskState)
STATE_MEANING = "xong; mot-phan: xong một phần; chua: chưa làm; khong-nhac: không nhắc lại"


def task_table(catalog: Catalog, site_url: str) -> Table:
    """Every task that an article about a held conference has."""
    columns = [
        Column("task", "Địa chỉ trong bản tin, như tin/2022/ten-bai/#nv-3; các bảng dẫn tới nhiệm"
               " vụ bằng nó", TEXT, lambda one: one.address),
        Column("id", "Mã trong nguồn tin và lịch", TEXT, task_uid),
        Column("url", "Địa chỉ trang", ADDRESS, lambda one: site_url + one.address),
        Column("path", "Bài đề ra (articles.path)", TEXT, lambda one: one.article.path),
        Column("text", "Việc phải làm", TEXT, lambda one: one.task.text),
        Column("date", "Ngày họp", MAYBE_DATE, _held),
        texts("programs", "Chương trình (programs.id): chương trình ký tại đó, không thì chương"
              " trình được xem xét"),
        Column("owners", "Cơ quan chủ trì (agencies.id), hoặc chỉ tên; chỉ ghi khi nguồn nêu",
               list_of(PARTY), lambda one: parties(one.task.owners)),
        Column("due", "Hạn, theo nguồn", MAYBE_DATE, lambda one: iso(one.task.due)),
        Column("state", f"Theo tin mới nhất có nói đến: {STATE_MEANING}; trống: chưa có tin",
               one_of(*STATES, None), lambda one: one.state or None),
        Column("overdue", "Đã qua hạn mà chưa có tin là xong", TRUTH,
               lambda one: one.is_overdue(catalog.today)),
        Column("followed", "Số bài sau có ghi về nhiệm vụ này", COUNT, lambda one: len(one.told)),
    ]  # fmt: skip
    meaning = "Mỗi mục dưới đề mục Nhiệm vụ của bài về một hội nghị đã họp."
    return Table("tasks", "Nhiệm vụ", meaning, columns, catalog.tasks.all)


def follow_up_table(catalog: Catalog, _site_url: str) -> Table:
    """What each later article says of a task: the history of its state."""
    records = [(task, told) for task in catalog.tasks.all for told in task.told]
    columns = [
        Column("task", "Nhiệm vụ (tasks.task)", TEXT, lambda pair: pair[0].address),
        Column("path", "Bài nói đến (articles.path)", TEXT, lambda pair: pair[1].article.path),
        Column("date", "Ngày họp của bài ấy", MAYBE_DATE, lambda pair: _day(pair[1])),
        Column("state", STATE_MEANING, one_of(*STATES), lambda pair: pair[1].follow_up.state),
        Column(
            "quote", "Câu của bài nói điều đó", MAYBE_TEXT, lambda pair: pair[1].follow_up.quote
        ),
    ]
    meaning = "Bài nào nói gì về nhiệm vụ của hội nghị trước, từ bài sớm nhất."
    return Table("follow_ups", "Theo dõi nhiệm vụ", meaning, columns, records)


def _held(record: TaskRecord) -> str | None:
    meeting = record.article.front.conference
    return iso(meeting.date) if meeting else None


def _quote(pair: tuple[TaskRecord, Told]) -> str | None:
    return pair[1].follow_up.quote


def _day(told: Told) -> str | None:
    meeting = told.article.front.conference
    return iso(meeting.date) if meeting else None
