"""What an article is about: its day, programme, hosts and places, before a word is written."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bantin.model import Agency, District, Program, Province
from bantin.vietnamese.dates import PartialDate
from bantin.vietnamese.slug import slugify
from bench.corpus.cast import Cast, successor_on, unique
from bench.corpus.chance import happens

FIRST_YEAR, LAST_YEAR = 2005, 2026
LAST_DAY = date(2026, 9, 30)
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
YEAR_WEIGHTS = [1 + (year - FIRST_YEAR) ** 1.3 / 6 for year in YEARS]
TYPES = {
    "so-ket": ("sơ kết", 26), "tong-ket": ("tổng kết", 20), "ky-ket": ("ký kết", 18),
    "giao-ban": ("giao ban", 14), "trien-khai": ("triển khai", 9), "kiem-tra": ("kiểm tra", 5),
    "toa-dam": ("tọa đàm về", 4), "danh-gia": ("đánh giá", 3), "khac": ("bàn về", 1),
}  # fmt: skip
MAX_SLUG = 70


@dataclass(frozen=True, slots=True)
class Event:
    """The facts of one article.

    Attributes:
        held: the day of the conference, or that of the news where there was none.
        shown: the same as the article gives it; the year may be unknown.
        kind: type of the conference; empty for plain news.
    """

    number: int
    held: date
    shown: PartialDate
    kind: str
    programs: tuple[Program, ...]
    agencies: tuple[Agency, ...]
    provinces: tuple[Province, ...]
    districts: tuple[District, ...]
    title: str

    @property
    def path(self) -> str:
        """The source path from ``docs/``; the number keeps it unique."""
        folder = self.shown.year or "chua-ro-nam"
        return f"tin/{folder}/{slugify(self.title, MAX_SLUG)}-{self.number}.md"


def draw_event(cast: Cast, number: int, random: Random) -> Event:
    """Draw the facts of an article."""
    held = _draw_day(random)
    day = PartialDate.of(held)
    kind = "" if happens(random, 0.1) else random.choices(
        list(TYPES), [weight for _, weight in TYPES.values()]
    )[0]  # fmt: skip
    programs = _draw_programs(cast, held.year, random)
    agencies = _draw_agencies(cast, programs, day, random)
    districts = _draw_districts(cast, day, random)
    provinces = _draw_provinces(cast, agencies, districts, day, random)
    where = provinces[0].name if provinces else "cấp trung ương"
    title = random.choice(_title(kind, programs, agencies, where, held.year))
    is_dim = bool(kind) and happens(random, 0.01)
    shown = PartialDate(None, held.month, held.day) if is_dim else day
    return Event(number, held, shown, kind, programs, agencies, provinces, districts, title)


def _draw_day(random: Random) -> date:
    year = random.choices(YEARS, YEAR_WEIGHTS)[0]
    last = LAST_DAY if year == LAST_YEAR else date(year, 12, 28)
    return date(year, 1, 3) + timedelta(days=random.randrange((last - date(year, 1, 3)).days + 1))


def _draw_programs(cast: Cast, year: int, random: Random) -> tuple[Program, ...]:
    count = random.choices((0, 1, 2), (12, 76, 12))[0]
    drawn = (cast.programs.draw(random, lambda p: _runs(p, year)) for _ in range(count))
    return tuple({program.id: program for program in drawn if program}.values())


def _runs(program: Program, year: int) -> bool:
    return program.period is None or program.period.includes(year)


def _draw_agencies(
    cast: Cast, programs: tuple[Program, ...], day: PartialDate, random: Random
) -> tuple[Agency, ...]:
    records = cast.registries.agencies
    parties = [p.id for program in programs for p in program.parties if p.id]
    hosts = [successor_on(records[id_], records, day) for id_ in parties]
    guests = [
        cast.agencies.draw(random, lambda a: a.is_valid_on(day))
        for _ in range(random.randint(0 if hosts else 2, 3))
    ]
    return unique([agency for agency in (*hosts, *guests) if agency])


def _draw_districts(cast: Cast, day: PartialDate, random: Random) -> tuple[District, ...]:
    if not happens(random, 0.15):
        return ()
    drawn = cast.districts.draw(random, lambda d: d.is_valid_on(day))
    return (drawn,) if drawn else ()


def _draw_provinces(
    cast: Cast,
    agencies: tuple[Agency, ...],
    districts: tuple[District, ...],
    day: PartialDate,
    random: Random,
) -> tuple[Province, ...]:
    records = cast.registries.provinces
    named = [a.province for a in agencies if a.province] + [d.province for d in districts]
    near = [successor_on(records[id_], records, day) for id_ in named[:3]]
    far = cast.provinces.draw(random, lambda p: p.is_valid_on(day))
    return unique([p for p in (*near, None if near else far) if p])


def _title(
    kind: str,
    matters: tuple[Program, ...],
    hosts: tuple[Agency, ...],
    where: str,
    year: int,
) -> tuple[str, ...]:
    """Return the ways in which a title may be put."""
    verb = TYPES[kind][0] if kind else "tiếp tục"
    matter = matters[0].label if matters else "công tác phối hợp"
    host = hosts[0].name if hosts else where
    return (
        f"{host} {verb} {matter}",
        f"{where}: {verb} {matter} năm {year}",
        f"{verb.capitalize()} {matter} tại {where}",
        f"{host} cùng các đơn vị {verb} {matter} năm {year}",
    )
