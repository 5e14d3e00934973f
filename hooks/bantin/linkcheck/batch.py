"""Many addresses checked politely: each server one request at a time, several servers at once."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

from bantin.linkcheck.checker import LinkResult

SERVERS_AT_ONCE = 8
PAUSE = 1.0

Check = Callable[[str], LinkResult]


def check_all(
    urls: Iterable[str],
    check: Check,
    pause: float = PAUSE,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[LinkResult]:
    """Yield the result of each distinct address, server by server as they are finished.

    Args:
        urls: addresses; repeated ones are checked once.
        check: checks one address.
        pause: seconds between two requests to one server.
        wait: waits for some seconds; tests pass their own.
    """
    servers = _by_server(dict.fromkeys(urls)).values()
    with ThreadPoolExecutor(SERVERS_AT_ONCE) as pool:
        futures = [pool.submit(_check_server, server, check, pause, wait) for server in servers]
        try:
            for future in as_completed(futures):
                yield from future.result()
        finally:
            # Whoever stops iterating (Ctrl-C) must not wait for the servers still in the queue.
            pool.shutdown(wait=False, cancel_futures=True)


def _by_server(urls: Iterable[str]) -> dict[str, list[str]]:
    servers: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        servers[_server(url)].append(url)
    return servers


def _server(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _check_server(
    urls: list[str], check: Check, pause: float, wait: Callable[[float], None]
) -> list[LinkResult]:
    results = []
    for number, url in enumerate(urls):
        if number:
            wait(pause)
        results.append(check(url))
    return results
