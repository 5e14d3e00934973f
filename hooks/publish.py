"""Feeds, open data, sitemaps and server files are written from the same catalogue as the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import bantin
from bantin.publish.listing import Listings
from bantin.publish.output import bring_outputs
from bantin.runtime.fingerprint import code_digest, digest
from edition import is_hasty, publication_of
from handoff import build_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is not a page; unchanged ones are left as they lie."""
    build, site = build_of(config), Path(config.site_dir)
    handwritten = _handwritten(Path(config.docs_dir), site)
    pages = [site / address / "index.html" for address in handwritten]
    outside = [page.read_text(encoding="utf-8") for page in (*pages, site / "404.html")]
    shells = [shell.html for shell in build.shells.values()]
    publication, texts = publication_of(config), [*shells, *outside]
    engine = digest(code_digest(Path(bantin.__file__).parent), *handwritten, *texts)
    fingerprint = "preview" if is_hasty(build) else publication.fingerprint(engine)
    listings = Listings(site, build.cache.at("listings"), publication.version)
    makes = (publication.articles, partial(publication.outputs, handwritten, texts))
    last, record = partial(publication.package, listings.sums), build.cache
    build.wanted.bring(partial(bring_outputs, makes, last, fingerprint, site, record, listings))


def _handwritten(docs: Path, site: Path) -> list[str]:
    """Return the addresses of the pages that MkDocs itself has written."""
    tops = (top for top in docs.iterdir() if top.name != "tin")
    files = (file for top in tops for file in ([top] if top.is_file() else top.rglob("*.md")))
    sources = (file.relative_to(docs).with_suffix("") for file in files if file.suffix == ".md")
    named = (source.parent if source.name == "index" else source for source in sources)
    addresses = sorted(f"{name.as_posix()}/" for name in named if name.name)
    return [address for address in addresses if (site / address / "index.html").is_file()]
