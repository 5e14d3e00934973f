"""The Jinja environment of page templates: ordinary Jinja, strict about names.

``theme/README.md`` says what a template is given.
"""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from bantin.compile.render.hrefs import Hrefs
from bantin.markdown.typography import set_text
from bantin.runtime.cache import Cache

# Nothing of these kinds that a template is given wants to know its context.
WITHOUT_CONTEXT = {Hrefs, MethodType, BuiltinMethodType, type(lru_cache(str))}


class _Template(Template):
    """Code that escapes with ``escape_text``: 8 % of the time that pages take."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escape_text
        # Copied for each page: a ChainMap, as Jinja has it, takes five times as long.
        template.globals = dict(template.globals)
        return template


class _Context(Context):
    """Calls most of what templates call directly: 8 % of the time that pages take."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja's
        """Call a function; Jinja asks each of them first whether it wants the context."""
        if type(called) not in WITHOUT_CONTEXT:
            return super().call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class Templates(Environment):
    """The templates in a folder; what they may name is passed at each rendering.

    A name or attribute that does not exist is an error, not an empty text.

    Args:
        folder: where they are.
        bytecode: caches what they are compiled to.
    """

    template_class, context_class = _Template, _Context

    def __init__(self, folder: Path, bytecode: BytecodeCache | None = None) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            auto_reload=False,  # a build reads each template once
            cache_size=-1,
            bytecode_cache=bytecode,
        )
        self.filters["typeset"] = set_text


def escape_text(value: object) -> str:
    """Return what ``markupsafe.escape`` does, without a new object for a text that needs none."""
    if type(value) is Markup:
        return value
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return escape(value)


class CachedBytecode(BytecodeCache):
    """The compiled code of each template as an entry of a cache.

    Jinja's own cache of files runs whatever a damaged file holds.

    Args:
        cache: where entries go.
        version: digest of all that the code depends on besides the template.
    """

    def __init__(self, cache: Cache, version: str) -> None:
        self._cache, self._version = cache, version

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if just this template was compiled before."""
        if code := self._cache.load(bucket.key, self._version):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save the code of a template."""
        self._cache.save(bucket.key, bucket.bytecode_to_string(), self._version)
