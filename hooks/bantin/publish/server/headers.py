"""The headers of every answer, and how long each kind of file may be kept."""

DAY = 24 * 3600
HTML_AGE = 60
FILE_AGE = 3600
HASHED = r"\.[0-9a-f]{8,}\.[a-z0-9]+$"
OPEN_DATA = ("/du-lieu/*", "/feed.xml", "/feed.json", "/lich.ics")
FEATURES = ("camera", "microphone", "geolocation", "payment", "usb")

BRIEF = f"public, max-age={HTML_AGE}, stale-while-revalidate={DAY}"
HOURLY = f"public, max-age={FILE_AGE}"
FOREVER = f"public, max-age={365 * DAY}, immutable"


def headers(policy: str) -> dict[str, str]:
    """Return what every answer carries, errors included."""
    return {
        "Content-Security-Policy": policy,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
