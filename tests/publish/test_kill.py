"""A release command killed at any moment leaves a complete release live."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

from tests.publish.conftest import write_site

from bantin.release.store import ReleaseStore
from bantin.release.tree import file_digests, name_of
from bantin.release.verify import verify_site

HOOKS = Path(__file__).parents[2] / "hooks"
KILLS = 60
PROGRAM = """
import sys
from pathlib import Path
from bantin.release.store import ReleaseStore
store = ReleaseStore(Path(sys.argv[1]), flush=lambda: None)
print("ready", flush=True)
while True:
    for site in sys.argv[2:]:
        print(store.release(Path(site), lambda _: []), flush=True)
    store.rollback()
"""


def test_a_kill_at_any_moment_leaves_a_complete_site_live(tmp_path: Path) -> None:
    sites = [write_site(tmp_path / f"s{n}", f"ban {n}", pages=20) for n in range(KILLS // 8)]
    wanted = {name_of(file_digests(site)) for site in sites}
    dest, draw = tmp_path / "dest", random.Random(20240630)  # noqa: S311 - not for secrets
    ReleaseStore(dest, flush=lambda: None).release(sites[0], verify_site)
    moments, seen = set(), set()
    for _ in range(KILLS):
        moment = draw.uniform(0.0, 0.06)
        _run_and_kill([str(dest), *map(str, sites)], draw.randrange(4), moment)
        live = dest / "current"
        name = live.readlink().name
        assert name in wanted
        assert name == name_of(file_digests(live.resolve())), f"killed after {moment} s"
        moments.add(moment)
        seen.add(name)
    assert len(moments) == KILLS
    assert len(seen) > 1
    assert ReleaseStore(dest, flush=lambda: None).release(sites[-1], verify_site) in wanted
    assert not [f for f in (dest / "releases").iterdir() if f.name.startswith(".")]


def _run_and_kill(arguments: list[str], releases: int, moment: float) -> None:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    with subprocess.Popen(
        command, env={"PYTHONPATH": str(HOOKS)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        for _ in range(releases):
            assert process.stdout.readline()
        try:
            _, errors = process.communicate(timeout=moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        else:
            raise AssertionError(errors.decode())
