"""Abbreviations that nobody has to write down: initials of agencies and of frequent phrases.

The text has “Sở Y tế”, the reader types “SYT”. A query is spelled out by this list where the index
has the letters nowhere next to a neighbour; the glossary, which editors write, comes before it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

from bantin.catalog import Catalog
from bantin.model import Agency, Article, Registries
from bantin.model.labels import DISTRICT_TYPES, PROVINCE_TYPES
from bantin.search.format.settings import STOP_WORDS
from bantin.vietnamese.fold import fold
from bantin.vietnamese.syllables import is_syllable

# Frequent phrases are looked for in so many articles, always the same ones: most edits touch none.
SAMPLE = 200
# Of longer phrases only their parts are known not to be whole.
SHORTEST_PHRASE, LONGEST_PHRASE, LONGEST_COUNTED = 3, 5, 8
# A phrase is frequent that so many articles of the sample have, and at least this share of them.
FEWEST_ARTICLES, LEAST_SHARE = 3, 0.04
# Where a longer phrase has nearly all occurrences of a shorter one, the longer is the term.
NEARLY_ALL = 0.8
MOST_PHRASES = 100
SENTENCE_END = re.compile(r"[.!?;:()“”\"\n]")
WORD = re.compile(r"[^\W_]+")
CODE = re.compile(r"[a-z]{2,8}")
# The longer first: of “chi nhánh tỉnh” the last word is a kind, too.
KINDS = sorted(
    {*PROVINCE_TYPES.values(), *DISTRICT_TYPES.values(), "TP", "chi nhánh tỉnh"},
    key=lambda kind: (-len(kind), kind),
)
COUNTRY = "Việt Nam"
# Words that no initial is taken of.
SILENT = frozenset({"và", "của", "các"})
# What begins or ends with these is a piece of a sentence, not a term.
LOOSE_TEXT = (
    "trên dưới trước sau năm tháng ngày hai ba bốn mới như giai tiếp tục công tỉnh huyện xã "
    "thời nhằm hiện ký phó trưởng bộ tham gia bảo kết phối thực"
)
LOOSE = frozenset((*STOP_WORDS, *LOOSE_TEXT.split()))


def short_forms(catalog: Catalog, frequencies: Mapping[str, int]) -> dict[str, str]:
    """Return phrases in small letters by their folded initials.

    Args:
        catalog: whose agencies and phrases are shortened.
        frequencies: how many articles have each folded word of the index.
    """
    registries = catalog.registries
    taken = {fold(form.form.lower()) for form in registries.glossary.abbreviations}
    found: dict[str, str] = {}
    for phrase in _candidates(catalog, frequencies):
        code = fold(initials(phrase).lower())
        is_free = code not in taken and code not in found and not is_syllable(code)
        if is_free and CODE.fullmatch(code):
            found[code] = phrase.lower()
    return dict(sorted(found.items()))


def initials(phrase: str) -> str:
    """Return the initials of a phrase: SGDĐT of “Sở Giáo dục và Đào tạo”."""
    return "".join(word[0] for word in WORD.findall(phrase) if word.lower() not in SILENT).upper()


def head_of(agency: Agency, registries: Registries) -> tuple[str, str]:
    """Return the name of an agency without its place, and that place: “Sở Y tế”, “Hà Nam”."""
    province = registries.provinces.get(agency.province or "")
    district = registries.districts.get(agency.district or "")
    for unit in filter(None, (district, province)):
        if agency.name.endswith(f" {unit.name}"):
            head = agency.name.removesuffix(f" {unit.name}")
            kind = next((kind for kind in KINDS if head.lower().endswith(f" {kind}".lower())), "")
            return head[: len(head) - len(kind)].rstrip(), unit.name
    return agency.name, ""


def initials_of(agency: Agency, registries: Registries) -> tuple[str, ...]:
    """Return the initials of an agency with its place, where none of its names has them."""
    head, place = head_of(agency, registries)
    names = " ".join((agency.name, agency.short or "", *agency.aliases))
    known = {fold(word.lower()) for word in WORD.findall(names)}
    codes = dict.fromkeys(map(initials, shortened(head)))
    new = (
        code
        for code in codes
        if CODE.fullmatch(folded := fold(code.lower())) and folded not in known
    )
    return tuple(f"{code} {place}".rstrip() for code in new)


def shortened(head: str) -> Iterator[str]:
    """Yield the names that a head is shortened to before its initials are taken."""
    yield head
    whole = head.removesuffix(f" {COUNTRY}")
    if whole != head:
        yield whole
    first = re.split(r" và | - ", whole)[0]
    if first != whole and first.count(" ") > 1:
        yield first


def _candidates(catalog: Catalog, frequencies: Mapping[str, int]) -> Iterator[str]:
    """Yield names of agencies, then phrases that are commoner than their initials."""
    yield from _heads(catalog.registries)
    for phrase, count in frequent_phrases(catalog.articles):
        if frequencies.get(fold(initials(phrase).lower()), 0) <= count:
            yield phrase


def _heads(registries: Registries) -> Iterator[str]:
    """Yield the names of agencies without their places, those of many first."""
    agencies = (one for one in registries.agencies.values() if one.level != "xa")
    heads = (head_of(agency, registries)[0] for agency in agencies)
    counts = Counter(name for head in heads for name in shortened(head))
    yield from sorted(counts, key=lambda name: (-counts[name], name))


def frequent_phrases(articles: Iterable[Article]) -> Iterator[tuple[str, int]]:
    """Yield phrases of three to five syllables that many articles have, the commonest first."""
    sample = sorted(articles, key=lambda article: crc32(article.path.encode()))[:SAMPLE]
    counts: Counter[tuple[str, ...]] = Counter()
    for article in sample:
        counts.update(_phrases(article))
    least = max(FEWEST_ARTICLES, LEAST_SHARE * len(sample))
    frequent = {phrase: count for phrase, count in counts.items() if count >= least}
    whole = _without_parts(frequent)
    terms = [(" ".join(phrase), count) for phrase, count in whole.items() if _is_term(phrase)]
    yield from sorted(terms, key=lambda term: (-term[1], term[0]))[:MOST_PHRASES]


def _phrases(article: Article) -> set[tuple[str, ...]]:
    """Return all rows of words in what is held of an article: its body is not read again."""
    front, outcome, found = article.front, article.outcome, set[tuple[str, ...]]()
    texts = (front.title, front.lead or "", outcome.results, outcome.limits, outcome.tasks)
    for sentence in SENTENCE_END.split("\n".join(texts).lower()):
        words = WORD.findall(sentence)
        for size in range(SHORTEST_PHRASE, LONGEST_COUNTED + 1):
            found.update(zip(*(words[at:] for at in range(size)), strict=False))
    return found


def _without_parts(frequent: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    """Return phrases without those that hardly occur but in a longer one."""
    longer: dict[tuple[str, ...], int] = defaultdict(int)
    for phrase, count in frequent.items():
        for part in (phrase[1:], phrase[:-1]):
            longer[part] = max(longer[part], count)
    return {
        phrase: count for phrase, count in frequent.items() if longer[phrase] < NEARLY_ALL * count
    }


def _is_term(phrase: tuple[str, ...]) -> bool:
    is_short = len(phrase) <= LONGEST_PHRASE
    ends = {phrase[0], phrase[-1]}
    return is_short and all(map(is_syllable, phrase)) and not ends & LOOSE
