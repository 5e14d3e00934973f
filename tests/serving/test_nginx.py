"""The generated configuration, under a real nginx."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from bantin.publish.server.headers import inline_scripts
from bantin.release.store import ReleaseStore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.serving.server import Server

ARTICLE = "/tin/2024/danh-gia-hai-nam/"
FOREVER = "public, max-age=31536000, immutable"
ALWAYS = (
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
    "cache-control",
)


@pytest.mark.parametrize("path", ["/", ARTICLE, "/du-lieu/", "/khong-co/", "/assets/icon.svg"])
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    answer = server.get(path)
    assert [name for name in ALWAYS if name not in answer.headers] == []
    assert "strict-transport-security" not in answer.headers
    assert answer.headers["server"] == "nginx"


def test_the_policy_lets_every_inline_script_run(server: Server) -> None:
    for path in ("/", ARTICLE, "/gioi-thieu/", "/khong-co/"):
        answer = server.get(path)
        wanted = inline_scripts(answer.body.decode())
        assert wanted
        assert all(hash_ in answer.headers["content-security-policy"] for hash_ in wanted)
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_the_editor_brings_its_own_policy(server: Server) -> None:
    answer = server.get("/admin/")
    assert "content-security-policy" not in answer.headers
    assert answer.headers["cross-origin-opener-policy"] == "same-origin-allow-popups"
    assert answer.headers["x-frame-options"] == "DENY"


def test_packed_copies_are_sent_as_they_lie(server: Server) -> None:
    plain, packed = server.get("/"), server.get("/", Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.body == (server.dest / "current/index.html.gz").read_bytes()
    assert gzip.decompress(packed.body) == plain.body


def test_brotli_is_sent_where_the_server_knows_it(server: Server) -> None:
    answer = server.get("/", Accept_Encoding="gzip, br")
    kind, suffix = ("br", ".br") if server.has_brotli else ("gzip", ".gz")
    assert answer.headers["content-encoding"] == kind
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.body == (server.dest / f"current/index.html{suffix}").read_bytes()


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    tag = server.get(ARTICLE).headers["etag"]
    again = server.get(ARTICLE, If_None_Match=tag)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (ARTICLE, "public, max-age=60, stale-while-revalidate=86400"),
        ("/assets/icon.svg", "public, max-age=3600"),
        ("/du-lieu/articles.json", "public, max-age=60, stale-while-revalidate=86400"),
    ],
)
def test_how_long_answers_are_kept(server: Server, path: str, kept: str) -> None:
    assert server.get(path).headers["cache-control"] == kept


def test_what_has_a_digest_in_its_name_is_kept_for_good(server: Server) -> None:
    site = server.dest / "current"
    shards = sorted(site.glob("tim-kiem/chi-muc/*/*.bin"))
    assert shards
    answer = server.get(f"/{shards[0].relative_to(site).as_posix()}")
    assert answer.headers["cache-control"] == FOREVER
    for kind in ("hinh/2024/*.webp", "hinh/the/*.png"):
        made = min(site.glob(kind)).relative_to(site).as_posix()
        assert server.get(f"/{made}").headers["cache-control"] == FOREVER
    assert "immutable" not in server.get("/tim-kiem/chi-muc/manifest.json").headers["cache-control"]


def test_an_old_address_moves_for_good(server: Server) -> None:
    answer = server.get("/tin/2024/bai-cu/")
    assert (answer.status, answer.headers["location"]) == (301, ARTICLE)


def test_a_missing_slash_is_added_without_naming_a_host(server: Server) -> None:
    answer = server.get(ARTICLE.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (301, ARTICLE)


@pytest.mark.parametrize(
    "path",
    ["/khong-co/", "/_headers", "/_nginx/server.conf", "/.git/config", "/tin/2024/ban-nhap/"],
)
def test_what_is_not_there_answers_in_vietnamese(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert "Không tìm thấy trang" in answer.body.decode()


def test_no_path_leaves_the_site(server: Server) -> None:
    for path in ("/../history", "/%2e%2e/history", "/tin/..%2f..%2f..%2fhistory", "//../history"):
        assert server.get(path).status in {400, 404}


def test_a_part_of_a_file_can_be_asked_for(server: Server) -> None:
    whole = server.get("/du-lieu/articles.json").body
    answer = server.get("/du-lieu/articles.json", Range="bytes=10-19")
    assert (answer.status, answer.body) == (206, whole[10:20])
    assert answer.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    assert server.get("/du-lieu/articles.json", Range="bytes=9999999-").status == 416


@pytest.mark.parametrize(
    ("path", "kind", "shared"),
    [
        ("/", "text/html; charset=utf-8", False),
        ("/feed.xml", "application/atom+xml; charset=utf-8", True),
        ("/feed.json", "application/feed+json; charset=utf-8", True),
        ("/lich.ics", "text/calendar; charset=utf-8", True),
        ("/du-lieu/articles.csv", "text/csv; charset=utf-8", True),
        ("/du-lieu/articles.json", "application/json; charset=utf-8", True),
        ("/du-lieu/schemas/articles.schema.json", "application/json; charset=utf-8", True),
        ("/robots.txt", "text/plain; charset=utf-8", False),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8", False),
    ],
)
def test_kinds_and_who_may_read_them(server: Server, path: str, kind: str, *, shared: bool) -> None:
    answer = server.get(path)
    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert (answer.headers.get("access-control-allow-origin") == "*") is shared


def test_nothing_can_be_sent_to_the_portal(server: Server) -> None:
    assert server.get("/", "POST").status == 405
    assert server.get("/", "PUT").status == 405
    head = server.get("/", "HEAD")
    assert (head.status, head.body) == (200, b"")


def test_a_new_release_is_served_at_once(server: Server, tmp_path: Path) -> None:
    store = ReleaseStore(server.dest, flush=lambda: None)
    before, current = server.get("/robots.txt").body, server.dest / "current"
    for file in (f for f in current.rglob("*") if f.is_file()):
        copy = tmp_path / file.relative_to(current)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (tmp_path / "robots.txt").write_text("User-agent: khac\n")
    store.release(tmp_path, lambda _: [])
    assert server.get("/robots.txt").body == b"User-agent: khac\n"
    store.rollback()
    assert server.get("/robots.txt").body == before


@pytest.mark.parametrize(
    "path", ["/hinh/", "/du-lieu/schemas/", "/assets/", "/hinh/2024/", "/tim-kiem/chi-muc/"]
)
def test_a_folder_without_a_page_is_not_found(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert "Không tìm thấy trang" in answer.body.decode()
    assert "immutable" not in answer.headers["cache-control"]
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize("folder", ["2023", "2024", "chua-ro-nam"])
def test_the_folder_of_a_year_leads_to_its_page(server: Server, folder: str) -> None:
    answer = server.get(f"/tin/{folder}/")
    assert answer.status == 301
    assert server.get(answer.headers["location"]).status == 200


@pytest.mark.parametrize(
    ("status", "path", "asked"),
    [
        (405, "/", {"method": "POST"}),
        (405, "/hinh/khong-co", {"method": "DELETE"}),
        (416, "/du-lieu/articles.json", {"Range": "bytes=99999999-"}),
        (414, f"/{'a' * 9000}", {}),
        (400, "/%00", {}),
        (400, "/../history", {}),
    ],
)
def test_refusals_are_in_vietnamese(
    server: Server, status: int, path: str, asked: dict[str, str]
) -> None:
    answer = server.get(path, **asked)
    assert answer.status == status
    assert '<html lang="vi">' in answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize("code", [400, 405, 414, 416])
def test_refusals_have_no_address(server: Server, code: int) -> None:
    assert server.get(f"/_nginx/{code}").status == 404


@pytest.mark.parametrize(
    ("path", "use"),
    [
        ("/", "same-origin"),
        ("/assets/icon.svg", "same-origin"),
        ("/khong-co/", "same-origin"),
        ("/feed.xml", "cross-origin"),
        ("/du-lieu/articles.csv", "cross-origin"),
    ],
)
def test_who_may_show_what(server: Server, path: str, use: str) -> None:
    assert server.get(path).headers["cross-origin-resource-policy"] == use
