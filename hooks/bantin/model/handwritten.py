"""What a hand-written page may hold: front matter, elements, attributes."""

from pydantic.dataclasses import dataclass as record

from bantin.model.fields import STRICT, Text

# As Markdown makes them; ``span`` is what a link to an article becomes that is not seen.
TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
# Those that may be written in braces, and all.
WRITTEN_ATTRIBUTES = {
    "align", "class", "colspan", "height", "id", "rowspan", "scope", "start", "title", "width",
}  # fmt: skip
ATTRIBUTES = WRITTEN_ATTRIBUTES | {"alt", "href", "rev", "src"}


@record(frozen=True, slots=True, config=STRICT)
class PageFront:
    """All that may stand there: what only articles have would let a draft pass for a page."""

    title: Text | None = None
    description: Text | None = None
