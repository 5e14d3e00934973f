"""From what was recognised to a draft that an editor confirms.

``importer`` takes a file through all rooms of import; ``draft`` makes its front matter, ``outcome``
its body, ``photos`` its pictures; ``duplicates`` compares it with the archive, ``draft_files``
writes it.
"""
