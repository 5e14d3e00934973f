"""Content judged: rules find problems and advice, all at once, each on its line.

``rules`` checks fields, dates and references, ``language`` the wording of running text. A rule
is a function of the whole ``Content`` that yields what it finds; ``check.py`` lists them all.
``gate`` says what may lie in ``docs/``, ``handwritten`` judges the pages that are no articles.
"""

from bantin.checking.check import check, check_article
from bantin.checking.valid_part import valid_part

__all__ = ["check", "check_article", "valid_part"]
