"""A local server that answers, redirects and fails as old news sites do."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW = 0.4


@dataclass
class Site:
    """The address of the server, and the requests it has received."""

    address: str
    requests: list[tuple[str, str]] = field(default_factory=list)

    def of(self, path: str) -> str:
        return self.address + path


class Handler(BaseHTTPRequestHandler):
    """Answers as the first part of the path says: /ma/404 with that status, /cham slowly."""

    site: Site

    def do_HEAD(self) -> None:
        self.site.requests.append((self.command, self.path))
        name, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"_{name}", self._con)(rest)

    do_GET = do_HEAD  # noqa: N815 - the name that the base class calls

    def _answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for key, value in ({"Content-Length": "0"} | headers).items():
            self.send_header(key, value)
        self.end_headers()

    def _con(self, _: str) -> None:
        self._answer(200)

    def _ma(self, rest: str) -> None:
        self._answer(int(rest))

    def _chi(self, rest: str) -> None:
        """Answer only the method in the path."""
        self._answer(200 if self.command == rest else 405)

    def _chuyen(self, rest: str) -> None:
        status, _, target = rest.partition("/")
        self._answer(int(status), Location=f"/{target}")

    def _cham(self, _: str) -> None:
        time.sleep(SLOW * 3)
        self._answer(200)

    def _dut(self, _: str) -> None:
        self.wfile.write(b"HTT")
        self.connection.shutdown(socket.SHUT_RDWR)

    def _lap(self, _: str) -> None:
        self._answer(302, Location=self.path)

    def _vao(self, rest: str) -> None:
        """Redirect to an address that is not of the web."""
        self._answer(301, Location=rest)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401
        """Write nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Handler.site = Site(f"http://127.0.0.1:{server.server_address[1]}/")
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Handler.site
        server.shutdown()
        thread.join()


@pytest.fixture
def closed() -> str:
    """An address at which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"
