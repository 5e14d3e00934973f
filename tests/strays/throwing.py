"""Files as nobody wants them in docs/: made up at random, laid on a disk, and judged by few words.

The judgement is another one than that of ``bantin.checking.gate``, so that one can prove the other.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from bantin.reading.listing import Entry, Kind, printable

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence
    from pathlib import Path

# In every file that is thrown; it may be in no output.
SECRET = "BIMATKHONGLO"  # noqa: S105 - a word to look for
ROOMS = [
    "", "", "tin/", "tin/2024/", "tin/2024/", "tin/chua-ro-nam/", "tin/2024/con/", "Tin/2024/",
    "TIN/", "tin /", "anh/", "anh/2024/", "Anh/2024/", "ANH/", "huong-dan/", "Huong-dan/",
    "admin/", "assets/js/", "assets/css/", "assets/", "hinh/2024/", "tim-kiem/",
    "tim-kiem/chi-muc/", "_nginx/", "2024/", "nam/2024/", "bao-cao/", "du-lieu/", ".git/",
    ".well-known/", ".vscode/", "_shell/", "moi/sau/xa/", "con.md/", "tin.md/",
]  # fmt: skip
STEMS = [
    "bai", "bai-mat", "index", "gioi-thieu", "README", "~$bao-cao", ".bai", "bai moi", "BÀI",
    "Báo cáo mật", "con", "nul.x", "a" * 90, "feed.xml", "feed", "robots", "404", "_redirects",
    "_headers", "CNAME", ".htaccess", ".env", "sitemap", "bantin", "sw", "start", "config",
    "manifest", "hop", "nhap", "\u202egpj", "a\nb", "a\tb", "b\udce1i", "\udcff\udcfe", "-rf",
    "$(touch x)", "<script>", "'\"", "%2e%2e", "a;b", "a:b", "#a", "?q", "đ", "Bản sao của bai",
    "bai (1)", ".DS_Store", "Thumbs", "._bai", "_shell1", "\u200b", "\U0001f600", "\u00a0",
    "bai.",
]  # fmt: skip
ENDINGS = [
    "", ".md", ".md", ".md", ".MD", ".Md", ".md.txt", ".md.bak", ".md~", ".md.swp", ".md.orig",
    ".markdown", ".mkd", ".html", ".htm", ".mhtml", ".docx", ".DOCX", ".doc", ".odt", ".pdf",
    ".txt", ".bak", ".tmp", ".js", ".mjs", ".css", ".svg", ".jpg", ".jpg", ".JPG", ".jpeg",
    ".png", ".webp", ".gif", ".heic", ".tif", ".jpg.bak", ".mp4", ".json", ".xml", ".yml",
    ".py", ".php", ".gz", ".zip", ".db", ".md.md", ". md", ".md ", ".ｍｄ",
]  # fmt: skip
KINDS = [*[Kind.FILE] * 12, Kind.LINK, Kind.LINK, Kind.SPECIAL]
PHOTO = re.compile(r"anh/.+\.(?i:jpe?g|png|webp)", re.DOTALL)
ARTICLE = re.compile(r"tin/.+\.md", re.DOTALL)
LEFT = re.compile(
    r"(?:.*/)?(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.git(?:keep|ignore|attributes)|\._[^/]*)",
    re.DOTALL,
)
ODD = re.compile(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202e\ud800-\udfff]")
TEXTS = [
    "{0}\n",
    "---\ntitle: Bài {0}\nstatus: draft\ndate: 2024-04-25\n---\n\n{0}\n",
    "---\ntitle: Bài {0}\ndate: 2030-04-25\n---\n\n{0}\n",
    "---\ntitle: Bài {0}\nstatus: draft\n---\n\n<<<<<<< HEAD\n{0}\n=======\n>>>>>>> b\n",
    "---\ntitle: {0}: hỏng\nstatus: draft\n---\n",
    "# {0}\n\n<script>document.title = '{0}'</script>\n",
    "document.title = '{0}';\n",
    "<!doctype html><title>{0}</title>\n",
    "PK\x03\x04 {0}",
    "\xff\xd8\xff\xe0 {0}",
    "",
]


class Thrown(NamedTuple):
    """A thing in docs/: its path, what it is, and what it holds or leads to."""

    path: str
    kind: Kind
    data: bytes

    @property
    def entry(self) -> Entry:
        return Entry(self.path, self.kind)

    @property
    def shown(self) -> str:
        return f"docs/{printable(self.path)}"


def throw(chance: random.Random, most: int = 12) -> list[Thrown]:
    """Return some things at random, no two of one path."""
    made = [_one(chance) for _ in range(chance.randint(1, most))]
    return list({one.path: one for one in made}.values())


def has_place(thing: Thrown, pages: Iterable[str]) -> bool:
    """Whether docs/ may hold it without a word of the gate."""
    path, is_file = thing.path, thing.kind is Kind.FILE
    if is_file and LEFT.fullmatch(path):
        return True
    if not path.isprintable() or ODD.search(path):
        return False
    # What is wrong with an article, or that it is a link, is said by its reading.
    if thing.kind is not Kind.SPECIAL and ARTICLE.fullmatch(path) and not LEFT.fullmatch(path):
        return True
    return is_file and (path in {"index.md", *pages} or bool(PHOTO.fullmatch(path)))


def untold(things: Sequence[Thrown], pages: Sequence[str], told: Iterable[str]) -> list[Thrown]:
    """Return what is neither in its place nor named by a problem."""
    named = set(told)
    return [one for one in things if not has_place(one, pages) and one.shown not in named]


def lay(docs: Path, things: Iterable[Thrown]) -> list[Thrown]:
    """Put things on the disk; return those for which there was room."""
    laid = []
    for one in things:
        with suppress(OSError):
            _lay_one(docs, one)
            laid.append(one)
    return laid


def clear(docs: Path, kept: Iterable[str]) -> None:
    """Remove all but some files."""
    wanted = set(kept)
    for folder, folders, files in os.walk(docs, topdown=False):
        for name in (*files, *folders):
            file = os.path.join(folder, name)  # noqa: PTH118 - names that are no UTF-8
            if os.path.relpath(file, docs) in wanted:
                continue
            if os.path.isdir(file) and not os.path.islink(file):  # noqa: PTH112, PTH114
                with suppress(OSError):
                    os.rmdir(file)  # noqa: PTH106
            else:
                os.unlink(file)  # noqa: PTH108


def _one(chance: random.Random) -> Thrown:
    path = chance.choice(ROOMS) + chance.choice(STEMS) + chance.choice(ENDINGS)
    if not chance.randrange(8):
        path = normalize(chance.choice(("NFC", "NFD")), path)
    if not chance.randrange(20):
        path = chance.choice(ROOMS) + "".join(chr(chance.randint(33, 0x2FF)) for _ in range(6))
    path = path.replace("\0", "").replace("//", "/").strip("/") or "x"
    kind = chance.choice(KINDS)
    text = chance.choice(TEXTS).format(SECRET)
    target = chance.choice(("../../bi-mat.md", ".", "..", "khong-co", "index.md", "/etc/hostname"))
    return Thrown(path, kind, os.fsencode(target) if kind is Kind.LINK else text.encode())


def _lay_one(docs: Path, one: Thrown) -> None:
    file = os.path.join(docs, one.path)  # noqa: PTH118 - names that are no UTF-8
    if os.path.lexists(file):
        raise FileExistsError(file)
    os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
    if one.kind is Kind.LINK:
        os.symlink(one.data, os.fsencode(file))  # noqa: PTH211
    elif one.kind is Kind.SPECIAL and len(one.path) % 2:
        os.mkfifo(file)
    elif one.kind is Kind.SPECIAL:
        _lay_socket(docs, file)
    else:
        with open(file, "wb") as opened:  # noqa: PTH123
            opened.write(one.data)


def _lay_socket(docs: Path, file: str) -> None:
    short = docs.parent / "s"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(short))
    shutil.move(short, file)
