"""Kinds of faults that bodies have, each told in a sentence of its own."""
