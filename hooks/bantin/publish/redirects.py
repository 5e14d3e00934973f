"""Old addresses: a page that leads on, for servers that cannot answer with a 301."""

from collections.abc import Iterator, Mapping
from html import escape

from bantin.catalog import Catalog
from bantin.compile.addresses import relative
from bantin.model.settings import Settings
from bantin.publish.output import Output


def moved(catalog: Catalog) -> Mapping[str, str]:
    """Return where each old address leads now, both from the site root.

    A withdrawn article keeps its old addresses: they lead to its notice.
    """
    return {
        alias: article.address
        for article in (*catalog.articles, *catalog.retracted)
        for alias in article.front.aliases
    }


def redirect_outputs(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield the page that stands at each old address."""
    for old, new in moved(catalog).items():
        path = f"{old}index.html" if old.endswith("/") else old
        yield Output(path, _stub(new, path.count("/"), settings))


def _stub(address: str, depth: int, settings: Settings) -> str:
    target = relative(address, depth) + ("index.html" if settings.is_offline else "")
    canonical = (
        f'<link rel="canonical" href="{escape(settings.site_url + address)}">'
        if settings.site_url
        else ""
    )
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">\n'
        f'<meta name="robots" content="noindex">{canonical}\n'
        f"<title>Trang đã chuyển – {escape(settings.site_name)}</title></head>\n"
        "<body><h1>Trang đã chuyển sang địa chỉ mới</h1>\n"
        f'<p><a href="{escape(target)}">Đến trang ở địa chỉ mới</a></p></body></html>\n'
    )
