"""The compiler: catalogue in, pages out; pure functions."""

from bantin.compile.jobs import jobs, pages
from bantin.compile.render.render import Renderer
from bantin.compile.render.shell import Shell, cut_shell

__all__ = ["Renderer", "Shell", "cut_shell", "jobs", "pages"]
