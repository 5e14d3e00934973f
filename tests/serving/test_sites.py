"""Several sites in one nginx: each with its own addresses, headers and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.serving.server import Server, free_port, serve

from bantin.publish.server import server_outputs
from bantin.runtime.site_files import SiteFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOREVER = "public, max-age=31536000, immutable"
LONG = f"{'a' * 120}/{'b' * 110}/"
LONGER = f"{'c' * 250}/{'d' * 250}/"
OLD = {"cu/": "moi/", LONG: "moi/", LONGER: "moi/", 'la"\\$uri/': "moi/"}
SERVER = """
include {dest}/current/_nginx/http.conf;
server {{
    listen 127.0.0.1:{port};
    root {root};
    {parts}
}}
"""


def lay_site(dest: Path, word: str, url: str = "") -> Path:
    """Write a small site with its parts for nginx as a release has them."""
    files = SiteFiles(dest / "current")
    page = f"<title>{word}</title><script>{word}</script>"
    for path in ("index.html", "404.html", "moi/index.html", "admin/index.html", "assets/a.css"):
        files.write(path, f"{page}{path}".encode())
    files.write("hinh/a.png", b"x")
    files.write("feed.xml", b"<feed/>")
    for output in server_outputs([page], OLD, url):
        files.write(output.path, output.content)
    return dest


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """The site of a province; its copy for trials; two districts below paths of one server."""
    folder = tmp_path_factory.mktemp("sites")
    live, trial = (lay_site(folder / name, name, "https://a.vn/") for name in ("live", "trial"))
    shared, parts = folder / "shared", []
    shared.mkdir()
    for name in ("huyen-a", "huyen-b"):
        district = lay_site(folder / name, name, f"https://b.vn/{name}/")
        (shared / name).symlink_to(district / "current")
        parts.append(f"include {district}/current/_nginx/server.conf;")
    (shared / "khac").mkdir()
    (shared / "khac/index.html").write_text("khac")
    ports = free_port(), free_port()
    beside = SERVER.format(
        dest=trial, port=ports[0], root=trial / "current",
        parts=f"include {trial}/current/_nginx/server.conf;",
    ) + SERVER.format(dest=live, port=ports[1], root=shared, parts="\n".join(parts))  # fmt: skip
    with serve(live, folder / "nginx", beside) as running:
        yield {
            "live": running,
            "trial": Server(ports[0], trial, running.has_brotli),
            "shared": Server(ports[1], shared, running.has_brotli),
        }


@pytest.mark.parametrize("name", ["live", "trial"])
def test_each_site_has_its_pages_and_policy(sites: dict[str, Server], name: str) -> None:
    home, other = sites[name].get("/"), sites["shared"].get("/huyen-a/")
    assert f"<title>{name}</title>" in home.body.decode()
    assert home.headers["content-security-policy"] != other.headers["content-security-policy"]
    assert sites[name].get("/khong-co/").body.startswith(f"<title>{name}</title>".encode())


@pytest.mark.parametrize(
    ("name", "base"),
    [("live", "/"), ("trial", "/"), ("shared", "/huyen-a/"), ("shared", "/huyen-b/")],
)
def test_addresses_are_those_below_the_path_of_a_site(
    sites: dict[str, Server], name: str, base: str
) -> None:
    server = sites[name]
    for old in ("cu/", LONG, "la%22%5C$uri/"):
        answer = server.get(base + old)
        assert (answer.status, answer.headers["location"]) == (301, f"{base}moi/")
    assert server.get(base + LONGER).status == 404
    assert server.get(f"{base}hinh/a.png").headers["cache-control"] == FOREVER
    assert server.get(f"{base}assets/a.css").headers["cache-control"] == "public, max-age=3600"
    assert server.get(f"{base}feed.xml").headers["access-control-allow-origin"] == "*"
    assert "atom+xml" in server.get(f"{base}feed.xml").headers["content-type"]
    assert "content-security-policy" not in server.get(f"{base}admin/").headers
    assert server.get(f"{base}_headers").status == 404
    lost = server.get(f"{base}hinh/")
    assert (lost.status, b"404.html" in lost.body) == (404, True)
    refused = server.get(f"{base}feed.xml", "POST")
    assert (refused.status, f'href="{base}"' in refused.body.decode()) == (405, True)
    assert refused.headers["content-security-policy"]


def test_the_other_paths_of_a_server_are_left_alone(sites: dict[str, Server]) -> None:
    answer = sites["shared"].get("/khac/")
    assert (answer.status, answer.body) == (200, b"khac")
    assert "content-security-policy" not in answer.headers
    assert sites["shared"].get("/huyen-a").headers["location"].endswith("/huyen-a/")


def test_districts_do_not_answer_for_each_other(sites: dict[str, Server]) -> None:
    a, b = (sites["shared"].get(f"/{name}/") for name in ("huyen-a", "huyen-b"))
    assert a.headers["content-security-policy"] != b.headers["content-security-policy"]
    assert (b"huyen-a" in a.body, b"huyen-a" in b.body) == (True, False)


def test_many_old_addresses_start(tmp_path: Path) -> None:
    site = lay_site(tmp_path / "many", "many")
    old = {f"tin/cu/bai-{n}/": "moi/" for n in range(5000)}
    for output in server_outputs([], old):
        SiteFiles(site / "current").write(output.path, output.content)
    with serve(site, tmp_path / "nginx") as server:
        assert server.get("/tin/cu/bai-4999/").status == 301
