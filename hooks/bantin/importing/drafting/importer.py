"""One file brought in: file, cleaned, laid out, recognised, written as a draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

from bantin.gazetteer.agencies import AgencyDirectory
from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.boilerplate import remove_boilerplate
from bantin.importing.cleaning.segmentation import segment
from bantin.importing.cleaning.truecasing import truecase_title
from bantin.importing.drafting.draft import Draft, make_draft
from bantin.importing.drafting.duplicates import Duplicate, Prints, find_duplicate, shingles
from bantin.importing.drafting.outcome import write_body
from bantin.importing.drafting.photos import Prepared, prepare_photos
from bantin.importing.drafting.writing import create, free_path, render
from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.extract.files import extract
from bantin.importing.recognition.recognise import Recognised, recognise
from bantin.model.keys import FRONT_MATTER_KEYS
from bantin.model.sections import UNKNOWN_YEAR
from bantin.reading import Content
from bantin.vietnamese.slug import slugify


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file.

    Attributes:
        path: the draft, from the project root; empty where none was written.
        duplicate: an article of the archive that tells the same.
    """

    path: str
    draft: Draft
    found: Recognised
    duplicate: Duplicate | None = None
    is_legacy: bool = False


class Importer:
    """Brings files into one archive; knows what it has written itself."""

    def __init__(self, content: Content, prints: Prints, today: date, out: Path) -> None:
        self.content = content
        self.directory = AgencyDirectory(content.registries)
        self.prints = dict(prints)
        self.slugs = {article.slug for article in content.articles}
        self.today = today
        self.out = out

    def read(self, data: bytes, name: str) -> tuple[Recognised, bool]:
        """Return what a file says, without writing anything."""
        file = extract(data, name)
        page = segment(file, remove_boilerplate(file))
        if not page.parts:
            msg = "không còn chữ nào sau khi bỏ phần khung của trang"
            raise UnreadableError(msg)
        page = truecase_title(page, self.content.registries)
        return recognise(page, self.directory), file.is_legacy

    def bring(self, data: bytes, name: str, *, is_forced: bool = False) -> Brought:
        """Write the draft of a file, unless the archive already holds its text."""
        found, is_legacy = self.read(data, name)
        duplicate = find_duplicate(found, self.content.articles, self.prints)
        if duplicate and duplicate.is_same_text and not is_forced:
            return Brought("", make_draft(found, self.today, []), found, duplicate, is_legacy)
        folder = _folder(found)
        path = free_path(self.out / folder, _slug(found), self.slugs)
        photos = self._photos(found, folder, path.stem)
        draft = make_draft(found, self.today, [photo.fields for photo in photos])
        if duplicate and not duplicate.is_same_text:
            draft.fields["same_event_as"] = duplicate.path
            words = "cùng ngày họp, có cơ quan hoặc chương trình chung với bài đã có trong kho"
            draft.confirm["same_event_as"] = Finding("", words)
        self._write(path, render(_ordered(draft), write_body(found.page.body)), photos)
        self.slugs.add(path.stem)
        shown = (
            path.relative_to(self.content.docs).as_posix()
            if path.is_relative_to(self.content.docs)
            else path.name
        )
        self.prints[shown] = shingles(found.page.text)
        return Brought(str(path), draft, found, duplicate, is_legacy)

    def _photos(self, found: Recognised, folder: str, slug: str) -> list[Prepared]:
        """The photographs under names that no other picture has."""
        for name in chain([slug], (f"{slug}-anh-{number}" for number in count(2))):
            photos = list(prepare_photos(found.page.photos, folder, name))
            if all(self._is_free(photo) for photo in photos):
                return photos
        raise AssertionError

    def _is_free(self, photo: Prepared) -> bool:
        target = self.content.docs / "anh" / photo.name
        return not photo.name or not target.exists() or target.read_bytes() == photo.data

    def _write(self, path: Path, text: str, photos: Iterable[Prepared]) -> None:
        """Photographs first: an article must not name what is not there; all or nothing."""
        done: list[Path] = []
        try:
            for photo in photos:
                target = self.content.docs / "anh" / photo.name
                if photo.name and not target.exists():
                    create(target, photo.data)
                    done.append(target)
            create(path, text.encode())
        except OSError:
            for target in done:
                target.unlink(missing_ok=True)
            raise


def _folder(found: Recognised) -> str:
    date = (found.date.value if found.date else None) or (
        found.published.value if found.published else None
    )
    return str(date.year) if date and date.year else UNKNOWN_YEAR


def _slug(found: Recognised) -> str:
    return slugify(found.page.title.value) or "bai-moi"


def _ordered(draft: Draft) -> Draft:
    fields = {key: draft.fields[key] for key in FRONT_MATTER_KEYS if key in draft.fields}
    return Draft(fields, draft.confirm, draft.new_documents)
