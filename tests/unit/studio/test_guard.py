from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from tests.unit.studio.conftest import EDITOR

from bantin.studio.desk import Desk
from bantin.studio.web.app import make_app
from bantin.studio.web.guard import COOKIE, ENTRANCE, MAX_BYTES, TRIES, Sessions

HOST = "127.0.0.1:8765"
ORIGIN = f"http://{HOST}"


@pytest.fixture
def sessions() -> Sessions:
    return Sessions(lambda: 0.0)


@pytest.fixture
def client(desk: Desk, sessions: Sessions) -> Iterator[TestClient]:
    """A browser that has come in."""
    with TestClient(make_app(desk, sessions, {HOST}, EDITOR), ORIGIN) as client:
        client.get(ENTRANCE, params={"ma": sessions.code})
        token = sessions.token_of(client.cookies[COOKIE])
        client.headers.update({"origin": ORIGIN, "x-bantin": token})
        yield client


@pytest.fixture
def stranger(desk: Desk, sessions: Sessions) -> Iterator[TestClient]:
    with TestClient(make_app(desk, sessions, {HOST}, EDITOR), ORIGIN) as client:
        yield client


def test_who_has_come_in_sees_the_articles(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-security-policy"].startswith(
        "default-src 'none'; script-src 'self'"
    )
    assert page.headers["cache-control"] == "no-store"
    assert client.get("/api/articles").json()


@pytest.mark.parametrize("address", ["/", "/bai/tin/2024/x.md", "/api/articles", "/xem/index.html"])
def test_a_stranger_sees_nothing(stranger: TestClient, address: str) -> None:
    assert stranger.get(address).status_code == 401


def test_a_code_opens_the_door_once(stranger: TestClient, sessions: Sessions) -> None:
    code = sessions.code
    assert stranger.get(ENTRANCE, params={"ma": code}).status_code == 200
    stranger.cookies.clear()
    assert stranger.get(ENTRANCE, params={"ma": code}).status_code == 403


def test_codes_cannot_be_guessed(stranger: TestClient, sessions: Sessions) -> None:
    for number in range(TRIES):
        assert stranger.get(ENTRANCE, params={"ma": f"ma-{number}"}).status_code == 403
    assert stranger.get(ENTRANCE, params={"ma": sessions.code}).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1:9999", "127.0.0.1", "", "localhost.evil"]
)
def test_another_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "changed",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": ""},
     {"origin": "http://127.0.0.1:9999"}, {"x-bantin": ""}, {"x-bantin": "a" * 43}],
)  # fmt: skip
def test_another_page_changes_nothing(
    client: TestClient, desk: Desk, changed: dict[str, str]
) -> None:
    before = len(desk.content.articles)
    answer = client.post("/api/articles", json={"title": "Của người lạ"}, headers=changed)
    assert answer.status_code == 403
    assert len(desk.content.articles) == before


def test_the_cookie_is_for_this_host_alone(stranger: TestClient, sessions: Sessions) -> None:
    entered = stranger.get(ENTRANCE, params={"ma": sessions.code}, follow_redirects=False)
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("length", [str(MAX_BYTES + 1), "-1", "x"])
def test_a_request_that_is_too_large_is_refused(client: TestClient, length: str) -> None:
    answer = client.post("/api/files", content=b"x", headers={"content-length": length})
    assert answer.status_code in {400, 413}


@pytest.mark.parametrize(
    "address",
    ["/xem/../../mkdocs.yml", "/xem/%2e%2e/%2e%2e/mkdocs.yml", "/assets/../guard.py",
     "/assets/%2e%2e/guard.py", "/api/article/..%2f..%2fmkdocs.yml",
     "/api/article/tin/khong-co.md"],
)  # fmt: skip
def test_no_file_outside_is_shown(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in {404, 422}
    assert "site_name" not in answer.text


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'"x"', b"\xff", b'{"fields": [], "body": ""}', b"{}"]
)
def test_what_cannot_be_read_is_told(client: TestClient, path: str, body: bytes) -> None:
    answer = client.post(f"/api/article/{path}", content=body)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_words_of_an_article_are_never_markup(client: TestClient, desk: Desk) -> None:
    made = client.post("/api/articles", json={"title": "<script>alert(1)</script>"}).json()
    page = client.get(f"/bai/{made['path']}")
    assert "<script>alert" not in page.text
    assert desk.article(made["path"]).fields["title"] == "<script>alert(1)</script>"


def test_an_article_is_saved_over_http(client: TestClient, path: str) -> None:
    opened = client.get(f"/api/article/{path}").json()
    fields = {**opened["fields"], "title": "Tên khác"}
    form = {"fields": fields, "body": opened["body"], "base": opened["base"]}
    assert client.post(f"/api/copy/{path}", json={**form, "number": 1}).json()["number"] == 1
    assert client.get(f"/api/article/{path}").json()["copy"]["fields"]["title"] == "Tên khác"
    assert client.post(f"/api/article/{path}", json=form).json()["path"] == path
    stale = client.post(f"/api/article/{path}", json=form)
    assert stale.status_code == 409
    assert "Tên khác" in stale.json()["text"]


def test_what_was_typed_can_be_given_up(client: TestClient, desk: Desk, path: str) -> None:
    opened = client.get(f"/api/article/{path}").json()
    form = {"fields": opened["fields"], "body": "Dở.", "base": opened["base"], "number": 1}
    client.post(f"/api/copy/{path}", json=form)
    assert client.delete(f"/api/copy/{path}").status_code == 200
    assert desk.copies.find(path) is None


def test_a_body_without_a_length_is_refused(client: TestClient) -> None:
    assert client.post("/api/files", content=iter([b"x"])).status_code == 413


def test_a_full_disk_is_told_and_nothing_is_forgotten(
    client: TestClient, desk: Desk, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = client.get(f"/api/article/{path}").json()
    form = {"fields": opened["fields"], "body": "Một.", "base": opened["base"], "number": 1}
    assert client.post(f"/api/copy/{path}", json=form).status_code == 200

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    more = f"{opened['body']}\n\nHai."
    for address in ("copy", "article"):
        answer = client.post(f"/api/{address}/{path}", json={**form, "body": more, "number": 2})
        assert answer.status_code == 507
        assert "không ghi được vào đĩa" in answer.json()["error"]
    kept = desk.article(path)
    assert kept.body.strip() == opened["body"].strip()
    assert kept.copy is not None
    assert kept.copy.body == "Một."
