"""Entities: agencies, programmes, people, documents and places, found by their names.

``names`` gives every form that a reader may type, ``records`` what is shown of an entity, ``files``
the files of the index with both: “Entities” in ``FORMAT.md``.
"""
