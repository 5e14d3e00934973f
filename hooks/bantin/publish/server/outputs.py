"""``_headers`` for static hosts and ``_nginx/`` for a server of one's own."""

from collections.abc import Iterable, Iterator, Mapping

from bantin.publish.output import Output
from bantin.publish.server.headers import (
    BRIEF,
    EDITOR,
    EDITOR_OPENER,
    FOREVER,
    HASHED_FOLDERS,
    HOURLY,
    OPEN_DATA,
    OPENER,
    POLICY,
    headers,
    policy,
)
from bantin.publish.server.nginx import http_part, server_part

FOLDER = "_nginx/"


def server_outputs(pages: Iterable[str], moved: Mapping[str, str]) -> Iterator[Output]:
    """Yield the files that servers read.

    Args:
        pages: HTML whose inline scripts are allowed: every shell and every page without one.
        moved: new address of each old one, both from the site root.
    """
    common = headers(policy(pages))
    yield Output("_headers", _headers_file(common))
    yield Output(f"{FOLDER}http.conf", http_part(moved, common))
    yield Output(f"{FOLDER}server.conf", server_part(common))


def _headers_file(common: Mapping[str, str]) -> str:
    """Return ``_headers``, as Netlify and Cloudflare Pages read it; “!” takes a header back."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in common.items())]
    lines.append(f"  Cache-Control: {BRIEF}")
    ages = (("/assets/*", HOURLY), *((folder, FOREVER) for folder in HASHED_FOLDERS))
    for path, caching in ages:
        lines += [path, "  ! Cache-Control", f"  Cache-Control: {caching}"]
    lines += [f"{EDITOR}*", f"  ! {POLICY}", f"  ! {OPENER}", f"  {OPENER}: {EDITOR_OPENER}"]
    for path in OPEN_DATA:
        lines += [path, "  Access-Control-Allow-Origin: *"]
    return "\n".join(lines) + "\n"
