"""The miniature, released and served by a real nginx on this machine alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.serving.server import Server, serve

from bantin.release.store import ReleaseStore
from bantin.release.verify import verify_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Built


@pytest.fixture(scope="session")
def server(mini: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    dest = tmp_path_factory.mktemp("released")
    site = tmp_path_factory.mktemp("copy") / "site"
    shutil.copytree(mini.site, site)
    (site / "admin").mkdir(exist_ok=True)
    (site / "admin/index.html").write_text("<!doctype html><title>Biên tập</title>\n")
    ReleaseStore(dest, flush=lambda: None).release(site, verify_site)
    with serve(dest, tmp_path_factory.mktemp("nginx")) as running:
        yield running
