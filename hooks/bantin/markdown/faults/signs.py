"""Signs of plain text that Markdown takes for markup, so that the page says something else."""

import re
from collections.abc import Iterator

from bantin.markdown.parser import Reading
from bantin.markdown.tree import Fault
from bantin.model.fields import quote
from bantin.model.problem import Severity

STRUCK = (
    "chữ giữa hai dấu «~~» bị gạch ngang trên trang; bài đăng không nên có chữ gạch bỏ: hãy xóa chữ"
    " ấy, hoặc viết «\\~\\~» nếu là dấu"
)
QUOTE_SIGN = re.compile(r">(=?)([ \t]*)(?!\d{1,9}[.)][ \t])(\d[\d.,]*)")
MORE_THAN = (
    "dấu «>» đầu dòng thành dấu trích dẫn nên trang không còn «{}»; nếu là dấu lớn hơn, viết «\\>»"
)
HASH_SIGN = re.compile(r"#[ \t]+(\d[\d.,]*)(?=[ \t]|$)")
NUMBERED = re.compile(r"#[ \t]+\d{1,2}[.)]")
HASH = "dấu «#» đầu dòng thành đề mục «{}»; nếu là dấu thăng trước số, viết «\\#»"
UNDERLINED = (
    "dòng «{}» thành đề mục vì ngay dưới là dòng «{}»; nếu là đề mục, viết «## {}»; nếu là đường"
    " kẻ, để một dòng trống ở giữa"
)
FENCES = ("```", "~~~")
NO_FENCE_END = "khung mã mở bằng «{}» không có dòng đóng; mọi chữ từ đây đến hết bài thành mã"
INDENTED = "dòng «{}» thụt vào từ bốn dấu cách nên thành khung mã; hãy bỏ các dấu cách ở đầu dòng"
STAR = "dấu * trong «(*)» thành chữ nghiêng nên không hiện; hãy viết «(\\*)»"
STAR_LOST = re.compile(r"\(</?(?:em|strong)\b[^>]*>|</?(?:em|strong)\b[^>]*>\)")
# Figures between underscores, and a star left beside emphasis.
UNDERSCORED = re.compile(r"_{1,2}\d[\d.,:/%-]*_{1,2}")
UNDERSCORES = "dấu _ quanh «{}» thành chữ nghiêng, đậm nên không hiện; nếu là dấu, viết «{}»"
SOURCE = ' data-sourcepos="'
UNEVEN = re.compile(rf"\*<(?:em|strong){SOURCE}|</(?:em|strong)>\*")
UNEVEN_STARS = "dấu * ở hai đầu «{}» không bằng nhau nên trang còn một dấu *; hãy viết đủ hai đầu"
STAR_SIGN = re.compile(r"\(\*{1,3}\)")


def find_signs(reading: Reading) -> Iterator[Fault]:
    """Yield signs that became markup and may not have been meant so, each with its place."""
    for name, position, *_ in reading.tags:
        judge = JUDGES.get(name)
        if judge and position:
            yield from judge(reading, position)
    body = reading.positions.body
    if "*" in reading.html:
        yield from _uneven(reading)
    if "*" in body and "(*" in body and STAR_LOST.search(reading.html):
        for match in STAR_SIGN.finditer(body):
            yield Fault(*reading.positions.at(match.start()), STAR)


def _struck(reading: Reading, position: str) -> Iterator[Fault]:
    place, source = reading.positions.start(position), reading.positions.source(position)
    if source.startswith("~~"):
        yield Fault(*place, STRUCK, Severity.ADVICE)


def _quotation(reading: Reading, position: str) -> Iterator[Fault]:
    match = QUOTE_SIGN.match(reading.positions.source(position))
    if match:
        # Nobody sets a quotation off without a blank and begins it with a figure.
        severity = Severity.ADVICE if match[2] and not match[1] else Severity.PROBLEM
        message = MORE_THAN.format(match[0])
        yield Fault(*reading.positions.start(position), message, severity)


def _heading(reading: Reading, position: str) -> Iterator[Fault]:
    place, source = reading.positions.start(position), reading.positions.source(position)
    if not source.startswith("#"):
        text, rule = source.strip(), reading.positions.last_line(position).strip(" \t>")
        yield Fault(*place, UNDERLINED.format(quote(text), rule[:9], quote(text)), Severity.ADVICE)
    elif HASH_SIGN.match(source) and not NUMBERED.match(source):
        text = source.lstrip("# \t").strip()
        yield Fault(*place, HASH.format(quote(text)), Severity.ADVICE)


def _code(reading: Reading, position: str) -> Iterator[Fault]:
    place, source = reading.positions.start(position), reading.positions.source(position)
    if not source.startswith(FENCES):
        yield Fault(*place, INDENTED.format(quote(source.strip())), Severity.ADVICE)
    else:
        last = reading.positions.last_line(position).strip(" \t>")
        first, last_line = reading.positions.lines(position)
        is_fence = last.startswith(source[:3]) and not last.strip(source[0])
        if first == last_line or not is_fence:
            fence = source[: len(source) - len(source.lstrip(source[0]))]
            yield Fault(*place, NO_FENCE_END.format(fence))


def _emphasis(reading: Reading, position: str) -> Iterator[Fault]:
    written = reading.positions.written(position)
    if UNDERSCORED.fullmatch(written):
        escaped = written.replace("_", "\\_")
        message = UNDERSCORES.format(written, escaped)
        yield Fault(*reading.positions.start(position), message, Severity.ADVICE)


def _uneven(reading: Reading) -> Iterator[Fault]:
    """Yield emphasis beside which a star is left."""
    for match in UNEVEN.finditer(reading.html):
        opening = reading.html.rfind(SOURCE, 0, match.end()) + len(SOURCE)
        position = reading.html[opening:].partition('"')[0]
        start, end = reading.positions.span(position)
        body = reading.positions.body
        if body[start - 2 : start] != "\\*" and body[end : end + 1] != "\\":
            written = body[max(0, start - 1) : end + 1].strip()
            message = UNEVEN_STARS.format(quote(written))
            yield Fault(*reading.positions.start(position), message, Severity.ADVICE)


JUDGES = {
    "del": _struck,
    "blockquote": _quotation,
    **{f"h{level}": _heading for level in range(1, 7)},
    "pre": _code,
    "em": _emphasis,
    "strong": _emphasis,
}
