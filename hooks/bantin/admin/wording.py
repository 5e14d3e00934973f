"""Vietnamese words of the browser editor: choices, hints, names of single items."""

from bantin.model.labels import MEETING_TYPES, PLAN_STATES, ROLES, STATUSES, capitalise

CHOICES = {
    "status": {name: capitalise(words) for name, words in STATUSES.items()},
    "conference.session": {"sáng": "Sáng", "chiều": "Chiều", "tối": "Tối"},
    "conference.state": {name: capitalise(words) for name, words in PLAN_STATES.items()},
    "conference.types": MEETING_TYPES,
    "people.role": {role: capitalise(words) for role, words in ROLES.items()},
}
PART_OF_DATE = "Dạng năm-tháng-ngày: 2024-04-25. Chưa rõ thì ghi 2024-04 hoặc 2024."
HINTS = {
    "date": f"{PART_OF_DATE} Bài lấy lại mà không rõ ngày đăng thì để trống.",
    "updated": "Chỉ ghi khi có đính chính.",
    "lead": "Một hoặc hai câu nêu điều chính của bài.",
    "status": "Bài nháp không lên trang. Bài đã rút giữ địa chỉ và lời báo.",
    "conference": "Bỏ trống nếu bài không phải tin về hội nghị.",
    "conference.date": f"{PART_OF_DATE} Không rõ năm thì ghi --11-28.",
    "conference.state": "Chỉ ghi khi hội nghị chưa họp: hoãn, hủy; hoặc dự kiến mà chưa rõ ngày.",
    "conference.moved_from": "Ngày đã báo trước đó, khi hội nghị dời sang ngày họp ở trên.",
    "conference.covers": "2023, 2022-2024, 2023-Q3 (quý), 2020-H1 (nửa năm) hoặc ghi bằng lời.",
    "conference.reviews": "Chỉ ghi khi mỗi chương trình được xem xét một khoảng thời gian riêng.",
    "same_event_as": "Chỉ ghi khi đã có bài chính về hội nghị này, ví dụ tin/2024/ten-bai.md.",
    "programs": "Tìm theo tên hoặc số, có dấu hay không dấu.",
    "period": "2022-2026, 2013- (chưa kết thúc) hoặc 2022; chỉ ghi khi bài nêu một chương trình.",
    "agencies": "Cơ quan chủ trì đứng đầu.",
    "agencies.name": "Chỉ ghi khi cơ quan chưa có trong sổ.",
    "provinces": "Đơn vị hành chính vào ngày họp.",
    "districts": "Đơn vị hành chính vào ngày họp.",
    "people": "Chức vụ ghi theo ngày họp.",
    "photos": "Mỗi ảnh cần lời mô tả; ảnh JPEG, PNG hoặc WebP, không quá 20 MB.",
    "source": "Bắt buộc với bài lấy lại từ nơi khác.",
    "source.name": "Nơi đăng bài gốc; trang tổng hợp ghi ở mục riêng bên dưới.",
    "source.title": "Chép đúng từng chữ tiêu đề của bài gốc.",
    "source.author": "Một dòng như nguồn in; nhiều người thì ghi ở danh sách bên dưới.",
    "source.authors": "Chỉ ghi khi ô tác giả ở trên để trống.",
    "source.via": "Chỉ ghi khi đọc bài ở trang tổng hợp như Báo Mới mà biết nơi đăng gốc.",
    "inferred": "Điều bài gốc không ghi mà ta suy ra; người đọc thấy căn cứ này.",
    "to_confirm": "Xóa từng mục sau khi kiểm tra; còn mục nào thì bài chưa đăng được.",
    "id": "Chỉ ghi khi tệp đã đổi tên hoặc thư mục; giữ nguyên mãi, ví dụ tin/2024/ten-cu/.",
    "aliases": "Địa chỉ trước đây của bài, ví dụ tin/2024/ten-cu/.",
    "pinned": "Bài đứng đầu trang chủ đến hết ngày này.",
}
SINGULAR = {
    "agencies": "cơ quan",
    "conference.reviews": "chương trình",
    "source.authors": "tác giả",
    "people": "người",
    "photos": "ảnh",
    "corrections": "lần đính chính",
    "inferred": "điều suy ra",
    "to_confirm": "mục chờ xác nhận",
}
SUMMARIES = {
    "agencies": "{{fields.id}} {{fields.name}}",
    "conference.reviews": "{{fields.program}} {{fields.covers}}",
    "people": "{{fields.name}}",
    "photos": "{{fields.caption}}",
    "corrections": "{{fields.date}}",
    "inferred": "{{fields.field}}",
    "to_confirm": "{{fields.field}}",
}
KEY_LABEL = "Trường"
VALUE_LABEL = "Căn cứ"
