"""Parts of an nginx configuration: all is in the one for ``server``, so that sites share a server.

Nothing is defined for the whole of nginx: no map, zone or size of a table, which the parts of a
second site, or of a copy of the first one, would define again.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from bantin.publish.server.headers import (
    BRIEF,
    EDITOR,
    EDITOR_OPENER,
    FOREVER,
    HASHED,
    HOURLY,
    OPENER,
    POLICY,
    RESOURCE,
    SHARED,
    TRANSPORT,
    TRANSPORT_AGE,
)

# Types that nginx does not know by itself, or knows only as plain XML and JSON.
TYPES = {
    r'~ "\.csv$"': "text/csv",
    r'~ "\.ics$"': "text/calendar",
    r'~ "/datapackage\.json$|\.schema\.json$"': "application/json",
    r'~ "/feed\.xml$"': "application/atom+xml",
    r'~ "/feed\.json$"': "application/feed+json",
    r'~ "\.bin$"': "application/octet-stream",
    r'~ "\.mjs$"': "text/javascript",
}
OPEN_SEARCH = "application/opensearchdescription+xml"
# The page alone: what else came to lie beside it has the policy of the site.
EDITOR_PAGE = rf"^{EDITOR}(?:index\.html)?$"
TEXT_TYPES = (
    "application/atom+xml application/feed+json application/json application/javascript "
    f"{OPEN_SEARCH} image/svg+xml text/calendar text/css text/csv text/javascript text/plain "
    "text/xml application/xml"
)
# What the server answers by itself, without a file, in place of its own English pages.
REFUSALS = {
    400: "Yêu cầu không đúng dạng nên máy chủ không hiểu được.",
    405: "Địa chỉ này chỉ để đọc, không nhận dữ liệu gửi lên.",
    414: "Địa chỉ dài quá mức máy chủ nhận.",
    416: "Tệp không có phần được hỏi.",
}
REFUSAL = (
    '<!doctype html><html lang=\\"vi\\"><meta charset=\\"utf-8\\"><title>{text}</title>'
    '<h1>{text}</h1><p><a href=\\"{base}\\">Về trang chủ</a></p></html>'
)
# An address longer than this leads on by its page alone: nginx cuts the names of locations.
LONGEST_LOCATION = 255


def http_part() -> str:
    """Return the part for ``http``, which servers already include."""
    return "# nothing to say for the whole of http: see server.conf\n"


def server_part(moved: Mapping[str, str], common: Mapping[str, str], base: str = "/") -> str:
    """Return the part for ``server``.

    Args:
        moved: new address of each old one, both from the site root.
        common: headers of every answer.
        base: path of the site on its server; below ``/`` it leaves all other paths alone.
    """
    names = _Names(base)
    inner = "".join((_files(base), _headers(common, names), _locations(moved, base)))
    is_alone = base == "/"
    parts = (
        f"# include this within server {{ }}, where root is {_root(base)}\n",
        _variables(common, names, base),
        "if ($request_method !~ ^(?:GET|HEAD)$) { return 405; }\n" if is_alone else "",
        inner if is_alone else f"location ^~ {base} {{\n{inner}}}\n",
    )
    return "".join(parts)


class _Names:
    """The names of variables, of which no other site in the same server has the same."""

    def __init__(self, base: str) -> None:
        own = re.sub(r"[^a-z0-9]", lambda sign: f"_{ord(sign[0]):x}", base.strip("/").lower())
        self.prefix = f"bantin_{own}_" if own else "bantin_"

    def __call__(self, name: str) -> str:
        return f"${self.prefix}{name}"


def _root(base: str) -> str:
    name = base.strip("/")
    return f"a folder with a link {name} to the released site" if name else "the released site"


def _variables(common: Mapping[str, str], names: _Names, base: str) -> str:
    """Return the values of headers that depend on the address."""
    values = {
        "cache": BRIEF,
        "policy": common[POLICY],
        "opener": common[OPENER],
        "sharing": "",
        "use": "same-origin",
        "transport": "",
    }
    defaults = "".join(f'set {names(name)} "{value}";\n' for name, value in values.items())
    editor, hashed, shared = (_below(base, path) for path in (EDITOR_PAGE, HASHED, SHARED))
    return f"""\
{defaults}if ($https = on) {{ set {names("transport")} "{TRANSPORT_AGE}"; }}
if ($uri ~ "{_below(base, "^/assets/")}") {{ set {names("cache")} "{HOURLY}"; }}
if ($uri ~ "{hashed}") {{ set {names("cache")} "{FOREVER}"; }}
if ($uri ~ "{editor}") {{ set {names("policy")} ""; }}
if ($uri ~ "{editor}") {{ set {names("opener")} "{EDITOR_OPENER}"; }}
if ($uri ~ "{shared}") {{ set {names("sharing")} "*"; }}
if ($uri ~ "{shared}") {{ set {names("use")} "cross-origin"; }}
"""


def _below(base: str, pattern: str) -> str:
    """Return a pattern of addresses for a site that lies below a path."""
    return pattern.replace("^/", f"^{re.escape(base)}")


def _files(base: str) -> str:
    pages = "".join(f"error_page {code} {_refusal(base, code)};\n" for code in REFUSALS)
    return f"""\
index index.html;
charset utf-8;
charset_types {TEXT_TYPES};
absolute_redirect off;
server_tokens off;
etag on;
gzip on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types {TEXT_TYPES} application/octet-stream;
error_page 404 {base}404.html;
error_page 403 =404 {base}404.html;
{pages}\
# With the brotli module: brotli_static on;
"""


def _headers(common: Mapping[str, str], names: _Names) -> str:
    by_address = {
        POLICY: names("policy"),
        OPENER: names("opener"),
        RESOURCE: names("use"),
        "Cache-Control": names("cache"),
        "Access-Control-Allow-Origin": names("sharing"),
        TRANSPORT: names("transport"),
    }
    values = {**common, **by_address}.items()
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in values)


def _locations(moved: Mapping[str, str], base: str) -> str:
    return "".join(f"location {rule}\n" for rule in _rules(moved, base))


def _rules(moved: Mapping[str, str], base: str) -> Iterator[str]:
    own = ("_headers", "opensearch.xml", ".well-known/security.txt")
    yield f"= {base}_headers {{ return 404; }}"
    yield f"^~ {base}_nginx/ {{ return 404; }}"
    yield f"= {base}opensearch.xml {{ types {{ }} default_type {OPEN_SEARCH}; }}"
    yield f"= {base}.well-known/security.txt {{ default_type text/plain; }}"
    yield '~ "/\\.(?!well-known/)" { return 404; }'
    for code, text in REFUSALS.items():
        answer = f'return {code} "{REFUSAL.format(text=text, base=base)}";'
        yield f"= {_refusal(base, code)} {{ internal; default_type text/html; {answer} }}"
    for old, new in sorted(moved.items()):
        if old not in own and len(f"{base}{old}".encode()) <= LONGEST_LOCATION:
            yield f'= "{_text(base + old)}" {{ return 301 "{quote(base + new)}"; }}'
    for pattern, kind in TYPES.items():
        yield f"{pattern} {{ types {{ }} default_type {kind}; }}"


def _refusal(base: str, code: int) -> str:
    """Return the address within the server of an answer that has no file."""
    return f"{base}_nginx/{code}"


def _text(value: str) -> str:
    """Return a value as it stands within quotation marks."""
    return value.replace("\\", "\\\\").replace('"', '\\"')
