"""Search engines over the same articles: how well they answer, and what that costs."""

from bench.search.run import compare_search, keep

__all__ = ["compare_search", "keep"]
