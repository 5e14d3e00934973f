"""What the hooks of one build share; kept in the config, which is new at every rebuild."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.catalog import Catalog
    from bantin.compile import Shell
    from bantin.model import Problem

KEY = "bantin"


@dataclass
class Build:
    """The catalogue of this build, and what MkDocs has rendered for it so far."""

    catalog: Catalog
    left_out: tuple[Problem, ...] = ()
    shells: dict[int, Shell] = field(default_factory=dict)
    intro: str = ""


def put(config: MkDocsConfig, build: Build) -> None:
    """Keep the build for the hooks that come later."""
    config.extra[KEY] = build


def build_of(config: MkDocsConfig) -> Build:
    """Return the build; PluginError says which hook is missing."""
    build = config.extra.get(KEY)
    if not isinstance(build, Build):
        message = "hooks/content.py is not listed in mkdocs.yml"
        raise PluginError(message)
    return build
