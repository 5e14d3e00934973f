"""All tables of the open data, in the order of the dictionary."""

from bantin.catalog import Catalog
from bantin.publish.data.articles import article_table, conference_table
from bantin.publish.data.registries import (
    agency_table,
    district_table,
    document_table,
    people_table,
    program_table,
    province_table,
)
from bantin.publish.data.table import Table

MAKERS = (
    article_table,
    conference_table,
    program_table,
    agency_table,
    province_table,
    district_table,
    document_table,
    people_table,
)


def tables(catalog: Catalog, site_url: str = "") -> list[Table]:
    """Return every table.

    Args:
        catalog: what may be shown.
        site_url: where the portal is published; without one, ``url`` is the address from its root.
    """
    return [make(catalog, site_url) for make in MAKERS]
