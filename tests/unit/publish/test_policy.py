from base64 import b64encode
from hashlib import sha256

import pytest

from bantin.publish.server.headers import inline_scripts, policy
from bantin.publish.server.outputs import server_outputs


def test_an_inline_script_is_allowed_by_its_hash() -> None:
    code = "var a = '<p>';\n"
    expected = b64encode(sha256(code.encode()).digest()).decode()
    assert inline_scripts(f"<p><SCRIPT>{code}</script >") == {f"'sha256-{expected}'"}


@pytest.mark.parametrize(
    "html",
    [
        "<script src=a.js></script>",
        '<script type="module" src="a.js"></script>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_scripts_with_a_source_and_data_need_no_hash(html: str) -> None:
    assert inline_scripts(html) == set()


def test_the_policy_allows_nothing_unsafe() -> None:
    text = policy(inline_scripts("<script>a</script><script>b</script><script>a</script>"))
    assert text.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert text.count("sha256-") == 2
    for word in ("unsafe", "*", "http:", "https:", "data:"):
        assert word not in text


def test_server_files_have_headers_and_redirects() -> None:
    files = {o.path: o.text for o in server_outputs(["'sha256-a'"], {"cu/": "moi/"})}
    assert set(files) == {"_headers", "_nginx/http.conf", "_nginx/server.conf"}
    assert 'location = "/cu/" { return 301 "/moi/"; }' in files["_nginx/server.conf"]
    for file in ("_headers", "_nginx/server.conf"):
        assert "script-src 'self' 'sha256-" in files[file]
    for file in ("_headers", "_nginx/server.conf"):
        assert "nosniff" in files[file]
    assert (
        "/hinh/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable"
        in (files["_headers"])
    )


def test_nothing_is_said_for_all_sites_of_an_nginx() -> None:
    files = {o.path: o.text for o in server_outputs([], {"cu/": "moi/"})}
    assert [line for line in files["_nginx/http.conf"].splitlines() if line[0] != "#"] == []


def test_transport_security_is_told_where_the_address_is_secure() -> None:
    for url, told in (("https://a.vn/", True), ("http://a.vn/", False), ("", False)):
        text = next(o.text for o in server_outputs([], {}, url) if o.path == "_headers")
        assert ("Strict-Transport-Security: max-age=31536000\n" in text) is told
        assert "includeSubDomains" not in text
