"""The feeds as files: ``feed.xml`` and ``feed.json`` in the folder of their page."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from bantin.catalog import Catalog
from bantin.catalog.identity import permanent_id
from bantin.compile.addresses import relative
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, timestamp
from bantin.publish.feeds.channels import Channel, channels
from bantin.publish.feeds.entry import Entry, entry_of
from bantin.publish.output import Output
from bantin.publish.xml import HEAD, attribute, text

# Readers' programs ask several times a day, for the whole file each time.
NEWEST = 30
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feed_outputs(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield both forms of every feed."""
    days = {a.path: day for a in catalog.articles if (day := changed_on(a))}
    entry = cache(lambda path: _entry(catalog, path, days[path], settings))
    for channel in channels(catalog, settings.site_name):
        entries = [entry(path) for path in _newest(channel, days)]
        updated = entries[0].changed if entries else catalog.today
        yield Output(f"{channel.address}feed.xml", _atom(channel, entries, updated, settings))
        yield Output(f"{channel.address}feed.json", _json(channel, entries, settings))


def _entry(catalog: Catalog, path: str, changed: date, settings: Settings) -> Entry:
    article = catalog.by_path[path]
    stage = catalog.stage_of(article) if catalog.is_announcement(article) else None
    return entry_of(article, changed, settings.site_url, stage)


def _newest(channel: Channel, days: Mapping[str, date]) -> Sequence[str]:
    """The articles changed last, by path; of those of one day, the latest conferences.

    An article of which no day is known is left out: both formats demand a date of change.
    """
    paths = (article.path for article in channel.articles if article.path in days)
    return sorted(paths, key=days.__getitem__, reverse=True)[:NEWEST]


def _atom(channel: Channel, entries: Sequence[Entry], updated: date, settings: Settings) -> str:
    base = settings.site_url or relative("", channel.address.count("/"))
    own = settings.site_url + channel.address
    publisher = settings.publisher.name or settings.site_name
    return "".join(
        (
            HEAD,
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"',
            f" xml:base={attribute(base)}>\n",
            f"<id>{permanent_id(channel.address + 'feed.xml')}</id>\n",
            f"<title>{text(channel.title)}</title>\n",
            f"<updated>{timestamp(updated)}</updated>\n",
            f'<link rel="self" type="application/atom+xml" href={attribute(own + "feed.xml")}/>\n',
            f'<link rel="alternate" type="text/html" href={attribute(own or "./")}/>\n',
            f"<author><name>{text(publisher)}</name></author>\n",
            *(entry.atom for entry in entries),
            "</feed>\n",
        )
    )


def _json(channel: Channel, entries: Sequence[Entry], settings: Settings) -> str:
    own = settings.site_url + channel.address
    addresses = {"home_page_url": own, "feed_url": f"{own}feed.json"} if settings.site_url else {}
    authors = [{"name": settings.publisher.name or settings.site_name}]
    head = {
        "version": JSON_FEED,
        "title": channel.title,
        "language": "vi",
        "authors": authors,
        **addresses,
    }
    start = json.dumps(head, ensure_ascii=False)[:-1]
    items = ",\n".join(entry.json for entry in entries)
    return f'{start}, "items": [\n{items}\n]}}\n'
