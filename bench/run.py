"""Paired runs: each round builds once with every generator, back to back."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.machine import machine
from bench.measure import measure, output_of
from bench.peers import PEERS, Peer
from bench.peers.peer import EDITED, edit

CASES = ("cold", "edit", "noop")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run.

    Attributes:
        count: articles.
        rounds: how often each case is run with each generator, a round before them not counted in
            which memory is looked at: looking takes time.
        names: generators, in the order of their turns.
        cases: ``cold`` (nothing left from before), ``edit`` (one article changed since the last
            build) and ``noop`` (nothing changed).
    """

    count: int
    rounds: int
    names: Sequence[str]
    cases: Sequence[str] = CASES


@dataclass(frozen=True)
class Bench:
    """Runs plans in a folder that may be thrown away."""

    root: Path
    cache: Path
    say: Callable[[str], None]

    def run(self, plan: Plan) -> dict[str, Any]:
        """Return machine, versions and one row a run."""
        corpus = Corpus(self.root / "docs", self.root / "data")
        peers = [PEERS[name](self.root, self.cache) for name in plan.names]
        peers = [peer for peer in peers if plan.count <= peer.most]
        for peer in peers:
            self.prepare(peer, corpus, plan.count)
        versions = {peer.name: peer.version() for peer in peers}
        watched = list(self.round(plan, peers, corpus, 0))
        peaks = {(row["generator"], row["case"]): row["tree"] for row in watched}
        rows = [row for row in watched if PEERS[row["generator"]].rounds == 1]
        for round_ in range(1, plan.rounds + 1):
            rows += (
                row | {"tree": peaks[row["generator"], row["case"]]}
                for row in self.round(plan, peers, corpus, round_)
            )
        return {"machine": machine(), "versions": versions, "seed": corpus.seed, "rows": rows}

    def folder(self, peer: Peer, count: int) -> Path:
        """Where a generator's project with so many articles stands."""
        return self.cache / "work" / f"{peer.name}-{count}"

    def prepare(self, peer: Peer, corpus: Corpus, count: int) -> None:
        """Install a generator and lay its project out anew."""
        self.say(f"{peer.name}: installing, writing {count} articles")
        peer.install()
        folder = self.folder(peer, count)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        peer.lay_out(folder, corpus, corpus.items(count))

    def round(
        self, plan: Plan, peers: Sequence[Peer], corpus: Corpus, round_: int
    ) -> Iterator[dict[str, Any]]:
        """Yield one row for each case and generator; generators take turns within a case.

        Only in round 0 memory is looked at.
        """
        for case in plan.cases:
            for peer in peers:
                if case not in peer.cases or round_ >= peer.rounds:
                    continue
                folder = self.folder(peer, plan.count)
                self.set_up(peer, folder, corpus, case, round_)
                yield self.measured(peer, folder, plan.count, case, round_)

    def set_up(self, peer: Peer, folder: Path, corpus: Corpus, case: str, round_: int) -> None:
        """Bring a project into the state that a case starts from."""
        if case == "cold":
            for leftover in (peer.task(folder).output, *peer.leftovers(folder)):
                _remove(leftover)
        elif case == "edit":
            edit(peer.article(folder, corpus.item(EDITED)), round_ + 1)

    def measured(
        self, peer: Peer, folder: Path, count: int, case: str, round_: int
    ) -> dict[str, Any]:
        """Return one run as a row."""
        task = peer.task(folder)
        cost = measure(task, folder.with_suffix(".log"), is_watched=not round_)
        row = {"generator": peer.name, "n": count, "case": case, "round": round_, **asdict(cost)}
        self.say(
            f"{count:>6} {case:4} {peer.name:9} wall {cost.wall:7.2f}  cpu "
            f"{cost.user + cost.system:7.2f}  tree {cost.tree:6.0f} MB  foreign {cost.foreign:.1f}"
        )
        return row | asdict(output_of(task.output))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def save(results: dict[str, Any], folder: Path) -> Path:
    """Write results to ``<date>-<n>.json``, numbered on where the name is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    count = max(row["n"] for row in results["rows"])
    stem = f"{results['machine']['date']}-{count}"
    file, number = folder / f"{stem}.json", 1
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.json"
    file.write_text(
        json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )
    return file
