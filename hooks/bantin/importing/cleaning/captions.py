"""Photographs of a page with their captions and credits."""

import re
from dataclasses import replace

from bantin.importing.cleaning.line_types import CAPTION_OPENINGS, OPENING_SENTENCE
from bantin.importing.cleaning.page import PagePhoto
from bantin.importing.extract.blocks import Block
from bantin.vietnamese.fold import fold

MAX_CAPTION = 200
# Behind a caption: “… (Ảnh: Minh Anh)”, “… - Ảnh: M.A.”.
_CREDIT = re.compile(
    r"\s*[-–.(|]*\s*\(?\s*(?:Ảnh|ảnh|ẢNH|Nguồn ảnh)\s*:\s*(?P<name>[^)|]{2,50}?)\s*\)?[.|\s]*$"
)
# Of a credit that is no name (folded): “Ảnh: tư liệu”, “Ảnh: do Sở Y tế cung cấp”.
_CREDIT_WORDS = re.compile(r"\b(?:tu lieu|minh hoa|cung cap|suu tam|internet|tac gia|cat tu)\b")
_MAX_SMALL = 3  # words of an office or desk: “Ảnh: Văn phòng tỉnh ủy”
# Before a caption: “Ảnh 2: …”, “Hình ảnh: …”.
_PICTURE_LABEL = re.compile(r"^(?:hình ảnh|ảnh|hình)(?:\s*\d+)?\s*[:.]\s*", re.IGNORECASE)
# Labels of minutes (folded), which are short lines too: “Chủ trì: …”.
_LABEL = re.compile(r"(?:chu tri|chu toa|thanh phan|dai bieu|don vi to chuc|noi dung)\s*:")
# Beginnings (folded) of lines that are captions even without a picture before them.
_SCENE_OPENINGS = ("quang canh", "toan canh", "hinh anh", "khung canh", "anh chup")
# What the people in a picture do (folded): “Các đại biểu chụp ảnh lưu niệm”, “Đ/c … phát biểu”.
_SCENE = re.compile(
    r"^(?:(?:cac |nhung )?(?:dai bieu|don vi|lanh dao|dong chi|d/c|ong|ba"
    r"|hai ben|hai don vi|dai dien)\b.*)?"
    r"\b(?:phat bieu|chup anh|luu niem|ky ket|ky chuong trinh|chu tri|tang hoa"
    r"|trao|du hoi nghi)\b.{0,70}$"
)


def take_photos(blocks: list[Block]) -> tuple[list[PagePhoto], list[Block]]:
    """Return the photographs and captions among some blocks, and the other blocks."""
    photos: list[PagePhoto] = []
    rest: list[Block] = []
    is_after_photo = False
    for number, block in enumerate(blocks):
        if block.kind == "photo":
            photos.append(PagePhoto(block.picture, block.picture.alt if block.picture else ""))
            is_after_photo = True
        elif is_caption(block, is_after_photo=is_after_photo, is_first=number == 0):
            photo = photos.pop() if is_after_photo else PagePhoto(None)
            photos.append(_with_caption(photo, block.text))
            is_after_photo = False
        else:
            is_after_photo = False
            rest.append(block)
    return [p for p in photos if p.caption or (p.picture and p.picture.data)], rest


def _with_caption(photo: PagePhoto, text: str) -> PagePhoto:
    whole = _CREDIT.fullmatch(text)
    if whole is None or not _names_photographer(whole["name"]):
        text = _PICTURE_LABEL.sub("", text, count=1)
    match = _CREDIT.search(text)
    credit = match["name"].strip(" .") if match else ""
    caption = (text[: match.start()] if match else text).strip(" |")
    caption = caption[:1].upper() + caption[1:]
    return replace(photo, caption=caption or photo.caption, credit=credit)


def _names_photographer(text: str) -> bool:
    """Whether “Ảnh: …” says who took a picture, a name or a source, and not what it shows."""
    if _CREDIT_WORDS.search(fold(text)):
        return True
    small = [word for word in text.split() if word[0].islower() or word[0].isdigit()]
    return len(small) <= _MAX_SMALL


def is_caption(block: Block, *, is_after_photo: bool, is_first: bool = False) -> bool:
    """Whether a block is the caption of a photograph.

    Args:
        block: the block.
        is_after_photo: whether a photograph comes right before it.
        is_first: whether it is the first block below the title.
    """
    text = block.text
    if block.kind != "text" or len(text) > MAX_CAPTION or not text:
        return False
    if block.style == "caption" or _PICTURE_LABEL.match(text) or _CREDIT.search(text):
        return True
    folded = fold(text)
    if (
        text.endswith((":", ";"))
        or _LABEL.match(folded)
        or OPENING_SENTENCE.match(text)
        or re.match(r"\d+[.)]", text)
    ):
        return False
    return (
        is_after_photo
        or folded.startswith(_SCENE_OPENINGS)
        or (is_first and folded.startswith(CAPTION_OPENINGS[:8]))
        or (block.italic and block.align == "center")
        or _describes_scene(text, folded)
    )


def _describes_scene(text: str, folded: str) -> bool:
    """Whether a short line without a full stop says what people in a picture do."""
    has_no_stop = not text.endswith(".") or len(text) < MAX_CAPTION / 3
    return has_no_stop and len(text) < MAX_CAPTION * 0.8 and bool(_SCENE.match(folded))
