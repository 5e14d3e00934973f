"""What each page is about, as linked data in the terms of schema.org."""

from bantin.publish.linked.heads import Heads
from bantin.publish.linked.script import as_script

__all__ = ["Heads", "as_script"]
