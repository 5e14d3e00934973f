"""What the suite shares: content on disk, and the sites built once a session."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
import yaml
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from tests.proofs import record_if_asked

from bantin.catalog import Catalog, build_catalog
from bantin.checking import check
from bantin.model.problem import Severity
from bantin.reading import Content, read

# How long an example takes says nothing on a busy machine.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

# A shell starts what it puts in the background with SIGINT ignored, and the servers and builds
# that the tests stop by it inherit that: they would never end.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
MINIATURE = ROOT / "tests" / "site"
BASE = ROOT / "tests" / "cases" / "base"
BUILD_DAY = "2024-06-30"
PARTS = ("docs", "data", "mkdocs.yml")


def pytest_configure(config: pytest.Config) -> None:
    record_if_asked(config, ROOT)


@dataclass(frozen=True)
class Built:
    """A site on disk, and what its build said."""

    site: Path
    status: int
    output: str

    def page(self, address: str) -> str:
        """The HTML at an address from the site root."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file by its path."""
        files = (file for file in self.site.rglob("*") if file.is_file())
        return {file.relative_to(self.site).as_posix(): file.read_bytes() for file in files}


class Build(Protocol):
    """Builds a project into ``site/`` beside its ``docs/``."""

    def __call__(self, project: Path, **environ: str) -> Built: ...


def lay_out(source: Path, folder: Path) -> Path:
    """Copy a project's content into ``folder``; its hooks and theme stay the real ones."""
    project = folder / source.relative_to(ROOT)
    project.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        copy = shutil.copytree if (source / part).is_dir() else shutil.copy
        copy(source / part, project / part)
    for shared in ("hooks", "theme"):
        (folder / shared).symlink_to(ROOT / shared, target_is_directory=True)
    return project


def build_site(project: Path, **environ: str) -> Built:
    """Build a project as ``make build`` does, on the day of the miniature unless told otherwise."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    settings = {"NO_MKDOCS_2_WARNING": "1", "BUILD_DATE": BUILD_DAY} | environ
    ran = subprocess.run(
        command, cwd=project, env=os.environ | settings, capture_output=True, text=True, check=False
    )
    return Built(project / "site", ran.returncode, ran.stdout + ran.stderr)


@pytest.fixture(scope="session")
def build() -> Build:
    return build_site


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """A copy of the miniature project, to be spoiled at will."""
    return lay_out(MINIATURE, tmp_path)


@pytest.fixture(scope="session")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The miniature, built once."""
    return _must_build(lay_out(MINIATURE, tmp_path_factory.mktemp("mini")), PYTHONHASHSEED="1")


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The miniature as a copy to open from a folder."""
    return _must_build(lay_out(MINIATURE, tmp_path_factory.mktemp("offline")), OFFLINE="1")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The portal itself, built once."""
    return _must_build(lay_out(ROOT, tmp_path_factory.mktemp("real")), BUILD_DATE="2026-11-23")


def _must_build(project: Path, **environ: str) -> Built:
    built = build_site(project, **environ)
    assert built.status == 0, built.output
    return built


@pytest.fixture
def content(tmp_path: Path) -> Callable[[Mapping[str, str]], Content]:
    """Lay files over the small registries of the golden cases, and read them."""

    def make(files: Mapping[str, str]) -> Content:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return read(tmp_path / "docs", tmp_path / "data")

    return make


@pytest.fixture
def catalog(
    content: Callable[[Mapping[str, str]], Content],
) -> Callable[[Mapping[str, str]], Catalog]:
    """Return the catalogue of files without a fault, as of the day of the miniature."""

    def make(files: Mapping[str, str]) -> Catalog:
        made = content(files)
        assert [str(p) for p in check(made) if p.severity is Severity.PROBLEM] == []
        return build_catalog(made, date.fromisoformat(BUILD_DAY))

    return make


@pytest.fixture(scope="session")
def news() -> Callable[..., str]:
    """Return the text of an article from its fields."""

    def make(body: str = "", **fields: object) -> str:
        front = {"title": "Bài thử", "date": "2024-04-25"} | fields
        return f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}\n"

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One real browser for all suites: Playwright cannot run twice in a process."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("no Chromium: run 'make test', which finds or installs one, or set CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()
