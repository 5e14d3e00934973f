"""The sources that the content cites, and whether their addresses still answer.

``sources`` lists them, ``checker`` requests one address, ``batch`` many.
"""

from bantin.linkcheck.sources import CitedSource, cited_sources

__all__ = ["CitedSource", "cited_sources"]
