"""Compiled templates cached between builds; Jinja's own file cache trusts damaged files."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from bantin.runtime.cache import Cache


class CachedBytecode(BytecodeCache):
    """The code of each template as an entry of a cache.

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
