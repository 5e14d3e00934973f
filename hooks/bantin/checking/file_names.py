"""Names of files that not every system can have, and names that only look the same."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from unicodedata import normalize

from bantin.vietnamese.slug import slugify

# Most bytes of a path: a folder of the site, ``index.html`` and a compressed copy come on top.
MAX_BYTES = 200
RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r"[<>:\"|?*\\]")


def name_fault(path: str) -> str:
    """Return in Vietnamese why a path cannot be used on every system, or an empty text.

    Args:
        path: with slashes, from any folder.
    """
    if len(path.encode(errors="surrogateescape")) > MAX_BYTES:
        return f"dài quá {MAX_BYTES} byte; hãy đặt tên ngắn hơn"
    for part in path.split("/"):
        if fault := _part_fault(part):
            return f"{fault}; hãy đổi tên"
    return ""


def free_name(name: str) -> str:
    """Return a name without an ending, or a longer one where a system keeps it for itself."""
    return f"bai-{name}" if RESERVED.fullmatch(name) else name


def _part_fault(part: str) -> str:
    if RESERVED.fullmatch(part):
        return f"có tên «{part}», mà Windows giữ riêng tên ấy"
    if not part.isprintable():
        return "có ký tự không in được"
    if match := FORBIDDEN.search(part):
        return f"có dấu «{match[0]}», mà Windows không cho có trong tên"
    if part not in {"", ".", ".."} and part[-1] in ". ":
        return f"có tên «{part}» kết thúc bằng dấu chấm hoặc dấu cách, mà Windows bỏ đi"
    return ""


def twin_fault(path: str, existing: Iterable[str]) -> str:
    """Return in what a path differs from one that exists and looks the same, or an empty text.

    Args:
        path: of no file, as it is written.
        existing: paths of files.
    """
    key = _key(path)
    twin = next((other for other in existing if _key(other) == key), "")
    shown = normalize("NFC", twin)
    if not twin:
        return ""
    if shown != normalize("NFC", path):
        return f"; trên đĩa tên là «{shown}», khác chữ hoa, chữ thường; hãy ghi đúng như trên đĩa"
    name = PurePosixPath(shown)
    plain = f"{slugify(name.stem)}{name.suffix.lower()}"
    found = "; tệp có đó, nhưng tên ghi kiểu dấu rời (NFD) của máy Mac"
    return f"{found}; hãy đổi tên thành «{plain}»"


def _key(path: str) -> str:
    return normalize("NFC", path).casefold()
