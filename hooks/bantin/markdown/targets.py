"""Why a link leads nowhere, or a picture cannot be shown, told from its destination alone."""

import re

from bantin.model.destinations import is_inside, is_outside
from bantin.model.fields import quote

NO_ADDRESS = (
    "liên kết «{}» không có địa chỉ dùng được; cần địa chỉ đầy đủ như https://… hoặc đường dẫn tới"
    " tệp trong docs"
)
NO_SCHEME = "liên kết tới «{}» không dùng được; có phải «{}»?"
WITHOUT_SCHEME = re.compile(
    r"www\.|(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|edu|gov)(?=[/?#:]|$)", re.IGNORECASE
)
# A colon or a slash too few, or another sign in place of the colon.
DAMAGED_SCHEME = re.compile(r"(https?)(?:[.;]?//|/|:/?)(?=[^\s/:])", re.IGNORECASE)
WHOLE_SCHEME = re.compile(r"https?://", re.IGNORECASE)
LEADS_NOWHERE = re.compile(r"(?:mailto:|tel:)\s*|https?:/*(?:[?#:].*)?|#", re.IGNORECASE)
OTHER_THAN_FILES = re.compile(r"(?!https?:|ftp:|file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)
OTHER_SCHEME = (
    "liên kết tới «{}» không dùng được; chỉ nhận địa chỉ http, https, mailto, tel hoặc đường dẫn"
    " tới tệp trong docs"
)
BRING_IN = "hãy tải ảnh về docs/anh rồi ghi đường dẫn tới tệp ấy, như ../../anh/2024/ten-anh.jpg"
NO_PICTURE = f"ảnh không có đường dẫn dùng được; {BRING_IN}"
OUTSIDE_PICTURE = f"ảnh «{{}}» ở nơi khác nên trang không hiện được; {BRING_IN}"
NOT_A_PICTURE = f"«{{}}» không phải đường dẫn tới ảnh; {BRING_IN}"
INLINE_PICTURE = f"ảnh viết thẳng vào bài (data:) nên trang không hiện được; {BRING_IN}"


def refuse_link(target: str, written: str) -> str:
    """Return in Vietnamese why a page cannot lead to a destination; empty if it can.

    Args:
        target: the destination.
        written: the whole link, as it is written.
    """
    if not target.strip() or LEADS_NOWHERE.fullmatch(target):
        return NO_ADDRESS.format(quote(written))
    if right := _with_scheme(target):
        return NO_SCHEME.format(quote(target), quote(right))
    if is_inside(target) or is_outside(target):
        return ""
    return OTHER_SCHEME.format(quote(target))


def _with_scheme(target: str) -> str:
    """Return the address that was meant where its scheme is missing or damaged; else nothing."""
    if target.startswith("//"):
        return f"https:{target}"
    if WITHOUT_SCHEME.match(target):
        return f"https://{target}"
    if WHOLE_SCHEME.match(target) or not (damaged := DAMAGED_SCHEME.match(target)):
        return ""
    return f"{damaged[1].lower()}://{target[damaged.end() :]}"


def refuse_picture(target: str) -> str:
    """Return in Vietnamese why a page cannot show the picture there; empty if it can."""
    if not target.strip():
        return NO_PICTURE
    if target[:5].lower() == "data:":
        return INLINE_PICTURE
    if OTHER_THAN_FILES.match(target):
        return NOT_A_PICTURE.format(quote(target))
    is_here = is_inside(target) and not target.startswith("\\\\")
    is_here = is_here and not WITHOUT_SCHEME.match(target)
    return "" if is_here else OUTSIDE_PICTURE.format(quote(target))
