"""``bantin accept``: a draft confirmed field by field, its records taken in, published."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from bantin.checking import check
from bantin.cli.content import read_content
from bantin.editing.accept_records import (
    accept,
    forget,
    needed,
    replace_id,
    with_change,
)
from bantin.editing.accepting import (
    BACK,
    LATER,
    REMOVE,
    AnswerError,
    Draft,
    Question,
    answer,
    read_draft,
)
from bantin.editing.answers import keep_answer
from bantin.editing.files import replace_text
from bantin.editing.matching import match_records
from bantin.editing.questions import question_shown, title_of
from bantin.editing.records import dump_record
from bantin.model.problem import Severity
from bantin.model.proposal import Proposal
from bantin.reading import Content
from bantin.reading.article import read_article

HELP = (
    "Enter: đúng · gõ giá trị đúng · «-»: bỏ · «-2»: bỏ mục 2 · «+Tên»: thêm · «?»: để sau"
    " · «<»: quay lại"
)
RECORD_HELP = (
    "Enter: thêm vào sổ · gõ mã hoặc tên đã có trong sổ · «trường=giá trị» · «-»: bỏ · «?»: để sau"
)
SURE = "cao"


@click.command("accept")
@click.argument("paths", nargs=-1)
@click.option("--high", is_flag=True, help="Nhận luôn mọi mục «cao», không hỏi.")
@click.option("--publish/--no-publish", default=None, help="Đăng luôn hay để nháp, không hỏi.")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def accept_drafts(paths: tuple[str, ...], root: str, *, high: bool, publish: bool | None) -> None:
    """Xác nhận bài nháp của «bantin import» bên căn cứ; không nêu bài thì lần lượt mọi bài."""
    folder = Path(root).resolve()
    files = [_file(folder, path) for path in paths] or _pending(folder)
    if not files:
        click.echo("Không có bài nháp nào chờ xác nhận.")
    is_wrong = False
    try:
        for number, file in enumerate(files, 1):
            if len(files) > 1:
                click.echo(f"\n[{number}/{len(files)}] {file.relative_to(folder).as_posix()}")
            is_wrong |= not _accept_draft(folder, file, is_high=high, wants=publish)
    except click.Abort:
        click.echo("\nĐã dừng. Những gì đã trả lời đều đã lưu; gọi lại lệnh để làm tiếp.")
        is_wrong = True
    sys.exit(1 if is_wrong else 0)


def _file(folder: Path, path: str) -> Path:
    file = next((p.resolve() for p in (folder / path, Path(path)) if p.is_file()), None)
    if file is None or not file.is_relative_to(folder / "docs"):
        message = f"không có bài «{path}» trong docs/"
        raise click.BadParameter(message, param_hint="PATHS")
    return file


def _pending(folder: Path) -> list[Path]:
    content = read_content(folder)
    return [
        content.docs / article.path
        for article in content.articles
        if article.front.is_draft and article.front.to_confirm
    ]


def _accept_draft(folder: Path, file: Path, *, is_high: bool, wants: bool | None) -> bool:
    """Go through one draft; return whether nothing is wrong with it."""
    _accept_records(folder, file)
    draft = read_draft(file.read_text(encoding="utf-8"))
    content = read_content(folder)
    _Dialogue(draft, content, file).confirm_fields(is_high=is_high)
    if draft.fields.get("to_confirm"):
        click.echo("Còn mục để sau: bài vẫn là nháp.")
        return True
    return _publish(content, draft, file, wants=wants)


def _accept_records(folder: Path, file: Path) -> None:
    """Ask about each record that the draft needs; each is taken in at once."""
    asked: set[str] = set()
    while True:
        content = read_content(folder)
        front = read_draft(file.read_text(encoding="utf-8")).fields
        left = [one for one in needed(front, content.proposals) if one.id not in asked]
        if not left:
            return
        if not asked:
            click.echo(f"Bản ghi chưa có trong sổ. {RECORD_HELP}")
        asked.add(left[0].id)
        _ask_record(content, left[0])


def _ask_record(content: Content, proposal: Proposal) -> None:
    shown = proposal
    click.echo(f"\n{title_of(proposal.registry)} ← {proposal.evidence}")
    while True:
        click.echo(dump_record(dict(shown.fields)), nl=False)
        typed = _ask()
        try:
            if (changed := _answer_record(content, proposal, shown, typed)) is None:
                return
        except ValueError as error:
            click.echo(f"  {error}")
        else:
            shown = changed


def _answer_record(
    content: Content, proposal: Proposal, shown: Proposal, typed: str
) -> Proposal | None:
    """Do what an answer says; return the record to ask about again, or None when it is done."""
    key, equals, value = typed.partition("=")
    if typed == LATER:
        return None
    if equals:
        return with_change(shown, key.strip(), value.strip())
    if not typed:
        accept(content, shown, proposal.id)
        return None
    other = "" if typed == REMOVE else _existing(content, proposal.registry, typed)
    forget(content, proposal.path, proposal.id)
    replace_id(content, proposal.id, other)
    return None


def _existing(content: Content, registry: str, typed: str) -> str:
    matches = match_records(typed, getattr(content.registries, registry))
    if not matches.is_certain:
        choices = ", ".join(f"«{id_}»" for id_ in matches.ids)
        message = f"«{typed}» có thể là {choices}" if choices else f"sổ không có «{typed}»"
        raise ValueError(message)
    return matches.ids[0]


class _Dialogue:
    """The questions about one draft; every answer is saved at once, so that none can be lost."""

    def __init__(self, draft: Draft, content: Content, file: Path) -> None:
        self.draft, self.content, self.file = draft, content, file

    def confirm_fields(self, *, is_high: bool) -> None:
        """Ask about what is sure in one question, and about the rest one by one."""
        sure = [one for one in self.draft.questions() if one.confidence == SURE and one.value]
        if sure and (is_high or self._agrees(sure)):
            for one in sure:
                self._answer(one, "")
        rest = list(self.draft.questions())
        if rest:
            click.echo(f"\n{HELP}")
        self._ask_one_by_one(rest)
        if not self.draft.value("date") and not self.draft.value("source"):
            self._ask_field(Question("date", "", "bài của mình cần ngày đăng", ""))

    def _ask_one_by_one(self, questions: list[Question]) -> None:
        """Ask about each field; an editor may go back to the one before."""
        asked: list[Question] = []
        number, is_again = 0, False
        while number < len(questions):
            one = questions[number]
            is_open = one.path in (self.draft.fields.get("to_confirm") or {})
            if not (is_open or is_again):
                number += 1
                continue
            is_again = not self._ask_field(one)
            if not is_again:
                asked.append(one)
                number += 1
            elif asked:
                number = questions.index(asked.pop())
            else:
                click.echo("  đây là mục đầu tiên")

    def _agrees(self, questions: list[Question]) -> bool:
        click.echo("\nNhững mục chắc chắn:")
        for one in questions:
            shown = question_shown(self.draft, replace(one, confidence=""), self.content.registries)
            click.echo(f"  {shown}")
            if one.evidence != one.value:
                click.echo(f"    ← {one.evidence}")
        return _ask("Đúng cả (Enter), hay xem từng mục (n)?") == ""

    def _ask_field(self, question: Question) -> bool:
        """Ask about a field until the answer means something; return False to go back."""
        shown = question_shown(self.draft, question, self.content.registries)
        click.echo(f"\n{shown}")
        if question.evidence != question.value:
            click.echo(f"  ← {question.evidence}")
        while (typed := _ask()) != BACK:
            try:
                self._answer(question, typed)
            except AnswerError as error:
                click.echo(f"  {error}")
            else:
                return True
        return False

    def _answer(self, question: Question, typed: str) -> None:
        before = self.draft.text()
        answer(self.draft, question.path, typed, self.content.registries)
        if typed and (wrong := _form_problems(self.content, self.file, self.draft.text(), before)):
            again = read_draft(before)
            self.draft.fields, self.draft.body = again.fields, again.body
            raise AnswerError("; ".join(wrong))
        if typed != LATER:
            replace_text(self.file, self.draft.text())
            keep_answer(self.content.data, question, self.draft)


def _publish(content: Content, draft: Draft, file: Path, *, wants: bool | None) -> bool:
    """Publish the article if the editor wants it; return whether nothing is wrong with it."""
    status, draft.fields["status"] = draft.fields.get("status"), "published"
    wrong = _problems(content, file, draft.text())
    for line in wrong:
        click.echo(line)
    if wrong:
        shown = file.relative_to(content.docs.parent).as_posix()
        click.echo("Bài đã xác nhận xong, còn các lỗi trên nên vẫn là nháp.")
        click.echo(f"Mở tệp, sửa các lỗi ấy, rồi chạy lại: bantin accept {shown}")
        return False
    if wants is None:
        wants = _ask("Đăng bài này (Enter), hay để nháp (n)?") == ""
    draft.fields["status"] = "published" if wants else status
    replace_text(file, draft.text())
    click.echo("Đã đăng." if wants else "Đã xác nhận, vẫn để nháp.")
    return True


def _form_problems(content: Content, file: Path, text: str, before: str) -> list[str]:
    """Return what an answer made unreadable in a draft that could be read before."""
    path = file.relative_to(content.docs).as_posix()
    read, earlier = (read_article(path, one.encode(), path) for one in (text, before))
    if not isinstance(read, list):
        return []
    known = {one.message for one in earlier} if isinstance(earlier, list) else set()
    return [one.message for one in read if one.message not in known]


def _problems(content: Content, file: Path, text: str) -> list[str]:
    """Return what would be wrong with an article if its file had this text."""
    shown = file.relative_to(content.docs.parent).as_posix()
    article = read_article(file.relative_to(content.docs).as_posix(), text.encode(), shown)
    if isinstance(article, list):
        return [one.line for one in article]
    others = tuple(one for one in content.articles if one.path != article.path)
    found = check(replace(content, articles=(*others, article)))
    return [
        one.line for one in found if one.location.path == shown and one.severity is Severity.PROBLEM
    ]


def _ask(question: str = "") -> str:
    return str(
        click.prompt(f"{question}>", default="", show_default=False, prompt_suffix=" ")
    ).strip()
