"""Agencies that an article names as if they existed on a day after they had ended."""

import re
from collections.abc import Iterator
from datetime import date

from bantin.gazetteer.agencies import AgencyDirectory, AgencyMention
from bantin.gazetteer.agency_kinds import kind_name
from bantin.gazetteer.resolution import resolve
from bantin.model import Agency, Article, Registries
from bantin.vietnamese.dates import PartialDate, in_figures

# A sentence that looks back, or gives the name of a programme, may use the name of that time.
_LOOKS_BACK = re.compile(
    r"\btrước|\bnguyên\b|\bcũ\b|hợp nhất|sáp nhập|sắp xếp|giải thể|kết thúc|kế (?:thừa|tục)"
    r"|tiền thân|tiếp nhận|thành lập|chuyển|khi đó|khi ấy|lúc đó|bấy giờ|tên gọi|chương trình"
    r"|quy chế|liên tịch|kế hoạch|giai đoạn|nhiệm kỳ|\bgiữa\b|\bký\b|(?:19|20)\d\d",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?…\n]+")


class EndedAgencies:
    """Finds agencies that are named after their end."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries
        self.directory = AgencyDirectory(registries)
        self.ends = sorted({pair for a in registries.agencies.values() for pair in _ends(a)})

    def find(self, article: Article, body: str) -> Iterator[tuple[int, str]]:
        """Yield the position in a body of each such agency, and advice on it."""
        day = article.front.conference.date if article.front.conference else None
        first = day.first if day else None
        if day is None or first is None:
            return
        # Looking names up is slow: only sentences with the kind of an ended agency are searched.
        kinds = [kind for end, kind in self.ends if end < first and kind in body]
        reported: set[str] = set()
        for sentence in _SENTENCE.finditer(body) if kinds else ():
            if _LOOKS_BACK.search(sentence[0]) or not any(kind in sentence[0] for kind in kinds):
                continue
            for mention in self.directory.find(sentence[0], is_grammar_used=False):
                agency = self._ended(mention, article, day)
                if agency and agency.id not in reported:
                    reported.add(agency.id)
                    yield sentence.start() + mention.start, self._message(mention, agency)

    def _ended(self, mention: AgencyMention, article: Article, day: PartialDate) -> Agency | None:
        """Return the one agency that can be meant, if it had ended and none like it existed."""
        if not (mention.unit or mention.place or mention.ids):
            return None
        context = self._context(article)
        ids = resolve(self.directory, mention, context, None)
        if len(ids) != 1 or resolve(self.directory, mention, context, day):
            return None
        agency = self.registries.agencies[ids[0]]
        is_listed = agency.id in article.agency_ids  # check_references reports those
        return None if is_listed or agency.valid_to is None else agency

    def _context(self, article: Article) -> frozenset[str]:
        """Return the ids of the article's provinces, in all records of the same name."""
        provinces = self.registries.provinces
        names = {provinces[id_].name for id_ in article.front.provinces if id_ in provinces}
        return frozenset(id_ for id_, record in provinces.items() if record.name in names)

    def _message(self, mention: AgencyMention, agency: Agency) -> str:
        heirs = [self.registries.agencies[i].name for i in agency.succeeded_by]
        end = in_figures(agency.valid_to) if agency.valid_to else ""
        now = f"; khi ấy là {' hay '.join(f'«{name}»' for name in heirs)}" if heirs else ""
        return f"«{mention.text}» đã kết thúc ngày {end}, trước ngày họp{now}"


def _ends(agency: Agency) -> Iterator[tuple[date, str]]:
    """Yield the day an agency ended with each kind of name it is called by."""
    end = agency.valid_to.last if agency.valid_to else None
    if end:
        yield from ((end, kind_name(name) or name) for name in (agency.name, *agency.aliases))
