from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.linkcheck.conftest import SLOW

from bantin.linkcheck.batch import SERVERS_AT_ONCE, check_all
from bantin.linkcheck.checker import LinkChecker, LinkResult, LinkStatus

if TYPE_CHECKING:
    from tests.unit.linkcheck.conftest import Site

HTTP = "http://"


def check(url: str) -> LinkResult:
    return LinkChecker(SLOW, is_public_only=False).check(url)


def test_a_page_that_answers_is_requested_once(site: Site) -> None:
    assert check(site.of("con")) == LinkResult(site.of("con"), LinkStatus.OK, 200)
    assert site.requests == [("HEAD", "/con")]
    assert check(site.of("con")).message == ""


def test_a_server_that_refuses_head_gets_a_get_request(site: Site) -> None:
    assert check(site.of("chi/GET")).status is LinkStatus.OK
    assert site.requests == [("HEAD", "/chi/GET"), ("GET", "/chi/GET")]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("ma/404", "không còn trang này (404)"),
        ("ma/410", "trang này đã bị gỡ (410)"),
        ("ma/500", "máy chủ trả lời 500"),
        ("ma/429", "máy chủ trả lời 429"),
        ("ma/302", "máy chủ trả lời 302"),
        ("cham", "không trả lời trong 0.4 giây"),
        ("dut", "kết nối bị đứt giữa chừng"),
        ("lap", "chuyển đi chuyển lại quá 5 lần"),
        ("chuyen/301/ma/404", "không còn trang này (404)"),
        ("vao/ftp://a.vn/", "không phải địa chỉ web dùng được"),
        ("vao/http://[x/", "không phải địa chỉ web dùng được"),
    ],
)
def test_a_failure_has_a_reason_in_vietnamese(site: Site, path: str, reason: str) -> None:
    result = check(site.of(path))
    assert result.status is LinkStatus.FAILED
    assert result.message == f"{site.of(path)}: {reason}"


def test_a_closed_port_is_a_refused_connection(closed: str) -> None:
    assert check(closed).reason == "máy chủ không nhận kết nối"


def test_an_unknown_host_name_is_reported() -> None:
    assert check("http://khong-co.invalid/").reason == "không có máy chủ nào mang tên này"


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_gives_the_new_address(site: Site, status: int) -> None:
    result = check(site.of(f"chuyen/{status}/con/moi"))
    assert (result.status, result.target) == (LinkStatus.MOVED, site.of("con/moi"))
    assert result.message.endswith(f"đã chuyển sang {site.of('con/moi')}")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_redirect_is_in_order(site: Site, status: int) -> None:
    assert check(site.of(f"chuyen/{status}/con")).status is LinkStatus.OK


def test_a_chain_of_redirects_gives_its_last_address(site: Site) -> None:
    assert check(site.of("chuyen/302/chuyen/301/con")).target == site.of("con")


def test_non_ascii_addresses_are_percent_encoded(site: Site) -> None:
    check(site.of("con/Tiếng-Việt/a b?q=đ&x=%20#đoạn"))
    assert site.requests == [("HEAD", "/con/Ti%E1%BA%BFng-Vi%E1%BB%87t/a%20b?q=%C4%91&x=%20")]


@pytest.mark.parametrize(
    "url",
    ["http://localhost/", "http://127.0.0.1:9/", "http://10.0.0.1/", "http://[::1]/",
     "http://169.254.169.254/x", "https://may.internal/"],
)  # fmt: skip
def test_private_addresses_are_not_requested(url: str) -> None:
    assert LinkChecker(SLOW).check(url).reason == "là địa chỉ trong mạng nội bộ, không hỏi"


@given(
    st.one_of(
        st.text(),
        st.text().map(HTTP.__add__),
        st.text("[]:@/%.0\u0130", max_size=9).map(HTTP.__add__),
    )
)
def test_any_text_as_address_gives_a_result(url: str) -> None:
    class Silent(LinkChecker):
        def _send(self, method: str, address: str) -> tuple[int, str]:  # noqa: ARG002
            assert address.isascii()
            return 200, ""

    result = Silent().check(url)
    assert result.status is LinkStatus.OK or result.reason


def test_one_request_at_a_time_per_server_and_one_per_address() -> None:
    waits: list[float] = []
    requests: list[str] = []

    def record(url: str) -> LinkResult:
        requests.append(url)
        return LinkResult(url, LinkStatus.OK, 200)

    urls = [f"http://{server}.vn/{n}" for n in range(3) for server in "ab"]
    results = list(check_all([*urls, *urls, "http://[x/"], record, 2.5, waits.append))
    assert sorted(result.url for result in results) == sorted([*urls, "http://[x/"])
    assert [url for url in requests if "//a" in url] == urls[::2]
    assert waits == [2.5] * 4


def test_several_servers_are_requested_in_parallel(site: Site) -> None:
    port = site.address.rpartition(":")[2]
    urls = [f"http://127.0.0.{n}:{port}cham" for n in range(2, 2 + SERVERS_AT_ONCE)]
    assert {result.reason for result in check_all(urls, check)} <= {
        "không trả lời trong 0.4 giây",
        "máy chủ không nhận kết nối",
    }
