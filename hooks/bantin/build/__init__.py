"""The build: a plan lists all outputs, and a run makes those that are stale.

``project`` and ``plan`` say what is to be made, ``records`` what the last build made, ``writers``
make it, ``run`` holds the order.
"""
