"""A desk over a copy of the miniature site."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import MINIATURE, lay_out

from bantin.model.settings import Settings
from bantin.reading.settings import settings_of
from bantin.studio.desk import Desk

DAY = date(2024, 6, 30)
EDITOR = "Nguyễn Thị Bình"
ARTICLE = "tin/2024/quang-tri-giao-duc.md"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ban đầu", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(MINIATURE, tmp_path)


@pytest.fixture
def repository(project: Path) -> Path:
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Kho bài")
    return project


def open_desk(project: Path) -> Desk:
    settings = settings_of(project)
    assert isinstance(settings, Settings)
    return Desk(project, settings, lambda: DAY)


@pytest.fixture
def desk(project: Path) -> Desk:
    return open_desk(project)


@pytest.fixture
def path(desk: Desk) -> str:
    """An article that is published and right."""
    return next(a.path for a in desk.content.articles if a.front.status == "published")
