"""Persons named in a text, with the offices they held.

``people`` finds them: ``names`` says where a name begins and ends, ``offices`` what stands before
and behind it (title by title, ``titles``, with their ``words``), ``rows`` what persons in a row
share;
``bodies`` completes an office that names its body only by the first word.
"""
