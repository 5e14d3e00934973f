"""Old Vietnamese font encodings written out from their published tables.

Nothing here comes from the code under test. TCVN3 is the third character set (VN3) of the standard
TCVN 5712:1993; ``iconv`` of glibc knows the whole of it as TCVN5712-1. VNI is the encoding of the
Windows fonts of VNI Software.
"""

# Code, letter. VN3 has capitals only for the seven letters with a diacritic of their own.
_TCVN3_TABLE = """
A1 Ă  A2 Â  A3 Ê  A4 Ô  A5 Ơ  A6 Ư  A7 Đ  A8 ă  A9 â  AA ê  AB ô  AC ơ  AD ư  AE đ
B5 à  B6 ả  B7 ã  B8 á  B9 ạ  BB ằ  BC ẳ  BD ẵ  BE ắ  C6 ặ  C7 ầ  C8 ẩ  C9 ẫ  CA ấ  CB ậ
CC è  CE ẻ  CF ẽ  D0 é  D1 ẹ  D2 ề  D3 ể  D4 ễ  D5 ế  D6 ệ
D7 ì  D8 ỉ  DC ĩ  DD í  DE ị  DF ò  E1 ỏ  E2 õ  E3 ó  E4 ọ  E5 ồ  E6 ổ  E7 ỗ  E8 ố  E9 ộ
EA ờ  EB ở  EC ỡ  ED ớ  EE ợ  EF ù  F1 ủ  F2 ũ  F3 ú  F4 ụ  F5 ừ  F6 ử  F7 ữ  F8 ứ  F9 ự
FA ỳ  FB ỷ  FC ỹ  FD ý  FE ỵ
"""
# Codes of one letter, joined by a dot where there are two: a base letter, then its diacritics.
_VNI_TABLE = """
61.F9 á  61.F8 à  61.FB ả  61.F5 ã  61.EF ạ  61.EA ă  61.E9 ắ  61.E8 ằ  61.FA ẳ  61.FC ẵ  61.EB ặ
61.E2 â  61.E1 ấ  61.E0 ầ  61.E5 ẩ  61.E3 ẫ  61.E4 ậ  F1 đ
65.F9 é  65.F8 è  65.FB ẻ  65.F5 ẽ  65.EF ẹ  65.E2 ê  65.E1 ế  65.E0 ề  65.E5 ể  65.E3 ễ  65.E4 ệ
ED í  EC ì  E6 ỉ  F3 ĩ  F2 ị
6F.F9 ó  6F.F8 ò  6F.FB ỏ  6F.F5 õ  6F.EF ọ  6F.E2 ô  6F.E1 ố  6F.E0 ồ  6F.E5 ổ  6F.E3 ỗ  6F.E4 ộ
F4 ơ  F4.F9 ớ  F4.F8 ờ  F4.FB ở  F4.F5 ỡ  F4.EF ợ
75.F9 ú  75.F8 ù  75.FB ủ  75.F5 ũ  75.EF ụ  F6 ư  F6.F9 ứ  F6.F8 ừ  F6.FB ử  F6.F5 ữ  F6.EF ự
79.F9 ý  79.F8 ỳ  79.FB ỷ  79.F5 ỹ  EE ỵ
41.D9 Á  41.D8 À  41.DB Ả  41.D5 Ã  41.CF Ạ  41.CA Ă  41.C9 Ắ  41.C8 Ằ  41.DA Ẳ  41.DC Ẵ  41.CB Ặ
41.C2 Â  41.C1 Ấ  41.C0 Ầ  41.C5 Ẩ  41.C3 Ẫ  41.C4 Ậ  D1 Đ
45.D9 É  45.D8 È  45.DB Ẻ  45.D5 Ẽ  45.CF Ẹ  45.C2 Ê  45.C1 Ế  45.C0 Ề  45.C5 Ể  45.C3 Ễ  45.C4 Ệ
CD Í  CC Ì  C6 Ỉ  D3 Ĩ  D2 Ị
4F.D9 Ó  4F.D8 Ò  4F.DB Ỏ  4F.D5 Õ  4F.CF Ọ  4F.C2 Ô  4F.C1 Ố  4F.C0 Ồ  4F.C5 Ổ  4F.C3 Ỗ  4F.C4 Ộ
D4 Ơ  D4.D9 Ớ  D4.D8 Ờ  D4.DB Ở  D4.D5 Ỡ  D4.CF Ợ
55.D9 Ú  55.D8 Ù  55.DB Ủ  55.D5 Ũ  55.CF Ụ  D6 Ư  D6.D9 Ứ  D6.D8 Ừ  D6.DB Ử  D6.D5 Ữ  D6.CF Ự
59.D9 Ý  59.D8 Ỳ  59.DB Ỷ  59.D5 Ỹ  CE Ỵ
"""


def _read(table: str) -> dict[str, bytes]:
    codes, letters = table.split()[::2], table.split()[1::2]
    pairs = zip(letters, codes, strict=True)
    return {letter: bytes.fromhex(code.replace(".", "")) for letter, code in pairs}


TCVN3 = _read(_TCVN3_TABLE)
VNI = _read(_VNI_TABLE)
# Neither encoding has typographic quotation marks and dashes.
_PLAIN = str.maketrans("“”–’", '""-\'')


def encode_tcvn3(text: str) -> bytes:
    """Return a text as people typed it in a font such as .VnTime.

    Accented capitals, which the font does not have, become small letters.
    """
    return b"".join(
        TCVN3.get(char) or TCVN3.get(char.lower()) or char.encode("latin-1")
        for char in text.translate(_PLAIN)
    )


def encode_vni(text: str) -> bytes:
    """Return a text as people typed it in a font such as VNI-Times."""
    return b"".join(VNI.get(char) or char.encode("latin-1") for char in text.translate(_PLAIN))
