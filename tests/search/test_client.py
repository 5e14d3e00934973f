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
from bantin.runtime.bundles import bundled
from bantin.runtime.scripts import without_comments
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


def test_the_page_asks_at_once_for_the_one_script_that_it_runs(real: Built) -> None:
    named = re.findall(r'rel="modulepreload" href="([^"]+)"', real.page("tim-kiem/"))
    assert named == ["../assets/js/search/page.js"]
    scripts = sorted((real.site / "assets/js").rglob("*.js"))
    assert real.site / "assets/js/search/page.js" in scripts
    for script in scripts:
        assert not re.search(r"^import\b(?!\()", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert {path.parent.name for path in scripts} == {"js", "search", "reading"}


ROOT = """
import { Searcher } from "./searcher.js";
import { excerpt as cut } from "./excerpt.js";
export const parts = { Searcher, cut };
"""
ASKED = """
import { readFile } from "node:fs/promises";
import { Searcher } from "./search/searcher.js";
import { excerpt } from "./search/excerpt.js";
import { parts } from "./bundle.js";
const load = async (path) => {
  const bytes = await readFile(`${INDEX}/${path}`);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};
const answers = [];
for (const [Kind, cut] of [[Searcher, excerpt], [parts.Searcher, parts.cut]]) {
  const searcher = await Kind.open(load);
  const { docs, highlights, searchedFor } = await searcher.search("hooij nghij daan vaanj");
  answers.push({ docs, searchedFor, pieces: cut(await searcher.index.card(docs[0]), highlights) });
}
console.log(JSON.stringify(answers));
"""


def test_scripts_put_together_answer_the_same(run: Run, scripts: Path, index: Path) -> None:
    texts = {
        path.relative_to(scripts).as_posix(): without_comments(path.read_text(encoding="utf-8"))
        for path in scripts.rglob("*.js")
    }
    whole = bundled({**texts, "search/root.js": without_comments(ROOT)})
    (scripts / "bundle.js").write_text(whole["search/root.js"], encoding="utf-8")
    apart, together = run(f"const INDEX = {json.dumps(str(index))};" + ASKED)
    assert apart == together
    assert apart["docs"]


@pytest.mark.parametrize(
    "scripts",
    [
        {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'},
        {"a.js": 'import { b } from "./b.js";\n'},
        {"a.js": 'import b from "./b.js";\nimport { c } from "./b.js";\n', "b.js": ""},
        {"a.js": 'import { b } from "./b.js";\n', "b.js": "export default 1;\n"},
        {"a.js": 'import { b } from "./b.js";\n', "b.js": "export let b = 1;\n"},
        {"a.js": 'import { b } from "./b.js";\n', "b.js": "const b = 1;\nexport { b };\n"},
    ],
)
def test_what_cannot_be_put_together_is_refused(scripts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"\.js"):
        bundled({**scripts, "root.js": 'import { x } from "./a.js";\n'})
