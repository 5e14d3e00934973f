"""Runs every converter over the cases and articles; prints JSON.

Called as ``python worker.py COMMONMARK.json CASES.json ARTICLES.json`` in the environment of the
converters.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dialects import DIALECTS, Dialect
from markup import is_safe, parts

ROUNDS = 5
Case = dict[str, Any]


def main(spec: Path, cases: Path, articles: Path) -> None:
    """Print one entry a converter."""
    given = [json.loads(path.read_text(encoding="utf-8")) for path in (spec, cases, articles)]
    found = {name: _judge(make(), *given) for name, make in DIALECTS.items()}
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


def _judge(dialect: Dialect, spec: list[Case], cases: list[Case], articles: list[str]) -> Case:
    passed = Counter(case["group"] for case in cases if _holds(case, dialect.portal))
    missed = [case["markdown"] for case in cases if not _holds(case, dialect.portal)]
    wrong = [case["example"] for case in spec if not _same(case, dialect.commonmark)]
    return {
        "spec": len(spec) - len(wrong),
        "spec_wrong": wrong,
        "groups": {group: [passed[group], _size(cases, group)] for group in _groups(cases)},
        "missed": missed,
        "heading": dialect.portal("## Nhiệm vụ, giải pháp").strip(),
        **_speed(dialect.portal, articles),
    }


def _groups(cases: list[Case]) -> list[str]:
    return list(dict.fromkeys(case["group"] for case in cases))


def _size(cases: list[Case], group: str) -> int:
    return sum(case["group"] == group for case in cases)


def _same(case: Case, convert: Callable[[str], str]) -> bool:
    return parts(convert(case["markdown"])) == parts(case["html"])


def _holds(case: Case, convert: Callable[[str], str]) -> bool:
    html = convert(case["markdown"])
    places = [html.find(text) for text in case.get("order", ())]
    return bool(
        all(text in html for text in case.get("wants", ()))
        and not any(text in html for text in case.get("lacks", ()))
        and all(html.count(text) == 1 for text in case.get("once", ()))
        and places == sorted(places)
        and -1 not in places
        and (not case.get("safe") or is_safe(html))
    )


def _speed(convert: Callable[[str], str], articles: list[str]) -> Case:
    """Processor milliseconds an article in the best of some rounds, and growth meanwhile."""
    times = []
    for article in articles:
        convert(article)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(ROUNDS):
        start = time.process_time()
        for article in articles:
            convert(article)
        times.append((time.process_time() - start) * 1000 / len(articles))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"ms": min(times), "kb_per_call": grown / (ROUNDS * len(articles))}


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
