"""What the hooks of one build share; kept in the config, which is new at every rebuild."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from bantin.admin.files import File
    from bantin.build.background import Wanted
    from bantin.build.cleanup import Sweeper
    from bantin.catalog import Catalog
    from bantin.compile import Shell
    from bantin.model import Problem
    from bantin.model.settings import Settings
    from bantin.runtime.cache import Cache

KEY = "bantin"
MISSING = "hooks/content.py is not listed in mkdocs.yml"


@dataclass
class Build:
    """The settings and the catalogue of this build, and what has been made of them so far.

    Attributes:
        folder: where the cache and the last site lie; one a site folder.
        cache: what outlives the build.
        workers: processes to share work; one if ``is_served``, as threads forbid to fork.
        wanted: files of the site that this build reuses, by their paths from the site.
    """

    settings: Settings
    catalog: Catalog
    folder: Path
    cache: Cache
    sweeper: Sweeper
    wanted: Wanted
    workers: int = 1
    is_served: bool = False
    left_out: tuple[Problem, ...] = ()
    shells: dict[int, Shell] = field(default_factory=dict)
    intro: str = ""
    editor_files: tuple[File, ...] = ()


def cache_folder(config: MkDocsConfig, *, is_served: bool) -> Path:
    """Return where a build remembers: ``.cache/``, or beside the temporary site of ``serve``."""
    site, root = Path(config.site_dir), Path(config.docs_dir).parent
    return site.with_name(f"{site.name}-cache") if is_served else root / ".cache" / site.name


def put(config: MkDocsConfig, build: Build) -> None:
    """Keep the build for the hooks that come later."""
    config.extra[KEY] = build


def build_of(config: MkDocsConfig) -> Build:
    """Return the build; PluginError says which hook is missing."""
    if isinstance(build := config.extra.get(KEY), Build):
        return build
    raise PluginError(MISSING)
