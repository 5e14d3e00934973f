"""The pages of announced conferences: those to come, then those of which no report has come."""

from collections.abc import Iterator

from bantin.catalog import Catalog
from bantin.compile.addresses import ANNOUNCED
from bantin.compile.listing import Rows, paginate
from bantin.compile.page import Page


def announced_pages(catalog: Catalog, rows: Rows) -> Iterator[Page]:
    """Yield the pages of the list of announced conferences; the first one is always there."""
    for listing in paginate(rows.of(catalog.announced.stories), ANNOUNCED):
        yield Page(
            address=listing.address(listing.number),
            template="announced.html",
            title="Hội nghị báo trước",
            view=listing,
            description="Hội nghị sắp diễn ra theo thứ tự ngày dự kiến; sau đó là các hội nghị đã "
            "báo trước nay hoãn, hủy hoặc chưa có tin. Chưa hội nghị nào ở đây được tính là đã "
            "họp.",
        )
