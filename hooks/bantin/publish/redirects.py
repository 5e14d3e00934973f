"""Redirects: a page at each old address, for servers that cannot answer with status 301."""

from collections.abc import Iterator, Mapping
from html import escape

from bantin.catalog import Catalog
from bantin.compile.addresses import NEWS, relative, year_address
from bantin.model.sections import UNKNOWN_YEAR
from bantin.model.settings import Settings
from bantin.publish.output import Output


def moved(catalog: Catalog) -> Mapping[str, str]:
    """Return the new address of each old one, both from the site root.

    The old addresses of a retracted article lead to the notice of its retraction.
    """
    return {
        alias: article.address
        for article in (*catalog.articles, *catalog.retracted)
        for alias in article.front.aliases
    }


def moved_folders(catalog: Catalog) -> Mapping[str, str]:
    """Return the page of each year by the folder of its articles, which has no page itself."""
    folders = dict.fromkeys(article.path.split("/")[1] for article in catalog.stories)
    years = {one: one if one in catalog.by_year else UNKNOWN_YEAR for one in folders}
    return {
        f"{NEWS}{folder}/": year_address(year)
        for folder, year in years.items()
        if year in catalog.by_year
    }


def redirect_outputs(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield the page at each old address."""
    for old, new in moved(catalog).items():
        path = f"{old}index.html" if old.endswith("/") else old
        yield Output(path, _redirect_page(new, path.count("/"), settings))


def _redirect_page(address: str, depth: int, settings: Settings) -> str:
    target = relative(address, depth) + ("index.html" if settings.is_offline else "")
    canonical = (
        f'<link rel="canonical" href="{escape(settings.site_url + address)}">'
        if settings.site_url
        else ""
    )
    return (
        # Without script, whose hash the policy would need; noindex keeps it out of search.
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">\n'
        f'<meta name="robots" content="noindex">{canonical}\n'
        f"<title>Trang đã chuyển – {escape(settings.site_name)}</title></head>\n"
        "<body><h1>Trang đã chuyển sang địa chỉ mới</h1>\n"
        f'<p><a href="{escape(target)}">Đến trang ở địa chỉ mới</a></p></body></html>\n'
    )
