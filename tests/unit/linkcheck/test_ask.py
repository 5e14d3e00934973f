from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.linkcheck.conftest import SLOW

from bantin.linkcheck.answer import Answer, Verdict
from bantin.linkcheck.requests import Asker
from bantin.linkcheck.rounds import AT_ONCE, ask_all

if TYPE_CHECKING:
    from tests.unit.linkcheck.conftest import Site

HTML = "http://"


def ask(url: str) -> Answer:
    return Asker(SLOW, is_public_only=False).ask(url)


def test_a_page_that_is_there_is_asked_for_once(site: Site) -> None:
    assert ask(site.of("con")) == Answer(site.of("con"), Verdict.THERE, 200)
    assert site.asked == [("HEAD", "/con")]
    assert ask(site.of("con")).words == ""


def test_a_server_that_refuses_head_is_asked_again(site: Site) -> None:
    assert ask(site.of("chi/GET")).verdict is Verdict.THERE
    assert site.asked == [("HEAD", "/chi/GET"), ("GET", "/chi/GET")]


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
def test_what_fails_is_told(site: Site, path: str, reason: str) -> None:
    answer = ask(site.of(path))
    assert answer.verdict is Verdict.FAILED
    assert answer.words == f"{site.of(path)}: {reason}"


def test_where_nothing_listens(closed: str) -> None:
    assert ask(closed).reason == "máy chủ không nhận kết nối"


def test_a_name_that_no_server_bears() -> None:
    assert ask("http://khong-co.invalid/").reason == "không có máy chủ nào mang tên này"


@pytest.mark.parametrize("status", [301, 308])
def test_what_moved_for_good_says_where(site: Site, status: int) -> None:
    answer = ask(site.of(f"chuyen/{status}/con/moi"))
    assert (answer.verdict, answer.target) == (Verdict.MOVED, site.of("con/moi"))
    assert answer.words.endswith(f"đã chuyển sang {site.of('con/moi')}")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_what_is_elsewhere_for_now_has_not_moved(site: Site, status: int) -> None:
    assert ask(site.of(f"chuyen/{status}/con")).verdict is Verdict.THERE


def test_a_chain_ends_at_its_last_address(site: Site) -> None:
    assert ask(site.of("chuyen/302/chuyen/301/con")).target == site.of("con")


def test_letters_beyond_ascii_are_encoded(site: Site) -> None:
    ask(site.of("con/Tiếng-Việt/a b?q=đ&x=%20#đoạn"))
    assert site.asked == [("HEAD", "/con/Ti%E1%BA%BFng-Vi%E1%BB%87t/a%20b?q=%C4%91&x=%20")]


@pytest.mark.parametrize(
    "url",
    ["http://localhost/", "http://127.0.0.1:9/", "http://10.0.0.1/", "http://[::1]/",
     "http://169.254.169.254/x", "https://may.internal/"],
)  # fmt: skip
def test_addresses_of_ones_own_network_are_left_alone(url: str) -> None:
    assert Asker(SLOW).ask(url).reason == "là địa chỉ trong mạng nội bộ, không hỏi"


@given(
    st.one_of(
        st.text(),
        st.text().map(HTML.__add__),
        st.text("[]:@/%.0\u0130", max_size=9).map(HTML.__add__),
    )
)
def test_no_address_is_too_odd(url: str) -> None:
    class Silent(Asker):
        def _send(self, method: str, address: str) -> tuple[int, str]:  # noqa: ARG002
            assert address.isascii()
            return 200, ""

    answer = Silent().ask(url)
    assert answer.verdict is Verdict.THERE or answer.reason


def test_each_server_is_asked_in_turn_and_each_address_once() -> None:
    waits: list[float] = []
    asked: list[str] = []

    def note(url: str) -> Answer:
        asked.append(url)
        return Answer(url, Verdict.THERE, 200)

    urls = [f"http://{server}.vn/{n}" for n in range(3) for server in "ab"]
    answers = list(ask_all([*urls, *urls, "http://[x/"], note, 2.5, waits.append))
    assert sorted(a.url for a in answers) == sorted([*urls, "http://[x/"])
    assert [url for url in asked if "//a" in url] == urls[::2]
    assert waits == [2.5] * 4


def test_many_servers_are_asked_at_once(site: Site) -> None:
    ports = site.address.rpartition(":")[2]
    urls = [f"http://127.0.0.{n}:{ports}cham" for n in range(2, 2 + AT_ONCE)]
    assert {a.reason for a in ask_all(urls, ask)} <= {
        "không trả lời trong 0.4 giây",
        "máy chủ không nhận kết nối",
    }
