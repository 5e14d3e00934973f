"""The report on legal duties and the accessibility statement."""

from collections import Counter
from dataclasses import dataclass

from bantin.compile.page import Link, Page
from bantin.publish.addresses import REPORT, STATEMENT
from bantin.publish.pages.duties import AXE, DUTIES, KEYS, TOOLS
from bantin.publish.pages.verdict import MET, STATUSES, Duty, Ground, Verdict, proved_by

TITLE = "Thực hiện các quy định"
UNSET = "chưa khai báo"
ACCESS = (
    Duty("WCAG 2.2 mức AA", "Không còn lỗi mà axe tìm được, mọi loại trang, màn hình rộng và hẹp",
         proved_by(AXE, "axe trên Chromium, rộng 1280 và 390 điểm ảnh")),
    Duty("WCAG 2.1.1, 2.4.7", "Dùng được chỉ với bàn phím, thấy rõ chỗ đang đứng",
         proved_by(KEYS, "đi qua từng loại trang bằng phím Tab")),
    Duty("WCAG 1.4.4, 1.4.6", "Phóng chữ, tương phản cao, nền tối, nghe đọc",
         proved_by(TOOLS, "thử từng nút ở một bài")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One duty with its verdict."""

    basis: str
    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReportView:
    """The duties, and how many stand how."""

    lines: tuple[Line, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """What was tested for accessibility; whole only if every line is met."""

    lines: tuple[Line, ...]
    is_proved: bool
    contacts: tuple[tuple[str, str], ...]


def report_page(ground: Ground) -> Page:
    """Return the report; it claims nothing that no page or test proves."""
    lines = tuple(Line(duty.basis, duty.text, duty.check(ground)) for duty in DUTIES)
    counts = Counter(line.verdict.status for line in lines)
    view = ReportView(lines, tuple((status, counts[status]) for status in STATUSES))
    described = "Từng quy định đối với trang: đạt, chưa đạt, không áp dụng hay chưa kiểm chứng."
    return Page(REPORT, "report.html", TITLE, view, described)


def statement_page(ground: Ground) -> Page:
    """Return the accessibility statement, as strong as the tests in the project."""
    lines = tuple(Line(duty.basis, duty.text, duty.check(ground)) for duty in ACCESS)
    publisher = ground.settings.publisher
    labels = {"email": "Thư điện tử", "phone": "Điện thoại"}
    contacts = tuple((label, getattr(publisher, key) or UNSET) for key, label in labels.items())
    view = StatementView(lines, all(line.verdict.status == MET for line in lines), contacts)
    described = "Mức tiếp cận của trang đối với người khuyết tật, và phép thử chứng minh."
    trail = (Link(REPORT, TITLE),)
    title = "Tuyên bố về khả năng tiếp cận"
    return Page(STATEMENT, "statement.html", title, view, described, trail)
