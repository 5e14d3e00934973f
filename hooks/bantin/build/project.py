"""What a build is given: the folders of a project, and the pages that the host has rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bantin.compile.render.shell import Shell
from bantin.pictures import Picture
from bantin.runtime.cache import Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest
from bantin.runtime.site_files import SiteFiles, files_below

PAGE_END = "/index.html"
FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project.

    Attributes:
        root: the project; proofs of the duty report are looked up here.
        docs: hand-written pages, news and photographs.
        theme: templates of pages, style, fonts.
        site: the output.
        cache: what outlives the build.
        is_preview: whether an editor waits for the result while writing.
    """

    root: Path
    docs: Path
    theme: Path
    site: Path
    cache: Path
    is_preview: bool = False

    @property
    def templates(self) -> Path:
        """The folder of the templates of compiled pages."""
        return self.theme / "pages"

    @property
    def font(self) -> Path:
        """The variable font that previews are set in."""
        return self.theme / "assets" / "fonts" / "bulletin.woff2"


@dataclass(slots=True)
class Host:
    """What the host has rendered.

    Attributes:
        folder: its output: hand-written pages, the page for what is not found, style, scripts.
        shells: the frame of compiled pages, by depth.
        intro: HTML that the home page opens with.
        pictures: photographs that its pages show, by path from ``docs/``.
    """

    folder: Path
    shells: dict[int, Shell] = field(default_factory=dict)
    intro: str = ""
    pictures: dict[str, Picture] = field(default_factory=dict)

    def addresses(self) -> list[str]:
        """Return the addresses of the hand-written pages, from the site root."""
        paths = (path for path in sorted(files_below(self.folder)) if path.endswith(PAGE_END))
        return [path.removesuffix("index.html") for path in paths]

    def copy_into(self, files: SiteFiles) -> Iterator[str]:
        """Write all files of the host; yield their paths."""
        for path in files_below(self.folder):
            files.update(path, (self.folder / path).read_bytes())
            yield path


class Frame(NamedTuple):
    """What single pages are rendered with: the shells by depth, and the folder of the templates."""

    shells: Mapping[int, Shell]
    templates: Path


def save_frame(project: Project, host: Host, cache: Cache) -> None:
    """Save the frame, for who renders single pages without the host."""
    cache.save(FRAME, Frame(host.shells, project.templates), code_digest(PACKAGE))


def load_frame(cache: Cache) -> Frame | None:
    """Return the frame that the last build saved; None where this code has made none."""
    frame: Frame | None = cache.load(FRAME, code_digest(PACKAGE))
    return frame
