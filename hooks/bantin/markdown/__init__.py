"""Article bodies: Markdown read once, as the page's HTML and as a small tree of what it says."""

from bantin.markdown.parser import parse
from bantin.markdown.tree import BodySection, Omission, ParsedBody, Text

__all__ = ["BodySection", "Omission", "ParsedBody", "Text", "parse"]
