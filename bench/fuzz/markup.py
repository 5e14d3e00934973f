"""What no page may hold, told from its HTML."""

from html.parser import HTMLParser

TAGS = {"script", "style", "iframe", "object", "embed", "base", "link", "meta", "svg", "math"} | {
    "form", "button", "textarea", "select", "template", "video", "audio",
}  # fmt: skip
SCHEMES = {"", "http", "https", "mailto"}


class Scan(HTMLParser):
    """Gathers what is forbidden."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        self.found += [f"<{tag}>"] if tag in TAGS else []
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.found.append(f"{tag} {name}")
            address = "".join((value or "").split()).lower()
            scheme, colon, _ = address.partition(":")
            if name in {"href", "src"} and colon and scheme not in SCHEMES and "/" not in scheme:
                self.found += [f"{tag} {name}={address[:40]}"] if scheme[:1] != "#" else []

    def handle_comment(self, data: str) -> None:
        """Note a comment: nothing of the source may pass unseen."""
        self.found.append(f"<!--{data[:40]}")


def forbidden(html: str) -> str:
    """Return what must not be in a page; nothing where all is well."""
    scan = Scan()
    scan.feed(html)
    scan.close()
    return ", ".join(scan.found)
