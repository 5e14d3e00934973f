"""Content in: files under ``docs/tin`` and ``data`` become records, or Problems with their line."""

from bantin.reading.content import Content, read, save

__all__ = ["Content", "read", "save"]
