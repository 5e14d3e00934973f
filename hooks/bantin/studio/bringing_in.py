"""Files brought in at the desk: drafts with their originals beside them, and proposed records."""

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from bantin.editing.accept_records import accept, forget, needed, replace_id, with_change
from bantin.editing.matching import match_records
from bantin.importing.drafting.duplicates import texts_of_archive
from bantin.importing.drafting.importer import Importer
from bantin.importing.extract.blocks import UnreadableError
from bantin.importing.opening.archives import Member
from bantin.importing.opening.files import extract
from bantin.importing.opening.sources import documents_in
from bantin.model.keys import titles_of
from bantin.model.proposal import Proposal
from bantin.model.registry import RECORD_TYPES
from bantin.model.sections import Section
from bantin.studio.archive import FOLDER, DeskError
from bantin.studio.desk import Desk
from bantin.vietnamese.fold import fold


class BroughtIn(NamedTuple):
    """What became of one document.

    Attributes:
        name: of the file.
        path: of the draft, from ``docs/``; empty where none was written.
        message: why not, or what was noticed.
        lost: passages of the original that the draft has not.
    """

    name: str
    path: str = ""
    message: str = ""
    lost: tuple[str, ...] = ()


class Choice(NamedTuple):
    """A record to choose: its id, its name, and what tells it from others of that name."""

    id: str
    name: str
    note: str = ""


def bring_in(desk: Desk, data: bytes, name: str, editor: str) -> list[BroughtIn]:
    """Import a file, or each of those in it; the originals are kept for comparing."""
    try:
        members = list(documents_in(name, data))
    except UnreadableError as error:
        return [BroughtIn(name, message=str(error))]
    news = desk.content.docs / Section.NEWS.folder
    importer = Importer(desk.content, texts_of_archive(desk.content), desk.today, news)
    done = [_import(desk, importer, member) for member in members]
    desk.refresh()
    desk.commit([one.path for one in done if one.path], f"Đưa vào: {name}", editor)
    return done


def _import(desk: Desk, importer: Importer, member: Member) -> BroughtIn:
    if member.problem:
        return BroughtIn(member.name, message=member.problem)
    try:
        result = importer.import_file(member.data, member.name)
    except (UnreadableError, OSError) as error:
        return BroughtIn(member.name, message=str(error))
    except Exception as error:  # noqa: BLE001 - one file must not end the import of the others
        message = f"phần mềm gặp lỗi với tệp này ({type(error).__name__})"
        return BroughtIn(member.name, message=message)
    if not result.path:
        path = result.duplicate.path if result.duplicate else ""
        return BroughtIn(member.name, path, "kho đã có bài này")
    path = Path(result.path).relative_to(desk.content.docs).as_posix()
    lost = tuple(passage.text for passage in result.lost)
    text = extract(member.data, member.name).witness
    _keep_original(desk.root, path, "\n".join(filter(None, map(str.strip, text.split("\n")))), lost)
    return BroughtIn(member.name, path, "; ".join(result.remarks), lost)


def _keep_original(root: Path, path: str, text: str, lost: tuple[str, ...]) -> None:
    file = _original(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(json.dumps({"text": text, "lost": lost}, ensure_ascii=False).encode())


def original_of(root: Path, path: str) -> dict[str, Any]:
    """Return the text of the file that a draft was made from, and the words that it lacks."""
    with suppress(OSError, ValueError):
        found = json.loads(_original(root, path).read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _original(root: Path, path: str) -> Path:
    """Return where the original of a draft is kept: by its name, as its folder may change."""
    name = sha256(Path(path).name.encode()).hexdigest()[:32]
    return root / FOLDER / "originals" / f"{name}.json"


def proposals_for(desk: Desk, fields: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the proposed records that an article needs, with the titles of their fields."""
    return [
        {
            "registry": one.registry,
            "id": one.id,
            "evidence": one.evidence,
            "fields": dict(one.fields),
            "titles": titles_of(RECORD_TYPES[one.registry]),
        }
        for one in needed(fields, desk.content.proposals)
    ]


def accept_proposal(desk: Desk, id_: str, changes: dict[str, str], editor: str) -> None:
    """Move a proposed record into its registry, with some fields changed.

    Raises:
        DeskError: it would be wrong; nothing is written.
    """
    changed = _proposal(desk, id_)
    try:
        for key, value in changes.items():
            changed = with_change(changed, key, value)
        accept(desk.content, changed, id_)
    except ValueError as error:
        raise DeskError(str(error)) from None
    desk.refresh()
    desk.commit([], f"Thêm vào sổ: {getattr(changed.record, 'name', id_)}", editor)


def replace_proposal(desk: Desk, id_: str, other: str) -> None:
    """Put a record that exists in place of a proposed one; an empty one takes it out."""
    proposal = _proposal(desk, id_)
    if other and other not in getattr(desk.content.registries, proposal.registry):
        message = f"sổ không có mã «{other}»"
        raise DeskError(message)
    forget(desk.content, proposal.path, id_)
    replace_id(desk.content, id_, other)
    desk.refresh()


def _proposal(desk: Desk, id_: str) -> Proposal:
    found = next((one for one in desk.content.proposals if one.id == id_), None)
    if found is None:
        message = f"không còn đề nghị «{id_}»"
        raise DeskError(message)
    return found


def choices(desk: Desk, registry: str, typed: str) -> Iterator[Choice]:
    """Yield the records that a typed text may mean, the likeliest first."""
    if registry not in RECORD_TYPES:
        message = f"không có sổ «{registry}»"
        raise DeskError(message)
    records = getattr(desk.content.registries, registry)
    for id_ in match_records(typed, records).ids if fold(typed).strip() else ():
        yield _choice(desk, registry, id_)


def named(desk: Desk, registry: str, id_: str) -> Choice:
    """Return a record by its id, to be shown as chosen; one that is only proposed says so."""
    if id_ in getattr(desk.content.registries, registry, {}):
        return _choice(desk, registry, id_)
    proposed = next((one for one in desk.content.proposals if one.id == id_), None)
    if proposed is None:
        return Choice(id_, id_, "không có trong sổ")
    return Choice(id_, getattr(proposed.record, "name", id_), "đề nghị, chưa vào sổ")


def _choice(desk: Desk, registry: str, id_: str) -> Choice:
    registries = desk.content.registries
    record = getattr(registries, registry)[id_]
    place = registries.provinces.get(getattr(record, "province", None) or "")
    ended = getattr(record, "end", None)
    period = getattr(record, "period", None)
    notes = (
        place.name if place and place.name not in record.name else "",
        period.iso() if period else "",
        f"đến {ended.iso()}" if ended and hasattr(ended, "iso") else "",
        getattr(record, "number", None) or "",
    )
    return Choice(id_, getattr(record, "full_name", record.name), ", ".join(filter(None, notes)))
