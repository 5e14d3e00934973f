"""Functions of the desk as routes: bodies read, errors told in a sentence."""

import json
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bantin.studio.archive import ChangedError, DeskError
from bantin.studio.desk import Desk
from bantin.studio.history import GitError
from bantin.studio.preview import PreviewError

UNWRITTEN = "không ghi được vào đĩa ({}); chữ đã gõ vẫn ở màn hình này"
Call: TypeAlias = Callable[[Request], Awaitable[Any]]
Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]
Answer: TypeAlias = Callable[[Desk, Request, Any], Any]


def _answering(call: Call) -> Endpoint:
    """Return a route that answers in JSON; what an editor can put right is told in a sentence."""

    @wraps(call)
    async def answer(request: Request) -> Response:
        try:
            return JSONResponse(await call(request))
        except ChangedError as error:
            return JSONResponse({"error": str(error), "text": error.text}, 409)
        except (DeskError, PreviewError, GitError) as error:
            return JSONResponse({"error": str(error)}, 422)
        except OSError as error:
            return JSONResponse({"error": UNWRITTEN.format(error.strerror or error)}, 507)

    return answer


def json_route(call: Answer) -> Endpoint:
    """Return a route that is sent JSON; the call runs in a thread of its own."""

    async def run(request: Request) -> Any:  # noqa: ANN401 - JSON of any shape
        body = await request.body()
        try:
            sent = json.loads(body) if body else {}
        except ValueError:
            sent = None
        if not isinstance(sent, dict):
            message = "yêu cầu không đọc được"
            raise DeskError(message)
        return await run_in_threadpool(call, request.app.state.desk, request, sent)

    return _answering(run)


def bytes_route(call: Answer) -> Endpoint:
    """Return a route that is sent the bytes of a file."""

    async def run(request: Request) -> Any:  # noqa: ANN401 - JSON of any shape
        data = await request.body()
        return await run_in_threadpool(call, request.app.state.desk, request, data)

    return _answering(run)
