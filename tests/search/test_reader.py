"""A query is read as it was typed: nothing known is replaced, nothing absent is made up."""

import random
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.search.conftest import DAY, ROOT, Ask
from tests.search.measure import own_words
from tests.search.test_alike import assert_same

from bantin.catalog import Catalog, build_catalog
from bantin.reading import read
from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.sentences import sentences
from bantin.search.format.settings import FOLDER, LIMITS
from bantin.search.query import IndexReader, Searcher
from bantin.search.query.parse import parse
from bantin.search.updating import write_index
from bantin.vietnamese.syllables import is_syllable

READER = ROOT / "tests" / "search" / "reader.tsv"
# Two known words next to each other, and one elsewhere in the same article.
SAMPLE = 200
YEARS = range(2014, 2024)
SIBLING_FORMS = ("phụ nữ công an {}", "phu nu cong an nghe an {}", "sơ kết phối hợp năm {}")
# The plan for the year after is in the lead, and both ends of the period are in every text.
SIBLING = """---
title: Nghệ An sơ kết phối hợp phụ nữ – công an
date: {held}-01-15
lead: Hội nghị bàn việc năm {held}, trong giai đoạn 2014–2024.
conference: {{types: [so-ket], covers: "{year}"}}
---

Hội Phụ nữ và Công an tỉnh Nghệ An nhìn lại một năm phối hợp, ký kế hoạch năm {held}.
"""


class Query(NamedTuple):
    """A query with the articles of which one must come first; without any, nothing may come."""

    text: str
    kind: str
    expected: str


def queries(*kinds: str) -> list[Query]:
    lines = READER.read_text(encoding="utf-8").splitlines()[1:]
    rows = [Query(*line.split("\t")) for line in lines]
    return [query for query in rows if not kinds or query.kind in kinds]


@pytest.mark.parametrize("kind", ["absent", "capitals"])
@pytest.mark.parametrize("is_finished", [False, True])
def test_what_the_archive_does_not_have_is_not_found(
    kind: str, searcher: Searcher, *, is_finished: bool
) -> None:
    asked = queries(kind)
    found = {q.text: searcher.search(q.text, is_finished=is_finished) for q in asked}
    assert len(asked) >= 4
    assert {text: result.docs for text, result in found.items() if result.docs} == {}
    assert [text for text, result in found.items() if result.searched_for] == []
    assert all(result.absent for result in found.values())


@pytest.mark.parametrize("query", [q for q in queries() if q.expected], ids=lambda q: q.text)
def test_the_article_asked_for_is_first(query: Query, searcher: Searcher, archive: Catalog) -> None:
    best = searcher.search(query.text, is_finished=True).docs[0]
    assert archive.articles[best].path in query.expected.split(",")


def test_known_words_stay_however_they_meet(searcher: Searcher, archive: Catalog) -> None:
    texts = own_words(archive, ROOT / "docs")
    asked = sample_of_apart(texts, frozenset(searcher.index.manifest["stop"]))
    first = 0
    for text, answers in asked:
        for is_finished in (False, True):
            found = searcher.search(text, is_finished=is_finished)
            assert found.searched_for == "", text
            assert found.ignored == (), text
        first += bool(found.docs) and found.docs[0] in answers
    assert first >= 0.95 * len(asked)


def sample_of_apart(texts: list[list[str]], stop: frozenset[str]) -> list[tuple[str, set[int]]]:
    """Return queries of a pair of words and a third one that no article has after them."""
    chance = random.Random(11)  # noqa: S311 - a sample
    pairs = [set(pairwise(words)) for words in texts]
    anywhere = set().union(*pairs)
    sample: list[tuple[str, set[int]]] = []
    while len(sample) < SAMPLE:
        words = chance.choice(texts)
        at = chance.randrange(len(words) - 1)
        first, second, third = words[at], words[at + 1], chance.choice(words)
        is_plain = all(
            w.isalpha() and is_syllable(w) and w not in stop for w in (first, second, third)
        )
        if not is_plain or (second, third) in anywhere or third in {first, second}:
            continue
        answers = {
            doc for doc, has in enumerate(pairs) if (first, second) in has and third in texts[doc]
        }
        if len(answers) <= 5:
            sample.append((f"{first} {second} {third}", answers))
    return sample


@pytest.mark.parametrize(
    ("text", "completed"),
    [("dân vậ", True), ("song hin", True), ("quảng n", True), ("dân vậ ", False)],
)
def test_only_an_unfinished_last_word_is_completed(
    text: str, searcher: Searcher, *, completed: bool
) -> None:
    assert bool(searcher.search(text).searched_for) == completed
    assert not searcher.search(text, is_finished=True).searched_for


def test_a_completion_has_the_diacritics_typed(searcher: Searcher) -> None:
    assert searcher.search("dân tộ").searched_for == "dân tộc"
    assert searcher.search("dân tợ").searched_for == ""


@pytest.mark.parametrize(
    ("text", "offered"),
    [("tín dụng chính xách", "tín dụng chính sách"), ("thuế", "thư"), ("dân vặn", "")],
)
def test_what_may_have_been_meant_is_offered(text: str, offered: str, searcher: Searcher) -> None:
    found = searcher.search(text, is_finished=True)
    assert found.searched_for == ""
    assert found.offered == offered


@pytest.mark.parametrize(
    ("text", "read"), [("công an Phú Thọọ", "công an phú thọ"), ("dan vn", "dan vận")]
)
def test_what_can_only_be_a_slip_is_mended(text: str, read: str, searcher: Searcher) -> None:
    assert searcher.search(text, is_finished=True).searched_for == read


@pytest.mark.parametrize("minus", ["-", "−"])
def test_a_minus_excludes(minus: str, searcher: Searcher) -> None:
    every = set(searcher.search("nghị định 03").docs)
    without = searcher.search(f'nghị định 03 {minus}"quảng nam"')
    with_phrase = set(searcher.search('"quảng nam"').docs)
    assert without.excluded == ("quảng nam",)
    assert set(without.docs) == every - with_phrase
    assert every & with_phrase
    assert set(searcher.search(f'nghị định 03 {minus}"quảng nam').docs) == set(without.docs)
    assert not set(searcher.search(f"nghị định 03 {minus}Quảng").docs) & with_phrase
    assert len(searcher.search(f"{minus}quảng").docs) > 50


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("65 -KL/TW", []), ("2021 -2025", []), ("Ê-đê", []), ("QĐ-TTg", []), ("dân - vận", []),
        ("-", []), ('-""', []), ("03 -quảng", ["quảng"]), ("an -2025", ["2025"]),
        ('-"a b" -c', ["a b", "c"]),
    ],
)  # fmt: skip
def test_which_minus_excludes(text: str, excluded: list[str]) -> None:
    query = parse(text, LIMITS)
    assert [" ".join(word.exact for word in part) for part in query.excluded] == excluded


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("bài mới nhất", ""), ("hội nghị gần đây nhất", "hội nghị"),
        ("dan van moi nhat", "dan van"),
        ("Mới nhất: công an", "công an"),
    ],
)  # fmt: skip
def test_the_newest_are_asked_for_in_words(text: str, same: str, searcher: Searcher) -> None:
    found = searcher.search(text, is_finished=True)
    assert found.is_by_date
    assert found.docs == searcher.search(same, is_finished=True, is_by_date=True).docs
    assert not searcher.search('"mới nhất"').is_by_date


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("tướng Tỏ", "Tỏ"), ("anh Tỏ bộ công an", "Tỏ bộ công an"), ("đ/c Tô Lâm", "Tô Lâm"),
        ("ông Y Thông", "Y Thông"), ("đồng chí Tô Lâm", "Tô Lâm"),
    ],
)  # fmt: skip
def test_honorifics_before_a_name_are_left_out(text: str, same: str, searcher: Searcher) -> None:
    assert searcher.search(text).docs == searcher.search(same).docs != ()


@pytest.mark.parametrize("text", ["Bà Rịa", "anh hùng", "Cô Tô", '"ông Tỏ"', "bác ái"])
def test_names_keep_what_is_like_an_honorific(text: str) -> None:
    assert len(parse(text, LIMITS).words) == 2


@pytest.mark.parametrize(
    ("text", "read"),
    [("tháng mười 2021", "tháng 10 2021"), ("tháng mười hai năm 2021", "tháng 12 năm 2021"),
     ("tháng hai bên ký", ""), ("Tháng Tư", "tháng 4")],
)  # fmt: skip
def test_months_are_read_as_numbers(text: str, read: str, searcher: Searcher) -> None:
    assert searcher.search(text, is_finished=True).searched_for == read


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("nghị định 03 2024", {2024}), ("năm 2019 và 2020", {2019, 2020}), ("2021-2025", set()),
        ("120/2020/QH14", set()), ("2.022 hộ", set()), ("1893", set()),
    ],
)  # fmt: skip
def test_years_of_a_query(text: str, years: set[int]) -> None:
    assert parse(text, LIMITS).years == years


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("miền Tây", ("an-giang", "kien-giang", "dong-thap", "long-an")),
        ("đồng bằng sông Cửu Long", ("an-giang", "dong-thap")),
        ("dong bang song cuu long", ("an-giang", "dong-thap")),
        ("Tây Nguyên", ("dak-lak", "gia-lai")),
    ],
)
def test_a_region_opens_into_its_provinces(
    text: str, provinces: tuple[str, ...], searcher: Searcher, archive: Catalog
) -> None:
    articles = [archive.articles[doc] for doc in searcher.search(text, is_finished=True).docs]
    assert {id_ for one in articles for id_ in one.front.provinces} >= set(provinces)


@pytest.mark.parametrize(("text", "term"), [("corona", "Covid-19"), ("trị an", "an ninh trật tự")])
def test_a_synonym_finds_what_the_term_does(text: str, term: str, searcher: Searcher) -> None:
    found = set(searcher.search(text).docs)
    # Fewer: a synonym stands for the term as it is written, without a comma in it.
    assert len(found) >= 2
    assert found <= set(searcher.search(f'"{term}"').docs)


@pytest.mark.parametrize("text", ["an" * 19 + "zz", "a" * 40, "bocongan" * 5])
def test_a_long_run_of_letters_is_split_in_few_steps(text: str, index: Path, ask: Ask) -> None:
    loaded: list[str] = []

    def load(path: str) -> bytes:
        loaded.append(path)
        return (index / path).read_bytes()

    searcher = Searcher(IndexReader(load))
    found = searcher.search(text)
    assert len(loaded) < 40
    assert_same(ask(index, [{"text": text}]), [found])


def test_words_apart_are_found_where_a_comma_says_so(searcher: Searcher) -> None:
    assert searcher.search("Lào nữ").absent == ("lào nữ",)
    assert not searcher.search("Lào nữ").docs
    assert searcher.search("Lào, nữ").docs


def test_the_browser_reads_alike(
    ask: Ask, searcher: Searcher, archive: Catalog, index: Path
) -> None:
    texts = [query.text for query in queries()]
    apart = sample_of_apart(own_words(archive, ROOT / "docs"), frozenset())
    texts += [text for text, _ in apart[::4]]
    texts += [text[:-1] for text in texts[::3]]
    texts += [
        'nghị định 03 -"quảng nam"',
        '-"quảng',
        "−rừng",
        "65 -KL/TW",
        "Lào, nữ",
        "dân vậ",
        "SYT, KBNN",
        "bài mới nhất",
        "anh Tỏ bộ công an",
        "đ/c Tô Lâm",
        "tháng mười 2021",
        "nghị định 03 2024",
        "sơ kết năm 2019 và 2020",
        "2026",
        "Bà Rịa 2021-2025",
    ]
    for is_finished in (False, True):
        asked = [{"text": text, "isFinished": is_finished} for text in texts]
        results = [searcher.search(text, is_finished=is_finished) for text in texts]
        assert_same(ask(index, asked), results)


@pytest.mark.parametrize("is_finished", [False, True])
def test_of_yearly_siblings_the_year_asked_for_is_first(
    siblings: Path, ask: Ask, *, is_finished: bool
) -> None:
    searcher = Searcher(IndexReader(lambda path: (siblings / path).read_bytes()))
    texts = [form.format(year) for year in YEARS for form in SIBLING_FORMS]
    found = [searcher.search(text, is_finished=is_finished) for text in texts]
    addresses = [searcher.index.card(result.docs[0])["address"] for result in found]
    assert addresses == [f"tin/{year + 1}/{year}/" for year in YEARS for _ in SIBLING_FORMS]
    asked = [{"text": text, "isFinished": is_finished} for text in texts]
    assert_same(ask(siblings, asked), found)


@pytest.fixture(scope="session")
def siblings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of reviews of one programme, each held in the January after the year it covers."""
    folder = tmp_path_factory.mktemp("siblings")
    for year in YEARS:
        path = folder / "docs" / "tin" / str(year + 1) / f"{year}.md"
        path.parent.mkdir(parents=True)
        path.write_text(SIBLING.format(year=year, held=year + 1), encoding="utf-8")
    whole = SIBLING.format(year="2014-2023", held=2024)
    (folder / "docs" / "tin" / "2024" / "ca-muoi-nam.md").write_text(whole, encoding="utf-8")
    (folder / "data").mkdir()
    catalog = build_catalog(read(folder / "docs", folder / "data"), DAY)
    assert len(catalog.articles) == len(YEARS) + 1
    write_index(catalog, Bodies(folder / "docs").sections, SiteFiles(folder / "site"))
    return folder / "site" / FOLDER


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hai bên ký. Kết quả tốt!", ("Hai bên ký.", "Kết quả tốt!")),
        ("họp tại TP. Huế năm 2021. Sau đó", ("họp tại TP. Huế năm 2021.", "Sau đó")),
        ("1. Kết quả; 2. Hạn chế", ("1. Kết quả;", "2. Hạn chế")),
        ("“Dân vận khéo.” Xong", ("“Dân vận khéo.”", "Xong")),
        ("số 65-KL/TW, ngày 5.6.2020", ("số 65-KL/TW, ngày 5.6.2020",)),
    ],
)
def test_sentences(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


def test_words_of_two_sentences_are_no_neighbours(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "docs" / "tin" / "2020" / "a.md"
    path.parent.mkdir(parents=True)
    body = "Việc do Hội Phụ nữ. Công an tỉnh giúp. Họp ở TP. Huế về an; nghệ thuật."
    path.write_text(f"---\ntitle: Họp\ndate: 2020\n---\n\n{body}\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    catalog = build_catalog(read(tmp_path / "docs", tmp_path / "data"), DAY)
    write_index(catalog, Bodies(tmp_path / "docs").sections, SiteFiles(tmp_path / "site"))
    index = tmp_path / "site" / FOLDER
    searcher = Searcher(IndexReader(lambda path: (index / path).read_bytes()))
    texts = ['"nữ công"', '"an nghệ"', '"tp huế"', '"hội phụ nữ. công an tỉnh"', '"phụ nữ công an"']
    found = [searcher.search(text) for text in texts]
    assert [len(result.docs) for result in found] == [0, 0, 1, 1, 0]
    assert_same(ask(index, [{"text": text} for text in texts]), found)
