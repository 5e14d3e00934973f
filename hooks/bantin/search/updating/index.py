"""The index of a site, step by step; what earlier builds left right stays as it is."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.runtime.cache import Cache, Entry
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import MANIFEST
from bantin.search.format.statistics import IndexStatistics
from bantin.search.indexing.articles import IndexInput, ReadSections
from bantin.search.updating.changes import ArticleChange
from bantin.search.updating.files import in_folder
from bantin.search.updating.manifest import write_manifest
from bantin.search.updating.patching import patch_shards
from bantin.search.updating.plan import IndexPlan, make_plan
from bantin.search.updating.segments import ArchiveSegments
from bantin.search.updating.shards import count_terms, shard_sources


class IndexUpdate(NamedTuple):
    """An index whose new files are written.

    Attributes:
        paths: all its files, by their paths from the site.
        record: what the next update has to know: the one before is to be dropped before the files
            of the site change, and this one saved once it has them. None where nothing changes.
    """

    paths: set[str]
    record: Entry | None


def write_index(
    catalog: Catalog, read_sections: ReadSections, files: SiteFiles, cache: Cache | None = None
) -> IndexUpdate:
    """Write the index of a site, or what has changed of the one that is there.

    Args:
        catalog: what is to be searched.
        read_sections: returns the sections of the body of an article.
        files: of the site.
        cache: of earlier builds; without one all is made anew.
    """
    if not cache:
        with TemporaryDirectory() as folder:
            return write_index(catalog, read_sections, files, Cache(Path(folder)))
    source = IndexInput(catalog, read_sections)
    plan = make_plan(source, files, cache)
    if plan.is_up_to_date:
        return IndexUpdate(plan.paths(), None)
    segments = ArchiveSegments(source, plan.articles, plan.cards, cache)
    statistics = _patch(plan, segments) or _rebuild(plan, segments)
    write_manifest(plan, catalog, statistics)
    return IndexUpdate(plan.paths(), plan.record_of(statistics).entry())


def _patch(plan: IndexPlan, segments: ArchiveSegments) -> IndexStatistics | None:
    """Update the segments of changed articles and the shards of their terms; None where it fails.

    Half a second for one of 10,000 articles, where all shards take ten.
    """
    changed = plan.changed_articles()
    if changed is None:
        return None
    folder = plan.record.folder
    try:
        before = [segments.single(one.article.path, former) for one, former in changed]
        segments.update(one for one, _ in changed)
        changes = [
            ArticleChange(one.number, old, segments.single(one.article.path, one.fingerprint))
            for (one, _), old in zip(changed, before, strict=True)
        ]
        patch = patch_shards(
            lambda path: plan.files.read(f"{folder}/{path}"), plan.record.statistics, changes
        )
    except (ValueError, OSError):  # a segment or shard is damaged or gone
        return None
    if plan.shard_folder(patch.statistics) != folder:
        return None
    plan.files.keep_all(but=[MANIFEST, *(f"{folder}/{path}" for path in patch.removed)])
    plan.files.write([in_folder(folder, patch.files.items)])
    return patch.statistics


def _rebuild(plan: IndexPlan, segments: ArchiveSegments) -> IndexStatistics:
    """Update all segments, and make all shards of them."""
    segments.update(plan.articles)
    merger = segments.merger()
    statistics = count_terms(merger)
    folder = plan.shard_folder(statistics)
    plan.files.write(in_folder(folder, source) for source in shard_sources(merger, statistics))
    return statistics
