"""The keys and seconds from a dropped file to a published page at the editing desk, in Chromium.

As in ``bench.importing.keys``, everything the importer has is taken as right; what it could not
know is typed: the name of the source, the day on which it was published. A click counts as a key.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
ENTRANCE = re.compile(r"http://\S+")
SOURCE, DAY = "Báo tỉnh", "1/12/2026"
# What can be typed where something is missing, by the field that is told of.
TYPED = {"source.name": SOURCE, "date": DAY}
OPEN_ALL = "all => all.forEach((one) => { one.open = true; })"
_PATIENCE = 60_000


class Row(NamedTuple):
    """What one file cost; seconds are those of the machine, with nobody reading."""

    name: str
    keys: int
    seconds: float
    is_published: bool


def count_at_desk(files: Iterable[Path]) -> Iterator[Row]:
    """Yield what each file cost, one after the other in one portal."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        _desk(Path(folder)) as entrance,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(entrance)
        home = page.url
        for file in files:
            page.goto(home)
            yield _publish(page, file)
        browser.close()


@contextmanager
def _desk(folder: Path) -> Iterator[str]:
    """Run a desk over a copy of this project, and yield the address that opens it."""
    for name in ("docs", "data", "hooks", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [str(Path(sys.executable).with_name("bantin")), "studio", "--no-open", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8") as process:  # noqa: S603 - our own
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = ENTRANCE.search(line)
            if not found:
                raise RuntimeError(line)
            yield found[0]
        finally:
            process.kill()


def _publish(page: Page, file: Path) -> Row:
    start, keys = time.monotonic(), 1
    page.set_input_files("#files", file)
    page.wait_for_url("**/bai/**")
    page.wait_for_selector("#summary p")
    for button in (".proposals > button", ".proposal > button >> nth=0"):
        if page.locator(button).count():
            keys += 1
            with page.expect_navigation():
                page.click(button)
            page.wait_for_selector("#summary p")
    keys += _confirm(page)
    page.locator("details").evaluate_all(OPEN_ALL)
    page.wait_for_timeout(1500)  # the pause after which the desk checks
    for field, text in TYPED.items():
        if page.locator(f"[data-path='{field}'] .finding.wrong").count() or (
            field == "source.name" and "Nguồn chưa ghi tên" in page.inner_text("#summary")
        ):
            page.fill(f"[data-path='{field}'] input", text)
            keys += len(text) + 1
            page.wait_for_timeout(1500)
    page.click("#publish")
    page.wait_for_timeout(1500)
    is_published = page.inner_text("#status") == "Đã đăng"
    return Row(file.name, keys + 1, time.monotonic() - start, is_published)


def _confirm(page: Page) -> int:
    """Confirm what is sure with one click and the rest with Enter; return how many keys it took."""
    keys = 0
    if page.locator("#confirm .all").count():
        page.click("#confirm .all")
        keys += 1
    if page.locator(".right-button").count():
        page.locator(".right-button").first.focus()
    while page.locator(".right-button").count():
        page.keyboard.press("Enter")
        keys += 1
    return keys


def desk_table(rows: Iterable[Row]) -> str:
    """Return the rows as Markdown."""
    head = ["| file | keys | seconds | published |", "|---|---:|---:|---|"]
    told = {True: "yes", False: "no"}
    lines = [f"| {r.name} | {r.keys} | {r.seconds:.0f} | {told[r.is_published]} |" for r in rows]
    return "\n".join([*head, *lines])
