"""Vietnamese words for the closed lists of the content model."""

from collections.abc import Sequence

MEETING_TYPES = {
    "so-ket": "Sơ kết",
    "tong-ket": "Tổng kết",
    "ky-ket": "Ký kết",
    "giao-ban": "Giao ban",
    "trien-khai": "Triển khai",
    "kiem-tra": "Kiểm tra",
    "toa-dam": "Tọa đàm",
    "danh-gia": "Đánh giá",
    "khac": "Hoạt động khác",
}
AGENCY_KINDS = {
    "dang": "Cơ quan Đảng",
    "chinh-quyen": "Chính quyền",
    "luc-luong-vu-trang": "Lực lượng vũ trang",
    "mat-tran-doan-the": "Mặt trận và đoàn thể",
    "khac": "Cơ quan, đơn vị khác",
}
LEVELS = {
    "trung-uong": "Trung ương",
    "tinh": "Cấp tỉnh",
    "huyen": "Cấp huyện",
    "xa": "Cấp xã, cơ sở",
    "nuoc-ngoai": "Nước ngoài",
}
# The word that comes before the name of a province-level unit: “tỉnh Gia Lai”.
PROVINCE_TYPES = {"tinh": "tỉnh", "thanh-pho": "thành phố"}
# The word that comes before the name of a district-level unit: “huyện Krông Pa”.
DISTRICT_TYPES = {
    "huyen": "huyện",
    "quan": "quận",
    "thi-xa": "thị xã",
    "thanh-pho": "thành phố",
    "thi-tran": "thị trấn",
}
STATUSES = {
    "draft": "nháp",
    "review": "chờ duyệt",
    "published": "đăng",
    "retracted": "đã rút",
}
# What an editor may say of a conference that has not been held, and what the site then says of it.
PLAN_STATES = {"du-kien": "dự kiến", "hoan": "hoãn, chưa có ngày mới", "huy": "hủy"}
STAGES = {
    "da-hop": "Đã họp",
    "du-kien": "Dự kiến",
    "qua-ngay": "Qua ngày dự kiến, chưa có tin",
    "hoan": "Đã hoãn",
    "huy": "Đã hủy",
}
ROLES = {"chu-tri": "chủ trì", "phat-bieu": "phát biểu", "tham-du": "tham dự"}
# How far a task has come, as a later article says it.
TASK_STATES = {
    "xong": "Đã xong",
    "mot-phan": "Xong một phần",
    "chua": "Chưa làm",
    "khong-nhac": "Không nhắc lại",
}
UNTOLD = "Chưa có tin"
# Headings of the parts of an outcome, and what a new article says below them until an editor
# writes there.
# What import writes where a page does not name its source; never published.
UNKNOWN_SOURCE = "Nguồn chưa ghi tên"
UNKNOWN_TITLE = "Bài chưa có tiêu đề"
OUTCOMES = {"results": "Kết quả", "limits": "Hạn chế", "tasks": "Nhiệm vụ"}
OUTCOME_SAMPLES = {
    "results": "(Kết quả đạt được, theo báo cáo tại hội nghị.)",
    "limits": "(Tồn tại, hạn chế và nguyên nhân.)",
    "tasks": "(Nhiệm vụ, giải pháp trong thời gian tới.)",
}


def types_in_words(types: Sequence[str]) -> str:
    """Return “Sơ kết, ký kết”."""
    words = [MEETING_TYPES[name] for name in types]
    return ", ".join([*words[:1], *(word.lower() for word in words[1:])])


def capitalise(text: str) -> str:
    """Return the text with its first letter large; the rest as written."""
    return text[:1].upper() + text[1:]
