"""The miniature, released and served by a real nginx on this machine alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.serving.server import Server, serve

from bantin.release.store import Store
from bantin.release.verify import faults

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
    Store(dest, flush=lambda: None).release(site, faults)
    with serve(dest, tmp_path_factory.mktemp("nginx")) as running:
        yield running
