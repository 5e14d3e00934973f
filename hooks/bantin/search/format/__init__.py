"""The file format of the index: what the builder writes and the query side reads.

``FORMAT.md`` next to this package describes every byte and works an example through; this package
is the same in code, and knows nothing of articles or catalogues.
"""
