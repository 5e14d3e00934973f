"""People named with the office they held, and what they did at the meeting."""

import re
from dataclasses import dataclass, replace

from bantin.gazetteer.places import Gazetteer
from bantin.model.article import Role
from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.letters import compile_cased

_RANK = r"(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)"
_HONORIFIC = re.compile(
    rf"(?:\b(?:[Đđ]ồng chí|[Đđ]/[Cc]|[Đđ]\.[Cc]|[Cc]ác đồng chí|[Ôô]ng|[Bb]à"
    rf"|[Cc]ác ông|TS|ThS|PGS|GS|BS|{_RANK})[.:,]?\s+)+$",
    re.IGNORECASE,
)
_RANKS = re.compile(rf"{_RANK}", re.IGNORECASE)
_OFFICE_WORD = (
    "Giám|Phó|Trưởng|Chỉ|Chủ|Ủy|Uỷ|Bí|Chính|Tư|Bộ|Thứ|Viện|Cục|Vụ|Tổng|Chánh|Đội|Đồn|Hiệu"
)
_PART = rf"(?:[KHYA]['’]\s?)?[\U][\L'’]*(?:-(?!{_OFFICE_WORD})[\U][\L]+)?"
_NAME = compile_cased(rf"(?<![\w/]){_PART}(?:[^\S\n]{_PART}){{1,5}}(?!\w)")
_SURNAMES = frozenset(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn
    phùng vương tống thạch châu quách lưu tăng đào trương kiều hứa khổng la thái từ nghiêm âu
    bạch mạc tôn viên cù doãn lại đàm giáp hà hán khúc lục ninh nhâm phí quản sầm thân tiêu
    ung kpă ksor nay rmah rah siu rcom rơ rơmah ro niê y h' k' k a bríu alăng zơrâm pơloong
    coor ma lò lô vàng giàng sùng thào mùa cầm điêu điểu bàn triệu nông mai cao tô lương lâm
    tạ chu tòng quàng lường lầu cứ hậu vi vy ksơr kbuôr mlô êban ayun adrơng ktul bkrông tráng
    co lù phù hạc chang bling thiều biện tấn bế ngân hạng hờ thò sình phàn chảo lèo cà tẩn mẫn
    đậu đới thiệu bồ mã nhữ lã cung quyền khuất khương chế chung ôn tín sử thi kon liêng hót
    trượng thổ mang đạo đàng mấu thông pinăng katơr chamaléa rơlan
    rolan ya cil krajăn rơông bon touneh ama amí
    """.split()  # noqa: SIM905 - three hundred quotation marks would hide the names
)
_OFFICE = re.compile(
    r"(?:(?:nguyên|quyền|cán bộ)\s+)?(?:ủy viên|uỷ viên|uvbtv|uvbch|bí thư|phó"
    r"|trưởng|chủ tịch|giám đốc|chỉ huy (?:trưởng|phó)|chính ủy|chính uỷ"
    r"|chính trị viên|tư lệnh|bộ trưởng|thứ trưởng|chánh|viện trưởng|cục trưởng"
    r"|vụ trưởng|tổng (?:biên|giám|thư|cục|bí|thanh)|thường trực|đại biểu"
    r"|hiệu trưởng|đội trưởng|chủ nhiệm|thư ký|đồn trưởng|ptb|tuv|huv|pct|pgđ"
    r"|pbt|(?:thành|tỉnh|huyện|thị|quận|đảng) (?:ủy|uỷ) viên|uvtv)\b"
)
_STOP_WORDS = re.compile(
    r"\s+(?:đồng chủ trì|chủ trì|phát biểu|đã|dự|tham dự|đến dự|về dự|tới dự"
    r"|cùng|cho biết|khẳng định|nhấn mạnh|yêu cầu|đề nghị"
    r"|ghi nhận|đánh giá|biểu dương|trao|tặng|kết luận|làm trưởng|tại (?:hội"
    r"|buổi|lễ)|báo cáo|thay mặt|trình bày|ký|là|chúc|điều hành|tiếp thu"
    r"|bày tỏ|gợi ý|chỉ đạo|quán triệt|mong|lưu ý|cho rằng|tham gia|thông tin"
    r"|nêu|trực tiếp|đại diện|và (?=(?:đồng chí|ông|bà|các đồng chí|Đại|Thượng"
    r"|Trung tá|Trung tướng|Thiếu)\b)"
    r"|và [A-ZĐ]\S+ [A-ZĐ]\S+)\b.*$"
)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("chu-tri", re.compile(r"\bchủ trì\b|\bđiều hành\b|\blàm trưởng đoàn\b")),
    (
        "phat-bieu",
        re.compile(
            r"\bphát biểu\b|\bkết luận\b|\bnhấn mạnh\b|\byêu cầu\b|\bkhẳng định\b"
            r"|\bbiểu dương\b|\bghi nhận\b|\bđề nghị\b|\bcho biết\b"
        ),
    ),
    (
        "tham-du",
        re.compile(
            r"\b(?:dự|tham dự)\b(?! thảo| án| kiến| báo| toán| phòng| trữ)|\bcó mặt\b"
            r"|\btham gia (?:hội nghị|buổi|lễ)|\bcó (?:các đồng chí|đồng chí|ông|bà)\b"
        ),
    ),
)
_PLACE = re.compile(
    r"\b(?:thôn|bản|buôn|làng|xóm|ấp|đường|(?:học sinh|nhân dân|hộ dân).* xã|(?:hải )?đảo|quần đảo"
    r"|cửa khẩu|sông|núi|đèo|vịnh|biển|chợ|xã đảo|khu công nghiệp|địa bàn|vùng|đồn biên phòng"
    r"|đồn bp|trạm biên phòng|mốc|rừng|hồ|cảng|khu di tích) $"
)
# A dash within the name of a body parts nothing: “Đài Phát thanh – Truyền hình tỉnh”.
_PIECES = re.compile(
    r",\s+|(?<!phát thanh)(?<!lao động)(?<!kinh tế)(?<!văn hóa)(?<!tuyên giáo)(?<!văn hoá)"
    r"(?<!xã hội)(?<!thông tin)\s+[-–—]\s+|\s+[-–—]\s+(?=[Tt]rưởng|[Pp]hó|[Uu]ỷ|[Ủủ]y|[Bb]í)",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:[Tt]ỉnh|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hành phố|TP\.?) $")
_PROVINCE = re.compile(
    r"(?:ha (?:noi|nam|tinh|giang)|cao bang|bac|an giang|thai (?:binh|nguyen)"
    r"|lam dong|ninh (?:binh|thuan)|lai chau|ho chi minh|lang son|lao cai|son la"
    r"|ca mau) "
)
_BODY_START = re.compile(
    r"(?:ban (?:dan|tuyen|noi|to chuc|thuong|chap|chi|can)|bo (?:chi|cong|quoc"
    r"|tu|giao|chinh)|so |uy ban|cong an|doan (?:thanh|dai)|hoi (?:nong|lien|cuu"
    r"|dong|nghi|chu)"
    r"|tinh|huyen|thanh (?:uy|pho|tra)|quan (?:su|khu|chung|uy)|trung uong"
    r"|quoc hoi|mat tran|viet nam|chuong trinh|ke hoach|quy che|toa an|ngan hang"
    r"|lien doan|bo doi|bien phong|van phong|dan van)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one sentence names them; the span of the office, for whom it names."""

    name: str
    office: str
    role: Role | None
    evidence: str
    start: int
    office_span: tuple[int, int]


def find_people(text: str, gazetteer: Gazetteer) -> list[Named]:
    """Return the people named, every mention, in order."""
    found: list[Named] = []
    for match in _NAME.finditer(text):
        end = found[-1].office_span[1] if found else 0
        named = _named(text, match)
        if named is None or _is_place(text, named, gazetteer):
            continue
        if not (named.start < end and _SEAT.search(text[named.start - 12 : named.start])):
            found.append(named)
    return found


def _is_place(text: str, named: Named, gazetteer: Gazetteer) -> bool:
    """Whether what looks like a name is that of a province or district, and no one is addressed."""
    known = gazetteer.names.at(fold_keeping_length(named.name), 0)
    is_whole = known is not None and known.end == len(named.name)
    return is_whole and not _HONORIFIC.search(text[max(0, named.start - 60) : named.start])


def merge_people(mentions: list[Named]) -> list[Named]:
    """Return each person once, with the fullest office and the weightiest role."""
    found: dict[str, Named] = {}
    for named in mentions:
        first = found.setdefault(fold(named.name), named)
        office = first.office if len(first.office) >= len(named.office) else named.office
        role = min((first.role, named.role), key=_weight)
        found[fold(named.name)] = replace(first, office=office, role=role)
    return [named for named in found.values() if named.office or named.role]


def _weight(role: Role | None) -> int:
    order = [name for name, _ in _ROLES]
    return order.index(role) if role else len(order)


def _named(text: str, match: re.Match[str]) -> Named | None:
    start, name = _start_of_name(text, match)
    if not name:
        return None
    honorific = _HONORIFIC.search(text[max(0, start - 60) : start])
    head = start - len(honorific[0]) if honorific else start
    after, after_span = _office_after(text, match.end())
    before, before_span = _office_before(text, head)
    if not honorific and _PLACE.search(text[max(0, start - 30) : start].lower()):
        return None
    has_surname = _is_surname(name.split()[0]) or "'" in name.split()[0]
    if not (honorific or (has_surname and (after or before))):
        return None
    rank = _RANKS.search(honorific[0]) if honorific else None
    office = ", ".join(filter(None, [rank[0] if rank else "", after or before]))
    if not office and not (honorific and has_surname):
        return None
    sentence, local = _around(text, match.start(), match.end())
    span = after_span if after else before_span
    return Named(
        name,
        office,
        _role(sentence, local),
        sentence,
        start,
        (min(start, span[0]), max(match.end(), span[1])),
    )


def _start_of_name(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Cut a run of capitals to the name: offices and bodies before it belong to the office."""
    words = list(re.finditer(r"\S+", match[0]))
    said = [word[0] for word in words]
    honorific = _HONORIFIC.search(text[max(0, match.start() - 60) : match.start()])
    first = 0
    if said[0] in ("Ông", "Bà") and len(said) > 2 and not _is_body(said, 1):  # noqa: PLR2004 - a name
        first = 1
    elif not honorific:
        starts = [i for i, word in enumerate(said) if _is_surname(word)]
        starts = [i for i in starts if 2 <= len(words) - i <= 5 and not _is_body(said, i)]  # noqa: PLR2004 - words of a name
        if not starts:
            return 0, ""
        first = starts[0]
    elif _is_body(said, 0):
        return 0, ""
    end = next(
        (i for i in range(first + 2, len(words)) if _OFFICE.match(" ".join(said[i:]).lower())),
        len(words),
    )
    start = words[first].start()
    name = match[0][start : words[end - 1].end()]
    return match.start() + start, name


def _is_body(words: list[str], start: int) -> bool:
    """Whether a run of capitals from here on is a body, an office or a province, not a name."""
    rest = " ".join(words[start:])
    if rest.startswith("Trương "):
        return False
    folded = fold(rest) + " "
    return bool(_BODY_START.match(folded) or _OFFICE.match(rest.lower()) or _PROVINCE.match(folded))


def _is_surname(word: str) -> bool:
    return word.lower().rstrip("'’") in _SURNAMES


def _office_after(text: str, end: int) -> tuple[str, tuple[int, int]]:
    gap = re.match(r"\s*(?:,|[-–—]|\()?\s*", text[end : end + 6])
    start = end + (gap.end() if gap else 0)
    stop = re.search(r"[.;:\n)“”]|$", text[start:])
    segment = text[start : start + (stop.start() if stop else 0)][:260]
    kept: list[str] = []
    for piece in _PIECES.split(segment):
        plain = piece.lower()
        if not (
            _OFFICE.match(plain)
            or (_RANKS.match(piece) and not _NAME.search(_RANKS.sub("", piece)))
        ):
            break
        cut = re.sub(r"\s+và$", "", _STOP_WORDS.sub("", piece).strip())
        kept.append(cut)
        if cut != piece.strip():
            break
    office = ", ".join(kept)
    return office, (start, start + (segment.find(kept[-1]) + len(kept[-1]) if kept else 0))


def _office_before(text: str, start: int) -> tuple[str, tuple[int, int]]:
    before = re.split(r"[.;:\n“”()]", text[max(0, start - 130) : start])[-1]
    if before[-1:] not in (" ", "") or before.rstrip().endswith((",", "-", "–")):
        return "", (start, start)
    folded = before.lower()
    pieces = [
        m.start()
        for m in _OFFICE.finditer(folded)
        if m.start() == 0 or folded[m.start() - 1] in " ,"
    ]
    if not pieces:
        return "", (start, start)
    begin = _first_of_chain(folded, pieces)
    office = before[begin:].strip(" ,-–")
    if re.search(r"\b(?:và|cùng|với|do|của đồng chí|gồm|có|là)$", office.lower()) or re.search(
        r"\b(?:đã|được|về|tại|phát biểu|tổ chức)\b", office
    ):
        return "", (start, start)
    return office, (start - len(before) + begin, start)


def _first_of_chain(folded: str, starts: list[int]) -> int:
    """Offices in a row are one: “Ủy viên …, Trưởng …”."""
    begin = starts[0]
    for start in starts[1:]:
        between = folded[begin:start]
        if re.search(r"\b(?:và|cùng|với|chủ trì|dự|đồng chí)\s", between) and not re.search(
            r"(?:tuyên giáo|giáo dục|dân tộc|thương binh) và", between
        ):
            begin = start
    return begin


def _around(text: str, start: int, end: int) -> tuple[str, int]:
    left = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    ends = [i for i in (text.find("\n", end), text.find(". ", end)) if i >= 0]
    right = min(ends, default=len(text))
    return text[left:right].strip(), start - left


def _role(sentence: str, at: int) -> Role | None:
    """What is said after the name, up to the next person of a list, else of the whole sentence."""
    whole = sentence.lower()
    after = whole[at:].partition(";")[0]
    for role, pattern in _ROLES:
        if pattern.search(after) or (role != "phat-bieu" and pattern.search(whole)):
            return role
    return "phat-bieu" if _ROLES[1][1].search(whole[:60]) else None
