"""``_headers`` for static hosts and ``_nginx/`` for a server of one's own."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from bantin.publish.output import Output
from bantin.publish.server.headers import (
    BRIEF,
    EDITOR,
    EDITOR_OPENER,
    FOREVER,
    HASHED_FOLDERS,
    HOURLY,
    OPENER,
    POLICY,
    RESOURCE,
    SHARED_FOLDERS,
    TRANSPORT,
    TRANSPORT_AGE,
    headers,
    policy,
)
from bantin.publish.server.nginx import http_part, server_part

FOLDER = "_nginx/"


def server_outputs(
    scripts: Iterable[str], moved: Mapping[str, str], site_url: str = ""
) -> Iterator[Output]:
    """Yield the files that servers read.

    Args:
        scripts: hashes of the inline scripts of the theme.
        moved: new address of each old one, both from the site root.
        site_url: where the site is published, perhaps below a path.
    """
    base = urlsplit(site_url).path or "/"
    common = headers(policy(scripts))
    yield Output("_headers", _headers_file(common, is_secure=site_url.startswith("https:")))
    yield Output(f"{FOLDER}http.conf", http_part())
    yield Output(f"{FOLDER}server.conf", server_part(moved, common, base))


def _headers_file(common: Mapping[str, str], *, is_secure: bool) -> str:
    """Return ``_headers``, as Netlify and Cloudflare Pages read it; “!” takes a header back."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in common.items())]
    lines += [f"  Cache-Control: {BRIEF}", f"  {RESOURCE}: same-origin"]
    if is_secure:
        lines.append(f"  {TRANSPORT}: {TRANSPORT_AGE}")
    ages = (("/assets/*", HOURLY), *((folder, FOREVER) for folder in HASHED_FOLDERS))
    for path, caching in ages:
        lines += [path, "  ! Cache-Control", f"  Cache-Control: {caching}"]
    for path in (EDITOR, f"{EDITOR}index.html"):
        lines += [path, f"  ! {POLICY}", f"  ! {OPENER}", f"  {OPENER}: {EDITOR_OPENER}"]
    for path in SHARED_FOLDERS:
        lines += [path, "  Access-Control-Allow-Origin: *", f"  ! {RESOURCE}"]
        lines.append(f"  {RESOURCE}: cross-origin")
    return "\n".join(lines) + "\n"
