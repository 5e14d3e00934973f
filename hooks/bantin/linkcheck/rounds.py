"""Many addresses asked for politely: each server in turn, a few servers at a time."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

from bantin.linkcheck.answer import Answer, Ask

AT_ONCE = 8
PAUSE = 1.0


def ask_all(
    urls: Iterable[str],
    ask: Ask,
    pause: float = PAUSE,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Answer]:
    """Yield the answer of each address as servers are done with, each address once.

    Args:
        urls: addresses.
        ask: asks one.
        pause: seconds between two questions to one server.
        wait: lets that time pass.
    """
    servers = _by_server(dict.fromkeys(urls)).values()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        rounds = [pool.submit(_in_turn, server, ask, pause, wait) for server in servers]
        try:
            for done in as_completed(rounds):
                yield from done.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _by_server(urls: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        found[_server(url)].append(url)
    return found


def _server(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def _in_turn(
    urls: list[str], ask: Ask, pause: float, wait: Callable[[float], None]
) -> list[Answer]:
    answers = []
    for number, url in enumerate(urls):
        if number:
            wait(pause)
        answers.append(ask(url))
    return answers
