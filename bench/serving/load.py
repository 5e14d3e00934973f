"""A bounded load on one server: a few connections kept open, each asking as soon as answered."""

import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Thread

CONNECTIONS = 4
# What the answers of a warmed-up server are measured by.
BUFFER = 1 << 16
REQUEST = "GET {path} HTTP/1.1\r\nHost: bantin\r\nAccept-Encoding: {coding}\r\n{more}\r\n"


@dataclass(frozen=True, slots=True)
class Load:
    """What one load took; times in milliseconds."""

    rate: float
    p50: float
    p99: float
    kilobytes: float


def load(
    port: int, paths: Sequence[str], requests: int, coding: str = "identity", more: str = ""
) -> Load:
    """Ask for paths in turn and return what it took.

    Args:
        port: on this machine.
        paths: what to ask for.
        requests: how many, all connections together.
        coding: what the client can unpack.
        more: further header lines, each ended.
    """
    asked = [REQUEST.format(path=path, coding=coding, more=more).encode() for path in paths]
    clients = [Client(port, asked[n::CONNECTIONS] or asked) for n in range(CONNECTIONS)]
    started = time.perf_counter()
    threads = [Thread(target=client.run, args=(requests // CONNECTIONS,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - started
    times = sorted(taken for client in clients for taken in client.times)
    if len(times) < requests // CONNECTIONS * CONNECTIONS:
        message = f"{paths[0]}: a client broke off"
        raise RuntimeError(message)
    size = sum(client.size for client in clients) / len(times)
    return Load(
        rate=len(times) / wall,
        p50=times[len(times) // 2] * 1e3,
        p99=times[len(times) * 99 // 100] * 1e3,
        kilobytes=size / 1024,
    )


class Client:
    """One connection; reads answers with as little work of its own as possible."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self._port = port
        self._requests = requests
        self.times: list[float] = []
        self.size = 0

    def run(self, count: int) -> None:
        """Ask so many times."""
        with socket.create_connection(("127.0.0.1", self._port)) as link:
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for number in range(count):
                started = time.perf_counter()
                link.sendall(self._requests[number % len(self._requests)])
                self.size += _answer(link)
                self.times.append(time.perf_counter() - started)


def _answer(link: socket.socket) -> int:
    """Read one answer to its end and return its size, headers included."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _some(link)
    head, _, body = data.partition(b"\r\n\r\n")
    status = int(head[9:12])
    length = 0 if status == 304 else _length(head)  # noqa: PLR2004 - an answer without a body
    if status >= 400:  # noqa: PLR2004 - where HTTP's errors begin
        message = head.decode(errors="replace")
        raise RuntimeError(message)
    left = length - len(body)
    while left > 0:
        left -= len(_some(link))
    return len(head) + 4 + length


def _some(link: socket.socket) -> bytes:
    data = link.recv(BUFFER)
    if not data:
        message = "the server closed the connection"
        raise RuntimeError(message)
    return data


def _length(head: bytes) -> int:
    line = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
    return int(line.partition(b":")[2])
