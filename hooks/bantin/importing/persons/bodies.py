"""The body of an office that a sentence calls by its first word: “Giám đốc Sở”, “Chính ủy Đoàn”.

The rest of its name stands elsewhere in the article: where exactly one body begins with that word,
the office is that of this body.
"""

import re
from collections.abc import Iterable

from bantin.gazetteer.head_phrases import begins_with_head
from bantin.vietnamese.fold import fold

# The word with which an office ends, of a body that has a longer name.
_BARE = re.compile(
    r"(?<!\w)(?<![Tt]ỉnh )(?<![Tt]hành )(?<![Hh]uyện )(?<!Trung ương )"
    r"(?P<head>Sở|Đài|(?:Nhà )?[Tt]rường|(?:Tổng )?[Cc]ông ty|Vườn|(?:Học )?[Vv]iện|(?:Chi )?[Cc]ục"
    r"|Đoàn|Ngân hàng|Trung tâm|Nhà máy|Báo|Tập đoàn|Quỹ|Bệnh viện|Khu|Binh đoàn|Lữ đoàn|Sư đoàn"
    r"|Vùng|Hội|Liên đoàn|Hiệp hội|Chi nhánh|Kho bạc)$",
    re.IGNORECASE,
)
# Offices that only one kind of body has.
_OF_A_KIND = {
    "hiệu trưởng": "Trường", "phó hiệu trưởng": "Trường", "viện trưởng": "Viện",
    "phó viện trưởng": "Viện", "chánh án": "Tòa án", "phó chánh án": "Tòa án",
}  # fmt: skip
_UNIT_BEHIND = re.compile(r"\s+(?:tỉnh|thành phố|TP\.?)(?:\s+[^,]{2,30})?$")
_PLACE_BEHIND = re.compile(r"(?:(?<= tỉnh)|(?<= huyện))\s+[^,]{2,30}$")
_OF_UNITS = ("Hội ", "Liên đoàn ", "Viện Kiểm sát", "Tòa án")
# An office without any body: “Phó Giám đốc”, “Đại tá, Giám đốc”.
_WITHOUT_BODY = re.compile(
    r"(?:Phó\s+|Quyền\s+|Nguyên\s+)*(?:Tổng )?(?:Giám đốc|Chủ tịch|Bí thư|Trưởng ban|Cục trưởng"
    r"|Chỉ huy trưởng|Chính ủy|Chủ nhiệm|Tư lệnh|Chánh án|Viện trưởng)(?:\s+Thường trực)?$",
    re.IGNORECASE,
)


def complete_office(office: str, parties: list[str], others: list[str]) -> str:
    """Return an office with the whole name of its body, the same where that is not certain.

    Args:
        office: as the sentence has it.
        parties: names of those that met.
        others: names of bodies as the article writes them, where no party begins so.
    """
    bare = _BARE.search(office)
    last = office.rpartition(", ")[2]
    head = bare["head"] if bare else _OF_A_KIND.get(last.lower(), "")
    if not head:
        return office
    key = fold(re.sub("^nhà ", "", head, flags=re.IGNORECASE)) + " "
    name = _only(_beginning(parties, key)) or _only(_beginning(others, key))
    if not name:
        return office
    return f"{office.removesuffix(head).rstrip() if bare else office} {name}"


def _beginning(names: Iterable[str], key: str) -> set[str]:
    return {_without_unit(name) for name in names if fold(name).startswith(key)}


def _without_unit(name: str) -> str:
    """Return a name without its province, as offices are written: “Hội Nông dân tỉnh”."""
    if name.startswith("Sở "):
        return _UNIT_BEHIND.sub("", name)
    return _PLACE_BEHIND.sub("", name) if name.startswith(_OF_UNITS) else name


def _only(names: set[str]) -> str:
    """Return the longest of names of which all others are the beginning; empty if there is none."""
    longest = max(names, key=len, default="")
    others = [fold(name).replace("–", "-") for name in names]
    return (
        longest if all(fold(longest).replace("–", "-").startswith(name) for name in others) else ""
    )


def office_at_place(office: str, place: str, parties: Iterable[str]) -> str:
    """Return an office without a body with that of the only party at a place behind the name.

    “các đồng chí Phó Giám đốc: Lê Văn An (Vĩnh Long), …” where the police of Vĩnh Long met.
    """
    if not place or not _WITHOUT_BODY.search(office.rpartition(", ")[2]):
        return office
    if begins_with_head(place):  # “Lê Văn An (Sở Y tế)”
        return f"{office} {place}"
    at_place = {name for name in parties if fold(name).endswith(f" {fold(place)}")}
    return f"{office} {at_place.pop()}" if len(at_place) == 1 else office
