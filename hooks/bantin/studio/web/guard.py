"""Who may come in, and from where: every request passes here first.

The service can change and publish articles, so that no page of another site in the same browser may
call it: the host name, the origin and a token in a header are asked of every request that changes
anything (OWASP, Cross-Site Request Forgery Prevention). The cookie is for this host alone.
"""

import secrets
from collections.abc import Callable, Collection
from hmac import compare_digest
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE, TOKEN_HEADER = "bantin", "x-bantin"
SAFE = frozenset({"GET", "HEAD"})
ENTRANCE = "/vao"
# Without a session: the entrance, and what its page needs.
OPEN_TO_ALL = (ENTRANCE, "/assets/")
MAX_BYTES = 60_000_000  # an archive of Word files; one that is larger comes in parts
TRIES, WINDOW = 10, 60.0  # wrong codes a minute, of all who try
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
# A preview shows what anyone may have written: nothing in it may run.
PREVIEW = "/xem/"
PREVIEW_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Sessions:
    """The browsers that have come in; all end with the service.

    Attributes:
        code: opens the door once; a new one takes its place.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.code = secrets.token_urlsafe(24)
        self._tokens: dict[str, str] = {}
        self._clock, self._tries = clock, [0.0] * 0

    def enter(self, code: str) -> str:
        """Return the cookie of a new session; empty for a wrong code, or after too many of them."""
        now = self._clock()
        self._tries = [at for at in self._tries if now - at < WINDOW]
        if len(self._tries) >= TRIES:
            return ""
        if not compare_digest(code.encode(), self.code.encode()):
            self._tries.append(now)
            return ""
        self.code, cookie = secrets.token_urlsafe(24), secrets.token_urlsafe(32)
        self._tokens[cookie] = secrets.token_urlsafe(32)
        return cookie

    def token_of(self, cookie: str) -> str:
        """Return the token that requests of a session must show; empty for an unknown session."""
        return self._tokens.get(cookie, "")


class Guard:
    """Lets through what comes from a page of the desk itself; answers all else.

    Args:
        app: the desk.
        sessions: who has come in.
        hosts: names and ports under which the desk is reached, such as ``127.0.0.1:8765``.
    """

    def __init__(self, app: ASGIApp, sessions: Sessions, hosts: Collection[str]) -> None:
        self._app, self._sessions, self._hosts = app, sessions, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message, scope["path"])
            await send(message)

        refusal = self._refusal(HTTPConnection(scope), scope["method"], scope["path"])
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, request: HTTPConnection, method: str, path: str) -> Response | None:
        """Return the answer to a request that may not pass."""
        if request.headers.get("host", "") not in self._hosts:
            return PlainTextResponse("Tên máy không đúng.", 400)
        if path == ENTRANCE:
            return self._entrance(request)
        if path.startswith(OPEN_TO_ALL):
            return None
        token = self._sessions.token_of(request.cookies.get(COOKIE, ""))
        if not token:
            return PlainTextResponse("Hãy mở bàn biên tập bằng địa chỉ mà lệnh đã in ra.", 401)
        if method in SAFE:
            return None
        return _refusal_of_change(request.headers, token, self._hosts)

    def _entrance(self, request: HTTPConnection) -> Response:
        cookie = self._sessions.enter(request.query_params.get("ma", ""))
        if not cookie:
            text = "Địa chỉ vào này đã dùng hoặc không đúng; hãy chạy lại lệnh để có địa chỉ mới."
            return PlainTextResponse(text, 403)
        response = RedirectResponse("/", 303)
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
        return response


def _refusal_of_change(headers: Headers, token: str, hosts: Collection[str]) -> Response | None:
    origin = headers.get("origin", "")
    if origin.partition("://")[2] not in hosts:
        return JSONResponse({"error": "yêu cầu đến từ một trang khác"}, 403)
    if not compare_digest(headers.get(TOKEN_HEADER, "").encode(), token.encode()):
        return JSONResponse({"error": "phiên làm việc đã cũ; hãy tải lại trang"}, 403)
    # A body without a length comes in chunks, and would end only when the memory does.
    size = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
    if not size.isdigit() or int(size) > MAX_BYTES:
        return JSONResponse({"error": "tệp nặng quá 60 MB"}, 413)
    return None


def _add_headers(message: Message, path: str) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers[name] = value
    headers["content-security-policy"] = PREVIEW_POLICY if path.startswith(PREVIEW) else POLICY
