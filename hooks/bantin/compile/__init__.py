"""The compiler: a catalogue in, pages out; pure functions but for ``write``."""

from bantin.compile.render import Edition, Renderer
from bantin.compile.shell import Shell, cut_shell
from bantin.compile.site import pages
from bantin.compile.write import write_pages

__all__ = ["Edition", "Renderer", "Shell", "cut_shell", "pages", "write_pages"]
