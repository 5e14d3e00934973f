"""The ids of tasks: by order, or bound to the words that an editor wrote."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.model import TaskNote
from bantin.model.tasks.ids import name_tasks, nearest_sentence, plain_words

WORD = st.text("abcđêơ", min_size=1, max_size=4)
TEXTS = st.lists(st.lists(WORD, min_size=3, max_size=6).map(" ".join), unique=True, max_size=8)


def test_tasks_are_numbered_in_their_order() -> None:
    assert name_tasks(["Tập huấn", "Khảo sát"], ()).ids == ("nv-1", "nv-2")
    assert name_tasks([], ()).ids == ()


def test_others_take_the_numbers_that_are_free() -> None:
    notes = [TaskNote(id="nv-2", begins="Tập huấn cán bộ")]
    named = name_tasks(["Mới thêm", "Khảo sát", "Tập huấn cán bộ xã"], notes)
    assert named.ids == ("nv-1", "nv-3", "nv-2")
    assert named.notes == (None, None, notes[0])


def test_a_note_without_words_goes_by_the_id() -> None:
    notes = [TaskNote(id="nv-2")]
    assert name_tasks(["Một", "Hai"], notes).notes == (None, notes[0])
    assert name_tasks(["Một"], notes).faults[0][0] == 0


def test_opening_words_are_whole_and_however_they_are_typed() -> None:
    note = TaskNote(id="nv-9", begins="“**Dân vận khéo**” ở xã")
    assert name_tasks(['"dân vận khéo" ở xã, thôn'], [note]).ids == ("nv-9",)
    assert name_tasks(['"dân vận khéo" ở xãm'], [note]).faults


@given(texts=TEXTS, added=TEXTS, place=st.integers(0, 8), data=st.data())
def test_an_id_bound_to_its_words_survives_any_edit_of_others(
    texts: list[str], added: list[str], place: int, data: st.DataObject
) -> None:
    """Others may be added, taken away and put in another order."""
    pinned = data.draw(st.sampled_from(texts)) if texts else "a b c"
    note = TaskNote(id="nv-2", begins=pinned)
    others = [text for text in [*texts, *added] if not text.startswith(pinned)]
    edited = data.draw(st.permutations(others))
    edited.insert(min(place, len(edited)), pinned)
    named = name_tasks(edited, [note])
    assert named.ids[edited.index(pinned)] == "nv-2"
    assert not named.faults


@given(texts=TEXTS, added=TEXTS, data=st.data())
def test_every_task_has_an_id_of_its_own(
    texts: list[str], added: list[str], data: st.DataObject
) -> None:
    numbers = st.integers(1, 9).map(lambda number: f"nv-{number}")
    notes = [
        TaskNote(id=data.draw(numbers), begins=data.draw(st.sampled_from([*texts, "x y z"])))
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    ids = name_tasks(texts, notes).ids
    assert len(set(ids)) == len(ids) == len(texts)
    assert name_tasks([*texts, *added], ()).ids[: len(texts)] == name_tasks(texts, ()).ids


def test_a_sentence_stands_in_a_text_with_all_its_figures() -> None:
    texts = ["Năm 2024, đã tập huấn 40 cán bộ. Còn lại chuyển sang năm 2025."]
    assert nearest_sentence("đã tập huấn 40 cán bộ", texts) is None
    assert nearest_sentence("ĐÃ TẬP HUẤN 40 cán bộ…", texts) is None
    for other in ("đã tập huấn 4", "tập huấn 140 cán bộ", "đã tập huấn 40 cán bộ xã"):
        assert nearest_sentence(other, texts) is not None
    assert nearest_sentence("Năm 2024 đã tập huấn 41 cán bộ", texts) == (
        "Năm 2024, đã tập huấn 40 cán bộ."
    )


@given(st.text(max_size=60))
def test_two_writings_of_one_text_are_compared_as_one(text: str) -> None:
    assert plain_words(plain_words(text)) == plain_words(text)
