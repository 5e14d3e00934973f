from hypothesis import given
from hypothesis import strategies as st

from bantin.model import Agency, Program
from bantin.model.lineage import (
    ancestors,
    descendants,
    heirs,
    in_cycle,
    kin,
    linked_ids,
    predecessors,
    walk,
)

IDS = "abcdef"
# Lines with forks, mergers and cycles; «khong-co» is in no registry.
GRAPHS = st.dictionaries(
    st.sampled_from(IDS),
    st.lists(st.sampled_from([*IDS, "khong-co"]), max_size=3, unique=True),
)
Graph = dict[str, list[str]]


def registry(graph: Graph) -> dict[str, Agency]:
    return {
        id_: Agency(id=id_, name=id_, kind="khac", level="tinh", succeeded_by=tuple(after))
        for id_, after in ((id_, graph.get(id_, [])) for id_ in IDS)
    }


def distances(graph: Graph, start: str) -> dict[str, int]:
    """How many steps each id is away, worked out by the definition: all paths, step by step."""
    away: dict[str, int] = {}
    reached = {start}
    for step in range(1, len(IDS) + 2):
        reached = {after for id_ in reached for after in graph.get(id_, [])}
        for id_ in reached:
            away.setdefault(id_, step)
    return away


def ids(records: list[Agency]) -> list[str]:
    return [record.id for record in records]


@given(graph=GRAPHS, start=st.sampled_from(IDS))
def test_a_walk_reaches_everything_once_and_the_nearest_first(graph: Graph, start: str) -> None:
    reached = list(walk(start, lambda id_: graph.get(id_, [])))
    away = distances(graph, start)
    assert sorted(reached) == sorted(away)
    assert [away[id_] for id_ in reached] == sorted(away.values())


@given(graph=GRAPHS, id_=st.sampled_from(IDS))
def test_ancestors_are_those_of_whom_it_is_a_descendant(graph: Graph, id_: str) -> None:
    records = registry(graph)
    before = predecessors(records)
    for other in IDS:
        is_ancestor = other in ids(ancestors(before, id_))
        assert is_ancestor == (id_ in ids(descendants(records, other)))


@given(graph=GRAPHS, id_=st.sampled_from(IDS))
def test_kin_are_descendants_and_then_the_other_ancestors(graph: Graph, id_: str) -> None:
    records = registry(graph)
    after, before = descendants(records, id_), ancestors(predecessors(records), id_)
    assert kin(records, id_) == [*after, *(record for record in before if record not in after)]


@given(graph=GRAPHS, id_=st.sampled_from(IDS))
def test_heirs_are_the_ends_of_a_line(graph: Graph, id_: str) -> None:
    records = registry(graph)
    line = {id_, *distances(graph, id_)} & records.keys()
    assert set(ids([*heirs(records, records[id_])])) == {i for i in line if not graph.get(i)}


@given(graph=GRAPHS)
def test_a_cycle_is_reported_for_each_of_its_members(graph: Graph) -> None:
    records = registry(graph)
    assert in_cycle(records, "succeeded_by") == [id_ for id_ in IDS if id_ in distances(graph, id_)]


def test_a_field_may_hold_one_id_several_or_none() -> None:
    program = Program(id="b", name="b", renews="a", documents=("x", "y"))
    assert linked_ids(program, "renews") == ("a",)
    assert linked_ids(program, "documents") == ("x", "y")
    assert linked_ids(program, "implements") == ()
    assert linked_ids(program, "succeeded_by") == ()
