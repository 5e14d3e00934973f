"""What the name of an agency says of its record: kind, level, place and id.

``bantin add agency`` and the proposals of import make records by these rules. Levels and kinds are
those of the Party, State and mass organisations before and after 1 July 2025.
"""

from collections.abc import Mapping

from bantin.gazetteer.agency_kinds import kind_name
from bantin.model import Agency, Registries
from bantin.model.registry import AgencyKind, Level
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased
from bantin.vietnamese.slug import slugify

# How names begin, by the kind of agency; the longest that fits counts.
_HEADS: Mapping[AgencyKind, tuple[str, ...]] = {
    "luc-luong-vu-trang": (
        "Công an", "Bộ Công an", "Bộ Quốc phòng", "Bộ Chỉ huy", "Ban Chỉ huy", "Ban CHQS",
        "Các đồn", "Bộ CHQS", "Bộ Tư lệnh", "Bộ đội", "Biên phòng", "Đồn Biên phòng", "Đồn BP",
        "Cảnh sát", "Quân sự", "Quân khu", "Quân đoàn", "Quân chủng", "Binh chủng", "Binh đoàn",
        "Hải quân", "Vùng Cảnh sát biển", "Vùng 1", "Vùng 2", "Vùng 3", "Vùng 4", "Vùng 5",
        "Sư đoàn", "Trung đoàn", "Lữ đoàn", "Đoàn Kinh tế", "Tổng cục Chính trị", "Cục Chính trị",
        "Cục An ninh", "Cục Cảnh sát", "Cục Dân vận", "Phòng An ninh", "Phòng Cảnh sát",
        "Trại giam", "Trường Quân sự", "Học viện Biên phòng", "Tổng Tham mưu", "Bộ Tổng Tham mưu",
        "Đảng ủy Công an", "Đảng ủy Quân sự", "Quân ủy",
    ),
    "dang": (
        "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy", "Đảng ủy", "Đảng bộ",
        "Ban Thường vụ", "Ban Dân vận", "Ban Tuyên giáo", "Ban Nội chính", "Ban Tổ chức",
        "Ban Kinh tế Trung ương", "Ban Đối ngoại", "Ban Chính sách", "Ban cán sự", "Ban Bí thư",
        "Ủy ban Kiểm tra", "Văn phòng Tỉnh ủy", "Văn phòng Thành ủy", "Văn phòng Trung ương",
        "Trường Chính trị", "Học viện Chính trị", "Hội đồng Lý luận", "Báo Nhân Dân",
        "Tạp chí Cộng sản", "Trung tâm Chính trị", "Ban Chỉ đạo Tây",
    ),
    "mat-tran-doan-the": (
        "Ủy ban Mặt trận", "Ủy ban MTTQ", "UBMTTQ", "Ủy ban Trung ương Mặt trận", "Mặt trận",
        "MTTQ", "Ban Thường trực Ủy ban", "Hội", "Trung ương Hội", "Liên đoàn Lao động",
        "Tổng Liên đoàn", "Liên hiệp", "Liên minh Hợp tác xã", "Công đoàn", "Tỉnh đoàn",
        "Thành đoàn", "Huyện đoàn", "Thị đoàn", "Quận đoàn", "Trung ương Đoàn", "Đoàn Thanh niên",
        "Đoàn TNCS", "Đoàn Khối", "Đoàn xã", "Ủy ban Đoàn kết",
    ),
    "chinh-quyen": (
        "Ủy ban nhân dân", "UBND", "Hội đồng nhân dân", "HĐND", "Sở", "Phòng", "Ban Dân tộc",
        "Ban Tôn giáo", "Ban Quản lý", "Ban Thi đua", "Ủy ban Dân tộc", "Ủy ban", "Bộ", "Cục",
        "Chi cục", "Tổng cục", "Thanh tra", "Viện Kiểm sát", "Tòa án", "Kho bạc", "Hải quan",
        "Thuế", "Bảo hiểm xã hội", "Hạt Kiểm lâm", "Kiểm lâm", "Thông tấn xã", "Kiểm toán",
        "Văn phòng Chính phủ", "Văn phòng Ủy ban nhân dân", "Văn phòng HĐND", "Chính phủ",
        "Đoàn đại biểu Quốc hội", "Văn phòng Đoàn đại biểu", "Hội đồng", "Quốc hội",
        "Văn phòng Quốc hội", "Cảng vụ", "Đài Tiếng nói",
        "Đài Truyền hình Việt Nam", "Ngân hàng Nhà nước", "Ban Chỉ đạo 138", "Ban An toàn",
        "Vườn Quốc gia",
    ),
}  # fmt: skip
# Units that an agency belongs to, with the level of a unit's agencies; the unit's name follows.
_UNITS: Mapping[str, Level] = {
    "thị xã": "huyen", "thị trấn": "xa", "xã": "xa", "phường": "xa", "đặc khu": "xa",
    "đồn biên phòng": "xa", "huyện": "huyen", "quận": "huyen", "huyện ủy": "huyen",
    "thị ủy": "huyen", "quận ủy": "huyen", "huyện đoàn": "huyen", "thị đoàn": "huyen",
    "quận đoàn": "huyen", "tỉnh": "tinh", "thành phố": "tinh", "tỉnh ủy": "tinh",
    "thành ủy": "tinh", "tỉnh đoàn": "tinh", "thành đoàn": "tinh",
}  # fmt: skip
_CITIES = ("thành phố", "thành ủy", "thành đoàn")  # of a province, or of the centre
_UNIT = compile_cased(
    rf"\b(?P<unit>(?i:{'|'.join(sorted(_UNITS, key=len, reverse=True))}))\s+(?P<name>[\U\d].*)"
)
# Names without such a unit.
_LEVELS_OF_HEADS: Mapping[Level, tuple[str, ...]] = {
    "xa": ("Các đồn biên phòng",),
    "huyen": ("Ban Chỉ huy Quân sự", "Hạt Kiểm lâm", "Phòng Giáo dục", "Phòng Dân tộc"),
    "tinh": ("Sở", "Bộ Chỉ huy", "Ban Chỉ huy Bộ đội", "Trường Chính trị"),
    "trung-uong": ("Bộ", "Tổng cục", "Quân khu", "Quân đoàn", "Quân chủng", "Binh chủng", "Vùng"),
}
_FOLDED_HEADS = {fold(head): kind for kind, heads in _HEADS.items() for head in heads}


def kind_of(name: str) -> AgencyKind:
    """Return the kind of agency that a name begins like; ``khac`` where it says nothing."""
    folded = f"{fold(name)} "
    fitting = [head for head in _FOLDED_HEADS if folded.startswith(f"{head} ")]
    return _FOLDED_HEADS[max(fitting, key=len)] if fitting else "khac"


def level_of(name: str, registries: Registries) -> Level:
    """Return the level that a name speaks of: that of its unit, else that of such agencies.

    Args:
        name: in full: “Công an thành phố Tuy Hòa” is one of a district, that of Đà Nẵng is not.
        registries: with the provinces.
    """
    if unit := _UNIT.search(name):
        folded, province = unit["unit"].lower(), province_in(name, registries)
        own = fold(registries.provinces[province].name) if province else ""
        is_own = bool(own) and own.endswith(fold(unit["name"]))
        return "huyen" if folded in _CITIES and not is_own else _UNITS[folded]
    for level, heads in _LEVELS_OF_HEADS.items():
        if name.startswith(tuple(f"{head} " for head in heads)):
            return level
    return "tinh" if province_in(name, registries) else "trung-uong"


def same_kind(name: str, registries: Registries) -> Agency | None:
    """Return an agency of the same kind elsewhere; it gives kind, level and short name."""
    stem = fold(kind_name(name))
    alike = [a for a in registries.agencies.values() if stem and fold(kind_name(a.name)) == stem]
    words = fold(name)[len(stem) :].split()[:1]
    return next((a for a in alike if fold(a.name)[len(stem) :].split()[:1] == words), None)


def agency_id(name: str, like: Agency | None, province: str) -> str:
    """Return the id for an agency, made as that of a like one of another province."""
    tail = f"-{like.province}" if like and like.province else ""
    if like and province and like.level == "tinh" and like.id.endswith(tail):
        return f"{like.id.removesuffix(tail)}-{province.removesuffix('-2025')}"
    return slugify(name)


def province_in(name: str, registries: Registries, day: PartialDate | None = None) -> str:
    """Return the id of the province that a name ends with, or an empty text.

    Args:
        name: of an agency.
        registries: with the provinces.
        day: decides between two of one name; without it the earlier is returned.
    """
    folded = fold(name)
    ending = [p for p in registries.provinces.values() if folded.endswith(fold(p.name))]
    valid = [p for p in ending if day is None or p.is_valid_on(day)] or ending
    return min(valid, key=lambda p: (-len(p.name), p.id)).id if valid else ""
