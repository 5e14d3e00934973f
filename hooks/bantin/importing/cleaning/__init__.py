"""Blocks of text as a page: title, lead, body; site furniture removed."""
