"""The archive for machines and for the law: data, feeds, linked data, reports, server files."""

from bantin.publish.output import Output
from bantin.publish.site import Publication

__all__ = ["Output", "Publication"]
