"""A damaged, missing or foreign index gives a message, never an exception of another kind."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.search.conftest import Ask

from bantin.cli.search import search
from bantin.search.format.codec import DamagedError
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher

QUESTIONS = [{"text": text, "shown": 3} for text in ("dân vận", "song hih", '"công tác dân tộc"')]


def flip(data: bytes) -> bytes:
    return bytes([*data[:-1], data[-1] ^ 0x55]) if data else b"x"


def damage_shards(folder: Path, change: Callable[[bytes], bytes | None]) -> None:
    for file in folder.rglob("*.bin"):
        changed = change(file.read_bytes())
        if changed is None:
            file.unlink()
        else:
            file.write_bytes(changed)


@pytest.fixture
def copy(index: Path, tmp_path: Path) -> Path:
    return shutil.copytree(index, tmp_path / "site" / FOLDER)


@pytest.mark.parametrize(
    "change",
    [flip, lambda data: data[: len(data) // 2], lambda _: b"", lambda _: None],
    ids=["flipped", "halved", "emptied", "missing"],
)
def test_damaged_shards(copy: Path, ask: Ask, change: Callable[[bytes], bytes | None]) -> None:
    damage_shards(copy, change)
    for answer in ask(copy, QUESTIONS):
        assert answer["isKnown"], answer
        assert answer["error"].endswith(".")
    with pytest.raises((DamagedError, OSError)):
        Searcher(IndexReader(lambda path: (copy / path).read_bytes())).search("dân vận")


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '{"format": 0}', '{"format": 99}'])
def test_damaged_manifest(copy: Path, ask: Ask, text: str) -> None:
    (copy / "manifest.json").write_text(text, encoding="utf-8")
    for answer in ask(copy, QUESTIONS):
        assert answer["isKnown"], answer
    with pytest.raises(DamagedError):
        IndexReader(lambda path: (copy / path).read_bytes())


def test_manifest_of_an_older_release(copy: Path, ask: Ask) -> None:
    manifest = json.loads((copy / "manifest.json").read_bytes())
    manifest["folder"] = "0123456789ab"
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert all(answer["isKnown"] for answer in ask(copy, QUESTIONS))


def test_the_command_says_that_the_index_is_damaged_or_missing(copy: Path) -> None:
    site = copy.parents[1]
    damage_shards(copy, flip)
    for folder, expected in ((site, "hỏng"), (site / "khong-co", "make build")):
        ran = CliRunner().invoke(search, ["dân vận", "--site", str(folder)])
        assert ran.exit_code == 1
        assert expected in ran.output
        assert "Traceback" not in ran.output


def test_the_command_prints_results_and_refuses_unknown_facets(index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / FOLDER)
    arguments = ["nghị định 03", "--facet", "tinh=quang-nam", "--json", "--site", str(tmp_path)]
    ran = CliRunner().invoke(search, arguments)
    printed = json.loads(ran.output)
    assert printed["total"] >= 5
    assert all("address" in row for row in printed["results"])
    ran = CliRunner().invoke(search, ["x", "--facet", "mau=do", "--site", str(tmp_path)])
    assert ran.exit_code == 2
    assert "co-quan" in ran.output
    for odd in ('"', "😀", "…"):
        ran = CliRunner().invoke(search, [odd, "--site", str(tmp_path)])
        assert ran.exit_code == 2
        assert "chỉ có dấu hoặc ký hiệu" in ran.output
