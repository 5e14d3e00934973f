"""The compiler: catalogue in, pages out; pure but for ``write`` and what builds remember."""

from bantin.build.page_writer import Report, Writer
from bantin.compile.jobs import jobs, pages
from bantin.compile.render.render import Edition, Renderer
from bantin.compile.render.shell import Shell, cut_shell

__all__ = ["Edition", "Renderer", "Report", "Shell", "Writer", "cut_shell", "jobs", "pages"]
