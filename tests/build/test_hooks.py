"""Hooks may be listed in any order, and a build that is broken off leaves the last site whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import BUILD_DAY, Build, Built

from bantin.runtime.lock import lock_folder

HOOKS = ("read.py", "host.py", "build.py", "serve.py")
# Each hook in each place once, and the reverse of the usual order.
ORDERS = [*(HOOKS[start:] + HOOKS[:start] for start in range(4)), HOOKS[::-1]]
EDIT = "tin/2024/tin-thuong.md"

FAILS = """
def on_post_build(config, **_):
    raise OSError("hỏng giữa chừng")
"""
# Adds a task that never ends to the pages, which are made by two processes.
HANGS = """
import time
from pathlib import Path
import bantin.build.run as running

def on_post_build(config, **_):
    run_tasks = running.run_tasks

    def hang():
        with (Path(config.config_file_path).parent / "started").open("a") as file:
            file.write("x")
        time.sleep(60)

    running.run_tasks = lambda tasks, processes: run_tasks([hang, *tasks, hang], 2)
"""


def list_hooks(project: Path, hooks: tuple[str, ...]) -> None:
    """Have ``mkdocs.yml`` of a miniature list some hooks in some order."""
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    before, rest = text.split("hooks:\n")
    after = rest.partition("\n\n")[2]
    lines = "".join(f"  - {h if '/' in h else f'../../hooks/{h}'}\n" for h in hooks)
    file.write_text(f"{before}hooks:\n{lines}\n{after}", encoding="utf-8")


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_hooks_in_any_order_build_the_same_site(
    mini: Built, miniature: Path, build: Build, order: tuple[str, ...]
) -> None:
    list_hooks(miniature, order)
    built = build(miniature)
    assert built.status == 0, built.output
    assert built.files() == mini.files()


@pytest.mark.parametrize("missing", HOOKS)
def test_a_hook_that_is_not_listed_is_named(miniature: Path, build: Build, missing: str) -> None:
    before = build(miniature).files()
    list_hooks(miniature, tuple(hook for hook in HOOKS if hook != missing))
    refused = build(miniature)
    assert refused.status == 1
    assert f"mkdocs.yml thiếu dòng hooks/{missing}" in refused.output
    assert "Traceback" not in refused.output
    assert refused.files() == before


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_that_is_listed_alone_asks_for_the_others(
    miniature: Path, build: Build, hook: str
) -> None:
    list_hooks(miniature, (hook,))
    refused = build(miniature)
    assert refused.status == 1
    assert "cần đủ bốn tệp" in refused.output
    assert not refused.site.exists()


@pytest.mark.parametrize("place", ["site", ".cache"])
def test_a_place_that_cannot_be_written_is_named_in_a_sentence(
    miniature: Path, build: Build, place: str
) -> None:
    (miniature / place).write_text("không phải thư mục", encoding="utf-8")
    refused = build(miniature)
    assert refused.status == 1
    assert "không ghi được «" in refused.output
    assert "Traceback" not in refused.output


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_failing_hook_leaves_a_whole_site_and_no_process(
    mini: Built, miniature: Path, build: Build, place: str
) -> None:
    assert build(miniature).status == 0
    edit(miniature)
    (miniature / "fails.py").write_text(FAILS, encoding="utf-8")
    hooks = ("./fails.py", *HOOKS) if place == "first" else (*HOOKS, "./fails.py")
    list_hooks(miniature, hooks)
    failed = build(miniature)
    assert failed.status == 1
    assert "hỏng giữa chừng" in failed.output
    changed = differing(failed.files(), mini.files())
    assert changed == set() if place == "first" else f"{EDIT[:-3]}/index.html" in changed
    assert processes_in(miniature) == []
    list_hooks(miniature, HOOKS)
    assert build(miniature).files() == fresh_files(miniature, build)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("reaches_workers", [True, False], ids=["group", "parent"])
def test_a_build_that_is_stopped_leaves_the_last_site_and_no_process(
    mini: Built, miniature: Path, build: Build, sign: signal.Signals, *, reaches_workers: bool
) -> None:
    """As Ctrl+C does, which reaches all processes, or ``kill``, which reaches one."""
    assert build(miniature).status == 0
    edit(miniature)
    (miniature / "hangs.py").write_text(HANGS, encoding="utf-8")
    list_hooks(miniature, ("./hangs.py", *HOOKS))
    settings = {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY}
    running = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=miniature,
        env=os.environ | settings, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    started = miniature / "started"
    wait_until(lambda: started.exists() and started.stat().st_size == 2)
    (os.killpg if reaches_workers else os.kill)(running.pid, sign)
    assert running.wait(timeout=30) != 0
    wait_until(lambda: processes_in(miniature) == [])
    assert Built(miniature / "site", 0, "").files() == mini.files()
    list_hooks(miniature, HOOKS)
    assert build(miniature).files() == fresh_files(miniature, build)


def test_two_builds_of_one_site_do_not_run_at_once(miniature: Path, build: Build) -> None:
    before = build(miniature).files()
    lock = lock_folder(miniature / ".cache" / "site")
    assert lock
    refused = build(miniature)
    assert refused.status == 1
    assert "một lần dựng khác của «site» đang chạy" in refused.output
    assert refused.files() == before
    lock.close()
    assert build(miniature).status == 0


def edit(project: Path) -> None:
    file = project / "docs" / EDIT
    file.write_text(f"{file.read_text('utf-8')}\n\nThêm một câu.\n", encoding="utf-8")


def fresh_files(project: Path, build: Build) -> dict[str, bytes]:
    """Return the site of a project built from nothing."""
    for folder in ("site", ".cache"):
        (project / folder).rename(project / f"old-{folder.strip('.')}")
    return build(project).files()


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def processes_in(folder: Path) -> list[int]:
    """Return the processes whose working directory is a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal() and (entry / "cwd").resolve() == folder.resolve():
                found.append(int(entry.name))
        except OSError:  # it has just ended
            continue
    return found


def wait_until(holds: object, seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < ends
        time.sleep(0.02)
