"""Tasks: what a conference set out to do, and what later conferences said of it.

A task is an item of the section “Nhiệm vụ” of a body. An editor may add to it, in front matter, who
is in charge of it and when it is due; a later article says in its own front matter how far it has
come.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass as record
from pydantic_core import PydanticCustomError

from bantin.model.fields import (
    NEWS_ADDRESS,
    STRICT,
    Date,
    Party,
    PartyField,
    Text,
    quote,
    text_schema,
)
from bantin.runtime.pickling import fast_pickle
from bantin.vietnamese.dates import PartialDate

TaskState = Literal["xong", "mot-phan", "chua", "khong-nhac"]
NOT_MENTIONED = "khong-nhac"
TASK_ID = re.compile(r"nv-[a-z0-9]+(?:-[a-z0-9]+)*")
TASK_ID_FORM = "mã nhiệm vụ, dạng nv-3 hoặc nv-tap-huan"
TASK_ADDRESS = re.compile(rf"{NEWS_ADDRESS.pattern}#{TASK_ID.pattern}")
TASK_ADDRESS_FORM = "địa chỉ nhiệm vụ, dạng tin/2022/ten-bai/#nv-3"
LEAST_WORDS = 3


def _task_id(value: object) -> str:
    text = str(value)
    if TASK_ID.fullmatch(text):
        return text
    likely = f"nv-{text.removeprefix('#')}"
    kind = "task_id_form"
    raise _no_form(kind, text, TASK_ID_FORM, likely, TASK_ID)


def _task_address(value: object) -> str:
    text = str(value)
    if TASK_ADDRESS.fullmatch(text):
        return text
    page, _, id_ = text.partition("#")
    _, news, rest = page.partition("tin/")
    rest = rest.removesuffix("index.html").removesuffix(".md").rstrip("/")
    likely = f"{news}{rest}/#{id_}"
    kind = "task_address_form"
    raise _no_form(kind, text, TASK_ADDRESS_FORM, likely, TASK_ADDRESS)


def _no_form(
    kind: str, found: str, form: str, likely: str, pattern: re.Pattern[str]
) -> PydanticCustomError:
    hint = f"; có phải «{likely}»?" if pattern.fullmatch(likely) else ""
    details = {"found": quote(found), "form": form, "hint": hint}
    return PydanticCustomError(kind, "thấy «{found}», cần {form}{hint}", details)


def _due(value: PartialDate) -> PartialDate:
    if value.year is not None:
        return value
    kind, message = (
        "due_form",
        "thấy «{found}» không có năm, cần năm phải xong như 2024, hoặc 2024-06",
    )
    raise PydanticCustomError(kind, message, {"found": value.iso()})


def _words(value: str) -> str:
    if len(value.split()) >= LEAST_WORDS:
        return value
    kind = "words_form"
    message = "thấy «{found}», cần ít nhất {least} chữ chép nguyên từ thân bài"
    raise PydanticCustomError(kind, message, {"found": value, "least": LEAST_WORDS})


TaskId = Annotated[str, BeforeValidator(_task_id), text_schema(TASK_ID_FORM, TASK_ID.pattern)]
TaskAddress = Annotated[
    str, BeforeValidator(_task_address), text_schema(TASK_ADDRESS_FORM, TASK_ADDRESS.pattern)
]
Due = Annotated[Date, AfterValidator(_due)]
Words = Annotated[Text, AfterValidator(_words)]


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class TaskNote:
    """What an editor adds to a task of the article; found by its opening words, else by its id."""

    id: Annotated[TaskId | None, Field(title="Mã nhiệm vụ")] = None
    begins: Annotated[Text | None, Field(title="Mấy chữ mở đầu mục")] = None
    owners: Annotated[tuple[PartyField, ...], Field(title="Cơ quan chủ trì")] = ()
    due: Annotated[Due | None, Field(title="Hạn, theo nguồn")] = None


@fast_pickle
@record(frozen=True, slots=True, config=STRICT)
class FollowUp:
    """What an article says of a task that an earlier one reported."""

    task: Annotated[TaskAddress, Field(title="Nhiệm vụ của bài trước")]
    state: Annotated[TaskState, Field(title="Đến đâu rồi")]
    quote: Annotated[Words | None, Field(title="Câu trong bài này nói điều đó")] = None

    @property
    def address(self) -> str:
        """The address of the article that has the task, from the site root."""
        return self.task.partition("#")[0]

    @property
    def task_id(self) -> str:
        """The id of the task within its article."""
        return self.task.partition("#")[2]


@fast_pickle
@dataclass(frozen=True, slots=True)
class Task:
    """A task of an article.

    Attributes:
        id: its ``id`` on the article's page, such as ``nv-3``.
        text: its words, on one line.
        line: of the file, counted from 1.
        owners: the agencies in charge of it.
        due: by when it is to be done, as precise as the source says it.
        is_pinned: whether its id is bound to its opening words, whatever stands before it.
    """

    id: str
    text: str
    line: int
    owners: tuple[Party, ...] = ()
    due: PartialDate | None = None
    is_pinned: bool = False
