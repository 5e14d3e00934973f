"""The feeds as files: ``feed.xml`` and ``feed.json`` in the folder of their page."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from bantin.catalog import Catalog
from bantin.catalog.identity import permanent_id
from bantin.compile.addresses import relative
from bantin.compile.inputs import Inputs
from bantin.model import Article
from bantin.model.conference import Stage
from bantin.model.settings import Settings
from bantin.publish.dates import changed_on, timestamp
from bantin.publish.feeds.channels import Channel, channels
from bantin.publish.feeds.entry import Entry, entry_of
from bantin.publish.feeds.withdrawn import withdrawal_entry
from bantin.publish.output import Output
from bantin.publish.xml import HEAD, attribute, text
from bantin.runtime.fingerprint import digest

# Readers' programs ask several times a day, for the whole file each time.
NEWEST = 30
# Entries kept for the other feeds that they are in: they live as long as the build. 2,000 take
# 6 MB; half as many are made anew so often that all feeds of 3,000 articles take 0.27 s, not 0.16.
MOST = 1 << 11
JSON_FEED = "https://jsonfeed.org/version/1.1"


class Feed(NamedTuple):
    """A feed to be made: all that it is made from, besides the settings.

    Attributes:
        channel: what it is about.
        newest: paths of its articles, those changed last first.
        inputs: see ``bantin.compile.inputs``.
    """

    channel: Channel
    newest: Sequence[str]
    inputs: Inputs


class Feeds:
    """All feeds of a catalogue; an edited article changes those among whose newest it is."""

    def __init__(self, catalog: Catalog, settings: Settings) -> None:
        self._catalog, self._settings = catalog, settings
        self._articles = {a.path: a for a in (*catalog.articles, *catalog.retracted)}
        self._days = {path: day for path, a in self._articles.items() if (day := changed_on(a))}
        self._entry = lru_cache(MOST)(self._new_entry)

    def __iter__(self) -> Iterator[Feed]:
        """Yield every feed."""
        shown = cache(self._shown)
        for channel in channels(self._catalog, self._settings.site_name):
            newest = self._newest(channel)
            entries = digest(*map(shown, newest)) if newest else self._catalog.today.isoformat()
            inputs = (("title", digest(channel.title)), ("stories", entries))
            yield Feed(channel, newest, inputs)

    def make(self, feed: Feed) -> Iterator[Output]:
        """Yield both forms of a feed."""
        channel, entries = feed.channel, [*map(self._entry, feed.newest)]
        updated = entries[0].changed if entries else self._catalog.today
        settings = self._settings
        yield Output(f"{channel.address}feed.xml", atom_feed(channel, entries, updated, settings))
        yield Output(f"{channel.address}feed.json", json_feed(channel, entries, settings))

    def _newest(self, channel: Channel) -> Sequence[str]:
        """The articles changed last, by path; of those of one day, the latest conferences.

        An article of which no day is known is left out: both formats demand a date of change.
        """
        paths = (article.path for article in channel.articles if article.path in self._days)
        return sorted(paths, key=self._days.__getitem__, reverse=True)[:NEWEST]

    def _stage(self, article: Article) -> Stage | None:
        is_announcement = self._catalog.is_announcement(article)
        return self._catalog.stage_of(article) if is_announcement else None

    def _shown(self, path: str) -> str:
        """Return what an entry is made from: front matter, and how far a conference has come."""
        article = self._articles[path]
        return f"{path} {article.shown_digest} {self._stage(article)}"

    def _new_entry(self, path: str) -> Entry:
        article = self._articles[path]
        if article.front.status == "retracted":
            return withdrawal_entry(article, self._days[path])
        site_url = self._settings.site_url
        return entry_of(article, self._days[path], site_url, self._stage(article))


def feed_outputs(catalog: Catalog, settings: Settings) -> Iterator[Output]:
    """Yield both forms of every feed."""
    feeds = Feeds(catalog, settings)
    for feed in feeds:
        yield from feeds.make(feed)


def atom_feed(channel: Channel, entries: Sequence[Entry], updated: date, settings: Settings) -> str:
    """Return a feed in Atom."""
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


def json_feed(channel: Channel, entries: Sequence[Entry], settings: Settings) -> str:
    """Return a feed in JSON Feed."""
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
