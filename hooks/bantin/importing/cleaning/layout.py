"""Cleaned blocks as an article: what is title, lead, caption, byline and body."""

import re
from dataclasses import replace

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.clean import Cleaned
from bantin.importing.cleaning.headlines import CAPTION_WORDS, names_event
from bantin.importing.cleaning.page import Page, Shot
from bantin.importing.cleaning.signature import Signature, is_official, take_signature
from bantin.importing.cleaning.stamps import stamp_of_address
from bantin.importing.extract.blocks import Block, Opened
from bantin.vietnamese.fold import fold
from bantin.vietnamese.letters import compile_cased

_TITLE = 300
_LEAD = 700
_CAPTION = 200
_TOP, _MENU = 14, 110
_CREDIT = re.compile(
    r"\s*[-–.(|]*\s*\(?\s*(?:Ảnh|ảnh|ẢNH|Nguồn ảnh)\s*:\s*(?P<name>[^)|]{2,50}?)\s*\)?[.|\s]*$"
)
_PICTURE_LABEL = re.compile(r"^(?:hình ảnh|ảnh|hình)(?:\s*\d+)?\s*[:.]\s*", re.IGNORECASE)
_SENTENCE = re.compile(
    r"^(?:(?:vào |vừa qua,? )?(?:sáng|chiều|tối|trưa|ngày|hôm|trong)\b.*\d"
    r"|vừa qua|thực hiện|dự (?:hội nghị|buổi)"
    r"|trên cơ sở|tham dự|sau khi|nhằm|với|theo đó|tại hội nghị|đến dự|căn cứ|năm \d{4},)",
    re.IGNORECASE,
)
_HEADER = compile_cased(
    r"^(?:TỈNH ỦY|HUYỆN ỦY|THÀNH ỦY|UBND|ỦY BAN NHÂN DÂN|BAN DÂN VẬN|SỞ|CÔNG AN"
    r"|BỘ|HỘI|ỦY BAN)[^\L\d]*$"
)
_HEADLINES = ("ky ket", "le ky", "so ket", "tong ket", "hoi nghi", "giao ban", "trien khai")
_MIDDLE = compile_cased(r"[.!?…]\s+[\U]")


def lay_out(opened: Opened, cleaned: Cleaned) -> Page:
    """Return the article that a file holds."""
    blocks, signature = take_signature([b for b in cleaned.blocks if b.text or b.kind == "photo"])
    frame, blocks = _frame(blocks)
    title, blocks = _title(opened, blocks)
    shots, blocks = _shots(blocks)
    lead, blocks = _lead(opened, blocks)
    if title is None:
        title = _made_title(lead, blocks)
    url = signature.url or opened.url
    stamps = [*cleaned.stamps, *filter(None, [stamp_of_address(signature.url)])]
    names = [stamp.name for stamp in stamps if stamp.name]
    return Page(
        title=title,
        lead=lead,
        body=tuple(blocks),
        shots=tuple(shots),
        stamps=tuple(stamps),
        author=_author(opened, signature, names),
        source=signature.source or _site(opened, url),
        source_url=url,
        dropped=(*cleaned.dropped, *(block.text for block in frame if block.text)),
    )


def _author(opened: Opened, signature: Signature, names: list[str]) -> Finding[str] | None:
    if signature.author:
        return signature.author
    given = opened.author or next(
        (name for name in names if name.count(" ") and not is_official(name)), ""
    )
    return (
        Finding(given, "tên đứng cạnh ngày đăng hoặc trong thông tin của trang") if given else None
    )


def _site(opened: Opened, url: str) -> Finding[str] | None:
    name = opened.site or (url.split("/")[2].removeprefix("www.") if "://" in url else "")
    return Finding(name, f"trang {url or name}") if name else None


def _frame(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part the menus, sections and letterheads printed above the title from the article."""
    if (sole := _sole_heading(blocks)) is not None:
        return blocks[:sole], blocks[sole:]
    top = next((n for n, block in enumerate(blocks[:_TOP]) if _is_running(block)), _TOP)
    names = [n for n, b in enumerate(blocks[:top]) if b.kind != "photo" and names_event(b.text)]
    marked = [n for n in names if blocks[n].kind == "heading" or blocks[n].styled == "title"]
    marked = marked or [n for n in names if blocks[n].dated]
    start = next(iter(marked or names), 0)
    above = blocks[:start]
    if any(block.kind == "table" or len(block.text) > _MENU for block in above):
        return [], blocks
    return above, blocks[start:]


def _sole_heading(blocks: list[Block]) -> int | None:
    """Where the one heading of the first level stands, with nothing above it that runs on."""
    found = [n for n, b in enumerate(blocks) if b.kind == "heading" and b.level == 1]
    if len(found) != 1 or any(
        len(b.text) > _CAPTION or b.kind == "table" for b in blocks[: found[0]]
    ):
        return None
    return found[0]


def _is_running(block: Block) -> bool:
    return len(block.text) > _CAPTION or bool(block.text and _SENTENCE.match(block.text))


def _title(opened: Opened, blocks: list[Block]) -> tuple[Finding[str] | None, list[Block]]:
    for number, block in enumerate(blocks[:8]):
        if block.styled == "title" or (block.kind == "heading" and block.level == 1):
            return _joined_title(blocks, number)
    for number, block in enumerate(blocks[:6]):
        if (
            block.kind == "photo"
            or _HEADER.match(block.text)
            or (
                _is_caption(block, is_after_photo=False)
                and not _is_headline(block, blocks[number + 1 :])
            )
        ):
            continue
        if _is_title(block, blocks[number + 1 :]):
            return _joined_title(blocks, number)
        break
    if opened.title:
        return Finding(_tidy_title(opened.title), "tiêu đề của trang", "vừa"), blocks
    return None, blocks


def _is_headline(block: Block, rest: list[Block]) -> bool:
    """Whether a line that could tell of a picture is the title: dated, or right above the lead."""
    is_above = bool(rest) and bool(_SENTENCE.match(rest[0].text))
    starts = fold(block.text).startswith(_HEADLINES)
    return names_event(block.text) and (block.dated or (is_above and starts))


def _joined_title(blocks: list[Block], number: int) -> tuple[Finding[str], list[Block]]:
    """A title broken over several centred lines is one."""
    first, end = blocks[number], number + 1
    text = first.text
    while end < len(blocks) and _carries_on(first, blocks[end], text):
        text = f"{text} {blocks[end].text}"
        end += 1
    rest = [b for b in blocks[:number] if not _HEADER.match(b.text)] + blocks[end:]
    confidence = "cao" if first.kind == "heading" or first.styled or first.bold else "vừa"
    return Finding(_tidy_title(text), text, confidence), rest  # type: ignore[arg-type]  # literals


def _carries_on(first: Block, block: Block, text: str) -> bool:
    is_shouted = first.bold and first.text.isupper()
    same = (block.bold, block.italic, block.kind) == (first.bold, first.italic, first.kind)
    alike = block.text.isupper() if is_shouted else first.align == block.align == "center"
    is_short = len(text) + len(block.text) < _TITLE
    return same and alike and is_short and not text.endswith(".") and block.text[:1] != "("


def _is_title(block: Block, rest: list[Block]) -> bool:
    text = block.text
    if len(text) > _TITLE or _SENTENCE.match(text) or _MIDDLE.search(text) or not rest:
        return False
    if block.bold or block.align == "center" or text.isupper():
        return True
    return not text.endswith((".", "…", ":", ";")) or len(text) < _CAPTION


def _tidy_title(text: str) -> str:
    text = re.sub(
        r"^(?:tin(?: bài)?|bài|tiêu đề|tên (?:bài|hội nghị|sự kiện))\s*:\s*",
        "",
        " ".join(text.split()),
        flags=re.IGNORECASE,
    )
    text = text.strip(" ()|,")
    return text.removesuffix(".") if not text.endswith("..") else text


def _made_title(lead: Finding[str] | None, blocks: list[Block]) -> Finding[str]:
    first = lead.value if lead else next((b.text for b in blocks if b.text), "Bài chưa có tiêu đề")
    sentence = re.split(r"(?<=[.!?…])\s", first, maxsplit=1)[0].rstrip(".")
    short = sentence if len(sentence) <= _CAPTION else sentence[:_CAPTION].rpartition(" ")[0] + "…"
    return Finding(short, "bài gốc không có tiêu đề; tạm lấy câu mở đầu", "thấp")


def _lead(opened: Opened, blocks: list[Block]) -> tuple[Finding[str] | None, list[Block]]:
    """The paragraph set off as lead, else the first paragraph where it is short enough."""
    for number, block in enumerate(blocks[:3]):
        if block.kind != "text":
            break
        is_set_off = block.styled == "lead" or (block.is_emphasised and len(blocks) > number + 1)
        if is_set_off and len(block.text) <= _LEAD:
            rest = blocks[:number] + blocks[number + 1 :]
            return Finding(block.text, block.text, "cao"), _without_lead(rest, block.text)
    if opened.lead and len(opened.lead) <= _LEAD:
        return Finding(opened.lead, "mô tả của trang"), _without_lead(blocks, opened.lead)
    first = blocks[0] if blocks else Block("")
    if (
        first.kind == "text"
        and first.text.endswith((".", "…"))
        and len(blocks) > 1
        and len(first.text) <= _LEAD
    ):
        return Finding(first.text, "đoạn mở đầu", "vừa"), blocks[1:]
    return None, blocks


def _without_lead(blocks: list[Block], lead: str) -> list[Block]:
    """A first paragraph that only says the lead again goes."""
    if blocks and fold(blocks[0].text).strip(" .") == fold(lead).strip(" ."):
        return blocks[1:]
    return blocks


def _shots(blocks: list[Block]) -> tuple[list[Shot], list[Block]]:
    shots: list[Shot] = []
    kept: list[Block] = []
    waiting = False
    for number, block in enumerate(blocks):
        if block.kind == "photo":
            waiting = bool(shots) and waiting
            shots.append(Shot(block.picture, block.picture.alt if block.picture else ""))
            waiting = True
        elif _is_caption(block, is_after_photo=waiting, is_first=number == 0):
            shot = shots.pop() if waiting and shots else Shot(None)
            shots.append(_captioned(shot, block.text))
            waiting = False
        else:
            waiting = False
            kept.append(block)
    return [shot for shot in shots if shot.caption or (shot.picture and shot.picture.data)], kept


def _captioned(shot: Shot, text: str) -> Shot:
    text = _PICTURE_LABEL.sub("", text, count=1) if not _CREDIT.fullmatch(text) else text
    match = _CREDIT.search(text)
    credit = match["name"].strip(" .") if match else ""
    caption = (text[: match.start()] if match else text).strip(" |")
    caption = caption[:1].upper() + caption[1:]
    return replace(shot, caption=caption or shot.caption, credit=credit)


def _is_caption(block: Block, *, is_after_photo: bool, is_first: bool = False) -> bool:
    text = block.text
    if block.kind != "text" or len(text) > _CAPTION or not text:
        return False
    if block.styled == "caption" or _PICTURE_LABEL.match(text) or _CREDIT.search(text):
        return True
    folded = fold(text)
    if (
        text.endswith((":", ";"))
        or _LABELLED.match(folded)
        or _SENTENCE.match(text)
        or re.match(r"\d+[.)]", text)
    ):
        return False
    if is_after_photo:
        return True
    begins = folded.startswith(_SCENES) or (is_first and folded.startswith(CAPTION_WORDS[:8]))
    return begins or (block.italic and block.align == "center") or _is_scene(text, folded)


_LABELLED = re.compile(r"(?:chu tri|chu toa|thanh phan|dai bieu|don vi to chuc|noi dung)\s*:")
_SCENES = ("quang canh", "toan canh", "hinh anh", "khung canh", "anh chup")
_SCENE = re.compile(
    r"^(?:(?:cac |nhung )?(?:dai bieu|don vi|lanh dao|dong chi|d/c|ong|ba"
    r"|hai ben|hai don vi|dai dien)\b.*)?"
    r"\b(?:phat bieu|chup anh|luu niem|ky ket|ky chuong trinh|chu tri|tang hoa"
    r"|trao|du hoi nghi)\b.{0,70}$"
)


def _is_scene(text: str, folded: str) -> bool:
    """A short line without a full stop that tells what a picture shows."""
    is_bare = not text.endswith(".") or len(text) < _CAPTION / 3
    return is_bare and len(text) < _CAPTION * 0.8 and bool(_SCENE.match(folded))
