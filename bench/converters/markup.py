"""HTML compared for what it means, and looked through for what must not be in it."""

from html.parser import HTMLParser

TAGS = frozenset((
    "a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "img", "input", "li", "ol", "p", "pre", "section", "strong", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "ul"
))  # fmt: skip
ATTRIBUTES = frozenset((
    "align", "alt", "aria-label", "class", "data-footnote-backref", "data-footnote-backref-idx",
    "data-footnote-ref", "data-footnotes", "href", "id", "rel", "src", "start", "title"
))  # fmt: skip
SCHEMES = ("http://", "https://", "mailto:", "tel:")


class _Parts(HTMLParser):
    """The tags and texts of a fragment, whitespace between blocks left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = sorted(f"{name}={value or ''}" for name, value in attrs)
        self.found.append(("<", tag, *named))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((">", tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text:
            self.found.append(("", text))

    def handle_comment(self, data: str) -> None:
        self.found.append(("!", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("!", decl))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("!", data))


def parts(html: str) -> list[tuple[str, ...]]:
    """Return what a fragment says, so that two that mean the same are equal."""
    parser = _Parts()
    parser.feed(html)
    parser.close()
    return parser.found


def is_safe(html: str) -> bool:
    """Whether a fragment has only the tags, attributes and addresses that Markdown makes."""
    return all(_is_harmless(part) for part in parts(html.replace(OMITTED, "")))


OMITTED = "<!-- raw HTML omitted -->"


def _is_harmless(part: tuple[str, ...]) -> bool:
    if part[0] in ("", ">"):
        return True
    if part[0] == "!" or part[1] not in TAGS:
        return False
    return all(_is_plain(*attribute.split("=", 1)) for attribute in part[2:])


def _is_plain(name: str, value: str) -> bool:
    if name not in ATTRIBUTES:
        return False
    if name not in ("href", "src"):
        return True
    squeezed = "".join(value.split()).lower()
    return squeezed.startswith(SCHEMES) or ":" not in squeezed.split("/")[0].split("#")[0]
