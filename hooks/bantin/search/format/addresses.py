"""Addresses as readers paste them: the same article has the same key, however it was reached."""

import re
from unicodedata import normalize
from urllib.parse import quote

from bantin.search.format.terms import hash_of

HOST = r"(?:(?:[a-z0-9-]+\.)+[a-z]{2,}|localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3})(?::[0-9]+)?"
ADDRESS = re.compile(rf"(?:https?://)?({HOST})/([^#]*)(?:#.*)?")
# Doors to the same site: for phones, for readers of other sites.
DOORS = re.compile(r"^(?:www|m|amp|mobile)\.")
# What is added for counting visitors and never tells one article from another.
COUNTED = re.compile(r"^(?:utm_[a-z]*|fbclid|gclid|zarsrc|ref)=")
OWN = re.compile(r"(?:^|/)(tin/(?:[0-9]{4}|chua-ro-nam)/[a-z0-9-]+)$")
NOT_PLAIN = re.compile(r"[^!-~]+")
BROKEN = re.compile("[\ud800-\udfff]")
SCHEME = re.compile(r"\s*https?:", re.IGNORECASE)


def address_key(text: str) -> str:
    """Return the key of the article at an address; empty where a text is no address of a page."""
    whole = normalize("NFC", BROKEN.sub("", text.strip()))
    plain = NOT_PLAIN.sub(lambda odd: quote(odd[0]), whole).lower()
    match = ADDRESS.fullmatch(plain)
    if not match or " " in text.strip():
        return ""
    path, _, query = match[2].partition("?")
    path = path.rstrip("/").removesuffix("/amp")
    if own := OWN.search(path):
        return _key(own[1])
    kept = "&".join(part for part in query.split("&") if part and not COUNTED.match(part))
    page = f"{DOORS.sub('', match[1])}/{path}{'?' if kept else ''}{kept}"
    return _key(page) if path or kept else ""


def _key(address: str) -> str:
    return f"{hash_of(address):08x}"
