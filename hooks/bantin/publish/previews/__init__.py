"""Previews: the picture that a shared link shows where the page has no photograph."""

from bantin.publish.previews.choice import Previews, default_preview
from bantin.publish.previews.image import PreviewImage
from bantin.publish.previews.writer import preview_tasks

__all__ = ["PreviewImage", "Previews", "default_preview", "preview_tasks"]
