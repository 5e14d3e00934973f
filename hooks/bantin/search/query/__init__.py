"""Queries over a built index, for the command line, release checks and tests.

The browser does the same, step by step, in ``theme/assets/js/search``. Tests ask both the same
queries; so scores are whole numbers only, and both read the files that ``FORMAT.md`` describes.
"""

from bantin.search.query.narrowing import Filters
from bantin.search.query.reader import IndexReader, Load
from bantin.search.query.searcher import Searcher, SearchResult

__all__ = ["Filters", "IndexReader", "Load", "SearchResult", "Searcher"]
