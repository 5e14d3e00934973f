"""Photographs: measured once a content, made in a few widths without what the camera wrote."""

from bantin.pictures.picture import Picture

__all__ = ["Picture"]
