"""Whether one address still answers: HEAD, then GET where a server refuses HEAD."""

import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum
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

USER_AGENT = "Mozilla/5.0 (compatible; bantin-links)"
MAX_REDIRECTS = 5
TIMEOUT = 15.0
# Characters that may be in an address as they are; browsers percent-encode all others, and so do
# we. “%” is among them: what is encoded already stays as it is.
SAFE = "!#$%&'()*+,/:;=?@[]~"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT_REDIRECTS = frozenset({301, 308})
FIRST_ERROR = 400
GONE = {404: "không còn trang này (404)", 410: "trang này đã bị gỡ (410)"}
# No HTTPRedirectHandler among them: redirects are followed, and counted, by ``LinkChecker``.
HANDLERS = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor)
PRIVATE_ADDRESS = "là địa chỉ trong mạng nội bộ, không hỏi"
INVALID_ADDRESS = "không phải địa chỉ web dùng được"
REDIRECT_LOOP = f"chuyển đi chuyển lại quá {MAX_REDIRECTS} lần"


class LinkStatus(StrEnum):
    """Whether the page of an address is there, has moved for good, or cannot be had."""

    OK = "con"
    MOVED = "chuyen"
    FAILED = "hong"


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What became of one address.

    Attributes:
        http_status: of the last answer; 0 where there was none.
        target: the new address, where the page has moved for good.
        reason: why it failed, in Vietnamese.
    """

    url: str
    status: LinkStatus
    http_status: int = 0
    target: str = ""
    reason: str = ""

    @property
    def message(self) -> str:
        """What an editor should know about the address; empty if it is in order."""
        if self.status is LinkStatus.MOVED:
            return f"{self.url}: đã chuyển sang {self.target}"
        return f"{self.url}: {self.reason}" if self.status is LinkStatus.FAILED else ""


class NoAnswerError(Exception):
    """An address gave no answer; the message says why, in Vietnamese."""


class LinkChecker:
    """Requests addresses and reads only the head of what they answer.

    Args:
        timeout: seconds to wait for each step of an answer.
        is_public_only: whether to leave addresses of private networks alone. Content may name any
            address, and a check on an editor's machine must not reach into the office network.
    """

    def __init__(self, timeout: float = TIMEOUT, *, is_public_only: bool = True) -> None:
        self._timeout = timeout
        self._is_public_only = is_public_only
        self._opener = _opener()

    def check(self, url: str) -> LinkResult:
        """Return the result for an address; never raises, a failure is a result too."""
        address, is_moved = url, False
        try:
            for _ in range(MAX_REDIRECTS + 1):
                status, target = self._request(address)
                if not target:
                    return _result(url, status, address if is_moved else "")
                is_moved = is_moved or status in PERMANENT_REDIRECTS
                address = target
        except NoAnswerError as error:
            return LinkResult(url, LinkStatus.FAILED, reason=str(error))
        return LinkResult(url, LinkStatus.FAILED, reason=REDIRECT_LOOP)

    def _request(self, url: str) -> tuple[int, str]:
        """Return the HTTP status, and the target of a redirect (else empty)."""
        address = _encode(url)
        if self._is_public_only and _is_private(urlsplit(address).hostname or ""):
            raise NoAnswerError(PRIVATE_ADDRESS)
        status, target = 0, ""
        for method in ("HEAD", "GET"):  # old servers answer HEAD with 403, 405 or 500
            status, target = self._send(method, address)
            if status < FIRST_ERROR:
                break
        if status in REDIRECTS and target:
            return status, _resolve(address, target)
        return status, ""

    def _send(self, method: str, address: str) -> tuple[int, str]:
        request = Request(address, method=method, headers={"User-Agent": USER_AGENT})  # noqa: S310 - _encode lets only http and https pass
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


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in HANDLERS:
        opener.add_handler(handler())
    return opener


def _result(url: str, http_status: int, target: str) -> LinkResult:
    if http_status in GONE:
        return LinkResult(url, LinkStatus.FAILED, http_status, reason=GONE[http_status])
    if http_status >= FIRST_ERROR or http_status in REDIRECTS:
        reason = f"máy chủ trả lời {http_status}"
        return LinkResult(url, LinkStatus.FAILED, http_status, reason=reason)
    status = LinkStatus.MOVED if target else LinkStatus.OK
    return LinkResult(url, status, http_status, target)


def _resolve(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise NoAnswerError(INVALID_ADDRESS) from error


def _encode(url: str) -> str:
    """Return an address in ASCII, as HTTP wants it: “https://báo.vn/tin” with punycode and %.

    Raises:
        NoAnswerError: not an address of the web.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        name = f"[{host}]" if ":" in host else host.encode("idna").decode()
    except ValueError as error:
        raise NoAnswerError(INVALID_ADDRESS) from error
    if parts.scheme not in {"http", "https"} or not name:
        raise NoAnswerError(INVALID_ADDRESS)
    server = f"{name}:{port}" if port else name
    rest = (quote(part, safe=SAFE) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, server, *rest, ""))


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False
