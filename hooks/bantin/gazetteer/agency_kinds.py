"""Kinds of agencies: what an agency is called without its place, “Ban Dân vận” of 63 provinces."""

import re

from bantin.gazetteer.phrases import PhraseTrie
from bantin.model import Agency, Registries
from bantin.vietnamese.fold import fold_keeping_length
from bantin.vietnamese.letters import compile_cased

# A name with the unit it belongs to, and mostly the unit's name:
# “Công an | tỉnh | Gia Lai”, “Ban Dân vận | Huyện ủy | Krông Pa”, “Sở Y tế | tỉnh”.
_WITH_UNIT = compile_cased(
    r"^(?P<kind>.+?)\s+(?P<unit>(?i:(?:tỉnh|thành|huyện|thị|quận) ủy"
    r"|chi nhánh(?: tỉnh)?|tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã))"
    r"(?:\s+(?P<place>[\U\d].*))?$"
)
# A committee of the Party or Youth Union, whose own name says the unit: “Huyện ủy | Krông Pa”.
_COMMITTEE = re.compile(
    r"^(?P<kind>(?:tỉnh|thành|huyện|thị|quận) (?:ủy|đoàn))\s+(?P<place>.+)$", re.IGNORECASE
)

# Kinds that meet often, each with its other spellings. They are needed for provinces whose own
# agencies are not in the registry yet.
COMMON_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ban Dân vận", ()),
    ("Ban Tuyên giáo", ()),
    ("Ban Tuyên giáo và Dân vận", ()),
    ("Ban Nội chính", ()),
    ("Ban Tổ chức", ()),
    ("Ủy ban Kiểm tra", ("UBKT",)),
    ("Ban Dân tộc", ()),
    ("Sở Dân tộc và Tôn giáo", ("Sở DT&TG",)),
    ("Phòng Dân tộc", ()),
    ("Ban Tôn giáo", ()),
    ("Công an", ()),
    ("Bộ Chỉ huy Quân sự", ("Bộ CHQS", "BCHQS", "BCH Quân sự")),
    ("Ban Chỉ huy Quân sự", ("Ban CHQS",)),
    ("Bộ Chỉ huy Bộ đội Biên phòng", ("Bộ đội Biên phòng", "BĐBP", "Bộ Chỉ huy BĐBP", "BCH BĐBP",
                                      "Bộ CHBĐBP")),
    ("Ủy ban nhân dân", ("UBND",)),
    ("Hội đồng nhân dân", ("HĐND",)),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam", (
        "Ủy ban MTTQ Việt Nam", "Ủy ban MTTQ", "UBMTTQ", "UBMTTQVN", "MTTQ", "MTTQ Việt Nam",
        "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", "Mặt trận Tổ quốc Việt Nam",
        "UBMTTQ Việt Nam",
        "Ban Thường trực Ủy ban MTTQ Việt Nam", "Ban Thường trực Ủy ban MTTQ",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam",
    )),
    ("Hội Nông dân", ("HND", "Hội ND")),
    ("Hội Liên hiệp Phụ nữ", ("Hội LHPN", "Hội Phụ nữ", "HLHPN")),
    ("Hội Cựu chiến binh", ("Hội CCB",)),
    ("Hội Cựu thanh niên xung phong", ("Hội Cựu TNXP",)),
    ("Liên đoàn Lao động", ("LĐLĐ",)),
    ("Hội đồng nhân dân", ("Thường trực HĐND", "Thường trực Hội đồng nhân dân")),
    ("Đoàn đại biểu Quốc hội", ("Đoàn ĐBQH",)),
    ("Đảng ủy Khối các cơ quan", ("Đảng ủy Khối cơ quan",)),
    ("Đảng ủy Khối Doanh nghiệp", ()),
    ("Đoàn Khối các cơ quan", ()),
    ("Đoàn Khối Doanh nghiệp", ()),
    ("Ban Quản lý các khu công nghiệp", ("Ban Quản lý các KCN", "BQL các KCN")),
    ("Ban Quản lý Khu kinh tế", ()),
    ("Thi hành án dân sự", ("THADS",)),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", ("Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên")),
    ("Bảo hiểm xã hội", ("BHXH",)),
    ("Tòa án nhân dân", ("TAND",)),
    ("Viện Kiểm sát nhân dân", ("VKSND",)),
    ("Viện Kiểm sát nhân dân tối cao", ("VKSND tối cao", "VKSNDTC")),
    ("Tòa án nhân dân tối cao", ("TAND tối cao", "TANDTC")),
    ("Kiểm toán Nhà nước", ("KTNN",)),
    ("Ngân hàng Nhà nước", ("NHNN",)),
    ("Ngân hàng Chính sách xã hội", ("NHCSXH", "Ngân hàng CSXH")),
    ("Sở Y tế", ()),
    ("Sở Giáo dục và Đào tạo", ("Sở GD&ĐT", "Sở GD-ĐT", "Sở GDĐT")),
    ("Sở Nội vụ", ()),
    ("Sở Tư pháp", ()),
    ("Sở Văn hóa, Thể thao và Du lịch", ("Sở VHTT&DL", "Sở VH,TT&DL", "Sở VHTTDL")),
    ("Sở Lao động - Thương binh và Xã hội", ("Sở LĐ-TB&XH", "Sở LĐTB&XH", "Sở LĐTBXH",
     "Sở Lao động, Thương binh và Xã hội", "Sở Lao động Thương binh và Xã hội")),
    ("Sở Nông nghiệp và Phát triển nông thôn", (
        "Sở NN&PTNT", "Sở NN-PTNT", "Sở Nông nghiệp và PTNT", "Sở Nông nghiệp & PTNT")),
    ("Sở Nông nghiệp và Môi trường", ()),
    ("Sở Tài nguyên và Môi trường", ("Sở TN&MT",)),
    ("Sở Thông tin và Truyền thông", ("Sở TT&TT", "Sở TTTT")),
    ("Sở Xây dựng", ()),
    ("Sở Công Thương", ()),
    ("Sở Tài chính", ()),
    ("Sở Khoa học và Công nghệ", ("Sở KH&CN",)),
    ("Hội Chữ thập đỏ", ()),
    ("Hội Khuyến học", ()),
    ("Hội Người cao tuổi", ()),
    ("Kho bạc Nhà nước", ()),
    ("Cục Thuế", ()),
    ("Chi cục Kiểm lâm", ()),
    ("Hạt Kiểm lâm", ()),
    ("Đồn Biên phòng", ("Đồn BP",)),
    ("Liên minh Hợp tác xã", ("Liên minh HTX",)),
    ("Văn phòng Ủy ban nhân dân", ("Văn phòng UBND",)),
    ("Tỉnh ủy", ()),
    ("Thành ủy", ()),
    ("Huyện ủy", ()),
    ("Thị ủy", ()),
    ("Tỉnh đoàn", ()),
    ("Huyện đoàn", ()),
    ("Thành đoàn", ()),
)  # fmt: skip

# Kinds with capitals fixed by law, however the rest of a name is capitalised.
FIXED_CAPITALS = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Tòa án nhân dân", "Bộ đội Biên phòng",
    "Mặt trận Tổ quốc Việt Nam",
)  # fmt: skip


class AgencyKinds:
    """The kinds of agencies in the registry and in the common list, with their spellings.

    The key of a kind is its folded name, such as “ban dan van”.

    Attributes:
        phrases: finds the spellings of kinds in a text; the values are keys.
        names: the name of each kind as it is written.
        ids: the local agencies of each kind in the registry.
    """

    def __init__(self, registries: Registries) -> None:
        self.phrases: PhraseTrie[str] = PhraseTrie()
        self.names: dict[str, str] = {}
        self.ids: dict[str, set[str]] = {}
        for name, spellings in COMMON_KINDS:
            key = fold_keeping_length(name)
            self.names.setdefault(key, name)
            for spelling in (name, *spellings):
                self.phrases.add(spelling, key)
        for agency in registries.agencies.values():
            self._add(agency)

    def _add(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            kind = kind_name(name)
            if not kind or agency.level not in ("tinh", "huyen", "xa"):
                continue
            folded = fold_keeping_length(kind)
            match = self.phrases.at(folded, 0)
            # A spelling of a kind that is listed already (“UBND”) goes under its key.
            key = match.values[0] if match and match.end == len(kind) else folded
            self.ids.setdefault(key, set()).add(agency.id)
            # What a commune calls its agencies is too loose to be looked for everywhere.
            if key not in self.names and agency.level != "xa":
                self.names[key] = kind
                self.phrases.add(kind, key)


def kind_name(name: str) -> str:
    """Return an agency's name without its unit and place; empty where it has none.

    “Công an tỉnh Gia Lai” gives “Công an”, “Bộ Công an” an empty text.
    """
    match = _WITH_UNIT.match(name) or _COMMITTEE.match(name)
    return name[: match.end("kind")] if match else ""
