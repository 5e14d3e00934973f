"""Yearly siblings in a large archive: does the year that a query names decide?

``python -m bench siblings -n 3400`` plants ten programmes of four provinces, each reviewed in eight
years running, among made-up articles, and asks for single years of them. A review is held in the
January after the year it covers, its text names the years before and after, and every programme has
two periods, whose ends are in all of its names.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import yaml

from bantin.reading.bodies import Bodies
from bantin.runtime.site_files import SiteFiles
from bantin.search.format.settings import FOLDER
from bantin.search.query import IndexReader, Searcher
from bantin.search.updating import write_index
from bantin.vietnamese.fold import fold
from bantin.vietnamese.slug import slugify
from bench.search.articles import read_catalog, write_articles

YEARS = range(2012, 2020)
PLACES = {
    "nghe-an": "Nghệ An", "lang-son": "Lạng Sơn", "kien-giang": "Kiên Giang", "gia-lai": "Gia Lai",
}  # fmt: skip
# Two bodies, their short forms, and what they do together.
MATTERS = (
    ("Công an", "Hội Liên hiệp Phụ nữ", "CA", "HLHPN", "phòng ngừa tội phạm mua bán người"),
    ("Công an", "Hội Phụ nữ", "CA", "HPN", "quản lý, giáo dục người thân trong gia đình"),
    ("Sở Giáo dục và Đào tạo", "Công an", "SGDĐT", "CA", "an toàn giao thông cho học sinh"),
    ("Sở Y tế", "Bảo hiểm xã hội", "SYT", "BHXH", "khám, chữa bệnh bảo hiểm y tế"),
    ("Hội Nông dân", "Ngân hàng Chính sách xã hội", "HND", "NHCSXH", "cho vay vốn hộ nghèo"),
    ("Bộ đội Biên phòng", "Tỉnh đoàn", "BĐBP", "TĐ", "tuổi trẻ giữ gìn biên cương"),
    ("Ban Dân vận", "Mặt trận Tổ quốc", "BDV", "MTTQ", "dân vận chính quyền"),
    ("Hội Cựu chiến binh", "Hội Khuyến học", "CCB", "HKH", "gia đình hiếu học"),
    ("Liên đoàn Lao động", "Sở Tư pháp", "LĐLĐ", "STP", "phổ biến pháp luật cho công nhân"),
    ("Bộ Chỉ huy Quân sự", "Tỉnh ủy", "BCHQS", "TU", "xây dựng cơ sở chính trị"),
)  # fmt: skip
FORMS = {
    "matter": "{matter} {place} {year}",
    "programme": "chương trình phối hợp {first} {second} {place} {year}",
    "question": "năm {year} {first} và {second} {place} đạt kết quả gì",
    "short": "{short_first} {short_second} {place} {year}",
}
ARTICLE = """---
title: {title}
date: {held}-01-{day:02}
lead: Hội nghị nhìn lại một năm phối hợp và bàn kế hoạch năm {held}.
conference: {{types: [so-ket], date: {held}-01-{day:02}, covers: "{year}"}}
programs: [{program}]
agencies: [{first_id}, {second_id}]
provinces: [{province}]
---

{first} và {second} tỉnh {place} họp về {matter}. So với năm {before}, việc phối hợp có tiến bộ.

## Kết quả

Hai bên mở {count} lớp tập huấn. {second}, {first_small} các huyện cùng tham gia.

## Nhiệm vụ

Năm {held}, hai bên tiếp tục {matter}; {first_small} chủ trì.
"""


class Sibling(NamedTuple):
    """A review that was planted: its path, and what queries name."""

    path: str
    words: dict[str, str]


def ask_for_years(
    root: Path, work: Path, count: int, each: int = 60
) -> Iterator[tuple[str, int, int]]:
    """Yield each form of query, how many were asked, for how many the right year was first."""
    project = work / f"siblings-{count}"
    write_articles(root, project, count - len(MATTERS) * len(PLACES) * len(YEARS))
    planted = list(_plant(project))
    catalog = read_catalog(project)
    write_index(catalog, Bodies(project / "docs").sections, SiteFiles(project / "site"))
    folder = project / "site" / FOLDER
    searcher = Searcher(IndexReader(lambda path: (folder / path).read_bytes()))
    paths = [article.path for article in catalog.articles]
    for name, form in FORMS.items():
        for kind, change in ((name, str), (f"{name}, no marks", fold)):
            asked = Random(f"{kind} {each}").sample(planted, each)  # noqa: S311 - the same each time
            found = [
                searcher.search(change(form.format(**s.words)), is_finished=True) for s in asked
            ]
            firsts = [paths[result.docs[0]] if result.docs else "" for result in found]
            yield kind, each, sum(path == s.path for path, s in zip(firsts, asked, strict=True))


def _plant(project: Path) -> Iterator[Sibling]:
    programs = list[dict[str, object]]()
    for number, matter in enumerate(MATTERS):
        for province in PLACES:
            for year in YEARS:
                period = (2012, 2015) if year < 2016 else (2016, 2019)  # noqa: PLR2004 - two periods
                id_ = f"trong-{number}-{province}-{period[0]}"
                if year == period[0]:
                    programs.append(_program(id_, matter, province, period))
                yield _write(project, id_, matter, province, year)
    _add(project / "data" / "programs.yml", programs)
    _add(project / "data" / "agencies.yml", _agencies())


def _add(file: Path, records: list[dict[str, object]]) -> None:
    """Add records to a registry."""
    text = yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
    file.write_text(f"{file.read_text(encoding='utf-8')}{text}", encoding="utf-8", newline="\n")


def _agencies() -> list[dict[str, object]]:
    names = sorted({name for first, second, *_ in MATTERS for name in (first, second)})
    return [
        {
            "id": f"trong-{slugify(name)}-{province}",
            "name": f"{name} tỉnh {place}",
            "kind": "khac",
            "level": "tinh",
            "province": province,
        }
        for name in names
        for province, place in PLACES.items()
    ]


def _program(
    id_: str, matter: tuple[str, ...], province: str, period: tuple[int, int]
) -> dict[str, object]:
    first, second, *_, about = matter
    name = f"Chương trình phối hợp {about} giữa {first} và {second} tỉnh {PLACES[province]}"
    return {
        "id": id_,
        "name": f"{name}, giai đoạn {period[0]}–{period[1]}",
        "parties": [f"trong-{slugify(one)}-{province}" for one in (first, second)],
        "period": f"{period[0]}-{period[1]}",
    }


def _write(project: Path, id_: str, matter: tuple[str, ...], province: str, year: int) -> Sibling:
    """Write the review of one year."""
    first, second, short_first, short_second, about = matter
    place, held = PLACES[province], year + 1
    words = {
        "matter": about, "place": place, "first": first, "second": second,
        "short_first": short_first, "short_second": short_second, "year": str(year),
    }  # fmt: skip
    title = f"{first} và {second} {place} sơ kết chương trình phối hợp"
    path = f"tin/{held}/trong-{id_}-{year}.md"
    text = ARTICLE.format(
        **words,
        title=title,
        held=held,
        before=year - 1,
        program=id_,
        province=province,
        first_id=f"trong-{slugify(first)}-{province}",
        second_id=f"trong-{slugify(second)}-{province}",
        first_small=first[:1].lower() + first[1:],
        day=3 + year % 20,
        count=2 * year % 90 + 3,
    )
    file = project / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return Sibling(path, words)
