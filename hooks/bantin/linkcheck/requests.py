"""One address asked for once: HEAD, then GET where a server refuses that, and where it leads."""

import socket
import ssl
from http.client import HTTPException
from ipaddress import ip_address
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from bantin.linkcheck.answer import Answer, Verdict

AGENT = "Mozilla/5.0 (compatible; bantin-links)"
MOST_HOPS = 5
PATIENCE = 15.0
# What may stand in an address as it is; the rest is percent-encoded as browsers do.
SAFE = "!#$%&'()*+,/:;=?@[]~"
GOING_ON = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
LOST = {404: "không còn trang này (404)", 410: "trang này đã bị gỡ (410)"}
HANDLERS = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor)
INNER = "là địa chỉ trong mạng nội bộ, không hỏi"
ODD = "không phải địa chỉ web dùng được"
LOOP = f"chuyển đi chuyển lại quá {MOST_HOPS} lần"


class NoAnswerError(Exception):
    """Why an address gave no answer, in Vietnamese."""


class Asker:
    """Asks addresses; keeps nothing of what they hold.

    Args:
        timeout: seconds to wait for each step of an answer.
        is_public_only: whether addresses within one's own network are left alone.
    """

    def __init__(self, timeout: float = PATIENCE, *, is_public_only: bool = True) -> None:
        self._timeout = timeout
        self._is_public_only = is_public_only
        self._opener = _opener()

    def ask(self, url: str) -> Answer:
        """Return the answer of an address; whatever goes wrong is an answer too."""
        at, is_moved = url, False
        try:
            for _ in range(MOST_HOPS + 1):
                status, target = self._step(at)
                if not target:
                    return _told(url, status, at if is_moved else "")
                is_moved = is_moved or status in FOR_GOOD
                at = target
        except NoAnswerError as error:
            return Answer(url, Verdict.FAILED, reason=str(error))
        return Answer(url, Verdict.FAILED, reason=LOOP)

    def _step(self, url: str) -> tuple[int, str]:
        """Return a status, and where it leads if it leads on."""
        address = _plain(url)
        if self._is_public_only and _is_inner(urlsplit(address).hostname or ""):
            raise NoAnswerError(INNER)
        status, target = 0, ""
        for method in ("HEAD", "GET"):
            status, target = self._send(method, address)
            if status < 400:  # noqa: PLR2004 - where HTTP's errors begin
                break
        if status in GOING_ON and target:
            return status, _joined(address, target)
        return status, ""

    def _send(self, method: str, address: str) -> tuple[int, str]:
        request = Request(address, method=method, headers={"User-Agent": AGENT})  # noqa: S310 - _plain lets only the web pass
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return answer.status, ""
        except HTTPError as error:
            with error:
                return error.code, error.headers.get("Location") or ""
        except (OSError, HTTPException, ValueError) as error:
            raise NoAnswerError(self._reason(error)) from error

    def _reason(self, error: Exception) -> str:
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, TimeoutError):
            return f"không trả lời trong {self._timeout:g} giây"
        if isinstance(cause, socket.gaierror):
            return "không có máy chủ nào mang tên này"
        if isinstance(cause, ConnectionRefusedError):
            return "máy chủ không nhận kết nối"
        if isinstance(cause, ssl.SSLError):
            return "chứng chỉ bảo mật của máy chủ không dùng được"
        return "kết nối bị đứt giữa chừng"


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise NoAnswerError(ODD) from error


def _opener() -> OpenerDirector:
    """Return what opens addresses and follows nothing: where they lead is ours to tell."""
    opener = OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    return opener


def _told(url: str, status: int, target: str) -> Answer:
    if status in LOST:
        return Answer(url, Verdict.FAILED, status, reason=LOST[status])
    if status >= 400 or status in GOING_ON:  # noqa: PLR2004 - where HTTP's errors begin
        return Answer(url, Verdict.FAILED, status, reason=f"máy chủ trả lời {status}")
    return Answer(url, Verdict.MOVED if target else Verdict.THERE, status, target)


def _plain(url: str) -> str:
    """Return an address as the wire wants it: letters beyond ASCII encoded.

    Raises:
        NoAnswerError: it is no address of the web.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        name = f"[{host}]" if ":" in host else host.encode("idna").decode()
    except ValueError as error:
        raise NoAnswerError(ODD) from error
    if parts.scheme not in {"http", "https"} or not name:
        raise NoAnswerError(ODD)
    place = f"{name}:{port}" if port else name
    rest = (quote(part, safe=SAFE) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, place, *rest, ""))


def _is_inner(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
