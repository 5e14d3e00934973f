"""From articles to segments: inverted indexes of some 256 articles each.

An article is split into weighted ``fields``; their words are numbered by a ``lexicon`` and inverted
into a ``segment``; segments are stored between builds and merged, a range of hashes at a time.
"""
