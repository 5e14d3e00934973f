"""The head of every page: linked data, metadata, feed and preview."""

from bantin.publish.heads.heads import Heads
from bantin.publish.heads.nodes import as_script

__all__ = ["Heads", "as_script"]
