"""Where the content comes from: every source cited, and whether its address still answers."""

from bantin.linkcheck.cited import Cited, gather

__all__ = ["Cited", "gather"]
