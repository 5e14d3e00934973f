"""What an editor can do at the desk; each call is whole, and one runs at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bantin.editing.accepting import read_draft
from bantin.editing.answers import keep_answer
from bantin.editing.files import new_article, replace_text
from bantin.editing.moving import make_move, moves
from bantin.importing.drafting.draft_files import create, free_path
from bantin.model import Article
from bantin.model.sections import UNKNOWN_YEAR, Section
from bantin.model.settings import Settings
from bantin.reading.article import read_article
from bantin.studio.archive import FOLDER, Archive, ChangedError, DeskError, digest_of
from bantin.studio.article_text import Fields, read_form, write_form
from bantin.studio.findings import Finding, judge
from bantin.studio.history import GitError, History
from bantin.studio.preview import Preview
from bantin.studio.sessions import Holders
from bantin.studio.working_copies import WorkingCopies, WorkingCopy
from bantin.vietnamese.slug import slugify

DRAFT, REVIEW, PUBLISHED = "draft", "review", "published"
HIDDEN = (DRAFT, REVIEW)


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


class Desk(Archive):
    """What an editor does with the articles of a project.

    Args:
        root: the project.
        settings: of its site.
        clock: gives the day.

    Attributes:
        copies: what was typed and not saved.
        history: earlier versions.
        holders: who is editing what.
        preview: the site as it will be.
    """

    def __init__(self, root: Path, settings: Settings, clock: Callable[[], date]) -> None:
        super().__init__(root, clock)
        self.site_name = settings.site_name
        self.copies = WorkingCopies(root / FOLDER / "copies")
        self.history, self.holders = History(root), Holders()
        self.preview = Preview(root, settings)

    # Opening and keeping

    def article(self, path: str) -> Opened:
        """Return an article, with what was typed and not saved."""
        text = self.text_of(path)
        try:
            fields, body = read_form(text)
        except ValueError:
            message = "phần đầu bài không đọc được; hãy nhờ cán bộ kỹ thuật sửa tệp này"
            raise DeskError(message) from None
        return Opened(path, fields, body, digest_of(text), self.copies.find(path))

    def keep(self, copy: WorkingCopy) -> None:
        """Keep what was typed; an answer that comes late replaces nothing newer."""
        with self.lock:
            self.file_of(copy.path)
            last = self.copies.find(copy.path)
            if last is None or last.base != copy.base or last.number < copy.number:
                self.copies.keep(copy)

    def version(self, path: str, id_: str) -> dict[str, Any]:
        """Return the fields and the body of an article as a version has them."""
        try:
            fields, body = read_form(self.history.text_at(id_, self.file_of(path)))
        except ValueError:
            message = "phiên bản này không đọc được"
            raise DeskError(message) from None
        return {"fields": fields, "body": body}

    # Checking and looking

    def judge(self, path: str, fields: Fields, body: str) -> tuple[Finding, ...]:
        """Return what is wrong with an article as a form has it, as if it were published.

        What is still to be confirmed is not told: the form has it in a list of its own.
        """
        if fields.get("status", PUBLISHED) in HIDDEN:
            fields = {**fields, "status": PUBLISHED, "to_confirm": {}}
        text = write_form(self.text_of(path), fields, body)
        return judge(self.content, path, text, self.today).findings

    def page(self, path: str, fields: Fields, body: str, address: str = "") -> bytes:
        """Return the page of an article, or of its programme, as it will be."""
        text = write_form(self.text_of(path), fields, body)
        article = read_article(path, text.encode())
        if not isinstance(article, Article):
            raise DeskError("; ".join(one.message for one in article))
        body = text.split("\n", article.body_line - 1)[-1]
        try:
            return self.preview.page(self.valid_content(), article, body, self.today, address)
        except LookupError as error:
            raise DeskError(str(error)) from None

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
        with self.lock:
            before = self.text_of(path)
            if digest_of(before) != base:
                raise ChangedError(before)
            text = write_form(before, fields, body)
            if fields.get("status", PUBLISHED) not in HIDDEN:
                self._demand_right(path, text)
            replace_text(self.file_of(path), text)
            self._keep_answers(before, text)
            self.copies.drop(path)
            self.take_in(path, text)
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
        with self.lock:
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
        with self.lock:
            news = self.content.docs / Section.NEWS.folder
            slugs = [article.slug for article in self.content.articles]
            year = str(self.today.year) or UNKNOWN_YEAR
            file = free_path(news / year, slugify(title) or "bai-moi", slugs)
            text = new_article(fields)
            create(file, text.encode())
            path = file.relative_to(self.content.docs).as_posix()
            self.take_in(path, text)
            self.commit([path], f"Bài nháp mới: {title.strip()}", editor)
            return path


def _message(before: str, after: str) -> str:
    """Return what a commit says: what became of which article."""
    (old, _), (new, _) = read_form(before), read_form(after)
    was, is_ = old.get("status", PUBLISHED), new.get("status", PUBLISHED)
    kinds = {PUBLISHED: "Đăng", REVIEW: "Gửi duyệt", DRAFT: "Đưa về nháp"}
    kind = kinds.get(is_, "Rút") if was != is_ else "Sửa bài nháp" if is_ == DRAFT else "Sửa"
    return f"{kind}: {new.get('title', '')}"
