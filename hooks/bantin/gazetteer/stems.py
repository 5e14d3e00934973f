"""Kinds of bodies by the part of their names that does not say where they are."""

import re
from typing import NamedTuple

from bantin.gazetteer.phrases import Phrases
from bantin.model import Agency, Registries
from bantin.vietnamese.fold import fold_keeping_length

_PLACED = re.compile(
    r"^(?P<stem>.+?)\s+(?P<unit>(?:tỉnh|thành|huyện|thị|quận) ủy"
    r"|chi nhánh(?: tỉnh)?|tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã)"
    r"(?:\s+(?P<place>.+))?$",
    re.IGNORECASE,
)
_SEATED = re.compile(
    r"^(?P<stem>(?:tỉnh|thành|huyện|thị|quận) (?:ủy|đoàn))\s+(?P<place>.+)$", re.IGNORECASE
)

# Bodies that meet often, for provinces whose own are not in the registry yet: name, spellings.
COMMON: tuple[tuple[str, tuple[str, ...]], ...] = (
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
    ("Liên đoàn Lao động", ("LĐLĐ",)),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", ("Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên")),
    ("Bảo hiểm xã hội", ("BHXH",)),
    ("Tòa án nhân dân", ("TAND",)),
    ("Viện Kiểm sát nhân dân", ("VKSND",)),
    ("Ngân hàng Nhà nước", ("NHNN",)),
    ("Ngân hàng Chính sách xã hội", ("NHCSXH", "Ngân hàng CSXH")),
    ("Sở Y tế", ()),
    ("Sở Giáo dục và Đào tạo", ("Sở GD&ĐT", "Sở GD-ĐT", "Sở GDĐT")),
    ("Sở Nội vụ", ()),
    ("Sở Tư pháp", ()),
    ("Sở Văn hóa, Thể thao và Du lịch", ("Sở VHTT&DL", "Sở VH,TT&DL", "Sở VHTTDL")),
    ("Sở Lao động - Thương binh và Xã hội", ("Sở LĐ-TB&XH", "Sở LĐTB&XH", "Sở LĐTBXH")),
    ("Sở Nông nghiệp và Phát triển nông thôn", ("Sở NN&PTNT", "Sở NN-PTNT")),
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


# Written by law and by the house with these capitals and no others.
STYLED = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Tòa án nhân dân", "Bộ đội Biên phòng",
    "Mặt trận Tổ quốc Việt Nam",
)  # fmt: skip


class Stem(NamedTuple):
    """A kind of body: its name without a place, folded, and as it is written."""

    key: str
    name: str


class Stems:
    """Stems known from the registry and from the common list, with their spellings."""

    def __init__(self, registries: Registries) -> None:
        self.phrases: Phrases[str] = Phrases()
        self.names: dict[str, str] = {}
        self.of: dict[str, set[str]] = {}
        for name, spellings in COMMON:
            key = fold_keeping_length(name)
            self.names.setdefault(key, name)
            for spelling in (name, *spellings):
                self.phrases.add(spelling, key)
        for agency in registries.agencies.values():
            self._learn(agency)

    def _learn(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            stem = stem_of(name)
            if not stem or agency.level not in ("tinh", "huyen", "xa"):
                continue
            known = self.phrases.at(fold_keeping_length(stem), 0)
            key = known.values[0] if known and known.end == len(stem) else fold_keeping_length(stem)
            self.of.setdefault(key, set()).add(agency.id)
            if key not in self.names and agency.level != "xa":
                self.names[key] = stem
                self.phrases.add(stem, key)


def stem_of(name: str) -> str:
    """Return a body's name without its seat and place; empty where it has none."""
    match = _PLACED.match(name) or _SEATED.match(name)
    return name[: match.end("stem")] if match else ""
