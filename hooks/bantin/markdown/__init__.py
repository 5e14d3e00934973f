"""Article bodies: Markdown read once, as the page's HTML and as a small tree of what it says."""

from bantin.markdown.examination import examine
from bantin.markdown.parser import parse
from bantin.markdown.tasks import with_anchors
from bantin.markdown.tree import BodySection, Fault, ParsedBody, Text

__all__ = ["BodySection", "Fault", "ParsedBody", "Text", "examine", "parse", "with_anchors"]
