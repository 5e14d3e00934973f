"""The catalogue: immutable indexes over everything that may be shown on a given day."""

from bantin.catalog.catalog import Catalog, build_catalog

__all__ = ["Catalog", "build_catalog"]
