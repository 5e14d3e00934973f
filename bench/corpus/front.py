"""The front matter of an article of the corpus."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from bantin.vietnamese.dates import PartialDate
from bench.corpus.chance import happens
from bench.corpus.event import Event
from bench.corpus.names import person_name

OFFICES = (
    "Trưởng Ban Dân vận", "Phó Giám đốc", "Giám đốc", "Chủ tịch", "Phó Chủ tịch",
    "Đại tá, Phó Chính ủy",
    "Phó Bí thư Thường trực", "Bí thư", "Thượng tá, Trưởng phòng", "Chủ nhiệm Ủy ban Kiểm tra",
    "Thiếu tướng, Tư lệnh", "Phó Trưởng ban", "Chánh Văn phòng",
)  # fmt: skip
SOURCES = (
    "Báo Biên phòng",
    "Báo Dân tộc",
    "Cổng thông tin điện tử",
    "Báo Thanh Hóa",
    "Tạp chí Dân vận",
)
ROLES = ("chu-tri", "phat-bieu", "tham-du")
Front = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """People and ids of documents that an article names."""

    people: tuple[str, ...]
    documents: tuple[str, ...]


def front_matter(event: Event, names: Names, random: Random) -> Front:
    """Return the fields of an article in the order of the content model; ``lead`` is set later."""
    published = event.held + timedelta(days=random.randrange(4))
    front: Front = {"title": event.title, "date": published.isoformat(), "lead": ""}
    is_taken_over = event.shown.year is None or happens(random, 0.4)
    if event.kind:
        front["conference"] = _conference(event, random)
    front["programs"] = [program.id for program in event.programs]
    if len(event.programs) == 1 and event.programs[0].period and happens(random, 0.5):
        front["period"] = event.programs[0].period.iso()
    front["agencies"] = [agency.id for agency in event.agencies]
    front["provinces"] = [province.id for province in event.provinces]
    front["districts"] = [district.id for district in event.districts]
    front["documents"] = list(names.documents)
    front["people"] = [_person(event, name, random) for name in names.people]
    front.update(
        _source(published, random) if is_taken_over else {"author": person_name(event.number % 40)}
    )
    if event.shown.year is None:
        del front["date"]
    elif happens(random, 0.03):
        front.update(_corrected(published))
    if happens(random, 0.03):
        front["aliases"] = [f"cu/{event.number}/"]
    return {key: value for key, value in front.items() if value != []}


def report_of(front: Front, principal: Event) -> Front:
    """Return the fields of a further report of another article's conference."""
    kept = {key: value for key, value in front.items() if key != "conference"}
    return kept | {"same_event_as": principal.path}


def _conference(event: Event, random: Random) -> Front:
    fields: Front = {"date": event.shown.iso(), "types": [event.kind]}
    if happens(random, 0.6):
        fields["session"] = random.choice(("sáng", "chiều", "sáng", "tối"))
    if event.provinces and happens(random, 0.5):
        fields["place"] = f"Hội trường tỉnh {event.provinces[0].name}"
    year = event.held.year
    forms = (
        f"{year}",
        f"{year - 1}",
        f"{year - 2}-{year}",
        f"{year}-Q{random.randint(1, 4)}",
        f"{year}-H1",
    )
    fields["covers"] = random.choice(forms)
    if event.kind == "ky-ket" and event.programs:
        fields["signs"] = [event.programs[-1].id]
    return fields


def _person(event: Event, name: str, random: Random) -> Front:
    fields: Front = {"name": name, "office": random.choice(OFFICES)}
    if event.agencies:
        agency = random.choice(event.agencies)
        fields |= {"office": f"{fields['office']} {agency.name}", "agency": agency.id}
    return fields | {"role": random.choice(ROLES)}


def _source(published: date, random: Random) -> Front:
    name = random.choice(SOURCES)
    source = {
        "name": name,
        "url": f"https://bao.example/{random.randrange(10**7)}",
        "published": published.isoformat(),
    }
    return {"source": source}


def _corrected(published: date) -> Front:
    day = PartialDate.of(published + timedelta(days=2)).iso()
    return {
        "updated": day,
        "corrections": [{"date": day, "note": "Sửa tên đơn vị ở đoạn thứ hai."}],
    }
