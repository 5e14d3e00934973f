"""Parts of an nginx configuration: one for ``http``, one for ``server``."""

from collections.abc import Mapping

from bantin.publish.server.headers import (
    BRIEF,
    EDITOR,
    EDITOR_OPENER,
    FOREVER,
    HASHED,
    HOURLY,
    OPENER,
    POLICY,
)

# Types that nginx does not know by itself, or knows only as plain XML and JSON.
TYPES = {
    r"\.csv$": "text/csv",
    r"\.ics$": "text/calendar",
    r"/datapackage\.json$|\.schema\.json$": "application/json",
    r"(?:^|/)feed\.xml$": "application/atom+xml",
    r"(?:^|/)feed\.json$": "application/feed+json",
    r"^/opensearch\.xml$": "application/opensearchdescription+xml",
    r"\.bin$": "application/octet-stream",
    r"\.mjs$": "text/javascript",
}
TEXT_TYPES = (
    "application/atom+xml application/feed+json application/json application/javascript "
    "application/octet-stream application/opensearchdescription+xml image/svg+xml text/calendar "
    "text/css text/csv text/javascript text/plain text/xml application/xml"
)


def http_part(moved: Mapping[str, str], common: Mapping[str, str]) -> str:
    """Return the part for ``http``: maps from the requested address to headers.

    Args:
        moved: new address of each old one, both from the site root.
        common: headers of every answer.
    """
    rules = "".join(f'    "/{old}" "/{new}";\n' for old, new in sorted(moved.items()))
    return f"""\
# include this within http {{ }}; it comes with each release, so reload nginx after one
map_hash_bucket_size 512;
map $uri $bantin_moved {{
    default "";
{rules}}}
map $uri $bantin_cache {{
    default "{BRIEF}";
    "~{HASHED}" "{FOREVER}";
    ~^/assets/ "{HOURLY}";
}}
map $uri $bantin_policy {{
    default "{common[POLICY]}";
    ~^{EDITOR} "";
}}
map $uri $bantin_opener {{
    default "{common[OPENER]}";
    ~^{EDITOR} "{EDITOR_OPENER}";
}}
map $uri $bantin_sharing {{
    default "";
    ~^/du-lieu/ "*";
    ~/feed\\.(?:xml|json)$ "*";
    /lich.ics "*";
}}
map $https $bantin_transport {{
    default "";
    on "max-age=31536000; includeSubDomains";
}}
"""


def server_part(common: Mapping[str, str]) -> str:
    """Return the part for ``server``, whose ``root`` is the released site."""
    by_address = {POLICY: "$bantin_policy", OPENER: "$bantin_opener"}
    values = {**common, **by_address}.items()
    fixed = "".join(f'add_header {name} "{value}" always;\n' for name, value in values)
    types = "".join(
        f'location ~ "{pattern}" {{ types {{ }} default_type {kind}; }}\n'
        for pattern, kind in TYPES.items()
    )
    return f"""\
# include this within server {{ }}, where root is the released site
index index.html;
charset utf-8;
charset_types {TEXT_TYPES.replace("application/octet-stream ", "")};
absolute_redirect off;
server_tokens off;
etag on;
gzip on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types {TEXT_TYPES};
error_page 404 /404.html;
# With the brotli module: brotli_static on;

{fixed}add_header Cache-Control $bantin_cache always;
add_header Access-Control-Allow-Origin $bantin_sharing always;
add_header Strict-Transport-Security $bantin_transport always;

if ($request_method !~ ^(?:GET|HEAD)$) {{ return 405; }}
if ($bantin_moved) {{ return 301 $bantin_moved; }}
location = /_headers {{ return 404; }}
location ^~ /_nginx/ {{ return 404; }}
location = /.well-known/security.txt {{ default_type text/plain; }}
location ~ "/\\.(?!well-known/)" {{ return 404; }}
{types}"""
