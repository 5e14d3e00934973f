"""Content in: files under ``docs/tin`` and ``data`` become records or Problems."""

from bantin.reading.content import Content, read, remember

__all__ = ["Content", "read", "remember"]
