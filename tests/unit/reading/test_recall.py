"""Registries are remembered while their files are the same, and never with a fault."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bantin.reading import Content
from bantin.reading.recall import recall_registries
from bantin.reading.registry import read_registries


def test_remembered_registries_are_those_that_were_read(
    content: Callable[[Mapping[str, str]], Content], tmp_path: Path
) -> None:
    data, memory = content({}).data, tmp_path / "registries"
    file = data / "agencies.yml"
    whole = file.read_text("utf-8")
    other = data / "khac.txt"
    for text in (whole, whole, whole.replace("id: bca\n", "id: bcax\n"), whole + "- id\n", whole):
        file.write_text(text, "utf-8")
        assert recall_registries(data, memory, "v") == read_registries(data)
    assert memory.is_file()
    file.rename(other)
    assert recall_registries(data, memory, "v") == read_registries(data)
    file.symlink_to(other)
    told = recall_registries(data, memory, "v")
    assert told == read_registries(data)
    assert told[1]
    memory.write_bytes(memory.read_bytes()[:-1])
    assert recall_registries(data, memory, "v") == told
