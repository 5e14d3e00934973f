"""What an editor can do at the desk; each call is whole, and one runs at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any

from bantin.checking import check, valid_part
from bantin.editing.accepting import read_draft
from bantin.editing.answers import keep_answer
from bantin.editing.files import new_article, replace_text
from bantin.editing.moving import make_move, moves
from bantin.importing.drafting.draft_files import create, free_path
from bantin.model import Article
from bantin.model.problem import Severity
from bantin.model.sections import UNKNOWN_YEAR, Section
from bantin.model.settings import Settings
from bantin.reading import Content, read, save
from bantin.reading.article import read_article
from bantin.runtime.cache import Cache
from bantin.studio.article_text import Fields, read_form, write_form
from bantin.studio.findings import Finding, judge
from bantin.studio.history import GitError, History
from bantin.studio.preview import Preview
from bantin.studio.sessions import Holders
from bantin.studio.working_copies import WorkingCopies, WorkingCopy
from bantin.vietnamese.slug import slugify

FOLDER = ".studio"  # not in the cache, which anyone may delete
DRAFT, REVIEW, PUBLISHED = "draft", "review", "published"
HIDDEN = (DRAFT, REVIEW)


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


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as the desk shows it.

    Attributes:
        path: from ``docs/``.
        fields: front matter.
        body: Markdown.
        base: digest of the file.
        copy: what was typed and not saved, if anything.
    """

    path: str
    fields: Fields
    body: str
    base: str
    copy: WorkingCopy | None = None


class Desk:
    """The articles of a project, as one or several editors work on them.

    Args:
        root: the project.
        settings: of its site.
        today: the day, new at every call.
    """

    def __init__(self, root: Path, settings: Settings, today: date) -> None:
        self.root, self.today, self.site_name = root, today, settings.site_name
        self.copies = WorkingCopies(root / FOLDER / "copies")
        self.history, self.holders = History(root), Holders()
        self.preview = Preview(root, settings)
        self._lock, self._cache = RLock(), Cache(root / ".cache" / "commands")
        self.content = self._read()
        self._valid: Content | None = None

    def refresh(self) -> None:
        """Read again what others may have changed on the disk."""
        content = self._read()
        with self._lock:
            self.content, self._valid = content, None

    def _read(self) -> Content:
        # One process: a service with threads must not fork.
        content = read(self.root / "docs", self.root / "data", self._cache)
        save(content, self._cache)
        return content

    # Opening and keeping

    def file_of(self, path: str) -> Path:
        """Return the file of an article; DeskError for a path that is none."""
        file = (self.content.docs / path).resolve()
        news = (self.content.docs / Section.NEWS.folder).resolve()
        if not path.endswith(".md") or not file.is_relative_to(news) or file.is_symlink():
            message = f"không có bài «{path}»"
            raise DeskError(message)
        return file

    def article(self, path: str) -> Opened:
        """Return an article, with what was typed and not saved."""
        text = self._text(path)
        try:
            fields, body = read_form(text)
        except ValueError:
            message = "phần đầu bài không đọc được; hãy nhờ cán bộ kỹ thuật sửa tệp này"
            raise DeskError(message) from None
        return Opened(path, fields, body, _digest(text), self.copies.find(path))

    def keep(self, copy: WorkingCopy) -> None:
        """Keep what was typed; an answer that comes late replaces nothing newer."""
        with self._lock:
            self.file_of(copy.path)
            last = self.copies.find(copy.path)
            if last is None or last.base != copy.base or last.number < copy.number:
                self.copies.keep(copy)

    def base_of(self, path: str) -> str:
        """Return the digest of an article's file as it is on the disk now."""
        return _digest(self._text(path))

    def version(self, path: str, id_: str) -> dict[str, Any]:
        """Return the fields and the body of an article as a version has them."""
        try:
            fields, body = read_form(self.history.text_at(id_, self.file_of(path)))
        except ValueError:
            message = "phiên bản này không đọc được"
            raise DeskError(message) from None
        return {"fields": fields, "body": body}

    def _text(self, path: str) -> str:
        try:
            return self.file_of(path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            message = f"không đọc được bài «{path}»"
            raise DeskError(message) from None

    # Checking and looking

    def judge(self, path: str, fields: Fields, body: str) -> tuple[Finding, ...]:
        """Return what is wrong with an article as a form has it, as if it were published.

        What is still to be confirmed is not told: the form has it in a list of its own.
        """
        if fields.get("status", PUBLISHED) in HIDDEN:
            fields = {**fields, "status": PUBLISHED, "to_confirm": {}}
        text = write_form(self._text(path), fields, body)
        return judge(self.content, path, text, self.today).findings

    def page(self, path: str, fields: Fields, body: str, address: str = "") -> bytes:
        """Return the page of an article, or of its programme, as it will be."""
        text = write_form(self._text(path), fields, body)
        article = read_article(path, text.encode())
        if not isinstance(article, Article):
            raise DeskError("; ".join(one.message for one in article))
        body = text.split("\n", article.body_line - 1)[-1]
        try:
            return self.preview.page(self._valid_content(), article, body, self.today, address)
        except LookupError as error:
            raise DeskError(str(error)) from None

    def _valid_content(self) -> Content:
        with self._lock:
            if self._valid is None:
                found = check(self.content, self._cache, self.today)
                wrong = [one for one in found if one.severity is Severity.PROBLEM]
                self._valid = valid_part(self.content, wrong)
            return self._valid

    # Saving

    def save(self, path: str, fields: Fields, body: str, base: str, editor: str) -> str:
        """Write an article; return its path, which changes with the year of a draft.

        Args:
            path: from ``docs/``.
            fields: front matter.
            body: Markdown.
            base: digest of the file that was opened.
            editor: under whose name it is committed.

        Raises:
            ChangedError: the file is not the one that was opened; nothing is written.
            DeskError: published, but something is wrong with it; nothing is written.
        """
        with self._lock:
            before = self._text(path)
            if _digest(before) != base:
                raise ChangedError(before)
            text = write_form(before, fields, body)
            if fields.get("status", PUBLISHED) not in HIDDEN:
                self._demand_right(path, text)
            replace_text(self.file_of(path), text)
            self._keep_answers(before, text)
            self.copies.drop(path)
            self._take_in(path, text)
            moved = self._move(path)
            self.commit([path, moved], _message(before, text), editor)
            return moved

    def _demand_right(self, path: str, text: str) -> None:
        findings = judge(self.content, path, text, self.today).findings
        if stops := [one for one in findings if one.stops]:
            message = f"chưa đăng được, còn {len(stops)} chỗ phải sửa: {stops[0].message}"
            raise DeskError(message)

    def _keep_answers(self, before: str, after: str) -> None:
        """Keep what was answered about the guesses of import, as ``bantin accept`` does."""
        old, new = read_draft(before), read_draft(after)
        left = new.fields.get("to_confirm") or {}
        for question in old.questions():
            if question.path not in left:
                keep_answer(self.content.data, question, new)

    def _take_in(self, path: str, text: str) -> None:
        """Put a saved article into the content, without reading all others again."""
        article, findings = judge(self.content, path, text, self.today)
        self.content = _with_article(self.content, path, article)
        if self._valid is not None:
            is_right = not any(one.stops for one in findings)
            self._valid = _with_article(self._valid, path, article if is_right else None)

    def _move(self, path: str) -> str:
        """Move a draft to the folder of its year; published articles keep their address."""
        for move in moves(self.content):
            if move.old == path and move.article.front.is_draft:
                make_move(self.content.docs, move)
                self.refresh()
                return move.new
        return path

    def commit(self, paths: Iterable[str], message: str, editor: str) -> None:
        """Commit articles with their photographs, and the registries; other files are left alone.

        Raises:
            DeskError: git refused; the files are saved all the same.
        """
        if not self.history.exists:
            return
        docs = self.content.docs
        news = [article for article in self.content.articles if article.path in {*paths}]
        photos = [f"anh/{one.src}" for article in news for one in article.front.photos if one.src]
        try:
            self.history.commit(
                [self.content.data, *(docs / one for one in (*paths, *photos))], message, editor
            )
        except GitError as error:
            warning = f"đã lưu, nhưng chưa ghi được vào lịch sử: {error}"
            raise DeskError(warning) from error

    def share(self) -> bool:
        """Send what was committed to the remote; return whether there is one.

        Raises:
            DeskError: it could not be sent; here everything is as it was.
        """
        if not self.history.exists or not self.history.remote:
            return False
        with self._lock:
            try:
                self.history.push()
            except GitError as error:
                message = f"đã lưu ở máy này, chưa gửi lên máy chủ được: {error}"
                raise DeskError(message) from error
            self.refresh()
        return True

    # New articles

    def create(self, title: str, editor: str) -> str:
        """Write a new draft; return its path."""
        if not title.strip():
            message = "cần tiêu đề bài"
            raise DeskError(message)
        fields: dict[str, Any] = {
            "title": title.strip(), "date": self.today.isoformat(), "status": DRAFT,
        }  # fmt: skip
        with self._lock:
            news = self.content.docs / Section.NEWS.folder
            slugs = [article.slug for article in self.content.articles]
            year = str(self.today.year) or UNKNOWN_YEAR
            file = free_path(news / year, slugify(title) or "bai-moi", slugs)
            text = new_article(fields)
            create(file, text.encode())
            path = file.relative_to(self.content.docs).as_posix()
            self._take_in(path, text)
            self.commit([path], f"Bài nháp mới: {title.strip()}", editor)
            return path


def _with_article(content: Content, path: str, article: Article | None) -> Content:
    """Return a content with another article at a path, or none."""
    others = [one for one in content.articles if one.path != path]
    articles = [*others, article] if article else others
    return replace(content, articles=tuple(sorted(articles, key=lambda one: one.path)))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _message(before: str, after: str) -> str:
    """Return what a commit says: what became of which article."""
    (old, _), (new, _) = read_form(before), read_form(after)
    was, is_ = old.get("status", PUBLISHED), new.get("status", PUBLISHED)
    kinds = {PUBLISHED: "Đăng", REVIEW: "Gửi duyệt", DRAFT: "Đưa về nháp"}
    kind = kinds.get(is_, "Rút") if was != is_ else "Sửa bài nháp" if is_ == DRAFT else "Sửa"
    return f"{kind}: {new.get('title', '')}"
