"""A folder on this machine's own address, compressed as hosts do."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = (".woff2", ".webp", ".jpg", ".png", ".gz")


@cache
def _answer(file: Path) -> tuple[bytes, str, bool]:
    """Return what goes over the wire, its type and whether it is compressed; done once a file."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    body, packs = file.read_bytes(), file.suffix not in PACKED
    return (gzip.compress(body, 6, mtime=0) if packs else body), kind, packs


class Handler(BaseHTTPRequestHandler):
    """Serves files with gzip over connections that stay open."""

    protocol_version = "HTTP/1.1"
    folder = Path()

    def do_GET(self) -> None:
        """Send a file, the index of a folder, or a plain 404."""
        file = self.folder / self.path.partition("?")[0].lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        body, kind, packs = _answer(file) if found else (b"", "text/plain", False)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        """Write nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as the context lasts; yield its address."""
    handler = type("FolderHandler", (Handler,), {"folder": folder})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
