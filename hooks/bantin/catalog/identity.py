"""Ids that last as long as an article: the same wherever its file, or the whole site, has moved.

Readers' programs and calendars know an entry by its id alone: with the address as id, whatever
moves would be shown a second time.
"""

from uuid import NAMESPACE_URL, uuid5

from bantin.model.article import Article
from bantin.model.fields import NEWS_ADDRESS


def permanent_id(path: str) -> str:
    """Return the id of what was first published at a path."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'bantin:{path}')}"


def article_id(article: Article) -> str:
    """Return the id of an article in feeds, calendar and metadata."""
    return permanent_id(f"{first_address(article).removesuffix('/')}.md")


def first_address(article: Article) -> str:
    """Return the address at which an article was first published, as far as it says.

    That is its ``id``; else the first of its old addresses, as each move adds one at the end of the
    list; else its own address.
    """
    return article.front.id or next(iter(old_addresses(article)), article.address)


def old_addresses(article: Article) -> list[str]:
    """Return the old addresses that an article of this portal can have had, in their order.

    Others, such as ``cu/trang.html``, come from a site before this one, which gave no such ids.
    """
    return [alias for alias in article.front.aliases if NEWS_ADDRESS.fullmatch(alias)]
