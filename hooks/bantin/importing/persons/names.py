"""Names of people in running text: where one begins and ends among other capitalised words."""

import re

from bantin.importing.persons.words import OFFICE, TITLE
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased

# “đồng chí ”, “Đ/c ”, “ông ”, “TS. ”, “Đại tá ”, also several in a row, right before a name.
HONORIFIC_WORD = (
    rf"[Đđ]ồng chí|[Đđ]/[Cc]|[Đđ]\.[Cc]|[Cc]ác đồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ụ"
    rf"|[Cc]ác ông|[Cc]ác bà|{TITLE}"
)
HONORIFIC = re.compile(rf"(?:(?<!\w)(?:{HONORIFIC_WORD})[.:,]?\s+)+$", re.IGNORECASE)
# Words that begin an office behind a dash, “Nguyễn Văn An-Giám đốc”, and no part of a name, as in
# “H'Yim-Kđoh”.
_OFFICE_WORD = (
    "Giám|Phó|Trưởng|Chỉ|Chủ|Ủy|Uỷ|Bí|Chính|Tư|Bộ|Thứ|Viện|Cục|Vụ|Tổng|Chánh|Đội|Đồn|Hiệu"
)
# One word of a name: “An”, “Drắk”, “H'Yim”, “K' Brih”, “Ksor-H'Bia”.
_PART = rf"(?:[KHYA]['’]\s?)?[\U][\L'’]*(?:-(?!{_OFFICE_WORD})[\U][\L]+)?"
# Two to six of them on one line.
NAME = compile_cased(rf"(?<![\w/]){_PART}(?:[^\S\n]{_PART}){{1,5}}(?!\w)")
# Surnames of the Kinh and of other peoples of Vietnam; those of the Central Highlands come first in
# a name too (Ksor, Rah Lan, K'). Without a title before it, only a surname begins a name.
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
    danh tạc chamalé alăng pơloong hà tor têr rơ
    rolan ya cil krajăn rơông bon touneh ama amí
    """.split()  # noqa: SIM905 - three hundred quotation marks would hide the names
)
# Beginnings (folded) of provinces that could pass for names: “Thái Bình”, “Lâm Đồng”.
_PROVINCE = re.compile(
    r"(?:ha (?:noi|nam|tinh|giang)|cao bang|bac|an giang|thai (?:binh|nguyen)"
    r"|lam dong|ninh (?:binh|thuan)|lai chau|ho chi minh|lang son|lao cai|son la"
    r"|ca mau) "
)
# Beginnings (folded) of agencies, meetings and documents.
_AGENCY = re.compile(
    r"(?:ban (?:dan|tuyen|noi|to chuc|thuong|chap|chi|can)|bo (?:chi|cong|quoc"
    r"|tu|giao|chinh)|so |uy ban|cong an|doan (?:thanh nien|dai)|hoi (?:nong|lien|cuu"
    r"|dong|nghi|chu)"
    r"|tinh|huyen|thanh (?:uy|pho|tra)|quan (?:su|khu|chung|uy)|trung uong"
    r"|quoc hoi|mat tran|viet nam|chuong trinh|ke hoach|quy che|toa an|ngan hang"
    r"|lien doan|bo doi|bien phong|van phong|dan van)"
)
_TITLES_OF_ALL = ("Ông", "Bà", "Anh", "Chị", "Thầy", "Cụ")
_MAX_HONORIFIC = 80
_NAME_LENGTHS = range(2, 6)


def honorific_before(text: str, start: int) -> re.Match[str] | None:
    """Return the honorifics that end right before an offset, if there are any."""
    return HONORIFIC.search(text[max(0, start - _MAX_HONORIFIC) : start])


def is_surname(word: str) -> bool:
    """Whether a word is a surname."""
    return word.lower().rstrip("'’") in _SURNAMES


def trim_name(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Return the offset of a name within a run of capitalised words, and the name.

    “Trưởng Ban Dân vận Nguyễn Văn An” gives “Nguyễn Văn An”: an office or agency before the name
    belongs to the office, an office behind it too.

    Args:
        text: the text.
        match: of ``NAME``, a run of capitalised words.

    Returns:
        The offset in the text and the name; an empty name if there is none.
    """
    words = list(re.finditer(r"\S+", match[0]))
    spelled = [word[0] for word in words]
    first = _first_word(spelled, has_honorific=honorific_before(text, match.start()) is not None)
    if first is None:
        return 0, ""
    if _BODY_AHEAD.match(text, match.start() + words[first].start()):
        return 0, ""
    if spelled[first] == "Đoàn" and _is_union(
        text[: words[first].start() + match.start()], spelled[first:]
    ):
        first += 1
    end = next(
        (n for n in range(first + 2, len(words)) if OFFICE.match(" ".join(spelled[n:]).lower())),
        len(words),
    )
    start = words[first].start()
    return match.start() + start, match[0][start : words[end - 1].end()]


# “Đoàn Thanh | niên”, “Hội Nông | dân”: names of bodies that go on in small letters.
_BODY_AHEAD = re.compile(r"Đoàn (?:Thanh niên|Đại biểu|Công tác|Thể)|Hội Nông dân|Lữ đoàn|Sư đoàn")


def _is_union(before: str, words: list[str]) -> bool:
    """Whether Đoàn is the Youth Union before a person, no surname: “Bí thư Trung ương | Đoàn”."""
    is_full = len(words) > 3 and is_surname(words[1])  # noqa: PLR2004 - Đoàn and a name of three words
    return is_full and bool(
        re.search(r"(?:[Tt]rung ương|[Bb]í thư|[Tt]hường vụ|[Cc]án bộ)\s$", before)
    )


def _first_word(words: list[str], *, has_honorific: bool) -> int | None:
    """Return the index of the word with which the name begins; None if there is no name."""
    if words[0] in _TITLES_OF_ALL and len(words) > 2 and not _is_no_person(words, 1):  # noqa: PLR2004 - title and name
        return 1
    if has_honorific:
        return None if _is_no_person(words, 0) else 0
    return next(
        (
            number
            for number, word in enumerate(words)
            if is_surname(word)
            and len(words) - number in _NAME_LENGTHS
            and not _is_no_person(words, number)
        ),
        None,
    )


def _is_no_person(words: list[str], start: int) -> bool:
    """Whether a run of capitalised words from here on is an agency, an office or a province."""
    rest = " ".join(words[start:])
    if rest.startswith("Trương "):  # a surname that folds as the office “Trưởng”
        return False
    folded = fold(rest) + " "
    return bool(_AGENCY.match(folded) or OFFICE.match(rest.lower()) or _PROVINCE.match(folded))
