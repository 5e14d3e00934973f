from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bantin.catalog.lineage import Lineage
from bantin.model import Agency, District, Program, Province, Registries
from bantin.vietnamese.dates import parse_date
from bantin.vietnamese.spans import Span

NAMES = "abcdef"
LINKS = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3, unique=True), max_size=6
)


def agency(id_: str, *after: str, until: str = "") -> Agency:
    end = parse_date(until) if until else None
    return Agency(
        id=id_, name=id_, kind="khac", level="tinh", succeeded_by=tuple(after), valid_to=end
    )


def known(*agencies: Agency) -> Registries:
    return Registries(agencies={record.id: record for record in agencies})


def today(records: Registries, id_: str) -> list[str]:
    return [a.id for a in Lineage(records).today_of_agency(records.agencies[id_])]


def test_an_agency_that_exists_is_its_own_successor_today() -> None:
    assert today(known(agency("a")), "a") == ["a"]


def test_a_line_is_followed_to_its_end_through_splits_and_mergers() -> None:
    records = known(agency("a", "b", "c"), agency("b", "d"), agency("c", "d", "e"),
                    agency("d"), agency("e"))  # fmt: skip
    assert today(records, "a") == ["d", "e"]
    forerunners = Lineage(records).forerunners_of_agency
    assert [record.id for record in forerunners["d"]] == ["b", "c"]
    assert "a" not in forerunners


def test_a_line_may_end_without_an_heir() -> None:
    assert today(known(agency("a", "b"), agency("b", until="2017-11-28")), "a") == []


@given(links=LINKS)
def test_succession_in_a_cycle_ends(links: dict[str, list[str]]) -> None:
    records = known(*(agency(id_, *links.get(id_, ())) for id_ in NAMES))
    for id_ in NAMES:
        found = today(records, id_)
        assert len(found) == len(set(found))
        assert all(not records.agencies[other].succeeded_by for other in found)


@given(renews=st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*NAMES, "khong-co"])))
def test_every_period_of_a_programme_is_listed_once(renews: dict[str, str]) -> None:
    years = count(2000, 5)
    programs = {
        id_: Program(id=id_, name=id_, renews=renews.get(id_), period=Span(year, year + 4))
        for id_, year in zip(NAMES, years, strict=False)
    }
    lineage = Lineage(Registries(programs=programs))
    for program in programs.values():
        terms = lineage.terms(program)
        starts = [term.period.first_year for term in terms if term.period]
        assert len({term.id for term in terms}) == len(terms)
        assert starts == sorted(starts)


def test_periods_are_the_same_from_any_of_them() -> None:
    terms = {
        "a": Program(id="a", name="a", period=Span(2011, 2015)),
        "b": Program(id="b", name="b", period=Span(2016, 2020), renews="a"),
        "c": Program(id="c", name="c", period=Span(2021, 2025), renews="b"),
        "d": Program(id="d", name="d", period=Span(2021, 2025), renews="b"),
        "e": Program(id="e", name="e", implements="c"),
    }
    lineage = Lineage(Registries(programs=terms))
    for id_ in "abcd":
        assert [term.id for term in lineage.terms(terms[id_])] == ["a", "b", "c", "d"]
    assert [program.id for program in lineage.local_versions["c"]] == ["e"]


def test_a_territory_has_no_other_unit_on_a_day_before_any_is_on_record() -> None:
    old = Province(id="x", name="X", type="tinh", valid_from=parse_date("1997"),
                   valid_to=parse_date("2025-06-30"), succeeded_by=("y",))  # fmt: skip
    new = Province(id="y", name="Y", type="tinh", valid_from=parse_date("2025-07-01"))
    lineage = Lineage(Registries(provinces={"x": old, "y": new}))
    assert lineage.province_on(old, parse_date("2026-03-01")) == new
    assert lineage.province_on(old, parse_date("2010-03-01")) == old
    assert lineage.province_on(old, parse_date("1990-03-01")) == old


def test_a_body_founded_after_a_merger_stands_in_the_province_of_that_day() -> None:
    merger, day = parse_date("2025-06-30"), parse_date("2025-07-01")
    provinces = {
        "cu": Province(id="cu", name="Cũ", type="tinh", valid_to=merger, succeeded_by=("moi",)),
        "moi": Province(id="moi", name="Mới", type="tinh", valid_from=day),
    }
    agencies = {
        "truoc": founded("truoc", valid_to=merger),
        "con": founded("con"),
        "sau": founded("sau", valid_from=day),
    }
    lineage = Lineage(Registries(agencies=agencies, provinces=provinces))
    own = {id_: [a.id for a in found] for id_, found in lineage.agencies_by_province.items()}
    assert own == {"cu": ["con", "truoc"], "moi": ["sau"]}
    assert [a.id for a in lineage.agencies_on(provinces["moi"])] == ["con", "sau"]
    assert [a.id for a in lineage.agencies_on(provinces["cu"])] == ["con", "truoc"]


def founded(id_: str, **fields: Any) -> Agency:  # noqa: ANN401 - any field
    return Agency(id=id_, name=id_, kind="dang", level="tinh", province="cu", **fields)


def test_districts_of_one_name_are_told_apart_by_their_province() -> None:
    provinces = {id_: Province(id=id_, name=id_.title(), type="tinh") for id_ in ("a", "b")}
    districts = {
        id_: District(id=id_, name="Châu Thành", type="huyen", province=id_) for id_ in provinces
    }
    lineage = Lineage(Registries(provinces=provinces, districts=districts))
    names = [lineage.district_name(district) for district in districts.values()]
    assert names == ["huyện Châu Thành (A)", "huyện Châu Thành (B)"]
