"""The full name of a local body that a text names without its province: “Hội Luật gia tỉnh”."""

import re

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.model import Province
from bantin.vietnamese.fold import fold

# Folded beginnings of bodies that every province has, and the centre mostly under another name.
_LOCAL = re.compile(
    r"(?:chi cuc|cong an|toa an nhan dan|vien kiem sat nhan dan|thi hanh an dan su|cuc thi hanh an"
    r"|kho bac nha nuoc|ngan hang chinh sach xa hoi|bao hiem xa hoi|lien doan lao dong"
    r"|lien minh hop tac xa|hoi (?:cuu chien binh|cuu thanh nien xung phong|nong dan"
    r"|lien hiep phu nu|luat gia|nguoi cao tuoi|khuyen hoc|chu thap do|nghe ca|nguoi khuyet tat"
    r"|nguoi mu|nha bao|dong y|lam vuon|sinh vat canh|doanh nhan tre)"
    r"|doan (?:luat su|khoi|thanh nien)|cong doan (?:vien chuc|nganh|cac khu)|thanh tra$"
    r"|ban (?:dan toc|ton giao|dan van|noi chinh|tuyen giao|quan ly (?:cac )?khu)"
    r"|bo chi huy|ban chi huy bo doi bien phong|uy ban (?:mat tran to quoc|kiem tra)"
    r"|cuc (?:thue|quan ly thi truong)|dai phat thanh|truong chinh tri|dang uy khoi)\b"
)
_OF_PARTY = re.compile(r"ban (?:dan van|noi chinh|tuyen giao)|uy ban kiem tra")
_BANK = re.compile(r"ngan hang\b")
_CITY_UNITS = ("thanh pho", "tp")
_YOUTH_OF_CITY = "Thành đoàn "


def in_province(
    directory: AgencyDirectory,
    mention: AgencyMention,
    name: str,
    context: frozenset[str],
    *,
    is_local: bool,
) -> str:
    """Return a name with the province of the article, where it is the only one; else as it is.

    Args:
        directory: with the provinces.
        mention: the body as the text names it, without a place.
        name: its name in full.
        context: ids of the provinces the article is about.
        is_local: whether the article is about a district or commune, whose own body it may be.
    """
    provinces = {directory.registries.provinces[id_] for id_ in context}
    if len({province.name for province in provinces}) != 1:
        return name
    province = min(provinces, key=lambda one: one.id)
    unit = mention.unit.rstrip(".")
    if unit in _CITY_UNITS:
        is_city = province.type == "thanh-pho" and fold(name).endswith("thanh pho")
        return f"{name} {_bare(province)}" if is_city and not is_local else name
    is_regional = " khu vuc " in f"{fold(name)} "  # “Chi cục Hải quan khu vực II”
    is_open = is_regional or unit or mention.level or mention.is_proper or is_local
    if is_open or not _LOCAL.match(fold(name)) or fold(name).endswith(fold(province.name)):
        return name
    return f"{name} {_seat(name, province)}"


def youth_union(directory: AgencyDirectory, name: str) -> str:
    """Return “Thành đoàn Đà Nẵng” as the Youth Union of the city; every other name as it is."""
    if not name.startswith(_YOUTH_OF_CITY):
        return name
    place = fold(name.removeprefix(_YOUTH_OF_CITY))
    cities = [p for p in directory.registries.provinces.values() if p.type == "thanh-pho"]
    city = next((p for p in cities if fold(_bare(p)) == place), None)
    return f"Đoàn Thanh niên Cộng sản Hồ Chí Minh {city.full_name}" if city else name


def _seat(name: str, province: Province) -> str:
    """Return how the province stands behind a name: “Tỉnh ủy …”, “chi nhánh tỉnh …”."""
    folded = fold(name)
    if _OF_PARTY.match(folded):
        return f"{'Thành' if province.type == 'thanh-pho' else 'Tỉnh'} ủy {_bare(province)}"
    return f"chi nhánh {province.full_name}" if _BANK.match(folded) else province.full_name


def _bare(province: Province) -> str:
    return province.name.removeprefix("Thành phố ")
