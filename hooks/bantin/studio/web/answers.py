"""What the desk answers: each function reads a request, calls the desk, and returns JSON."""

from typing import Any

from starlette.requests import Request

from bantin.studio.archive import DeskError
from bantin.studio.bringing_in import (
    accept_proposal,
    bring_in,
    choices,
    named,
    original_of,
    proposals_for,
    replace_proposal,
)
from bantin.studio.desk import Desk
from bantin.studio.listing import list_articles
from bantin.studio.photos import add_photo
from bantin.studio.working_copies import WorkingCopy


def articles(desk: Desk, request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the rows of the list of articles."""
    desk.refresh_if_old()
    return [one._asdict() for one in list_articles(desk, request.query_params.get("q", ""))]


def create(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Write a new draft."""
    return {"path": desk.create(str(sent.get("title", "")), request.app.state.editor)}


def bring_in_file(desk: Desk, request: Request, data: bytes) -> Any:  # noqa: ANN401 - JSON of any shape
    """Import a file."""
    name = request.query_params.get("name", "tệp")
    return [one._asdict() for one in bring_in(desk, data, name, request.app.state.editor)]


def photo(desk: Desk, request: Request, data: bytes) -> Any:  # noqa: ANN401 - JSON of any shape
    """Take in a photograph."""
    return {"src": add_photo(desk, request.path_params["path"], data)}


def open_article(desk: Desk, request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return an article with all that stands beside it."""
    opened = desk.article(request.path_params["path"])
    copy = opened.copy._asdict() if opened.copy else None
    return {
        "path": opened.path, "fields": opened.fields, "body": opened.body, "base": opened.base,
        "copy": copy, "original": original_of(desk.root, opened.path),
        "proposals": proposals_for(desk, opened.fields), "history": desk.history.exists,
    }  # fmt: skip


def save_article(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Save an article, or publish it: as its status says."""
    path = request.path_params["path"]
    fields, body = _form(sent)
    saved = desk.save(path, fields, body, str(sent.get("base", "")), request.app.state.editor)
    desk.preview.renew()
    return {"path": saved, "base": desk.article(saved).base}


def keep(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Keep what was typed."""
    fields, body = _form(sent)
    path, editor = request.path_params["path"], request.app.state.editor
    number = int(sent.get("number", 0))
    desk.keep(WorkingCopy(path, fields, body, str(sent.get("base", "")), editor, number))
    return {"number": number, "base": desk.base_of(path)}


def drop(desk: Desk, request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Forget what was typed and not saved."""
    desk.copies.drop(request.path_params["path"])
    return {}


def hold(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return who holds an article; take it, ask for it or let it go."""
    path, window = request.path_params["path"], str(sent.get("window", ""))
    editor = request.app.state.editor
    if sent.get("leave"):
        desk.holders.release(path, window)
        return {}
    holder = desk.holders.take(path, editor, window, by_force=bool(sent.get("force")))
    if sent.get("ask"):
        desk.holders.ask(path, editor)
    return {
        "mine": holder.window == window, "editor": holder.editor, "asked": holder.asked_by,
        "base": desk.base_of(path),
    }  # fmt: skip


def findings(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return what is wrong with a form."""
    fields, body = _form(sent)
    return [one._asdict() for one in desk.judge(request.path_params["path"], fields, body)]


def versions(desk: Desk, request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the versions of an article, or one of them."""
    path = request.path_params["path"]
    if version := request.query_params.get("version"):
        return desk.version(path, version)
    return [one._asdict() for one in desk.history.versions(desk.file_of(path))]


def records(desk: Desk, request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Return the records that a text may mean, or one by its id."""
    registry, query = request.path_params["registry"], request.query_params
    if id_ := query.get("id"):
        return named(desk, registry, id_)._asdict()
    return [one._asdict() for one in choices(desk, registry, query.get("q", ""))]


def answer_proposal(desk: Desk, request: Request, sent: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Accept a proposed record, or put another one in its place."""
    id_ = request.path_params["id"]
    if "other" in sent:
        replace_proposal(desk, id_, str(sent["other"]))
    else:
        changes = {str(k): str(v) for k, v in dict(sent.get("changes", {})).items()}
        accept_proposal(desk, id_, changes, request.app.state.editor)
    return {}


def _form(sent: dict[str, Any]) -> tuple[dict[str, Any], str]:
    fields, body = sent.get("fields"), sent.get("body")
    if not isinstance(fields, dict) or not isinstance(body, str):
        message = "yêu cầu không đọc được"
        raise DeskError(message)
    return fields, body


def share(desk: Desk, _request: Request, _: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Send what was committed to the remote."""
    return {"shared": desk.share()}
