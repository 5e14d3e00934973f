"""What a build has to make, as a value: nothing is made or written here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bantin.admin.files import File
from bantin.build.load import Loaded
from bantin.build.project import Host, Project
from bantin.catalog import Catalog
from bantin.compile.inputs import Inputs
from bantin.compile.jobs import Job, jobs
from bantin.compile.pages.home import notice
from bantin.model.settings import Settings
from bantin.pictures import Picture
from bantin.publish import Publication
from bantin.publish.previews import PreviewImage, Previews
from bantin.publish.proofs import read_proofs
from bantin.publish.server.headers import theme_scripts
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest

# A preview of more articles keeps the index, feeds and data of its first build: to renew them
# takes longer than an editor waits.
MANY = 1_000
KEPT: Inputs = (("preview", "of the first build"),)


@dataclass(frozen=True, slots=True)
class Plan:
    """The outputs of a build.

    Attributes:
        catalog: what may be shown.
        settings: of the site.
        common: inputs that every job depends on.
        pages: jobs that make pages.
        files: jobs that make feeds, open data, sitemaps, files for servers.
        row_version: digest of what rows of long files depend on besides their records.
        code_version: digest of code, templates and libraries.
        pictures: photographs of articles and of hand-written pages, by path from ``docs/``.
        previews: images of shared links; a preview of the site has none.
        editor: files of the browser editor, by their paths from the site.
        keeps_files: whether index and files may stay as an earlier build has left them.
    """

    catalog: Catalog
    settings: Settings
    common: Inputs
    pages: tuple[Job, ...]
    files: tuple[Job, ...]
    row_version: str
    code_version: str
    pictures: Mapping[str, Picture]
    previews: tuple[PreviewImage, ...]
    editor: tuple[File, ...] = ()
    keeps_files: bool = False


def make_plan(
    project: Project, settings: Settings, loaded: Loaded, host: Host, editor: Iterable[File] = ()
) -> Plan:
    """Return all that is to be made.

    Args:
        project: whose site is built.
        settings: as they were checked.
        loaded: what editors wrote; the home page of a preview lists the problems in it.
        host: what the host has rendered.
        editor: files of the browser editor.
    """
    catalog, shown = loaded.catalog, settings.for_pages()
    publication = Publication(catalog, shown, read_proofs(project.root, PACKAGE.parents[1]))
    keeps_files = project.is_preview and len(catalog.articles) > MANY
    files = tuple(publication.file_jobs(host.addresses(), theme_scripts(project.theme)))
    if keeps_files:
        files = tuple(job._replace(inputs=KEPT) for job in files)
    return Plan(
        catalog,
        shown,
        common=(
            ("code", code_digest(PACKAGE)),
            ("templates", code_digest(project.templates)),
            ("settings", digest(repr(shown))),
            ("frame", digest(repr(host.shells))),
        ),
        pages=tuple(publication.page_jobs(jobs(catalog, notice(loaded.problems) + host.intro))),
        files=files,
        row_version=publication.row_version,
        code_version=code_digest(PACKAGE, project.templates),
        pictures={**catalog.pictures, **host.pictures},
        previews=() if project.is_preview else tuple(Previews(catalog, shown)),
        editor=tuple(editor),
        keeps_files=keeps_files,
    )
