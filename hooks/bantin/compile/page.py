"""A page before it is rendered: its address and everything its template will see."""

from typing import Any, NamedTuple


class Link(NamedTuple):
    """A place to go within the portal; ``note`` says more than the text."""

    address: str
    text: str
    note: str = ""


class Preview(NamedTuple):
    """The picture that a shared link shows; its address starts at the site root."""

    address: str
    width: int
    height: int
    alt: str


class Head(NamedTuple):
    """What a page tells machines about itself.

    Attributes:
        linked_data: JSON-LD, safe to stand in a ``script`` element.
        feed: address of the page whose feed follows this one; ``feed_title`` names it.
        terms: names and contents of ``meta`` elements, Dublin Core.
        properties: the same for Open Graph.
        preview: the picture of a shared link.
    """

    linked_data: str = ""
    feed: str = ""
    feed_title: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    preview: Preview | None = None


NO_HEAD = Head()


class Page(NamedTuple):
    """One page of the portal.

    Attributes:
        address: from the site root, such as ``tin/2024/ten-bai/``; empty for the home page.
        template: file under ``theme/pages``.
        title: plain text for the title bar and the heading.
        view: the record the template shows; it covers all that can differ between builds.
        description: plain text for search engines and link previews.
        trail: the pages above this one, the home page left out.
        source: path from ``docs/`` of the article whose body is rendered in.
        hidden: whether search engines are asked to leave the page out.
        head: what it tells machines about itself.
    """

    address: str
    template: str
    title: str
    view: Any
    description: str = ""
    trail: tuple[Link, ...] = ()
    source: str = ""
    hidden: bool = False
    head: Head = NO_HEAD

    @property
    def section(self) -> str:
        """The first part of the address: which entry of the main menu is current."""
        return self.address.partition("/")[0]

    @property
    def depth(self) -> int:
        """How many folders lie between the page and the site root."""
        return self.address.count("/")
