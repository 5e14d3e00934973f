"""All rules over all content."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from bantin.checking.fault import Fault, place
from bantin.checking.language.advice import advise
from bantin.checking.rules.addresses import check_addresses, check_names
from bantin.checking.rules.events import check_dates, check_events
from bantin.checking.rules.lineage import check_lineage
from bantin.checking.rules.links import check_links
from bantin.checking.rules.people import check_people
from bantin.checking.rules.photos import check_photos
from bantin.checking.rules.references import check_references
from bantin.checking.rules.states import check_states
from bantin.checking.settled import Settled
from bantin.model import Problem
from bantin.reading import Content
from bantin.runtime.cache import NO_CACHE, Cache

Rule: TypeAlias = Callable[[Content], Iterator[Fault]]
# These look at each article alone, beside the registries.
OF_ONE: tuple[Rule, ...] = (check_references, check_dates, check_states, check_names, advise)
OF_ALL: tuple[Rule, ...] = (
    check_lineage,
    check_events,
    check_addresses,
    check_people,
    check_photos,
    check_links,
)


def check(content: Content, cache: Cache = NO_CACHE) -> list[Problem]:
    """Return every Problem of the content, those of its form included, in the order of files.

    Args:
        content: as it was read.
        cache: where articles without a fault are saved between checks.
    """
    settled = Settled(content, cache)
    others = settled.others()
    faults = [fault for rule in OF_ONE for fault in rule(others)]
    settled.keep({fault.path for fault in faults})
    faults += [fault for rule in OF_ALL for fault in rule(content)]
    return sorted([*content.problems, *place(faults, content.docs.parent)])
