"""Columns that several tables share; most show the attribute of their own name."""

from collections.abc import Callable, Mapping, Sized
from operator import attrgetter
from typing import Any

from bantin.publish.data.table import (
    ADDRESS,
    COUNT,
    MAYBE_ADDRESS,
    MAYBE_DATE,
    MAYBE_TEXT,
    NOTES,
    TEXT,
    TEXTS,
    Column,
)
from bantin.publish.data.values import iso, span


def identity(address: Callable[[Any], str], site_url: str) -> list[Column]:
    """Id and address of a registry record."""
    return [
        Column("id", "Mã, không đổi và không dùng lại", TEXT, attrgetter("id")),
        Column("url", "Địa chỉ trang", ADDRESS, lambda record: site_url + address(record)),
    ]


def text(name: str, meaning: str, of: str = "") -> Column:
    """A text or null; ``of`` names the attribute it is taken from, if that has another name."""
    return Column(name, meaning, MAYBE_TEXT, attrgetter(of or name))


def texts(name: str, meaning: str, of: str = "") -> Column:
    """A list of texts."""
    take = attrgetter(of or name)
    return Column(name, meaning, TEXTS, lambda record: list(take(record)))


def day(name: str, meaning: str, of: str = "") -> Column:
    """A date as precisely as it is known."""
    take = attrgetter(of or name)
    return Column(name, meaning, MAYBE_DATE, lambda record: iso(take(record)))


def years(name: str, meaning: str, of: str = "") -> Column:
    """A span of years, or the words that an article gives instead."""
    take = attrgetter(of or name)
    return Column(name, meaning, MAYBE_TEXT, lambda record: span(take(record)))


def notes(of: str = "inferred") -> Column:
    """What was inferred, by field."""
    take = attrgetter(of)
    meaning = "Điều suy ra kèm căn cứ, theo tên trường"
    return Column("inferred", meaning, NOTES, lambda record: dict(take(record)))


def lifespan() -> list[Column]:
    """When a record begins and ends, and its successors."""
    return [
        day("valid_from", "Bắt đầu"),
        day("valid_to", "Kết thúc"),
        texts("succeeded_by", "Đơn vị kế tục trực tiếp, theo mã"),
    ]


def stories(index: Mapping[str, Sized]) -> Column:
    """The number of stories about a record: a conference with three articles counts once."""
    meaning = "Số tin, mỗi hội nghị tính một lần; hội nghị mới báo trước không tính"
    return Column("stories", meaning, COUNT, lambda record: len(index.get(record.id, ())))


def basis() -> list[Column]:
    """Where the facts of a record come from."""
    source = Column("source", "Nguồn của ghi chép", MAYBE_ADDRESS, attrgetter("source"))
    return [source, text("note", "Ghi chú")]
