"""All rules over all content."""

from collections.abc import Callable, Iterator

from bantin.checking.addresses import check_addresses
from bantin.checking.advice import advise
from bantin.checking.events import check_events
from bantin.checking.fault import Fault, place
from bantin.checking.lineage import check_lineage
from bantin.checking.links import check_links
from bantin.checking.people import check_people
from bantin.checking.photos import check_photos
from bantin.checking.references import check_references
from bantin.checking.states import check_states
from bantin.model import Problem
from bantin.reading import Content

RULES: tuple[Callable[[Content], Iterator[Fault]], ...] = (
    check_lineage,
    check_references,
    check_events,
    check_states,
    check_addresses,
    check_people,
    check_photos,
    check_links,
    advise,
)


def check(content: Content) -> list[Problem]:
    """Return every Problem of the content, those of its form included, in the order of files."""
    faults = [fault for rule in RULES for fault in rule(content)]
    return sorted([*content.problems, *place(faults, content.docs.parent)])
