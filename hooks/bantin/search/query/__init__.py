"""Queries over a built index; the browser does the same in ``theme/assets/js/search``."""

from bantin.search.query.reader import Load, Reader
from bantin.search.query.search import Filters, Found, Searcher

__all__ = ["Filters", "Found", "Load", "Reader", "Searcher"]
