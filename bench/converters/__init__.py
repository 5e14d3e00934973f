"""Markdown converters compared: fidelity, safety, speed and upkeep."""

from bench.converters.compare import compare

__all__ = ["compare"]
