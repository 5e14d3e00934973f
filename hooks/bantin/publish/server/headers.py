"""The headers of every answer, and how long each kind of file may be kept."""

from bantin.pictures.picture import MADE

DAY = 24 * 3600
HTML_AGE = 60
FILE_AGE = 3600
# What has a digest in its name never changes: pictures by theirs, the search index by its folder's.
HASHED = rf"\.[0-9a-f]{{8,}}\.[a-z0-9]+$|^/{MADE}|^/tim-kiem/chi-muc/[0-9a-f]{{12}}/"
HASHED_FOLDERS = (f"/{MADE}*", "/tim-kiem/chi-muc/:version/*")
# The browser editor carries a policy of its own and signs in through another window.
EDITOR = "/admin/"
EDITOR_OPENER = "same-origin-allow-popups"
OPEN_DATA = ("/du-lieu/*", "/feed.xml", "/feed.json", "/lich.ics")
POLICY = "Content-Security-Policy"
OPENER = "Cross-Origin-Opener-Policy"
FEATURES = ("camera", "microphone", "geolocation", "payment", "usb")

BRIEF = f"public, max-age={HTML_AGE}, stale-while-revalidate={DAY}"
HOURLY = f"public, max-age={FILE_AGE}"
FOREVER = f"public, max-age={365 * DAY}, immutable"


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
