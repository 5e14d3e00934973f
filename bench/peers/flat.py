"""Articles in the plain front matter that other generators read, with what their lists show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.vietnamese.slug import slugify
from bench.corpus import Corpus, Item
from bench.corpus.event import TYPES
from bench.corpus.yamltext import front_text

# Key in front matter -> folder of its list pages, as in our own portal.
KINDS = {
    "programs": "chuong-trinh",
    "agencies": "co-quan",
    "provinces": "dia-phuong",
    "districts": "huyen",
    "documents": "van-ban",
    "people": "nhan-su",
    "types": "loai",
    "years": "nam",
    "months": "thang",
}
PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Flat:
    """An article as values: identifiers of terms by kind, no nesting."""

    path: str
    fields: dict[str, Any]
    body: str

    @property
    def text(self) -> str:
        """The file's text."""
        return f"---\n{front_text(self.fields)}---\n\n{self.body}"


def flatten(items: Iterable[Item]) -> Iterator[Flat]:
    """Yield each article in plain front matter."""
    return (flat_of(item) for item in items)


def flat_of(item: Item) -> Flat:
    """Return one article in plain front matter; every article has a full date."""
    front, event = item.front, item.event
    year = item.path.split("/")[1]
    fields = {
        "title": front["title"],
        "date": event.held.isoformat(),
        "lead": front["lead"],
        "place": (front.get("conference") or {}).get("place", ""),
        "author": front.get("author") or front["source"]["name"],
        "types": [event.kind] if event.kind else [],
        "years": [year],
        "months": [f"{year}-{event.held.month}"],
        "people": [slugify(person["name"]) for person in front.get("people", ())],
    }
    for kind in ("programs", "agencies", "provinces", "districts", "documents"):
        fields[kind] = list(front.get(kind, ()))
    return Flat(item.path, {k: v for k, v in fields.items() if v not in ("", [])}, item.body)


def write_flat(folder: Path, items: Iterable[Item]) -> dict[str, str]:
    """Write articles below a folder one by one; return the names of the people met, by slug."""
    people: dict[str, str] = {}
    for item in items:
        flat = flat_of(item)
        for person in item.front.get("people", ()):
            people.setdefault(slugify(person["name"]), person["name"])
        file = folder / flat.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(flat.text, encoding="utf-8", newline="\n")
    return people


def term_names(corpus: Corpus, people: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return the name to show for each term, by kind."""
    known = corpus.cast.registries
    return {
        "programs": {p.id: p.label for p in known.programs.values()},
        "agencies": {a.id: a.name for a in known.agencies.values()},
        "provinces": {p.id: p.name for p in known.provinces.values()},
        "districts": {d.id: d.full_name for d in known.districts.values()},
        "documents": {d.id: d.name for d in known.documents.values()},
        "types": {key: name for key, (name, _) in TYPES.items()},
        "people": people,
    }
