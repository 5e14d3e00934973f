"""Jinja for templates of our own: what it does for any template, ours need not pay for.

Nothing that they call asks for the context, and what they print need not be marked as safe to
be joined into a page.
"""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bantin.compile.typography import set_text


class _Context(Context):
    """Calls what a template calls, without a look at whether it asks for the context."""

    def call(
        self,
        called: Callable[..., object],
        /,
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> object:
        return called(*args, **named)


class _Template(Template):
    """Code that finds our ``escaped`` under the name of Jinja's."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


class Templates(Environment):
    """The templates in a folder; what they may name is passed at each rendering."""

    context_class = _Context
    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters["set"] = set_text
        self.globals.clear()


def escaped(value: object) -> str:
    """Return a value as ``escape`` does, but text without special characters as it is."""
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return escape(value)
