"""Bounds of conferences whose day no source gives: the first and the last day, with grounds."""

from bantin.catalog.bounds.rules import DATE, BoundsRules, all_bounds, bounded

__all__ = ["DATE", "BoundsRules", "all_bounds", "bounded"]
