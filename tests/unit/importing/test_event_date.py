"""The day of an event as people write it, with a year from the page's own date if it has none."""

import pytest

from bantin.importing.cleaning.date_lines import parse_date_line
from bantin.importing.recognition.event_date import find_event_date

PAGE_DATE = parse_date_line("Cập nhật: 20/11/2021 08:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 12-11 vừa qua, Công an tỉnh tổ chức hội nghị", "2021-11-12"),
        ("Ngày 12 - 11 - 2021, Công an tỉnh tổ chức hội nghị", "2021-11-12"),
        ("Chiều ngày 15.11.2021 tại Hà Nội diễn ra Hội nghị", "2021-11-15"),
        ("Lúc 14h03, ngày 15/11, Công an tỉnh tổ chức hội nghị", "2021-11-15"),
        ("Thời gian: 8 giờ 00, ngày 05 tháng 11 năm 2021, hội nghị", "2021-11-05"),
        ("Trong 2 ngày 12-13/11, Công an tỉnh tổ chức hội nghị", "2021-11-12"),
        ("Ngày 12 và 13/11, Công an tỉnh tổ chức hội nghị", "2021-11-12"),
        ("Ngày 5, 6 tháng 11, tại Đà Lạt tổ chức hội nghị", "2021-11-05"),
        ("Từ ngày 08 đến 09/11/2021, Công an tỉnh tổ chức hội nghị", "2021-11-08"),
        ("Từ ngày 8/11 đến ngày 10/11, Công an tỉnh tổ chức hội nghị", "2021-11-08"),
        ("Cuối tuần qua (13/11), Công an tỉnh tổ chức hội nghị", "2021-11-13"),
        ("Sáng ngày mùng 3 tháng 11, đoàn kiểm tra làm việc", "2021-11-03"),
        ("Ngày 25/12, Công an tỉnh tổ chức hội nghị", "--12-25"),
        ("Sáng ngày 29/2, Công an tỉnh họp hội nghị", "--02-29"),
        ("Từ 01/01 đến 30/6/2021, hai bên tổ chức hội nghị", None),
        ("Ngày 31/11, Công an tỉnh họp hội nghị", None),
        ("Theo Kế hoạch ban hành ngày 5/11/2021, hai bên phối hợp", None),
    ],
)
def test_day_of_the_event(text: str, day: str | None) -> None:
    date, _ = find_event_date(text, text, (PAGE_DATE,) if PAGE_DATE else (), None)
    assert (date.value.iso() if date else None) == day


def test_the_time_of_a_meeting_in_minutes_is_no_date_of_the_page() -> None:
    assert parse_date_line("Thời gian: 8 giờ 00, ngày 05 tháng 10 năm 2022") is None
    assert parse_date_line("Thời gian: 05/10/2022 08:00") is not None


@pytest.mark.parametrize(
    "line",
    [
        "Thứ Năm, 14/3/2024 | 08:15 GMT+7 A- A A+ Lượt xem: 1.274",
        "Thứ Sáu, ngày 06/09/2019 - 16:22 0 bình luận",
    ],
)
def test_buttons_and_counters_next_to_a_date_do_not_hide_it(line: str) -> None:
    assert parse_date_line(line) is not None
