"""Bodies made up by the thousand: what is written against what a page says, and what is told."""

import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from bantin.markdown import examine
from bantin.markdown.words.witness import changed_words

ROOT = Path(__file__).parent.parent


def try_bodies(count: int) -> str:
    """Return how many made-up bodies were tried and what was wrong with the answers, as a line.

    Args:
        count: bodies without a fault; a quarter as many have one.
    """
    sys.path.insert(0, str(ROOT))
    from tests.unit.markdown.bodies import bodies, broken_bodies  # noqa: PLC0415 - found only now
    from tests.unit.markdown.test_examination import SPACES, read_page  # noqa: PLC0415

    tally = {"bodies": 0, "words lost": 0, "false alarms": 0, "broken": 0, "not told": 0}

    def whole(drawn: tuple[str, str]) -> None:
        body, says = drawn
        page, faults = examine(body)
        tally["bodies"] += 1
        tally["words lost"] += read_page(page.html) != SPACES.sub(" ", says).strip()
        is_alarm = any(not fault.is_advice for fault in faults)
        tally["false alarms"] += is_alarm or bool(list(changed_words(body, page.html)))

    def broken(body: str) -> None:
        tally["broken"] += 1
        tally["not told"] += all(fault.is_advice for fault in examine(body)[1])

    start = time.process_time()
    _settings(count)(given(bodies())(whole))()
    _settings(count // 4)(given(broken_bodies())(broken))()
    seconds = time.process_time() - start
    return ", ".join(f"{name}: {value:,}" for name, value in tally.items()) + f"; {seconds:.0f} s"


def _settings(count: int) -> settings:
    return settings(
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
