"""The miniature, released and served by a real nginx on this machine alone."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bantin.release.store import Store
from bantin.release.verify import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Built

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
CONFIG = """\
{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 256; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {dest}/current/_nginx/http.conf;
    server {{
        listen 127.0.0.1:{port};
        root {dest}/current;
        include {dest}/current/_nginx/server.conf;
    }}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running nginx and the folder it serves from."""

    port: int
    dest: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; header names are written with underscores."""
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            link.request(method, path, headers=asked)
            answer = link.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            link.close()


def nginx() -> str:
    """The nginx that ``tools/nginx.sh`` finds or installs."""
    ran = subprocess.run(["sh", str(ROOT / "tools/nginx.sh")], capture_output=True, text=True,
                         check=False)  # fmt: skip
    if ran.returncode:
        pytest.fail(ran.stderr)
    return ran.stdout.strip()


def types_of(program: str) -> Path:
    """The list of types that comes with an nginx."""
    told = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    named = [word.removeprefix("--conf-path=") for word in told.split() if "--conf-path=" in word]
    return Path(named[0]).parent / "mime.types"


@contextmanager
def serve(dest: Path, folder: Path) -> Iterator[Server]:
    """Run nginx over a store of releases."""
    program, port = nginx(), _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "nginx.conf"
    file.write_text(
        CONFIG.format(
            user="user root;\n" if os.geteuid() == 0 else "",
            folder=folder, types=types_of(program), dest=dest, port=port,
        )
    )  # fmt: skip
    command = [program, "-p", str(folder), "-c", str(file), "-e", str(folder / "start.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as child:
        try:
            _wait(child, port)
            yield Server(port, dest)
        finally:
            child.terminate()
            child.communicate(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait(child: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if child.poll() is not None:
            pytest.fail((child.stderr.read() if child.stderr else b"").decode())
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("nginx did not answer")


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
