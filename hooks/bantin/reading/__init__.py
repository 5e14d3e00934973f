"""Content in: files under ``docs/tin`` and ``data`` become records or Problems."""

from bantin.reading.content import Content, read, save

__all__ = ["Content", "read", "save"]
