"""The service: its routes, its pages, and the preview of the site."""

from collections.abc import Callable, Collection
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bantin.model.labels import STATUSES, capitalise
from bantin.studio.archive import DeskError
from bantin.studio.desk import Desk
from bantin.studio.form import form_groups
from bantin.studio.photos import variant
from bantin.studio.preview import PreviewError
from bantin.studio.web import answers
from bantin.studio.web.endpoints import bytes_route, json_route
from bantin.studio.web.guard import COOKIE, Guard, Sessions

ASSETS = Path(__file__).with_name("assets")
INDEX = "index.html"
HEAD = "<!doctype html><meta charset=utf-8>"


def make_app(desk: Desk, sessions: Sessions, hosts: Collection[str], editor: str) -> ASGIApp:
    """Return the service.

    Args:
        desk: does the work.
        sessions: who has come in.
        hosts: under which it is reached.
        editor: the name under which articles are saved.
    """
    app = Starlette(
        routes=[
            Route("/", _page("list.html")),
            Route("/bai/{path:path}", _page("article.html")),
            Route("/xem/{address:path}", _preview),
            Route("/api/articles", json_route(answers.articles), methods=["GET"]),
            Route("/api/articles", json_route(answers.create), methods=["POST"]),
            Route("/api/files", bytes_route(answers.bring_in_file), methods=["POST"]),
            Route("/api/photos/{path:path}", bytes_route(answers.photo), methods=["POST"]),
            Route("/api/article/{path:path}", json_route(answers.open_article), methods=["GET"]),
            Route("/api/article/{path:path}", json_route(answers.save_article), methods=["POST"]),
            Route("/api/copy/{path:path}", json_route(answers.keep), methods=["POST"]),
            Route("/api/copy/{path:path}", json_route(answers.drop), methods=["DELETE"]),
            Route("/api/hold/{path:path}", json_route(answers.hold), methods=["POST"]),
            Route("/api/findings/{path:path}", json_route(answers.findings), methods=["POST"]),
            Route("/api/versions/{path:path}", json_route(answers.versions), methods=["GET"]),
            Route("/api/records/{registry}", json_route(answers.records), methods=["GET"]),
            Route("/api/proposals/{id}", json_route(answers.answer_proposal), methods=["POST"]),
            Route("/api/share", json_route(answers.share), methods=["POST"]),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ]
    )
    app.state.desk, app.state.editor, app.state.sessions = desk, editor, sessions
    app.state.templates = Environment(loader=FileSystemLoader(ASSETS / "pages"), autoescape=True)
    return Guard(app, sessions, hosts)


def _page(template: str) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        state = request.app.state
        token = state.sessions.token_of(request.cookies.get(COOKIE, ""))
        html = state.templates.get_template(template).render(
            token=token,
            editor=state.editor,
            path=request.path_params.get("path", ""),
            site_name=state.desk.site_name,
            groups=form_groups(),
            statuses={name: capitalise(words) for name, words in STATUSES.items()},
        )
        return HTMLResponse(html)

    return show


async def _preview(request: Request) -> Response:
    """Answer with a page of the preview, or with one that has the text of the form."""
    return await run_in_threadpool(_preview_of, request)


def _preview_of(request: Request) -> Response:
    desk: Desk = request.app.state.desk
    address, path = request.path_params["address"], request.query_params.get("bai", "")
    if path:
        try:
            copy = desk.copies.find(path) or desk.article(path)
            return HTMLResponse(desk.page(path, copy.fields, copy.body, address))
        except PreviewError as error:
            return HTMLResponse(f"{HEAD}<p data-wait>{escape(str(error))}.", 503)
        except DeskError as error:
            return HTMLResponse(f"{HEAD}<p>{escape(str(error))}.", 422)
    file = (desk.preview.site / address).resolve()
    if not file.is_relative_to(desk.preview.site.resolve()):
        return Response(status_code=404)
    if file.is_dir():
        file /= INDEX
    if file.is_file():
        return FileResponse(file)
    data = variant(desk, address)
    return Response(data or b"", 200 if data else 404, media_type="image/jpeg" if data else None)
