"""Which of the agencies named in a line took part in the meeting.

An article also names agencies that attended as guests, that ordered the programme, in whose hall
the meeting was, or whose officers spoke. What tells them apart is the words before and behind the
name. All patterns are for folded text.
"""

import re

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.gazetteer.resolution import District, share_places
from bantin.vietnamese.fold import fold_keeping_length

# A sentence about guests: “Dự hội nghị có …”, “Về phía Công an tỉnh có …”, “Cùng dự …”.
_ATTENDING = re.compile(
    r"^(?:cung |tham |den |toi |ve )?(?:du|tham du)\b|^ve phia|^co mat|^cung du"
)
# Words before an agency that only acts on, leads or lends its name to another: “tham mưu cho …”,
# “báo cáo …”, “dưới sự chỉ đạo của …”, “đồng chí … Phó Giám đốc …”, “đại diện lãnh đạo các …”.
_OBJECT = re.compile(
    r"(?:tham muu(?: cho)?|de nghi|kien nghi|bao cao|trinh"
    r"|chi dao cua|lanh dao, chi dao cua|su lanh dao cua|dong chi|duoi su"
    r"|uy vien|bi thu|chap hanh|van phong|nghi quyet cua"
    r"|quan tam cua|su chi dao cua|theo chi dao cua|chi thi cua|huong dan cua"
    r"|ket luan cua|quyet dinh cua|dang bo|cap uy|truong|(?<!thanh )pho|giam doc|chu tich"
    r"|dai dien(?: lanh dao)?(?: cac)?)\s+(?:\w+ )?$"
)
# “Ban Thường vụ | Tỉnh ủy …”, “Thường trực | Hội đồng nhân dân”: it meets for the whole body.
_STANDING = re.compile(r"(?:ban )?(?:thuong vu|thuong truc|thuong vu va|can su dang)\s+$")
# “tại trụ sở …”, “hội trường …”: where the meeting was.
_VENUE = re.compile(r"\b(?:tru so|hoi truong|phong hop|nha khach)\s+(?:\w+ )?$|\btai\s+$")
# “Thực hiện Chương trình … của …”, “Theo …”: agencies whose programme or order is carried out.
_ON_BASIS_OF = re.compile(r"\b(?:thuc hien|can cu|theo|tren co so|cu the hoa)\b[^,;.\n]{0,200}$")
# Committees of the Party. They are parties only where they host (“giữa … và Tỉnh ủy ký …”); mostly
# they are part of another name or of an office.
COMMITTEES = {"tinh uy", "thanh uy", "huyen uy", "thi uy"}
_BEFORE_HOST = re.compile(r"(?:giua|va|voi|,|-)\s*$|^\W*$")
_BEHIND_HOST = re.compile(
    r"^\s*(?:to chuc|chu tri|phoi hop|va|voi|,|ky|da|cung|so ket|tong ket|trien khai)"
)
# “… – đồng chí”, “…, ông”: the agency is only the office of a person.
_PERSON_BEHIND = re.compile(r"\s*(?:-|–|\()?\s*(?:dong chi|ong|ba)\b")
# “các đơn vị gồm: …”, “ba cơ quan …”: a list of parties, wherever in the article.
_LIST_OF_PARTIES = re.compile(
    r"\b(?:don vi|co quan|nganh|ben)\s*(?:gom|la)?\s*:[^.;:]*$|\b(?:\d+|hai|ba"
    r"|bon|nam) (?:don vi|co quan|nganh) (?!da )[^.;:]*$"
)
_BETWEEN = re.compile(r"\bgiua\b[^.;]{0,160}$")
# Between an agency that is no party and the next one joined to it: “báo cáo Tỉnh ủy và | UBND”.
_JOINED = re.compile(r"\s*(?:,|va|voi)?\s*(?:\w+ ){0,2}")
_SEPARATOR = re.compile(r"\s*(?:,|va|voi|cung)\s*")
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=\w)")


def taking_part(
    directory: AgencyDirectory,
    line: str,
    district: District | None,
    commune: District | None = None,
    *,
    in_opening: bool,
) -> list[AgencyMention]:
    """Return the agencies of a line that took part in the meeting.

    Args:
        directory: the agencies of the registry.
        line: with citations and offices masked.
        district: the one district that the opening speaks of, if there is one.
        commune: likewise, the one commune or ward.
        in_opening: whether the line is one that speaks of the event.
    """
    folded = fold_keeping_length(line)
    mentions = share_places(directory.find(line), line, district, commune)
    parties: list[AgencyMention] = []
    object_end = -1
    for number, mention in enumerate(mentions):
        standing = _STANDING.search(folded[: mention.start])
        before = folded[: standing.start() if standing else mention.start]
        is_joined = object_end >= 0 and _JOINED.fullmatch(folded[object_end : mention.start])
        is_aside = before.endswith("(") and folded[mention.end : mention.end + 1] == ")"
        if _VENUE.search(before[-25:]) or is_aside:  # “Sư đoàn 316 (Quân khu 2)”
            continue
        if _OBJECT.search(before[-45:]) or is_joined:
            object_end = mention.end
            continue
        if _is_part_of_office(mention, before, folded[mention.end : mention.end + 20]):
            continue
        neighbours = mentions[number : number + 2]
        if _is_party(directory, neighbours, folded, in_opening=in_opening):
            parties.append(mention)
    return parties


def _is_part_of_office(mention: AgencyMention, before: str, behind: str) -> bool:
    """Whether a Party committee does not host, or an agency is the office of a person."""
    is_host = _BEFORE_HOST.search(before[-12:]) and _BEHIND_HOST.match(behind)
    if mention.kind in COMMITTEES and not is_host:
        return True
    return bool(_PERSON_BEHIND.match(behind[:12]))


def _is_party(
    directory: AgencyDirectory, mentions: list[AgencyMention], folded: str, *, in_opening: bool
) -> bool:
    """Whether the sentence makes the first of two neighbouring mentions a party."""
    mention = mentions[0]
    sentence = _SENTENCE_END.split(folded[: mention.start])[-1]
    if _LIST_OF_PARTIES.search(sentence):
        return True
    if not in_opening:
        return False
    is_ordering = _ON_BASIS_OF.search(sentence)
    if _BETWEEN.search(sentence) and not is_ordering:
        return True
    # “Thực hiện Chương trình … của Ban Dân vận Trung ương, …”: agencies of the centre ordered it.
    is_basis = is_ordering and _is_central(directory, mention)
    if is_basis and not _is_joined_with_local(directory, folded, mentions):
        return False
    return not _ATTENDING.match(sentence.strip())


def _is_joined_with_local(
    directory: AgencyDirectory, folded: str, mentions: list[AgencyMention]
) -> bool:
    """Whether a central agency is listed with a local one: then both are parties.

    “giữa Binh đoàn 15 với Công an tỉnh Gia Lai”.
    """
    if len(mentions) == 1 or not re.search(r"\bgiua\s+$", folded[: mentions[0].start]):
        return False
    is_joined = _SEPARATOR.fullmatch(folded[mentions[0].end : mentions[1].start])
    return bool(is_joined) and not _is_central(directory, mentions[1])


def _is_central(directory: AgencyDirectory, mention: AgencyMention) -> bool:
    agencies = directory.registries.agencies
    return mention.level == "trung-uong" or any(
        agencies[id_].level == "trung-uong" for id_ in mention.ids
    )
