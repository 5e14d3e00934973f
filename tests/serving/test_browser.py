"""Every kind of page in a real browser, under the real headers: no violation, no error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.serving.server import Server, serve

from bantin.release.store import ReleaseStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from tests.conftest import Built

LOST = "khong-co/"
ADDRESSES = (
    "", "tin/", "chuong-trinh/", "co-quan/", "dia-phuong/", "van-ban/", "nhan-su/", "nam/", "loai/",
    "nhiem-vu/",
    "sap-dien-ra/",
    "so-lieu/", "du-lieu/", "bao-cao/", "bao-cao/tiep-can/", "lich-su/", "nguon/", "en/",
    "gioi-thieu/", "huong-dan/", "tim-kiem/?q=phoi+hop", LOST,
)  # fmt: skip
SAMPLES = ("tin/*/*", "chuong-trinh/*", "co-quan/*", "dia-phuong/*", "dia-phuong/*/*", "van-ban/*",
           "nhan-su/*", "nam/*", "nam/*/thang-*", "nhiem-vu/*",
           "loai/*")  # fmt: skip
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation",
  (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(scope="module")
def real_server(real: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    dest = tmp_path_factory.mktemp("real-released")
    ReleaseStore(dest, flush=lambda: None).release(real.site, lambda _: [])
    with serve(dest, tmp_path_factory.mktemp("real-nginx")) as running:
        yield running


def addresses(real: Built) -> list[str]:
    """Every fixed page, and the largest page of every kind that there are many of."""
    found = list(ADDRESSES)
    for sample in SAMPLES:
        files = real.site.glob(f"{sample}/index.html")
        largest = max(files, key=lambda file: (file.stat().st_size, file))
        found.append(f"{largest.parent.relative_to(real.site).as_posix()}/")
    return found


def test_no_page_breaks_the_policy(real: Built, real_server: Server, browser: Browser) -> None:
    told: list[str] = []
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    for address in addresses(real):
        answer = page.goto(real_server.address + address, wait_until="networkidle")
        assert answer
        assert answer.status == (404 if address == LOST else 200), address
        errors = [word for word in told if word.startswith("error") and not is_expected(word)]
        assert errors + page.evaluate("window.violations") == [], address
        told.clear()
    context.close()


def is_expected(word: str) -> bool:
    """A browser calls the page for lost readers an error of loading."""
    return word.startswith("error: Failed to load resource") and "404" in word


def test_a_foreign_script_is_refused(real_server: Server, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(real_server.address)
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
        " document.body.append(s); }"
    )
    page.wait_for_function("window.violations.length > 0")
    assert page.evaluate("window.broken") is None
    context.close()
