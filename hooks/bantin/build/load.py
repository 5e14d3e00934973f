"""What a build is made from: everything editors wrote, read and checked."""

from typing import NamedTuple

from bantin.build.project import Project
from bantin.catalog import Catalog, build_catalog
from bantin.checking import check, valid_part
from bantin.checking.handwritten import Handwritten, check_docs
from bantin.model import Problem
from bantin.model.problem import Severity
from bantin.model.settings import Settings
from bantin.reading import Content, read
from bantin.reading.bodies import KeptBodies
from bantin.runtime.cache import Cache
from bantin.runtime.clock import build_date


class Loaded(NamedTuple):
    """The content of a project.

    Attributes:
        content: as it was read.
        findings: problems and advice, in the order of files.
        catalog: of what has no problem.
        handwritten: the hand-written pages that have none.
    """

    content: Content
    findings: tuple[Problem, ...]
    catalog: Catalog
    handwritten: Handwritten = Handwritten()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings that stop a build; a preview leaves out what they are about."""
        return tuple(one for one in self.findings if one.severity is Severity.PROBLEM)


def load(project: Project, settings: Settings, cache: Cache, processes: int = 1) -> Loaded:
    """Read and check everything.

    Args:
        project: whose content it is.
        settings: give the day of the build, and the pages that are named.
        cache: of earlier builds.
        processes: how many may read.
    """
    content = read(project.docs, project.root / "data", cache, processes, _kept(project))
    day = settings.build_date or build_date({})
    handwritten = check_docs(content, settings.nav, cache, day)
    findings = tuple(sorted([*check(content, cache, day), *handwritten.problems]))
    problems = [one for one in findings if one.severity is Severity.PROBLEM]
    catalog = build_catalog(valid_part(content, problems), day)
    return Loaded(content, findings, catalog, handwritten)


def _kept(project: Project) -> KeptBodies:
    """Return where pages and index find the bodies that are parsed: on the disk of the cache."""
    return KeptBodies(project.cache if project.cache.is_dir() else None)
