"""PDF files with text: its lines, joined to paragraphs again."""

import re

from bantin.importing.extract.blocks import InputFile, UnreadableError
from bantin.importing.extract.decoding import clean_text
from bantin.importing.extract.legacy_encodings import decode_legacy
from bantin.importing.extract.plain_text import read_plain_text

_MAX_PAGES = 200
_PASSWORD = "tệp PDF đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại"  # noqa: S105 - a sentence
_DAMAGED = "tệp PDF đã hỏng; hãy xin lại bản gốc"
_SCAN = "tệp PDF là bản quét, chỉ có ảnh chụp, không có chữ; hãy xin bản Word hoặc gõ lại"
_TOO_LONG = f"tệp PDF có trên {_MAX_PAGES} trang; mỗi tệp chỉ nên là một bài"
_SOFT_END = re.compile("(?:\ufffe|\u00ad)\\s*\n")  # pdfium's mark of a word cut at the line's end
_PICTURES = "ảnh và khung bảng trong PDF không lấy được, chỉ lấy chữ; hãy so lại với bản gốc"


def read_pdf(data: bytes) -> InputFile:
    """Return the blocks of a PDF file.

    Raises:
        UnreadableError: it has no text, is damaged, too long, or has a password.
    """
    import pypdfium2  # noqa: PLC0415 - a large library that few commands need

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_PASSWORD if "password" in str(error).lower() else _DAMAGED) from None
    with document:
        if len(document) > _MAX_PAGES:
            raise UnreadableError(_TOO_LONG)
        try:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise UnreadableError(_DAMAGED) from error
    text = "\n".join(pages).replace("\r\n", "\n")
    text, is_legacy = decode_legacy(_SOFT_END.sub("", text))
    text = clean_text(text)
    if not text.strip():
        raise UnreadableError(_SCAN)
    file = read_plain_text(text, is_legacy=is_legacy)
    return InputFile(file.blocks, is_legacy=is_legacy, witness=text, remarks=(_PICTURES,))
