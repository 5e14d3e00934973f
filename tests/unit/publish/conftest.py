"""A small archive with one article of every state, and what publishing makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bantin.model.settings import Publisher, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bantin.catalog import Catalog
    from bantin.publish.output import Listing

SITE = "https://bantin.example.vn/"
PUBLISHER = Publisher(name="Ban Dân vận <thử>", email="lienhe@example.vn")
FILES = {
    "docs/tin/2024/so-ket.md": """---
title: Sơ kết & "đánh giá" <b>hai năm</b> </script><script>alert(1)</script>
date: 2024-04-26
updated: 2024-05-02
lead: Hai bên nhìn lại; việc gì làm được, việc gì chưa.
conference: {date: 2024-04-25, types: [so-ket], place: "Tam Kỳ, Quảng Nam", covers: 2022-2023}
programs: [dan-van-cong-an-2022]
agencies: [bdv-tu-quang-nam, bca, {name: Một cơ quan chưa rõ}]
provinces: [quang-nam]
documents: [ket-luan-65-kl-tw]
people: [{name: Nguyễn Văn Đức, office: Trưởng ban, agency: bca, role: chu-tri}]
follows: [{task: tin/2023/chi-biet-thang/#nv-1, state: xong, quote: Mở 120 buổi.}]
author: Hương Dịu
corrections: [{date: 2024-05-02, note: Sửa số buổi.}]
id: tin/2024/ten-cu/
aliases: [tin/2024/ten-cu/, cu/trang.html]
---
## Kết quả

Mở 120 buổi.
""",
    "docs/tin/2024/bao-dua-tin.md": """---
title: Báo đưa tin
date: 2024-06-29
conference: {date: 2024-04-25, types: [so-ket]}
same_event_as: tin/2024/so-ket.md
agencies: [bca]
source:
  name: Báo tỉnh
  url: https://example.org/a?b=1&c=2
  published: 2024-04-27
  collected: 2024-06-29
---
Thân bài.
""",
    "docs/tin/2023/chi-biet-thang.md": """---
title: =Chỉ biết tháng
date: 2023-03
conference: {date: 2023-03, types: [giao-ban], covers: 2023-Q1}
agencies: [bca]
tasks: [{id: nv-1, begins: Mở 100 buổi, owners: [bca, {name: Ban <Dân tộc>}], due: 2023-12}]
---
Thân bài.

## Nhiệm vụ

- Mở 100 buổi & hơn;
- khảo sát.
""",
    "docs/tin/chua-ro-nam/hop-28-11.md": """---
title: Không rõ năm
conference: {date: "--11-28", types: [khac]}
agencies: [bca]
documents: [ket-luan-65-kl-tw]
source: {name: Trang cũ, collected: 2024-06-01}
---
Thân bài.
""",
    "docs/tin/2024/bai-rut.md": """---
title: Bài rút không lộ
date: 2024-03-01
status: retracted
conference: {date: 2024-03-01, types: [toa-dam]}
agencies: [bca]
aliases: [tin/2024/rut-cu/]
corrections: [{date: 2024-03-05, note: Rút vì sai.}]
---
Thân bài.
""",
}


def text_of(listing: Listing) -> str:
    """Return what the first file of a listing holds."""
    form, *_ = listing.forms
    rows = (listing.make(number)[0] for number in range(len(listing.keys)))
    return (form.head + form.between.join(rows) + form.tail).decode()


@pytest.fixture
def archive(catalog: Callable[[Mapping[str, str]], Catalog]) -> Catalog:
    return catalog(FILES)


@pytest.fixture
def settings() -> Settings:
    return Settings("Bản tin phối hợp", SITE, PUBLISHER)


@pytest.fixture
def bare() -> Settings:
    """Nothing declared: neither address nor publisher."""
    return Settings("Bản tin phối hợp")
