"""Who wrote an article and who publishes it, in the terms of schema.org; nothing is made up."""

import re
from collections.abc import Iterable

from bantin.model.settings import Settings
from bantin.publish.heads.nodes import Node, node

# With what the name of an office begins where a byline has one in place of a person.
OFFICES = re.compile(
    r"(?:ban|báo|đài|tạp chí|cổng|phòng|văn phòng|trung tâm|tòa soạn|thông tấn|sở|công an|hội|nhóm"
    r"|ủy ban|tổ|bộ) \w",
    re.IGNORECASE,
)


def author_nodes(names: Iterable[str]) -> list[Node]:
    """Return those whom a byline names: people or offices."""
    return [node("Organization" if OFFICES.match(name) else "Person", name=name) for name in names]


def publisher_of(settings: Settings) -> Node | None:
    """Return the publisher, where one is declared."""
    name = settings.publisher.name
    return node("GovernmentOrganization", name=name) if name else None
