"""What each page is about, as linked data in the terms of schema.org."""

from bantin.publish.heads.heads import Heads
from bantin.publish.heads.nodes import as_script

__all__ = ["Heads", "as_script"]
