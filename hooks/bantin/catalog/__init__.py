"""The Catalog: everything that may be shown on a given day, with its indexes; immutable."""

from bantin.catalog.catalog import Catalog, build_catalog

__all__ = ["Catalog", "build_catalog"]
