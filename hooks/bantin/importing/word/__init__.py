"""Word files of every form as blocks: package, styles, numbers of lists, text, tables.

``package`` opens the parts; ``document`` walks the body, with ``inline`` for the text of one
paragraph and ``tables`` for rows and cells; ``witness`` reads the same parts again with no such
knowledge, so that a word that the walk loses can be seen.
"""
