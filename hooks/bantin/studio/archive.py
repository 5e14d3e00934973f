"""The articles of a project as the service holds them: read once, renewed as files change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import RLock
from time import monotonic

from bantin.checking import check, valid_part
from bantin.model import Article
from bantin.model.problem import Severity
from bantin.model.sections import Section
from bantin.reading import Content, read, save
from bantin.runtime.cache import Cache
from bantin.studio.findings import judge

FOLDER = ".studio"  # not in the cache, which anyone may delete
# After so many seconds a list of articles looks at the disk again.
FRESH = 3.0


class DeskError(Exception):
    """What an editor asked for cannot be done; the text is one Vietnamese sentence."""


class ChangedError(DeskError):
    """The file has changed since it was opened.

    Attributes:
        text: of the file now; empty where it is gone.
    """

    def __init__(self, text: str) -> None:
        super().__init__("tệp đã đổi từ khi mở: có người khác vừa lưu bài này")
        self.text = text


class Archive:
    """The content of a project, shared by all windows.

    Args:
        root: the project.
        clock: gives the day.

    Attributes:
        content: as it was last read, with what was saved since.
        lock: held by whatever changes it.
    """

    def __init__(self, root: Path, clock: Callable[[], date]) -> None:
        self.root, self._clock = root, clock
        self.lock, self._cache = RLock(), Cache(root / ".cache" / "commands")
        self.content = self._read()
        self._valid: Content | None = None

    @property
    def today(self) -> date:
        """The day: a desk may stay open over midnight."""
        return self._clock()

    def refresh(self) -> None:
        """Read again what others may have changed on the disk."""
        content = self._read()
        with self.lock:
            self.content, self._valid = content, None

    def refresh_if_old(self) -> None:
        """Read again, unless that was done a moment ago."""
        if monotonic() - self._read_at > FRESH:
            self.refresh()

    def _read(self) -> Content:
        # One process: a service with threads must not fork.
        content = read(self.root / "docs", self.root / "data", self._cache)
        save(content, self._cache)
        self._read_at = monotonic()
        return content

    def file_of(self, path: str) -> Path:
        """Return the file of an article; DeskError for a path that is none."""
        file = (self.content.docs / path).resolve()
        news = (self.content.docs / Section.NEWS.folder).resolve()
        if not path.endswith(".md") or not file.is_relative_to(news) or file.is_symlink():
            message = f"không có bài «{path}»"
            raise DeskError(message)
        return file

    def text_of(self, path: str) -> str:
        """Return what the file of an article holds; DeskError where it cannot be read."""
        try:
            return self.file_of(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            message = f"không đọc được bài «{path}»"
            raise DeskError(message) from None

    def base_of(self, path: str) -> str:
        """Return the digest of an article's file as it is on the disk now."""
        return digest_of(self.text_of(path))

    def valid_content(self) -> Content:
        """Return the content without the articles that have problems."""
        with self.lock:
            if self._valid is None:
                found = check(self.content, self._cache, self.today)
                wrong = [one for one in found if one.severity is Severity.PROBLEM]
                self._valid = valid_part(self.content, wrong)
            return self._valid

    def take_in(self, path: str, text: str) -> None:
        """Put a saved article into the content, without reading all others again."""
        article, findings = judge(self.content, path, text, self.today)
        self.content = _with_article(self.content, path, article)
        if self._valid is not None:
            is_right = not any(one.stops for one in findings)
            self._valid = _with_article(self._valid, path, article if is_right else None)


def _with_article(content: Content, path: str, article: Article | None) -> Content:
    """Return a content with another article at a path, or none."""
    others = [one for one in content.articles if one.path != path]
    articles = [*others, article] if article else others
    return replace(content, articles=tuple(sorted(articles, key=lambda one: one.path)))


def digest_of(text: str) -> str:
    """Return the digest by which a file is known again."""
    return sha256(text.encode()).hexdigest()
