"""A page before it is rendered: its address, and everything that its template shows."""

from typing import Any, NamedTuple


class Link(NamedTuple):
    """A link within the site; ``note`` is shown after its text."""

    address: str
    text: str
    note: str = ""


class Preview(NamedTuple):
    """The picture that a shared link shows, by its address from the site root."""

    address: str
    width: int
    height: int
    alt: str


class Head(NamedTuple):
    """What a page says to programs.

    Attributes:
        linked_data: JSON-LD, escaped for a ``script`` element.
        feed: address of the page whose feed carries the news of this one; empty where none does.
        feed_title: title of that feed.
        metadata: names and contents of ``meta`` elements, Dublin Core.
        open_graph: the same for Open Graph.
        preview: the picture of a shared link.
    """

    linked_data: str = ""
    feed: str = ""
    feed_title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    open_graph: tuple[tuple[str, str], ...] = ()
    preview: Preview | None = None


NO_HEAD = Head()


class Page(NamedTuple):
    """One page of the site.

    Attributes:
        address: from the site root, such as ``tin/2024/ten-bai/``; empty for the home page.
        template: file in ``theme/pages``.
        title: plain text for the title bar and the heading.
        view: the record that the template shows: texts, links and numbers, nothing to look up.
        description: plain text for search engines and link previews.
        trail: the pages above this one, without the home page.
        source: path from ``docs/`` of the article whose body is part of the page.
        hidden: whether search engines are asked not to list the page.
        head: what it says to programs.
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
        """The number of folders between the page and the site root."""
        return self.address.count("/")
