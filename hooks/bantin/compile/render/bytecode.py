"""Compiled templates kept from one build to the next.

Jinja's own cache trusts its files; these may be missing, cut short or damaged at any time.
"""

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from bantin.runtime.cache import keep_sealed, recall_sealed


class SealedBytecode(BytecodeCache):
    """Keeps the code of each template in a sealed file.

    Args:
        folder: where to.
        version: digest of all that the code depends on besides the template.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._version = folder, version

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if just this template was compiled before."""
        if code := recall_sealed(self._folder / bucket.key, self._version):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        keep_sealed(self._folder / bucket.key, self._version, bucket.bytecode_to_string())
