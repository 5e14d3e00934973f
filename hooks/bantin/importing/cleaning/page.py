"""An article as laid out: title, lead, body, captions, byline and source."""

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.gazetteer.evidence import Finding
from bantin.importing.cleaning.stamps import Stamp
from bantin.importing.extract.blocks import Block, Picture
from bantin.vietnamese.fold import fold

_PARAGRAPH = 10_000
_PARAGRAPHS = 1_000
_NAME_HEADS = ("ho va ten", "ho ten", "ho, ten", "dai bieu")
_OFFICE_HEADS = ("chuc vu", "chuc danh")


def _roster(table: str) -> Iterator[str]:
    rows = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in table.split("\n")]
    head = [fold(cell) for cell in rows[0]]
    name = next((n for n, cell in enumerate(head) if cell in _NAME_HEADS), None)
    office = next((n for n, cell in enumerate(head) if cell.startswith(_OFFICE_HEADS)), None)
    for row in rows[2:] if name is not None and office is not None else ():
        if len(row) == len(head):
            yield f"{row[name or 0]}, {row[office or 0]}"


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph or the caption of one."""

    picture: Picture | None
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands where; nothing is recognised yet."""

    title: Finding[str]
    lead: Finding[str] | None
    body: tuple[Block, ...]
    shots: tuple[Shot, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    author: Finding[str] | None = None
    source: Finding[str] | None = None
    source_url: str = ""
    dropped: tuple[str, ...] = ()

    @property
    def opening(self) -> str:
        """Title, lead and the first paragraph: what tells of the event itself."""
        return "\n".join(self.parts[:3])

    @property
    def parts(self) -> list[str]:
        """Title, lead and paragraphs in order, without captions; a monstrous one only in part."""
        lead = self.lead.value if self.lead else ""
        first = [self.title.value if self.title.confidence != "thấp" else "", lead]
        body = [block.text for block in self.body if block.kind != "table"]
        told = [text for text in first if text] + [text for text in body if text not in first]
        return [text[:_PARAGRAPH] for text in told][:_PARAGRAPHS]

    @property
    def rosters(self) -> str:
        """People listed in tables, one “name, office” a line."""
        tables = [block.text for block in self.body if block.kind == "table"]
        return "\n".join(line for text in tables for line in _roster(text))

    @property
    def text(self) -> str:
        """Everything readable, one paragraph a line, captions last."""
        captions = [shot.caption for shot in self.shots if shot.caption]
        return "\n".join([*self.parts, *captions])
