"""The content security policy: nothing from elsewhere, and only the inline scripts seen."""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
OUTSIDE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
KIND = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
EXECUTED = {"", "module", "text/javascript", "application/javascript"}
SELF = "'self'"


def inline_scripts(html: str) -> set[str]:
    """Return the hashes of the inline scripts that a browser would run; data is not run."""
    return {
        _hash(content)
        for attributes, content in SCRIPT.findall(html)
        if not OUTSIDE.search(attributes) and _kind(attributes) in EXECUTED
    }


def _kind(attributes: str) -> str:
    kind = KIND.search(attributes)
    return kind[1].lower() if kind else ""


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def policy(pages: Iterable[str]) -> str:
    """Return the policy under which these pages work, and all others made of their shells."""
    hashes = sorted(set().union(*map(inline_scripts, pages)))
    directives = {
        "default-src": ["'none'"],
        "script-src": [SELF, *hashes],
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
