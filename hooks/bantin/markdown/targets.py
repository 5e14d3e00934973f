"""Why a link leads nowhere, or a picture cannot be shown, told from its destination alone."""

from bantin.model.destinations import is_inside, is_outside
from bantin.model.fields import quote

NO_ADDRESS = (
    "liên kết không có địa chỉ dùng được; cần địa chỉ đầy đủ như https://… hoặc đường dẫn tới tệp"
    " trong docs"
)
NO_SCHEME = "liên kết tới «{}» không dùng được; có phải «https:{}»?"
OTHER_SCHEME = (
    "liên kết tới «{}» không dùng được; chỉ nhận địa chỉ http, https, mailto, tel hoặc đường dẫn"
    " tới tệp trong docs"
)
BRING_IN = "hãy tải ảnh về docs/anh rồi ghi đường dẫn tới tệp ấy, như ../../anh/2024/ten-anh.jpg"
NO_PICTURE = f"ảnh không có đường dẫn dùng được; {BRING_IN}"
OUTSIDE_PICTURE = f"ảnh «{{}}» ở nơi khác nên trang không hiện được; {BRING_IN}"
INLINE_PICTURE = f"ảnh viết thẳng vào bài (data:) nên trang không hiện được; {BRING_IN}"


def refuse_link(target: str) -> str:
    """Return in Vietnamese why a page cannot lead to a destination; empty if it can."""
    if not target.strip():
        return NO_ADDRESS
    if is_inside(target) or is_outside(target):
        return ""
    shown = quote(target)
    return NO_SCHEME.format(shown, shown) if target.startswith("//") else OTHER_SCHEME.format(shown)


def refuse_picture(target: str) -> str:
    """Return in Vietnamese why a page cannot show the picture there; empty if it can."""
    if not target.strip():
        return NO_PICTURE
    if target[:5].lower() == "data:":
        return INLINE_PICTURE
    is_here = is_inside(target) and not target.startswith("\\\\")
    return "" if is_here else OUTSIDE_PICTURE.format(quote(target))
