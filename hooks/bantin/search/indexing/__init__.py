"""From articles to segments of an inverted index."""
