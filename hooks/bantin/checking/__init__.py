"""Content judged: every fault of meaning, found together and placed on its line."""

from bantin.checking.check import check
from bantin.checking.mending import mend

__all__ = ["check", "mend"]
