from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.unit.publish.conftest import FILES, SITE

from bantin.publish.pages.history import PER_PAGE, history_pages
from bantin.publish.redirects import moved, redirect_outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog
    from bantin.model.settings import Settings


def test_old_addresses_redirect(archive: Catalog, settings: Settings) -> None:
    assert moved(archive) == {
        "tin/2024/ten-cu/": "tin/2024/so-ket/",
        "cu/trang.html": "tin/2024/so-ket/",
        "tin/2024/rut-cu/": "tin/2024/bai-rut/",
    }
    stubs = {output.path: output.text for output in redirect_outputs(archive, settings)}
    assert set(stubs) == {
        "tin/2024/ten-cu/index.html", "cu/trang.html", "tin/2024/rut-cu/index.html",
    }  # fmt: skip
    stub = stubs["tin/2024/ten-cu/index.html"]
    assert 'content="0; url=../../../tin/2024/so-ket/"' in stub
    assert f'<link rel="canonical" href="{SITE}tin/2024/so-ket/">' in stub
    assert '<meta name="robots" content="noindex">' in stub
    assert '<a href="../../../tin/2024/so-ket/">' in stub
    assert 'href="../tin/2024/so-ket/"' in stubs["cu/trang.html"]


def test_an_offline_redirect_names_a_file(archive: Catalog, bare: Settings) -> None:
    stubs = [o.text for o in redirect_outputs(archive, replace(bare, is_offline=True))]
    assert all("/index.html" in stub and "canonical" not in stub for stub in stubs)


def test_the_history_has_every_change(archive: Catalog) -> None:
    [page] = history_pages(archive, "")
    changes = [(c.iso, c.article.address, c.note) for c in page.view.listing.items]
    assert changes == [
        ("2024-05-02", "tin/2024/so-ket/", "Sửa số buổi."),
        ("2024-03-05", "", "Rút vì sai."),
    ]


def test_a_long_history_has_several_pages(
    catalog: Callable[[Mapping[str, str]], Catalog],
) -> None:
    text = FILES["docs/tin/2023/chi-biet-thang.md"].replace(
        "agencies:", "corrections: [{date: 2023-04-01, note: Sửa.}]\nupdated: 2023-04-01\nagencies:"
    )
    files = {f"docs/tin/2023/bai-{n}.md": text for n in range(PER_PAGE + 1)}
    pages = list(history_pages(catalog(files), ""))
    assert [page.address for page in pages] == ["lich-su/", "lich-su/trang-2/"]
    assert [len(page.view.listing.items) for page in pages] == [PER_PAGE, 1]
