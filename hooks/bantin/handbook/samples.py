"""An example of every field of every record, each a line that an editor may copy.

Ids are those of real records; a test reads every example as if an editor had written it.
"""

from bantin.model import (
    Agency,
    Aggregator,
    Correction,
    District,
    Document,
    FollowUp,
    FrontMatter,
    Glossary,
    Meeting,
    Party,
    Person,
    Photo,
    Program,
    Province,
    Review,
    Source,
    TaskNote,
)
from bantin.model.article import Confirmation
from bantin.model.registry import Abbreviation, EarlierName, Region, Spelling, Synonym

SAMPLES: dict[type, str] = {
    FrontMatter: """\
title: Phú Thọ ký quy chế phối hợp giữa công an và ngành giáo dục
date: 2026-02-27
updated: 2026-03-02
lead: Quy chế ký ngày 27/2/2026 áp dụng cho toàn tỉnh.
status: published
conference: {date: 2026-02-27, types: [ky-ket]}
same_event_as: tin/2024/nam-giang-so-ket-nghi-dinh-03-nam-2023.md
programs: [ca-sgd-phu-tho-2026]
period: 2026-
agencies: [ca-phu-tho, sgd-phu-tho]
provinces: [phu-tho-2025]
districts: [nam-giang]
documents: [03/2019/NĐ-CP]
tasks: [{id: nv-1, begins: Công an tỉnh tập huấn, owners: [ca-phu-tho], due: 2026}]
follows: [{task: tin/2024/ten-bai/#nv-3, state: chua, quote: việc tập huấn chưa tổ chức được}]
people: [{name: Nguyễn Minh Tuấn, agency: ca-phu-tho}]
photos: [{src: 2026/le-ky.jpg, alt: Hai bên ký quy chế}]
author: Hương Dịu
source: {name: Báo Phú Thọ}
inferred: {conference.date: năm suy từ ngày đăng}
to_confirm: {conference.date: {evidence: «chiều 27/2»}}
corrections: [{date: 2026-03-02, note: Sửa số học sinh}]
id: tin/2026/ten-cu/
aliases: [tin/2026/ten-cu/]
pinned: 2026-03-31
""",
    Meeting: """\
date: 2026-02-27
state: du-kien
moved_from: 2026-02-12
session: chiều
types: [so-ket, ky-ket]
place: Hội trường Ủy ban nhân dân tỉnh
covers: 2022-2024
reviews: [{program: ct09-bca-mttw-2013, covers: 2013-2023}]
signs: [ca-sgd-phu-tho-2026]
""",
    Review: """\
program: ct09-bca-mttw-2013
covers: 2013-2023
""",
    Party: """\
id: ca-phu-tho
name: Ban Dân tộc tỉnh
""",
    Person: """\
name: Nguyễn Minh Tuấn
office: Giám đốc Công an tỉnh Phú Thọ
agency: ca-phu-tho
role: phat-bieu
id: nguyen-minh-tuan-phu-tho
""",
    TaskNote: """\
id: nv-1
begins: Công an tỉnh tập huấn
owners: [ca-phu-tho]
due: 2026
""",
    FollowUp: """\
task: tin/2024/ten-bai/#nv-3
state: mot-phan
quote: đã tập huấn được 40 trong 120 cán bộ xã
""",
    Photo: """\
alt: Đại diện hai cơ quan ký quy chế trên bục hội trường
src: 2026/le-ky.jpg
caption: Lễ ký quy chế phối hợp
credit: Hương Dịu
""",
    Source: """\
name: Báo Phú Thọ
url: https://baophutho.vn/ky-ket-quy-che-phoi-hop-248620.htm
title: Ký kết quy chế phối hợp giữa Công an tỉnh và Sở Giáo dục và Đào tạo
author: Hương Dịu
authors: [Trí Nhân, Bá Hải]
via: {name: Báo Mới, url: https://baomoi.com/ky-ket-quy-che-phoi-hop-c28325025.epi}
archived: https://web.archive.org/web/2026/https://baophutho.vn/ky-ket-quy-che-phoi-hop-248620.htm
published: 2026-02-27
collected: 2026-11-22
verbatim: false
""",
    Aggregator: """\
name: Báo Mới
url: https://baomoi.com/ky-ket-quy-che-phoi-hop-c28325025.epi
""",
    Correction: """\
date: 2026-03-02
note: Bài trước ghi nhầm số học sinh; nay sửa theo báo cáo của Sở.
""",
    Confirmation: """\
evidence: «chiều 27/2» ở đoạn mở đầu
confidence: vừa
""",
    Agency: """\
id: bdt-quang-nam
name: Ban Dân tộc tỉnh Quảng Nam
short: BDT
aliases: [Ban Dân tộc Quảng Nam]
kind: chinh-quyen
level: tinh
province: quang-nam
district: nam-giang
parent: ub-quang-nam
valid_from: 2025-07-01
valid_to: 2025-02-28
succeeded_by: [sdttg-quang-nam]
source: https://qrt.vn/chinh-tri/ten-bai/
note: Thành Sở Dân tộc và Tôn giáo.
inferred: {valid_to: ngày suy từ mốc chung của cả nước}
""",
    Program: """\
id: ca-sgd-phu-tho-2026
name: Quy chế phối hợp giữa Công an tỉnh và Sở Giáo dục và Đào tạo
short: Công an – giáo dục Phú Thọ từ 2026
aliases: [Quy chế công an, giáo dục Phú Thọ]
code: 09/CTr-BCA-MTTW
parties: [ca-phu-tho, sgd-phu-tho]
period: 2026-
period_label: năm học 2025-2026
signed: 2026-02-27
renews: ct09-bca-mttw-2013
implements: bca-bgd-2026
documents: [chuong-trinh-phoi-hop-09-ctr-bca-mttw]
source: https://baophutho.vn/ten-bai.htm
note: Nguồn không nêu số của quy chế.
inferred: {signed: năm suy từ ngày đăng}
""",
    Document: """\
id: nghi-dinh-03-2019-nd-cp
type: Nghị định
number: 03/2019/NĐ-CP
date: 2019-09-05
issuer: Chính phủ
title: Phối hợp giữa Bộ Công an và Bộ Quốc phòng
term: XI
variants: [03/2019/ND-CP]
source: https://ngoisao.vn/ten-bai.html
note: Thay Nghị định 77/2010/NĐ-CP.
""",
    Province: """\
id: quang-nam
name: Quảng Nam
type: tinh
code: "49"
aliases: [QNam]
earlier_names: [{name: Thừa Thiên Huế, valid_to: 2024-12-31}]
valid_from: 2025-07-01
valid_to: 2025-06-30
succeeded_by: [da-nang-2025]
document: nghi-quyet-202-2025-qh15
source: https://qrt.vn/chinh-tri/ten-bai/
note: Sắp xếp cùng thành phố Đà Nẵng.
""",
    EarlierName: """\
name: Thừa Thiên Huế
type: tỉnh
valid_to: 2024-12-31
source: https://ngoisao.vn/ten-bai.html
""",
    District: """\
id: nam-giang
name: Nam Giang
type: huyen
province: quang-nam
aliases: [H. Nam Giang]
valid_from: 2021-01-01
valid_to: 2025-06-30
succeeded_by: [thu-duc]
source: https://qrt.vn/chinh-tri/ten-bai/
note: Cấp huyện kết thúc hoạt động.
""",
    Glossary: """\
abbreviations: [{form: MTTQ, expansions: [Mặt trận Tổ quốc]}]
spellings: [{canonical: Đắk Lắk, variants: [Đăk Lăk]}]
synonyms: [{term: Covid-19, others: [corona]}]
regions: [{name: Tây Nguyên, provinces: [gia-lai, kon-tum]}]
""",
    Abbreviation: """\
form: MTTQ
expansions: [Mặt trận Tổ quốc]
""",
    Spelling: """\
canonical: Đắk Lắk
variants: [Đăk Lăk, Đắc Lắc]
note: Cách viết dùng trong bản tin.
""",
    Synonym: """\
term: an ninh trật tự
others: [trị an]
""",
    Region: """\
name: miền Tây
aliases: [Tây Nam Bộ, đồng bằng sông Cửu Long]
provinces: [an-giang, can-tho]
""",
}


def examples(record: type) -> dict[str, str]:
    """Return the example of each field of a record, by key."""
    lines = (line.partition(": ") for line in SAMPLES[record].splitlines())
    return {key: value for key, _, value in lines}
