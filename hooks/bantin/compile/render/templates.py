"""Jinja for templates of our own: what it does for any template, ours need not pay for.

They take attributes and no items by a dot, nothing that they call asks for the context, and
what they print need not be marked as safe to be joined into a page.
"""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Getattr
from markupsafe import Markup, escape

from bantin.markdown.typography import set_text


class _Code(CodeGenerator):
    """Python code in which attributes and calls are written as such."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002, N802
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


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
    """The templates in a folder; what they may name is passed at each rendering.

    Args:
        folder: where they lie.
        bytecode: keeps what they are compiled to.
    """

    code_generator_class = _Code
    template_class = _Template

    def __init__(self, folder: Path, bytecode: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=bytecode,
        )
        self.filters["typeset"] = set_text
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
