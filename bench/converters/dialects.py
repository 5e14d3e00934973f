"""Each converter twice: as CommonMark alone, and as an article of the portal needs it.

Runs in an environment of its own, so it imports nothing of the project.
"""

from collections.abc import Callable
from typing import Any, NamedTuple


class Dialect(NamedTuple):
    """A converter: plain CommonMark with HTML passed, and the portal's dialect."""

    commonmark: Callable[[str], str]
    portal: Callable[[str], str]


def comrak() -> Dialect:
    """Comrak, Rust."""
    import comrak as library  # noqa: PLC0415 - found in one environment only

    passing = library.RenderOptions()
    passing.unsafe_ = True
    extensions = library.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    return Dialect(
        lambda text: library.render_markdown(text, render_options=passing),
        lambda text: library.render_markdown(text, extension_options=extensions),
    )


def pyromark() -> Dialect:
    """Pyromark, Rust: pulldown-cmark. It has no setting that keeps HTML out."""
    import pyromark as library  # noqa: PLC0415 - found in one environment only

    options = library.Options.ENABLE_TABLES | library.Options.ENABLE_FOOTNOTES
    return Dialect(library.html, lambda text: library.html(text, options=options))


def pyromark_events() -> Dialect:
    """Only the walk over pyromark's events, as a renderer of our own that keeps HTML out needs."""
    import pyromark as library  # noqa: PLC0415 - found in one environment only

    options = library.Options.ENABLE_TABLES | library.Options.ENABLE_FOOTNOTES
    return Dialect(library.html, lambda text: str(len(list(library.events(text, options=options)))))


def markdown_it() -> Dialect:
    """markdown-it-py, Python."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - found in one environment only
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    plain = MarkdownIt("commonmark")
    portal = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return Dialect(_text(plain), _text(portal))


def _text(parser: Any) -> Callable[[str], str]:  # noqa: ANN401 - typed in its own environment
    return lambda text: str(parser.render(text))


DIALECTS = {
    "comrak": comrak,
    "pyromark": pyromark,
    "pyromark events": pyromark_events,
    "markdown-it-py": markdown_it,
}
