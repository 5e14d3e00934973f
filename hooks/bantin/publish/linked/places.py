"""Addresses in linked data: absolute where the portal's own is known, else relative."""

from dataclasses import dataclass

from bantin.compile.addresses import relative


@dataclass(frozen=True, slots=True)
class Places:
    """Makes the addresses that stand on one page."""

    site_url: str
    depth: int

    def of(self, address: str, part: str = "") -> str:
        """Return the address of a page; ``part`` names a thing the page tells of."""
        base = self.site_url + address if self.site_url else relative(address, self.depth)
        return f"{base}#{part}" if part else base
