"""``bantin studio``: the editing desk, in the browser."""

import os
import socket
import webbrowser
from pathlib import Path

import click
import uvicorn

from bantin.model.settings import Settings
from bantin.reading.settings import settings_of
from bantin.runtime.clock import build_date
from bantin.studio.desk import Desk
from bantin.studio.web.app import make_app
from bantin.studio.web.guard import ENTRANCE, Sessions

HOST, PORT = "127.0.0.1", 8765
NOBODY = "Người biên tập"


@click.command("studio")
@click.option("--port", default=PORT, show_default=True, help="Cổng của máy này.")
@click.option("--name", default="", help="Tên ghi vào lịch sử; không nêu thì lấy của git.")
@click.option("--open/--no-open", "opens", default=True, help="Mở trình duyệt hay không.")
@click.option("--root", default=".", help="Thư mục gốc có docs/ và data/.")
def studio(port: int, name: str, root: str, *, opens: bool) -> None:
    """Mở bàn biên tập trong trình duyệt: đưa bài vào, viết, xem trang, đăng."""
    folder = Path(root).resolve()
    settings = settings_of(folder)
    if not isinstance(settings, Settings):
        raise click.ClickException("\n".join(one.line for one in settings))
    listener = _listen(port)
    host = f"{HOST}:{listener.getsockname()[1]}"
    desk = Desk(folder, settings, lambda: build_date(os.environ))
    desk.preview.renew()
    sessions = Sessions()
    editor = name or desk.history.editor() or NOBODY
    app = make_app(desk, sessions, {host, host.replace(HOST, "localhost")}, editor)
    address = f"http://{host}{ENTRANCE}?ma={sessions.code}"
    click.echo(f"Bàn biên tập: {address}\nGiữ cửa sổ này mở trong lúc làm việc; Ctrl+C để dừng.")
    if opens:
        webbrowser.open(address)
    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        desk.preview.stop()


def _listen(port: int) -> socket.socket:
    """Return a socket of this machine alone; another port where the wanted one is taken."""
    for one in (port, 0):
        listener = socket.socket()
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, one))
        except OSError:
            listener.close()
            continue
        listener.listen()  # so that the browser waits where it is faster than the service
        return listener
    message = f"không mở được cổng {port}"
    raise click.ClickException(message)
