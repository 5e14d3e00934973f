"""The headers of every answer: content security policy, caching, and a few safeguards."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from bantin.pictures.picture import PICTURES_FOLDER

DAY = 24 * 3600
HTML_AGE = 60
FILE_AGE = 3600
# What has a digest in its name never changes: pictures by theirs, the search index by its folder's.
HASHED = rf"\.[0-9a-f]{{8,}}\.[a-z0-9]+$|^/{PICTURES_FOLDER}|^/tim-kiem/chi-muc/[0-9a-f]{{12}}/"
HASHED_FOLDERS = (f"/{PICTURES_FOLDER}*", "/tim-kiem/chi-muc/:version/*")
# The page of the browser editor has a policy of its own, and signs in through another window.
EDITOR = "/admin/"
EDITOR_OPENER = "same-origin-allow-popups"
SHARED_FOLDERS = ("/du-lieu/*", "/feed.xml", "/feed.json", "/lich.ics", f"/{PICTURES_FOLDER}*")
POLICY = "Content-Security-Policy"
OPENER = "Cross-Origin-Opener-Policy"
RESOURCE = "Cross-Origin-Resource-Policy"
# Other sites may show and read these: data, feeds, pictures.
SHARED = rf"^/du-lieu/|/feed\.(?:xml|json)$|^/lich\.ics$|^/{PICTURES_FOLDER}"
TRANSPORT = "Strict-Transport-Security"
# Without includeSubDomains, which would bind all other sites below a province's domain.
TRANSPORT_AGE = f"max-age={365 * DAY}"
FEATURES = ("camera", "microphone", "geolocation", "payment", "usb")

BRIEF = f"public, max-age={HTML_AGE}, stale-while-revalidate={DAY}"
HOURLY = f"public, max-age={FILE_AGE}"
FOREVER = f"public, max-age={365 * DAY}, immutable"

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
# Types of script elements that a browser runs; others, such as linked data, are mere data.
EXECUTED = {"", "module", "text/javascript", "application/javascript"}
SELF = "'self'"


def headers(policy: str) -> dict[str, str]:
    """Return what every answer carries, errors included."""
    return {
        POLICY: policy,
        OPENER: "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def policy(scripts: Iterable[str]) -> str:
    """Return the content security policy for a site: nothing from elsewhere.

    Args:
        scripts: hashes of the inline scripts that may run, as ``inline_scripts`` names them.
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": [SELF, *sorted(scripts)],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def theme_scripts(theme: Path) -> tuple[str, ...]:
    """Return the hashes of the theme's own inline scripts, whatever a build contains.

    They are read off the templates, so a script there holds no placeholder; a test sees to it.
    """
    templates = (file.read_text(encoding="utf-8") for file in sorted(theme.rglob("*.html")))
    return tuple(sorted(set().union(*map(inline_scripts, templates))))


def inline_scripts(html: str) -> set[str]:
    """Return the hashes of the inline scripts that a browser would run, as a policy names them."""
    return {
        _hash(content)
        for attributes, content in SCRIPT.findall(html)
        if not SRC.search(attributes) and _type(attributes) in EXECUTED
    }


def linked_scripts(html: str) -> set[str]:
    """Return the addresses of the scripts that a page loads, as it names them."""
    sources = (SOURCE.search(attributes) for attributes, _ in SCRIPT.findall(html))
    return {match[1] for match in sources if match}


def _type(attributes: str) -> str:
    match = TYPE.search(attributes)
    return match[1].lower() if match else ""


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
