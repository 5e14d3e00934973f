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
from bantin.publish.data.csv_rows import cell_of
from bantin.search.format.addresses import address_key
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
KEYS = """
import { addressKey } from "./search/address.js";
console.log(JSON.stringify(GIVEN.map(addressKey)));
"""
CELLS = """
import { cellOf } from "./search/saving.js";
console.log(JSON.stringify(GIVEN.map(cellOf)));
"""
ADDRESSES = (
    "https://baophutho.vn/ky-ket-248620.htm", "http://www.baophutho.vn/ky-ket-248620.htm/",
    "baophutho.vn/ky-ket-248620.htm?utm_source=zalo&fbclid=x#binh-luan",
    " HTTPS://m.BaoPhuTho.vn/ky-ket-248620.htm ",
    "https://amp.baophutho.vn/ky-ket-248620.htm/amp", "http://x.gov.vn/index.php?id=12&utm_medium=a&b=1",
    "https://x.vn/tin tức", "https://x.vn/tin-tức", "https://x.vn/tin-t%E1%BB%A9c", "https://x.vn/",
    "x.vn", "65-KL/TW", "22/3/2022", "38-CTr/BDVTW-BCA", "dân vận", "", "http://", "https://x.vn/\ud800a",
    "https://bantin.vn/tinh/tin/2023/mot-bai/", "http://127.0.0.1:8000/tin/2023/mot-bai/",
    "localhost:8000/tin/2023/mot-bai",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "－1", 'a;=HYPERLINK("x")', "a\n=1",
    "--11-28", "dân vận", "Số 1", 'nói "có"',
    "a; - một\n- hai", "", "x;-cmd|' /C calc'!A0",
)  # fmt: skip
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


def test_an_address_has_one_key_in_both_languages(run: Run) -> None:
    keys = run(f"const GIVEN = {json.dumps(ADDRESSES)};" + KEYS)
    assert keys == [address_key(text) for text in ADDRESSES]
    assert len(set(keys[:5])) == 1
    assert keys[0]
    assert keys[6] == ""
    assert keys[7] == keys[8]
    assert keys[9:17] == [""] * 8
    assert keys[-3] == keys[-2] == keys[-1]


def test_cells_are_as_safe_as_those_of_the_open_data(run: Run) -> None:
    cells = run(f"const GIVEN = {json.dumps(FORMULAS)};" + CELLS)
    told = [f'"{cell_of(text).replace(chr(34), chr(34) * 2)}"' for text in FORMULAS]
    assert cells == told
    assert sum(cell.startswith("\"'") for cell in cells) >= 8


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
