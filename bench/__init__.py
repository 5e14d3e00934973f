"""Benchmarks: a corpus of any size, and our build beside that of other generators."""
