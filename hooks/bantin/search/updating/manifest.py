"""The files that depend on all articles together: word list, facets, and the manifest."""

import json
from collections.abc import Sequence
from functools import partial

from bantin.catalog import Catalog
from bantin.search.entities.files import EntityFiles
from bantin.search.format.settings import FORMAT, MANIFEST, SHARED
from bantin.search.format.shards import Files
from bantin.search.format.statistics import IndexStatistics, word_list
from bantin.search.indexing.facets import (
    Facet,
    covered_years,
    facet_file,
    facets,
    source_addresses,
    year_counts,
)
from bantin.search.indexing.short_forms import short_forms
from bantin.search.updating.files import in_folder
from bantin.search.updating.plan import IndexPlan, short_digest


def write_manifest(plan: IndexPlan, catalog: Catalog, statistics: IndexStatistics) -> None:
    """Write the word list and the facets, and then the manifest, which makes all of it current."""
    folder, files = plan.shard_folder(statistics), plan.files
    catalog_facets = facets(catalog)
    files.write([in_folder(folder, partial(_common_files, catalog, catalog_facets, statistics))])
    found = EntityFiles(catalog)
    files.write([in_folder(folder, found.files)])
    manifest = {
        "format": FORMAT,
        "version": _version(plan, catalog),
        "folder": folder,
        "cards": plan.cards.name,
        "documents": len(catalog.articles),
        "words": statistics.words.shard_bits,
        "pairs": statistics.pairs.shard_bits,
        "years": year_counts(catalog),
        "facets": [facet.key for facet in catalog_facets],
        "entities": [found.count, found.bits],
        **SHARED,
    }
    data = json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()
    files.write([lambda: [(MANIFEST, data)]])


def _common_files(
    catalog: Catalog, catalog_facets: Sequence[Facet], statistics: IndexStatistics
) -> Files:
    yield "tu.bin", word_list(statistics.frequencies)
    forms = short_forms(catalog, statistics.frequencies)
    yield "vt.bin", "\n".join(f"{code}\t{phrase}" for code, phrase in forms.items()).encode()
    for facet in (*catalog_facets, covered_years(), source_addresses()):
        yield f"loc/{facet.key}.bin", facet_file(facet, catalog.articles)


def _version(plan: IndexPlan, catalog: Catalog) -> str:
    """Return a digest of all files of the index: clients add it to every address."""
    articles = (article.digest for article in catalog.articles)
    checksums = sorted((path, one.checksum) for path, one in plan.files.records.items())
    return short_digest(plan.cards.name, catalog.registries, checksums, *articles)
