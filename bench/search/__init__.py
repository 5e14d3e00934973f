"""Search engines over the same articles: how well they answer, and what that costs."""

from bench.search.run import compare_search, save_result

__all__ = ["compare_search", "save_result"]
