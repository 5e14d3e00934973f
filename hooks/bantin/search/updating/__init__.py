"""The index on disk, written, or updated after an edit.

``index`` has the steps in their order: plan, segments and cards, shards, manifest.
"""

from bantin.search.updating.index import IndexUpdate, write_index

__all__ = ["IndexUpdate", "write_index"]
