"""Content judged: every fault of meaning, found together and placed on its line."""

from bantin.checking.check import check

__all__ = ["check"]
