"""A real nginx over a store of releases, on this machine alone."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
BROTLI = "ngx_http_brotli_static_module.so"
CONFIG = """\
{load}{user}daemon off;
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
        {brotli}
    }}
    {beside}
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
    has_brotli: bool

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
        raise RuntimeError(ran.stderr)
    return ran.stdout.strip()


def built_with(program: str, option: str) -> list[str]:
    """The values of an option that an nginx was built with."""
    told = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    return [word.removeprefix(option) for word in told.split() if word.startswith(option)]


def types_of(program: str) -> Path:
    """The list of types that comes with an nginx."""
    return Path(built_with(program, "--conf-path=")[0]).parent / "mime.types"


def brotli_of(program: str) -> Path | None:
    """The module for packed brotli copies, where the distribution has one."""
    files = (Path(folder) / BROTLI for folder in built_with(program, "--modules-path="))
    return next((file for file in files if file.is_file()), None)


@contextmanager
def serve(dest: Path, folder: Path, beside: str = "") -> Iterator[Server]:
    """Run nginx over a store of releases, with whatever else stands in ``http``."""
    program, port = nginx(), free_port()
    brotli = brotli_of(program)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "nginx.conf"
    file.write_text(
        CONFIG.format(
            user="user root;\n" if os.geteuid() == 0 else "",
            load=f"load_module {brotli};\n" if brotli else "",
            brotli="brotli_static on;" if brotli else "",
            folder=folder, types=types_of(program), dest=dest, port=port, beside=beside,
        )
    )  # fmt: skip
    command = [program, "-p", str(folder), "-c", str(file), "-e", str(folder / "start.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as child:
        try:
            _wait(child, port)
            yield Server(port, dest, brotli is not None)
        finally:
            child.terminate()
            child.communicate(timeout=PATIENCE)


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait(child: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise RuntimeError((child.stderr.read() if child.stderr else b"").decode())
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    message = "nginx did not answer"
    raise RuntimeError(message)
