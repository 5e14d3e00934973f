"""A build as a value: a plan of all outputs, and a run that makes what is stale of them.

``project`` and ``plan`` say what is to be made, ``records`` what the last build made, ``writers``
make it, ``run`` holds the order.
"""
