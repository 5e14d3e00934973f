"""A name written where an id is needed: the id of the record of that name is proposed."""

import re
from dataclasses import replace

from bantin.model import Problem, Registries
from bantin.model.fields import SLUG_FORM
from bantin.model.suggestion import exact_name

# The registry of the ids that a field holds, by a part of its path.
REGISTRIES = {
    "agencies": "agencies",
    "agency": "agencies",
    "parties": "agencies",
    "parent": "agencies",
    "programs": "programs",
    "renews": "programs",
    "implements": "programs",
    "provinces": "provinces",
    "province": "provinces",
    "districts": "districts",
    "district": "districts",
}
OF_ITS_OWN = "succeeded_by"  # leads to records of the same file
FOUND = re.compile(r"\w+ «([^»]*)»")
FILE = re.compile(r"data/(\w+)\.yml")


def with_ids(problem: Problem, registries: Registries) -> Problem:
    """Return a problem of form with “; có phải «id» (Name)?” where it found a record's name."""
    found = FOUND.match(problem.message)
    if not found or SLUG_FORM not in problem.message or "có phải" in problem.message:
        return problem
    parts = [part for part in problem.field.split(".") if not part.isdigit() and part != "id"]
    registry = REGISTRIES.get(parts[-1] if parts else "", "")
    if parts and parts[-1] == OF_ITS_OWN and (file := FILE.match(problem.location.path)):
        registry = file[1]
    records = getattr(registries, registry, {})
    id_ = exact_name(found[1], records)
    hint = f"; có phải «{id_}» ({records[id_].name})?" if id_ else ""
    return replace(problem, message=problem.message + hint)
