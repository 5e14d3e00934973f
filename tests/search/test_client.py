"""What the browser's search caches, and what it shares with the index."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Built
from tests.search.test_alike import FACETS

from bantin.catalog import Catalog
from bantin.search.indexing.facets import facets

Run = Callable[[str], Any]

REPEAT = """
import { readFile } from "node:fs/promises";
import { Searcher } from "./search/searcher.js";
import { excerpt } from "./search/excerpt.js";
const loaded = [];
const load = async (path) => {
  loaded.push(path);
  const bytes = await readFile(`${INDEX}/${path}`);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const searcher = await Searcher.open(load);
const counts = [];
for (const text of QUERIES) for (const time of [1, 2]) {
  const { docs, highlights } = await searcher.search(text, { facets: FACETS });
  const cards = await Promise.all(docs.slice(0, 10).map((doc) => searcher.index.card(doc)));
  cards.forEach((card) => excerpt(card, highlights));
  counts.push(loaded.length);
}
console.log(JSON.stringify({ counts, twice: loaded.length - new Set(loaded).size }));
"""
CACHE = """
import { PromiseCache } from "./search/cache.js";
const [cache, made] = [new PromiseCache(2), []];
const make = (key) => cache.get(key, async () => { made.push(key); return key; });
for (const key of ["a", "b", "a", "c", "a", "b"]) await make(key);
let fails = 0;
const refuse = async () => { fails += 1; throw new Error("x"); };
const fail = () => cache.get("x", refuse).catch(() => {});
await fail();
await fail();
console.log(JSON.stringify({ made, fails, size: cache.entries.size }));
"""
IMPORT = re.compile(r'^(?:import|\}) (?:[^"@]* )?from "(\.[^"]+)";$', re.MULTILINE)
SHOWN = """
import { FACETS } from "./search/state.js";
console.log(JSON.stringify(Object.keys(FACETS)));
"""


@pytest.fixture
def run(node: str, scripts: Path) -> Run:
    """Run a module in the folder of the browser's scripts; it prints JSON."""

    def execute(source: str) -> Any:  # noqa: ANN401 -- what JSON may hold
        command = [node, "--input-type=module", "-e", source]
        done = subprocess.run(
            command, cwd=scripts, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return execute


def test_what_was_loaded_is_not_loaded_again(run: Run, index: Path) -> None:
    queries = ["dân vận", '"công tác dân vận"', "song hih", "65-KL/TW", "hooij nghij", ""]
    given = {"INDEX": str(index), "QUERIES": queries, "FACETS": FACETS}
    printed = run("".join(f"const {k} = {json.dumps(v)};" for k, v in given.items()) + REPEAT)
    counts = printed["counts"]
    assert counts[::2] == counts[1::2]
    assert counts[0] > 1
    assert printed["twice"] == 0


def test_the_cache_drops_what_was_used_longest_ago_and_what_failed(run: Run) -> None:
    assert run(CACHE) == {"made": ["a", "b", "c", "b"], "fails": 2, "size": 1}


def test_facets_of_the_page_are_those_of_the_index(run: Run, archive: Catalog, index: Path) -> None:
    shown = run(SHOWN)
    manifest = json.loads((index / "manifest.json").read_bytes())
    assert shown == manifest["facets"] == [facet.key for facet in facets(archive)]


def test_the_page_asks_at_once_for_every_script_that_it_runs(real: Built) -> None:
    assets = real.site / "assets/js"
    needed, waiting = set[Path](), [assets / "search/page.js"]
    while waiting:
        script = waiting.pop()
        if script not in needed:
            needed.add(script)
            imported = IMPORT.findall(script.read_text(encoding="utf-8"))
            waiting += [(script.parent / name).resolve() for name in imported]
    named = re.findall(r'rel="modulepreload" href="([^"]+)"', real.page("tim-kiem/"))
    page = real.site / "tim-kiem"
    assert sorted(named) == sorted(set(named))
    assert {(page / name).resolve() for name in named} == {path.resolve() for path in needed}
