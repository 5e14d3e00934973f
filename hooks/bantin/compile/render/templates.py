"""The Jinja environment of page templates: ordinary Jinja, strict about names.

``theme/README.md`` says what a template is given.
"""

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from bantin.markdown.typography import set_text


class Templates(Environment):
    """The templates in a folder; what they may name is passed at each rendering.

    A name or attribute that does not exist is an error, not an empty text.

    Args:
        folder: where they are.
        bytecode: caches what they are compiled to.
    """

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
