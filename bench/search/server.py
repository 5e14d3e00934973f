"""A loopback server that records which files are fetched."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a release compresses; Pagefind compresses its own indexes.
COMPRESSIBLE = {".js", ".json", ".html", ".txt", ".bin"}
SMALLEST = 1024


class Server(ThreadingHTTPServer):
    """Serves folders under the names they are mounted by."""

    daemon_threads = True

    def __init__(self, mounts: Mapping[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.mounts, self.fetched = mounts, set[Path]()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def file(self, target: str) -> Path:
        """Return the file of a request."""
        mount, _, rest = unquote(urlsplit(target).path).lstrip("/").partition("/")
        return self.mounts[mount] / rest if rest else self.mounts[""] / mount

    def take_fetched(self) -> set[Path]:
        """Return the files fetched since the last call; a file counts once."""
        files, self.fetched = self.fetched, set()
        return files


class Handler(SimpleHTTPRequestHandler):
    """Answers from the mounted folders; the page that asks is not counted."""

    protocol_version = "HTTP/1.1"
    server: Server

    def translate_path(self, path: str) -> str:
        """Return the file of a request, and record that it was fetched."""
        try:
            file = self.server.file(path)
        except KeyError:
            return ""
        if file.is_file() and file.parent != self.server.mounts[""]:
            self.server.fetched.add(file)
        return str(file)

    def end_headers(self) -> None:
        """Allow the browser to cache files during a visit."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Stay silent."""


@cache
def wire_size(file: Path) -> int:
    """Return the size on the wire: gzip where a release has it, else as the file is."""
    data = file.read_bytes()
    is_compressed = file.suffix in COMPRESSIBLE and len(data) >= SMALLEST
    return len(gzip.compress(data, 9)) if is_compressed else len(data)


@contextmanager
def serving(mounts: Mapping[str, Path]) -> Iterator[Server]:
    """Serve folders while the block runs."""
    with Server(mounts) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
