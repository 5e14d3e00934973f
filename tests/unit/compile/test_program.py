"""Whether a programme is in force on the day of the build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from bantin.catalog import Catalog
from bantin.compile.pages.program import is_running, state_of
from bantin.model import Program
from bantin.vietnamese.spans import parse_span

Make = Callable[[Mapping[str, str]], Catalog]


@pytest.mark.parametrize(
    ("period", "state", "runs"),
    [
        ("2019-", "đang thực hiện, không ghi thời hạn", True),
        ("2023-2033", "đang thực hiện, đến hết năm 2033", True),
        ("2022-2026", "đang thực hiện, giai đoạn kết thúc trong năm nay", True),
        ("2021-2025", "đã hết giai đoạn", False),
        ("2027-", "chưa bắt đầu", False),
        ("2026-H1", "đã hết giai đoạn", False),
        ("2026-Q4", "đang thực hiện, giai đoạn kết thúc trong năm nay", True),
        ("", "chưa rõ thời hạn", False),
    ],
)
def test_a_programme_is_in_force_from_its_first_month_to_its_last(
    catalog: Make, period: str, state: str, *, runs: bool
) -> None:
    program = Program(id="thu", name="Thử", period=parse_span(period))
    archive = replace(catalog({}), today=date(2026, 11, 23))
    assert state_of(archive, program) == state
    assert is_running(archive, program) is runs
