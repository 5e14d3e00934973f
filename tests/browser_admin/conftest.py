"""The browser editor, served to one browser whose private folder stands for the editor's own."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import threading
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bantin.admin import admin_files
from bantin.model.settings import EditorSettings
from bantin.runtime.site_files import SiteFiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request

ROOT = Path(__file__).parents[2]
MINIATURE = ROOT / "tests" / "site"
CREATE = "Tạo bài viết mới"
PROBE = "…"
NAME = "Bản tin phối hợp"
# Fields are drawn only where they are seen.
TALL = {"width": 1280, "height": 6000}

MORE = {
    "provinces": "- id: tinh-thu-{0}\n  name: Thử {0}\n  type: tinh\n",
    "agencies": "- id: co-quan-thu-{0}\n  name: Sở Thử {0}\n  kind: khac\n  level: tinh\n",
    "programs": "- id: chuong-trinh-thu-{0}\n  name: Chương trình Thử {0}\n  period: 2020-2024\n",
}
OWN_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const folder = async (parts) => {
    let at = root;
    for (const part of parts) at = await at.getDirectoryHandle(part, {create: true});
    return at;
  };
  await folder([".git"]);
  for (const [path, data] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    const file = await (await folder(parts)).getFileHandle(name, {create: true});
    const writable = await file.createWritable();
    await writable.write(Uint8Array.from(atob(data), (one) => one.charCodeAt(0)));
    await writable.close();
  }
}"""
COLLECT = """async () => {
  const files = {};
  const walk = async (folder, above) => {
    for await (const [name, handle] of folder.entries()) {
      const path = above + name;
      if (handle.kind === "directory") await walk(handle, path + "/");
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[path] = btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return files;
}"""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps silent."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Write nothing."""


@dataclass
class Editor:
    """A page with the editor on it, and what went wrong there."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Keep what is asked of others, and what the browser complains of."""
        own = (self.base.removesuffix("admin/"), "blob:", "data:")

        def asked(request: Request) -> None:
            if not request.url.startswith(own):
                self.outside.append(request.url)

        def told(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.errors.append(message.text)

        self.page.on("request", asked)
        self.page.on("console", told)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, project: Path) -> None:
        """Fill the browser's folder with a project, and open it in the editor."""
        parts = [project / "docs", project / "data"]
        files = [file for part in parts for file in part.rglob("*") if file.is_file()]
        held = {
            file.relative_to(project).as_posix(): b64encode(file.read_bytes()).decode()
            for file in files
        }
        self.page.goto(self.base)
        self.page.evaluate(FILL, held)
        self.page.get_by_role("button", name="Làm việc với thư mục trên máy này").click()
        self.page.get_by_role("button", name=CREATE).wait_for()

    def create(self) -> None:
        """Begin a new article; what is typed before the form is filled would be lost."""
        self.page.get_by_role("button", name=CREATE).click()
        title = self.field("title").locator("input")
        while title.input_value() != PROBE:
            title.fill(PROBE)
            self.page.wait_for_timeout(500)

    def wait_for_form(self) -> None:
        """Wait for the last field, the body."""
        self.field("body").locator("[contenteditable=true]").wait_for()

    def field(self, path: str) -> Locator:
        """The part of the form that holds a field."""
        return self.page.locator(f'[data-key-path="{path}"]')

    def type(self, path: str, text: str) -> None:
        """Write a text into a field."""
        self.field(path).locator("input, textarea").first.fill(text)

    def choose(self, path: str, typed: str, label: str) -> None:
        """Look for a record of a registry, and take it."""
        self.field(path).get_by_role("combobox").click()
        self.page.get_by_role("searchbox", name="Lọc tùy chọn").fill(typed)
        self.page.get_by_role("option", name=label, exact=True).click()

    def pick(self, path: str, label: str) -> None:
        """Press one of a few options; the editor minds no press before the group has its handlers.

        It gives the options a tabindex together with the handlers.
        """
        self.field(path).locator("[role=radio][tabindex='0']").wait_for()
        self.field(path).get_by_text(label).click()

    def add(self, path: str) -> None:
        """Add a row to a list."""
        self.field(path).get_by_role("button", name="Thêm").first.click()

    def save(self) -> None:
        """Press Save; what is wrong is then told in the form."""
        self.page.get_by_role("button", name="Lưu", exact=True).click()

    def change(self, path: str, text: str) -> None:
        """Write a file of the folder behind the editor's back."""
        self.page.evaluate(FILL, {path: b64encode(text.encode()).decode()})

    def files(self) -> dict[str, bytes]:
        """All files of the folder, by path."""
        return {path: b64decode(data) for path, data in self.page.evaluate(COLLECT).items()}

    def bring(self, project: Path) -> set[str]:
        """Wait for the list, as shown once all is saved, and take the files out of the browser.

        Returns:
            The paths that are new to the project or changed.
        """
        self.page.get_by_role("button", name=CREATE).wait_for()
        changed = set()
        for path, content in self.files().items():
            file = project / path
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                changed.add(path)
        return changed


@pytest.fixture(scope="session")
def packages() -> Path:
    """The packages that admin/package-lock.json fixes, fetched once a machine."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (ROOT / ".cache" / "admin.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = subprocess.run(
            ["sh", "tools/npm.sh", "admin", "admin", "trang biên tập"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ROOT / ".cache" / "admin" / "node_modules"


@pytest.fixture(scope="session")
def base(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the editor, on this machine alone."""
    site = tmp_path_factory.mktemp("editor")
    for path, content in admin_files(packages, ROOT / "admin", NAME, EditorSettings()):
        SiteFiles(site).write(path, content)
    (site / "assets").mkdir()
    shutil.copy(ROOT / "theme" / "assets" / "icon.svg", site / "assets")
    handler = partial(QuietHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/admin/"
        server.shutdown()
        thread.join()


@pytest.fixture
def editor(browser: Browser, base: str) -> Iterator[Editor]:
    """A fresh browser in English, as bought; the editor is to speak Vietnamese all the same."""
    context = browser.new_context(viewport=TALL, locale="en-US", reduced_motion="reduce")  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    context.add_init_script(OWN_FOLDER)
    made = Editor(context.new_page(), base)
    made.watch()
    yield made
    context.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the miniature project, with registries long enough to be searched."""
    for part in ("docs", "data"):
        shutil.copytree(MINIATURE / part, tmp_path / part)
    for photo in (tmp_path / "docs" / "anh").rglob("*.jpg"):
        Image.new("RGB", (64, 40)).save(photo)
    for name, record in MORE.items():
        with (tmp_path / "data" / f"{name}.yml").open("a", encoding="utf-8") as registry:
            registry.writelines(record.format(number) for number in range(40))
    return tmp_path
