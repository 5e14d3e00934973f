"""One file imported: extracted, cleaned, recognised, compared with the archive, written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count
from pathlib import Path

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.boilerplate import remove_boilerplate
from bantin.importing.cleaning.segmentation import segment
from bantin.importing.cleaning.truecasing import truecase_title
from bantin.importing.drafting.draft import Draft, make_draft
from bantin.importing.drafting.draft_files import create, free_path, render, render_proposals
from bantin.importing.drafting.duplicates import Duplicate, Texts, find_duplicate, text_of
from bantin.importing.drafting.ledger import LostPassage, find_lost
from bantin.importing.drafting.outcome import Body, numbers_left_out, write_body
from bantin.importing.drafting.photos import DraftPhoto, prepare_photos
from bantin.importing.drafting.proposals import recognise_with_proposals
from bantin.importing.extract.blocks import Dropped, InputFile, UnreadableError
from bantin.importing.opening.files import extract
from bantin.importing.recognition.article import RecognisedArticle
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.proposal import Proposal, with_proposals
from bantin.model.sections import UNKNOWN_YEAR
from bantin.reading import Content
from bantin.reading.proposals import FOLDER
from bantin.vietnamese.slug import slugify

_NUMBER = "số thứ tự của đề mục"
_ONLY_TABLES = "tệp chỉ có bảng, không có đoạn văn nào; hãy viết tiêu đề và phần mở đầu cho bài"
_SAME_EVENT = "cùng ngày họp, có cơ quan hoặc chương trình chung với bài đã có trong kho"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file.

    Attributes:
        path: of the draft; empty if none was written, because the archive has the text already.
        draft: its front matter.
        article: what was recognised.
        duplicate: an article of the archive with the same text, on the same event or in like words.
        is_legacy: whether the text was in an old Vietnamese font encoding.
        proposals: records that it needs and no registry has.
        remarks: sentences on what of the file could not be read or used.
        lost: words of the file that are neither in the draft nor told as left out.
    """

    path: str
    draft: Draft
    article: RecognisedArticle
    duplicate: Duplicate | None = None
    is_legacy: bool = False
    proposals: tuple[Proposal, ...] = ()
    remarks: tuple[str, ...] = ()
    lost: tuple[LostPassage, ...] = ()


class Importer:
    """Imports files into one archive; what it has written counts as part of the archive.

    Args:
        content: the archive.
        archive: what new texts are compared with.
        today: the day of collection.
        out: the folder that takes the drafts, with a folder for each year.
    """

    def __init__(self, content: Content, archive: Texts, today: date, out: Path) -> None:
        self.content = content
        self.registries = with_proposals(content.registries, content.proposals)
        self.texts = dict(archive)
        self.slugs = {article.slug for article in content.articles}
        self.today = today
        self.out = out

    def read(self, data: bytes, name: str) -> tuple[RecognisedArticle, list[Proposal], InputFile]:
        """Return what a file says, the records it needs, and the file as it was extracted.

        Nothing is written.

        Raises:
            UnreadableError: the file cannot be read, or has no article in it.
        """
        file = extract(data, name)
        page = segment(file, remove_boilerplate(file))
        if not page.parts and not page.tables:
            msg = "không còn chữ nào sau khi bỏ phần khung của trang"
            raise UnreadableError(msg)
        numbers = [Dropped(number, _NUMBER) for number in numbers_left_out(page.body)]
        page = replace(page, dropped=(*page.dropped, *numbers))
        page = truecase_title(page, self.registries)
        return *recognise_with_proposals(page, self.registries), file

    def import_file(self, data: bytes, name: str, *, is_forced: bool = False) -> ImportResult:
        """Write the draft of a file, unless the archive already has its text.

        Args:
            data: the bytes of the file.
            name: its name, used only to word a refusal.
            is_forced: whether to write it even then.

        Raises:
            UnreadableError: the file cannot be read, or has no article in it.
            OSError: the draft cannot be written; then nothing of it is left on the disk.
        """
        article, proposals, file = self.read(data, name)
        duplicate = find_duplicate(article, self.content.articles, self.texts)
        if duplicate and duplicate.is_same_text and not is_forced:
            draft = make_draft(article, self.today, [])
            return ImportResult("", draft, article, duplicate, file.is_legacy)
        folder = _year_folder(article)
        path = free_path(self.out / folder, _slug(article), self.slugs)
        photos = self._photos(article, folder, path.stem)
        draft = make_draft(article, self.today, [p.fields for p in photos if p.fields])
        if duplicate and duplicate.is_same_event:
            draft.fields["same_event_as"] = duplicate.path
            draft.confirm["same_event_as"] = Finding("", _SAME_EVENT)
        body = write_body(article.page.body, article.page.notes)
        lost = tuple(find_lost(file.witness, article.page, draft, body.text))
        bare = () if article.page.parts else (_ONLY_TABLES,)
        if remarks := [*bare, *_put_in(body), *_lost_figures(lost)]:
            draft.confirm["body"] = Finding("", "; ".join(remarks), "thấp")
        self._write(path, render(_in_order(draft), body.text), photos)
        self._write_proposals(path, proposals)
        self._add_to_archive(path, article)
        return ImportResult(
            str(path),
            draft,
            article,
            duplicate,
            file.is_legacy,
            tuple(proposals),
            remarks=(*file.remarks, *(photo.problem for photo in photos if photo.problem)),
            lost=lost,
        )

    def _write_proposals(self, path: Path, proposals: list[Proposal]) -> None:
        """Write the records that a draft needs beside the registries; later files know them."""
        if proposals:
            file = free_path(self.content.data / FOLDER, path.stem, (), ".yml")
            create(file, render_proposals(proposals, path.name).encode())
            self.registries = with_proposals(self.registries, proposals)

    def _add_to_archive(self, path: Path, article: RecognisedArticle) -> None:
        """Add this file to those that later files of the same run are compared with."""
        docs = self.content.docs
        is_in_docs = path.is_relative_to(docs)
        self.slugs.add(path.stem)
        shown = path.relative_to(docs).as_posix() if is_in_docs else path.name
        self.texts[shown] = text_of(article.page.text)

    def _photos(self, article: RecognisedArticle, folder: str, slug: str) -> list[DraftPhoto]:
        """Return the photographs under names that no other picture has."""
        for name in chain([slug], (f"{slug}-anh-{number}" for number in count(2))):
            photos = list(prepare_photos(article.page.photos, folder, name))
            if all(self._is_free(photo) for photo in photos):
                return photos
        raise AssertionError

    def _is_free(self, photo: DraftPhoto) -> bool:
        """Whether no file has the name of a photograph, or only one with the same bytes."""
        target = self.content.docs / "anh" / photo.name
        return not photo.name or not target.exists() or target.read_bytes() == photo.data

    def _write(self, path: Path, text: str, photos: Iterable[DraftPhoto]) -> None:
        """Write photographs and draft, all or nothing.

        Photographs come first: an article must not name a file that is not there.
        """
        written: list[Path] = []
        try:
            for photo in photos:
                target = self.content.docs / "anh" / photo.name
                if photo.name and not target.exists():
                    create(target, photo.data)
                    written.append(target)
            create(path, text.encode())
        except OSError:
            for target in written:
                target.unlink(missing_ok=True)
            raise


def _put_in(body: Body) -> Iterator[str]:
    """Yield a remark on the headings that were put into a body."""
    if body.headings:
        placed = "; ".join(f"«{name}» trước «{words}…»" for name, words in body.headings)
        yield f"đề mục máy đặt: {placed}"


def _lost_figures(lost: Iterable[LostPassage]) -> Iterator[str]:
    """Yield a remark on the numbers that the draft lacks."""
    if passages := [f"«{passage.text}»" for passage in lost if passage.has_figure]:
        yield f"số liệu của bản gốc chưa vào bài: {', '.join(passages)}"


def _year_folder(article: RecognisedArticle) -> str:
    date_ = article.date or article.published
    return str(date_.value.year) if date_ and date_.value.year else UNKNOWN_YEAR


def _slug(article: RecognisedArticle) -> str:
    return slugify(article.page.title.value) or "bai-moi"


def _in_order(draft: Draft) -> Draft:
    fields = {key: draft.fields[key] for key in FRONT_MATTER_KEYS if key in draft.fields}
    return Draft(fields, draft.confirm, draft.new_documents)
