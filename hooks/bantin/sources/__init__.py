"""Where the content comes from: every source cited, and whether its address still answers."""

from bantin.sources.cited import Cited, gather

__all__ = ["Cited", "gather"]
