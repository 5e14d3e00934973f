"""Photographs: measured once, and made in a few widths without what the camera recorded.

``references`` finds them in articles, ``measuring`` decides whether they can be used, ``variants``
makes their files, ``store`` caches these, ``writer`` writes them into the site.
"""

from bantin.pictures.picture import Picture

__all__ = ["Picture"]
