"""A corpus of any size that reads like the archive: the same number always gives the same articles.

Article *i* is a function of the seed, of *i*, of the registries and of the archive's own words,
so the first thousand of ten thousand are the thousand of a smaller corpus.
"""

from bench.corpus.item import Corpus, Item
from bench.corpus.project import write_project

__all__ = ["Corpus", "Item", "write_project"]
