"""Words of one text against those of another: what was lost, added, changed or run together."""

from bantin.markdown.words.changes import Change, compare, words_of

__all__ = ["Change", "compare", "words_of"]
