"""The report on legal duties and the accessibility statement."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from bantin.compile.addresses import REPORT, STATEMENT
from bantin.compile.page import Link, Page
from bantin.publish.pages.duties import ALOUD, AXE, DUTIES, KEYS, LOOKS
from bantin.publish.pages.duty import (
    MET,
    STATUSES,
    Assessment,
    Duty,
    Evidence,
    not_verified,
    proved_by,
)

TITLE = "Thực hiện các quy định"
NOT_DECLARED = "chưa khai báo"
CONTACT_LABELS = {"email": "Thư điện tử", "phone": "Điện thoại"}
ACCESSIBILITY = (
    Duty("WCAG 2.2 mức AA", "Không còn lỗi mà axe tìm được, mọi loại trang, màn hình rộng và hẹp",
         proved_by(AXE, "axe trên Chromium, rộng 1280 và 390 điểm ảnh")),
    Duty("WCAG 2.1.1, 2.4.7", "Dùng được chỉ với bàn phím, thấy rõ chỗ đang đứng",
         proved_by(KEYS, "đi qua từng loại trang bằng phím Tab")),
    Duty("WCAG 1.4.6", "Đổi được cỡ chữ, tương phản cao, nền tối bằng nút trên trang",
         proved_by(LOOKS, "thử từng nút ở một bài")),
    Duty("Ngoài tiêu chuẩn", "Nghe đọc bài", proved_by(ALOUD, "thử ở một bài")),
    Duty("WCAG 1.4.4", "Phóng chữ đến 200 % bằng trình duyệt", not_verified("chưa có phép thử")),
    Duty("WCAG 2.3.1", "Không nhấp nháy",
         not_verified("phép thử tự động không thấy được nhấp nháy")),
)  # fmt: skip


class DutyLine(NamedTuple):
    """One duty with its assessment."""

    basis: str
    text: str
    assessment: Assessment


class ReportView(NamedTuple):
    """The duties, and how many there are of each status."""

    lines: tuple[DutyLine, ...]
    counts: tuple[tuple[str, int], ...]


class StatementView(NamedTuple):
    """What was tested for accessibility; ``is_proved`` only if every line is met."""

    lines: tuple[DutyLine, ...]
    is_proved: bool
    contacts: tuple[tuple[str, str], ...]


def report_page(evidence: Evidence) -> Page:
    """Return the report; it claims nothing that no page or test proves."""
    lines = _lines(DUTIES, evidence)
    counts = Counter(line.assessment.status for line in lines)
    return Page(
        address=REPORT,
        template="report.html",
        title=TITLE,
        view=ReportView(lines, tuple((status, counts[status]) for status in STATUSES)),
        description="Từng quy định đối với trang: đạt, chưa đạt, không áp dụng hay chưa kiểm"
        " chứng.",
    )


def statement_page(evidence: Evidence) -> Page:
    """Return the accessibility statement; it is as strong as the tests in the project."""
    lines, publisher = _lines(ACCESSIBILITY, evidence), evidence.settings.publisher
    return Page(
        address=STATEMENT,
        template="statement.html",
        title="Tuyên bố về khả năng tiếp cận",
        view=StatementView(
            lines=lines,
            is_proved=all(line.assessment.status == MET for line in lines),
            contacts=tuple(
                (label, getattr(publisher, key) or NOT_DECLARED)
                for key, label in CONTACT_LABELS.items()
            ),
        ),
        description="Mức tiếp cận của trang đối với người khuyết tật, và phép thử chứng minh.",
        trail=(Link(REPORT, TITLE),),
    )


def _lines(duties: Iterable[Duty], evidence: Evidence) -> tuple[DutyLine, ...]:
    return tuple(DutyLine(duty.basis, duty.text, duty.check(evidence)) for duty in duties)
