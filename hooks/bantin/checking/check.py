"""All rules over all content."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from bantin.checking.check_cache import CheckCache
from bantin.checking.data_files import check_data_files
from bantin.checking.field_problem import FieldProblem, locate
from bantin.checking.named_records import with_ids
from bantin.checking.rules.addresses import check_addresses, check_names, check_people
from bantin.checking.rules.announcements import check_announcements, check_days
from bantin.checking.rules.events import check_dates, check_events
from bantin.checking.rules.future import check_future
from bantin.checking.rules.hidden import check_hidden
from bantin.checking.rules.identity import check_identity
from bantin.checking.rules.lineage import check_lineage
from bantin.checking.rules.links import check_links
from bantin.checking.rules.old_addresses import check_old_addresses
from bantin.checking.rules.photos import check_photos
from bantin.checking.rules.references import check_references
from bantin.checking.rules.registry_wording import check_registry_wording
from bantin.checking.rules.states import check_states, check_wording
from bantin.checking.rules.tasks import check_follows, check_tasks
from bantin.checking.rules.times import check_bounds, check_reviews
from bantin.model import Article, Problem
from bantin.reading import Content
from bantin.runtime.cache import NO_CACHE, Cache

Rule: TypeAlias = Callable[[Content], Iterator[FieldProblem]]
# What these find in an article depends on it and the registries alone, so it can be cached.
RULES_OF_ONE: tuple[Rule, ...] = (
    check_references,
    check_dates,
    check_reviews,
    check_bounds,
    check_announcements,
    check_states,
    check_names,
    check_wording,
    check_tasks,
)
# These compare articles with each other, with other files or with the day.
RULES_OF_ALL: tuple[Rule, ...] = (
    check_lineage,
    check_registry_wording,
    check_data_files,
    check_events,
    check_addresses,
    check_identity,
    check_old_addresses,
    check_future,
    check_people,
    check_photos,
    check_links,
    check_follows,
)


def check(content: Content, cache: Cache = NO_CACHE, today: date | None = None) -> list[Problem]:
    """Return every problem and advice, those of reading included, in the order of files.

    Args:
        content: as it was read.
        cache: where articles without a problem are saved between checks.
        today: the day on which announced conferences are to come or overdue; without it nothing
            is said of that.
    """
    check_cache = CheckCache(content, cache)
    unchecked = check_cache.unchecked()
    problems = [problem for rule in RULES_OF_ONE for problem in rule(unchecked)]
    check_cache.save({problem.path for problem in problems})
    problems += [problem for rule in RULES_OF_ALL for problem in rule(content)]
    problems += check_hidden(content, today)
    if today:
        problems += check_days(content, today)
    of_form = [with_ids(one, content.registries) for one in content.problems]
    return sorted([*of_form, *locate(problems, content.docs.parent)])


def check_article(content: Content, article: Article, today: date) -> list[FieldProblem]:
    """Return every problem and advice of one article, judged as one of the content.

    Args:
        content: as it was read.
        article: one of it, or as it would be with other text; no file of it is read.
        today: as of ``check``.
    """
    others = tuple(one for one in content.articles if one.path != article.path)
    whole = replace(content, articles=tuple(sorted((*others, article), key=lambda a: a.path)))
    alone = replace(content, articles=(article,))
    found = [one for rule in RULES_OF_ONE for one in rule(alone)]
    found += [one for rule in RULES_OF_ALL for one in rule(whole)]
    found += check_days(alone, today)
    return [one for one in found if one.path == content.file_of(article)]
