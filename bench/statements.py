"""What lists, neighbours and tables say of time and place, tried over a whole catalogue.

Each number is one of statements that are not so; all have to be 0.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from bantin.catalog import Catalog
from bantin.catalog.days import date_in_lists
from bantin.compile.listing import Rows
from bantin.compile.pages.ledger import ledger
from bantin.compile.pages.matrix import matrix
from bantin.compile.pages.place import province_pages
from bantin.compile.pages.program_box import program_boxes
from bantin.compile.pages.timeline import timeline
from bantin.compile.related import Neighbours
from bantin.model import Article
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate, in_figures

KINDS = (
    "neighbours of unknown order",
    "numbers of unknown order",
    "publication days shown as meeting days",
    "marks outside their period",
    "missing years",
    "empty provinces with predecessors",
    "places of one name",
)


def count_untrue(catalog: Catalog) -> dict[str, int]:
    """Return how many statements of each kind are not so."""
    found = Counter(
        kind for kinds in (_neighbours, _days, _marks, _places) for kind in kinds(catalog)
    )
    return {kind: found[kind] for kind in KINDS}


def _neighbours(catalog: Catalog) -> Iterator[str]:
    order, bounds = Neighbours(catalog), catalog.bounds_of
    at = {article.address: article for article in catalog.articles}
    for story in catalog.stories:
        newer, older = order.newer_and_older(story)
        pairs = [(story, newer), (older, story)]
        for box in program_boxes(catalog, order, story):
            pairs += [(at[box.previous.address] if box.previous else None, story)]
            pairs += [(story, at[box.following.address] if box.following else None)]
            if box.number and not _is_number(catalog, box.link.address, story, box.number):
                yield "numbers of unknown order"
        for before, after in pairs:
            if before and after and not bounds(before).is_before(bounds(after)):
                yield "neighbours of unknown order"


def _is_number(catalog: Catalog, address: str, story: Article, number: int) -> bool:
    others = catalog.by_program[address.split("/")[1]]
    own, bounds = catalog.bounds_of(story), catalog.bounds_of
    before = sum(bounds(one).is_before(own) for one in others)
    after = sum(own.is_before(bounds(one)) for one in others)
    return before == number - 1 and before + after == len(others) - 1


def _days(catalog: Catalog) -> Iterator[str]:
    rows = Rows(catalog)
    for story in catalog.stories:
        meeting, published = story.front.conference, story.front.date
        if meeting is None or published is None or meeting.date == published:
            continue
        told = {rows.row(story).date, date_in_lists(story.front, catalog.bounds_of(story))}
        if in_figures(published) in told:
            yield "publication days shown as meeting days"


def _marks(catalog: Catalog) -> Iterator[str]:
    found = matrix(catalog)
    years = range(found.years[0], found.years[-1] + 1) if found.years else range(0)
    yield from ["missing years"] * (len(years) - len(found.years))
    programs = catalog.registries.programs
    for row in found.rows:
        period = programs[row.link.address.split("/")[1]].period
        marks = zip(found.years, row.cells, strict=True)
        if period:
            outside = sum(1 for year, cell in marks if cell.reviewed and not period.includes(year))
            yield from ["marks outside their period"] * outside
    for program in programs.values():
        stories = catalog.by_program.get(program.id, ())
        held = [catalog.conferences[s.path] for s in stories if s.path in catalog.conferences]
        for line in ledger(held, program).rows:
            if (
                line.year.isdigit()
                and program.period
                and not program.period.includes(int(line.year))
            ):
                yield "marks outside their period"
        picture = timeline(catalog, program, catalog.lineage.terms(program))
        known = sum(1 for one in held if one.year)
        if (
            picture
            and program.period
            and sum(bar.total for bar in picture.bars if bar.is_current) != known
        ):
            yield "missing years"


def _places(catalog: Catalog) -> Iterator[str]:
    provinces, lineage, rows = catalog.registries.provinces, catalog.lineage, Rows(catalog)
    names = Counter(lineage.province_name(province) for province in provinces.values())
    names += Counter(lineage.district_name(d) for d in catalog.registries.districts.values())
    yield from ["places of one name"] * sum(count - 1 for count in names.values())
    for province in provinces.values():
        ground = lineage.ground_of(province)
        stories = {s.path for unit in ground for s in catalog.by_province.get(unit.id, ())}
        first = next(iter(province_pages(catalog, rows, province)))
        agencies = any(
            not agency.has_ended
            for unit in ground
            for agency in lineage.agencies_by_province.get(unit.id, ())
        )
        is_whole = first.view.listing.total == len(stories)
        if not is_whole or (agencies and not province.has_ended and not first.view.agencies):
            yield "empty provinces with predecessors"


def dimmed(content: Content, share: float, seed: int = 1) -> Content:
    """Return content in which a share of the conferences lost their day, in every way there is."""
    random = Random(seed)  # noqa: S311 - which articles are tried, not a secret
    articles = tuple(
        _dim(article, random) if random.random() < share else article
        for article in content.articles
    )
    return replace(content, articles=articles)


def _dim(article: Article, random: Random) -> Article:
    front, meeting = article.front, article.front.conference
    if meeting is None or meeting.date is None or meeting.date.precision != "day":
        return article
    day = meeting.date
    forms = (
        None,
        PartialDate(None, day.month, day.day),
        PartialDate(day.year),
        PartialDate(day.year, day.month),
    )
    held = replace(meeting, date=random.choice(forms), covers=random.choice((meeting.covers, None)))
    source = replace(front.source, published=None) if front.source else None
    is_told = random.choice((True, False))
    date, source = (front.date, front.source) if is_told else (None, source)
    return replace(article, front=replace(front, conference=held, date=date, source=source))
