"""The Vietnamese language, as far as the portal needs it; nothing here knows the content model.

``letters`` lists the characters, ``fold`` and ``tone`` normalise spelling, ``order`` sorts,
``slug`` makes addresses, ``dates`` and ``spans`` hold times, and ``tokens`` (with ``chunks`` and
``token_patterns``) cuts text into search words.
"""
