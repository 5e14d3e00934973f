"""Wording: spelling of names, bodies that have ended, copy advice."""
