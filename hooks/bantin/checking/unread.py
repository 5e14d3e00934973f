"""Records that stand in a registry but cannot be read; what names them is not at fault."""

import re
from collections.abc import Collection

from bantin.reading import Content

NAMED = re.compile(r"\b(?:id|number):[ \t]*[\"']?([^\"',}\n]+?)[\"']?[ \t]*(?=[,}#\n]|$)")


def unread_ids(content: Content) -> dict[str, Collection[str]]:
    """Return, by registry, the ids and numbers written in a file that has a fault of form."""
    prefix = f"{content.data.name}/"
    wrong = {p.place.path for p in content.problems if p.place.path.startswith(prefix)}
    names = {path.removeprefix(prefix).removesuffix(".yml") for path in wrong}
    return {name: _written(content, name) for name in names}


def _written(content: Content, name: str) -> Collection[str]:
    text = (content.data / f"{name}.yml").read_bytes().decode("utf-8", errors="replace")
    return frozenset(NAMED.findall(text))
