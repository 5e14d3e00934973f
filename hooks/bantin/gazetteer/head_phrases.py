"""Agencies by the grammar of their names: a head word such as Sở, Cục, Đài, and what follows it.

“Đài Truyền hình Việt Nam”, “Thanh tra tỉnh Lào Cai”, “Vườn Quốc gia Hoàng Liên” are in no list of
ours, yet are plainly names of bodies. A name goes on over capitalised words, over a few small ones
and over “và” before a word that begins no other body; it ends with its unit and place.
"""

import re
from typing import NamedTuple

from bantin.gazetteer.known_districts import districts_named
from bantin.gazetteer.phrases import PhraseTrie
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.tone import place_tones

_HEADS: PhraseTrie[str] = PhraseTrie()
for _name in (
    "Sở", "Ban", "Cục", "Chi cục", "Tổng cục", "Vụ", "Viện", "Trường", "Đài", "Tạp chí",
    "Thanh tra", "Vườn Quốc gia", "Khu Bảo tồn", "Văn phòng", "Đảng ủy", "Đảng bộ", "Bộ",
    "Bộ Tư lệnh", "Trung tâm", "Công ty", "Tổng công ty", "Tập đoàn", "Học viện", "Hạt", "Trạm",
    "Đoàn", "Quân khu", "Quân đoàn", "Quân chủng", "Binh chủng", "Binh đoàn", "Sư đoàn", "Lữ đoàn",
    "Trung đoàn", "Tiểu đoàn", "Hải đoàn", "Vùng", "Hải quan", "Liên hiệp", "Liên đoàn", "Hội",
    "Hiệp hội", "Ngân hàng", "Bệnh viện", "Phòng", "Ủy ban", "Tòa án", "Kho bạc", "Thuế",
    "Kiểm toán", "Kiểm lâm", "Cảng vụ", "Đồn", "Đội", "Công đoàn", "Cảnh sát", "Bảo hiểm",
    "Quỹ", "Nhà máy", "Trại giam", "Giáo hội", "Tòa Giám mục", "Viện Kiểm sát", "Điện lực",
    "Bưu điện", "Viễn thông", "Chi nhánh", "Hợp tác xã", "Câu lạc bộ", "Đại học", "Cao đẳng",
    "Hội đồng", "Tổng Liên đoàn", "Trung ương Hội", "Quân ủy",
    "Cụm", "Nông trường", "Lâm trường", "Kho", "Xưởng", "Tỉnh hội", "Trung ương",
):  # fmt: skip
    _HEADS.add(_name, _name)
# Folded beginnings that are no body, or one that only stands before another.
_NOT_A_BODY = re.compile(
    r"(?:ban (?:to chuc|bi thu|giam|chap hanh|thuong|lien lac|chu nhiem|be|dau)\b"
    r"|doan (?:cong tac|chu tich|dai bieu|kiem tra|giam sat|thanh nien)\b"
    r"|hoi (?:nghi|thao|truong|dam|thi)\b|bo (?:luat|phim)\b|bao cao\b"
    r"|truong (?:hop|ban|phong|doan|cong an)\b|van phong pham"
    r"|vung (?:nui|sau|bien|cao|dong|tay|trung|kinh te)|trung uong\s*[,.)]"
    r"|trung tam (?:hoi nghi|van hoa|hanh chinh)"
    r"|phong (?:trao|chong|ngua)|cong doan vien(?! chuc)|hoi vien|hoi dong (?:thi dua|xet))"
)
# Small words that a name may have right behind its head: “Đài phát thanh”, “Trường chính trị”.
_SMALL_BEHIND_HEAD = re.compile(
    r"(?:truyen hinh|phat thanh|kiem sat|chinh tri|su pham|cao dang|dai hoc|nha nuoc|quan ly"
    r"|quan su|nhan dan|bao ve|nganh|dan toc|ton giao|kiem lam|y te|giao duc)\b"
)
# Small words that a name does not go on over; with their marks: “đồng” ends it, “động” does not.
_END_WORDS = """
    tổ chức, ký, kí, sơ kết, tổng kết, đã, vừa, cùng, phối hợp, có, là, do, tại, để, nhằm, về,
    trong, với, tiến hành, chủ trì, họp, giao ban, được, sẽ, đang, không, các, những, theo, từ,
    đến, luôn, thống nhất, triển khai, ban hành, dự, tham, đồng, cho, khi, sau, trước, trên,
    của, thực hiện, thành lập, ra mắt, phát động, trao, tặng, đánh giá, bao gồm, gồm, nêu, hai,
    ba, bốn, năm, giai đoạn, giữa, vào, ngày, sáng, chiều, tối, lần, nhất là, tiếp tục, liên
    quan, công bố, gặp, kiểm tra, làm việc, tọa đàm, phát biểu, cấp, chỉ đạo, lãnh đạo, thông
    báo, yêu cầu, đề nghị, cử, giao(?! thông), hướng dẫn, mong, khẳng định, nhấn mạnh, tuyên
    truyền, vận động, hỗ trợ, nhận, cần, phải, mở, đạt, chia sẻ, trao đổi, thăm, làm, rút, xây
    dựng, diễn ra, khép lại, hội đàm, duy trì, cam kết, kết nghĩa, nơi, nên
"""
_END = re.compile(rf"(?:{'|'.join(word.strip() for word in _END_WORDS.split(','))})\b")
_UNIT = compile_cased(
    r"(?P<unit>[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Tt]hị ủy|[Qq]uận ủy|tỉnh|[Tt]hành phố|TP\.?"
    r"|huyện|quận|[Tt]hị xã|TX\.?|xã|phường|thị trấn|đặc khu)(?![\U\L])"
)
# “Bộ CHQS | 3 tỉnh …”: a list of places begins, which is no part of a name.
_SEVERAL = re.compile(
    r"(?:\d{1,2}|các|hai|ba|bốn|năm) (?:tỉnh|huyện|quận|xã|phường|đơn vị|thành phố)\b"
)
_TWO_WORDS = compile_cased(r"[\U][\L]+ [\U][\L]+")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_GAP = re.compile(r" ?[-–&] ?| {1,2}")
_COMMA = re.compile(r", ")
# Names with a comma in them: “Sở Văn hóa, Thể thao và Du lịch”, “Lao động, Thương binh và Xã hội”.
_BEFORE_COMMA = ("van hoa", "lao dong", "the thao", "giao duc")
_PLACE = compile_cased(r"[\U][\L'’]*(?: [\U][\L'’]+){0,2}|\d{1,2}\b")
_MAX_WORDS = 14
_MAX_SMALL = 4  # small words in a row, after which no name goes on


class HeadPhrase(NamedTuple):
    """A name found by its grammar.

    Attributes:
        end: offset behind it, unit and place included.
        body_end: offset behind the name alone.
        unit: folded: “tinh”, “huyen uy”; empty without one.
        place_start: offset of the place's name; -1 without one.
    """

    end: int
    body_end: int
    unit: str = ""
    place_start: int = -1


def head_phrase(
    text: str, folded: str, start: int, places: PhraseTrie[tuple[str, str]]
) -> HeadPhrase | None:
    """Return the name of a body that begins at an offset, or None.

    Args:
        text: the text.
        folded: the same, folded with its length kept.
        start: offset of a capital.
        places: names of provinces and districts.
    """
    head = _HEADS.at(folded, start)
    if head is None or not _has_marks(text[start : head.end], head.values[0]):
        return None
    if _NOT_A_BODY.match(folded, start) or _is_district(text, start):
        return None
    scan = _Scan(text, folded, places, head.end)
    found = scan.run()
    return found if scan.words or found.unit or found.place_start >= 0 else None


def _is_district(text: str, start: int) -> bool:
    """Whether a name is that of a district: Hội An is no Hội, Quy Nhơn no Quỹ."""
    name = _TWO_WORDS.match(text, start)
    return name is not None and bool(districts_named(name[0]))


def _has_marks(written: str, head: str) -> bool:
    """Whether a word has the marks of a head: Vũng Tàu is no Vùng, Cúc Phương no Cục."""
    return written.isascii() or place_tones(written.lower()) == place_tones(head.lower())


class _Scan:
    """Goes over the words behind a head, as far as they belong to the name."""

    def __init__(
        self, text: str, folded: str, places: PhraseTrie[tuple[str, str]], end: int
    ) -> None:
        self.text, self.folded, self.places = text, folded, places
        self.end = end
        self.words = 0
        self.small = 0

    def run(self) -> HeadPhrase:
        """Return the name with its unit and place."""
        while self.words < _MAX_WORDS and (word := self._next()):
            if _SEVERAL.match(self.text, word.start()):
                break
            is_capital = self.text[word.start()].isupper() or word[0].isdigit()
            if found := self._unit(word.start()) or self._bare_place(word, is_capital=is_capital):
                return found
            if not self._belongs(word, is_capital=is_capital):
                break
            self.end = word.end()
            self.words += 1
            self.small = 0 if is_capital else self.small + 1
        return HeadPhrase(self.end, self.end)

    def _next(self) -> re.Match[str] | None:
        gap = _GAP.match(self.text, self.end)
        if gap is None and self.folded[: self.end].endswith(_BEFORE_COMMA):
            gap = _COMMA.match(self.text, self.end)
        if gap is None or (gap[0].strip() and self._begins_body(gap.end())):
            return None  # “Vùng 4 Hải quân – Tỉnh ủy Phú Yên” names two
        return _WORD.match(self.text, gap.end())

    def _belongs(self, word: re.Match[str], *, is_capital: bool) -> bool:
        start = word.start()
        if is_capital:  # of a body too: “Đảng ủy Quân chủng Hải quân”
            return True
        if self.folded[start : word.end()] == "va":
            gap = _GAP.match(self.text, word.end())
            after = gap.end() if gap else len(self.text)
            goes_on = self.text[after : after + 1].isupper() and not self._begins_body(after)
            return goes_on and bool(self.words)
        if not self.words:
            return bool(_SMALL_BEHIND_HEAD.match(self.folded, start))
        return self.small < _MAX_SMALL and not _END.match(self.text, start)

    def _begins_body(self, start: int) -> bool:
        is_newspaper = _NEWSPAPER.match(self.text, start)
        is_body = _HEADS.at(self.folded, start) or _OTHER_BODIES.match(self.folded, start)
        return bool(is_newspaper or is_body)

    def _unit(self, start: int) -> HeadPhrase | None:
        """Return the name ending with a unit and its place, where a unit begins at an offset."""
        unit = _UNIT.match(self.text, start)
        if unit is None:
            return None
        name = self.folded[start : unit.end()].rstrip(".")
        behind = unit.end() + 1
        known, place = self.places.at(self.folded, behind), _PLACE.match(self.text, behind)
        if place and place[0].isdigit() and name not in ("quan", "phuong"):
            place = None  # “Thanh tra tỉnh | 6 tháng đầu năm”
        if place is None:
            return HeadPhrase(unit.end(), self.end, name)
        return HeadPhrase(known.end if known else place.end(), self.end, name, behind)

    def _bare_place(self, word: re.Match[str], *, is_capital: bool) -> HeadPhrase | None:
        """Return the name ending with a place without a unit: “Công ty Điện lực Bạc Liêu”."""
        place = self.places.at(self.folded, word.start()) if is_capital else None
        if place is None or not any(kind == "province" for kind, _ in place.values):
            return None
        return HeadPhrase(place.end, self.end, "", word.start())


_OTHER_BODIES = re.compile(
    r"(?:cong an|bo chi huy|bo chqs|uy ban|ubnd|hdnd|mat tran|ubmttq|mttq|bo doi bien phong|bdbp"
    r"|tinh uy|thanh uy|huyen uy|tinh doan|thanh doan|huyen doan|bien phong"
    r"|lien minh hop tac xa)\b"
)
_NEWSPAPER = re.compile(r"Báo (?!chí|cáo)")


def begins_with_head(name: str) -> bool:
    """Whether a name begins as those of bodies do."""
    folded = fold(name)
    return bool(_HEADS.at(folded, 0) or _OTHER_BODIES.match(folded))
