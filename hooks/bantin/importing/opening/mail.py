"""Pages saved as one file (.mhtml) and e-mails (.eml): the page or letter in them, its pictures."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from bantin.importing.extract.blocks import InputFile, UnreadableError
from bantin.importing.extract.decoding import clean_text, decode_bytes
from bantin.importing.extract.legacy_encodings import decode_legacy
from bantin.importing.extract.plain_text import read_plain_text
from bantin.importing.web.page import read_webpage

_HEADER = re.compile(
    rb"\s*(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+", re.DOTALL
)
_OF_MAIL = re.compile(
    rb"^(?:mime-version|content-type|message-id|received):", re.IGNORECASE | re.MULTILINE
)
_EMPTY = "thư hay trang web lưu một tệp này không có chữ nào"
_MAX_DEPTH = 20


def is_mail(data: bytes) -> bool:
    """Whether a file begins with the header of an e-mail, as a page saved as one file does."""
    header = _HEADER.match(data[:20_000])
    return header is not None and bool(_OF_MAIL.search(header[0]))


def read_mail(data: bytes) -> InputFile:
    """Return the blocks of the page or letter in a file.

    Raises:
        UnreadableError: it has no text.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    parts = [part for part in _parts(message) if not part.is_multipart()]
    body = _body(parts)
    if body is None:
        raise UnreadableError(_EMPTY)
    text, is_legacy = _text(body)
    if body.get_content_type() == "text/plain":
        text = clean_text(text)
        file = replace(read_plain_text(text, is_legacy=is_legacy), witness=text)
    else:
        file = read_webpage(text, is_legacy=is_legacy, pictures=_pictures(parts))
    return replace(
        file,
        title=file.title or _header(message, "Subject"),
        url=file.url or _header(message, "Snapshot-Content-Location"),
        remarks=(*file.remarks, *_remarks(parts, body)),
    )


def _parts(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """Yield a message and its parts, those of forwarded messages too."""
    yield message
    if message.is_multipart() and depth < _MAX_DEPTH:
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _parts(part, depth + 1)


def _body(parts: list[EmailMessage]) -> EmailMessage | None:
    """Return the part with most text: of one letter in two forms, the page."""
    for kind in ("text/html", "text/plain"):
        of_kind = [p for p in parts if p.get_content_type() == kind and not p.is_attachment()]
        best = max(of_kind, key=lambda part: len(_text(part)[0]), default=None)
        if best is not None and _text(best)[0].strip():
            return best
    return None


def _text(part: EmailMessage) -> tuple[str, bool]:
    """Return the text of a part, and whether it was in an old Vietnamese encoding."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    try:
        return decode_legacy(data.decode(charset)) if charset else decode_bytes(data)
    except (LookupError, UnicodeDecodeError):
        return decode_bytes(data)


def _pictures(parts: list[EmailMessage]) -> dict[str, bytes]:
    """Return the pictures by the addresses under which a page shows them."""
    pictures: dict[str, bytes] = {}
    for part in parts:
        payload = part.get_payload(decode=True) if part.get_content_maintype() == "image" else None
        if isinstance(payload, bytes):
            pictures[_header(part, "Content-Location")] = payload
            pictures[f"cid:{_header(part, 'Content-ID').strip('<> ')}"] = payload
    return pictures


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, TypeError, KeyError):
        return ""  # what the standard library raises on damaged headers


def _remarks(parts: list[EmailMessage], body: EmailMessage) -> Iterator[str]:
    for part in parts:
        name = part.get_filename()
        if part is not body and name and part.get_content_maintype() != "image":
            yield f"thư có tệp kèm «{name}», chưa đọc; hãy lưu tệp ấy ra rồi đưa vào"
