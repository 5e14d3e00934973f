"""A person where a text names them."""

from dataclasses import dataclass

from bantin.model.article import Role


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as one sentence names them.

    Attributes:
        office: with the rank before it, as written.
        evidence: the sentence.
        start: offset of the name.
        office_span: offsets of name and office together; an agency within is no party.
        place: what stands in brackets behind the name.
    """

    name: str
    office: str
    role: Role | None
    evidence: str
    start: int
    office_span: tuple[int, int]
    place: str = ""
