"""The compiler: catalogue in, pages out; pure but for ``write`` and what builds remember."""

from bantin.compile.render import Edition, Renderer
from bantin.compile.shell import Shell, cut_shell
from bantin.compile.site import jobs, pages
from bantin.compile.write import Report, Writer

__all__ = ["Edition", "Renderer", "Report", "Shell", "Writer", "cut_shell", "jobs", "pages"]
