"""YAML as editors write it: every scalar a text, each with its place, each fault named rightly.

``reader`` is what others use; ``lines`` reads the common forms fast, ``values`` and ``causes`` tell
what a value or a fault really is, ``errors`` words it.
"""
