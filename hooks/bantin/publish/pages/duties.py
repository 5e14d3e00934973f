"""The duties that the portal answers for, in the order of the report."""

from bantin.compile.addresses import DATA, ENGLISH, NEWS, SEARCH, STATEMENT
from bantin.compile.page import Link
from bantin.publish.pages.duty import Duty, declared, not_verified, proved_by, shown
from bantin.publish.pages.source_duties import (
    has_enough_sources,
    has_state_domain,
    names_sources,
    waits_an_hour,
)

ABOUT = Link("gioi-thieu/", "Giới thiệu")
ENGLISH_PAGE = Link(ENGLISH, "Structure and contacts")
SEARCH_PAGE = Link(SEARCH, "Tìm kiếm")
DATA_PAGE = Link(DATA, "Dữ liệu mở")
STATEMENT_PAGE = Link(STATEMENT, "Tuyên bố về khả năng tiếp cận")

SERVICES = "Nghị định 42/2022/NĐ-CP"
PRESS = "Nghị định 147/2024/NĐ-CP (thay Nghị định 72/2013/NĐ-CP)"
LAYOUT = "Thông tư 22/2023/TT-BTTTT"
SCORES = "Ngưỡng đo năm 2025 của Bộ Khoa học và Công nghệ"
ACCESS = "Thông tư 26/2020/TT-BTTTT"
FLOOR = "Thông tư 32/2017/TT-BTTTT, Điều 18 (hiệu lực chưa xác nhận)"
LETTERS = "TCVN 6909:2001"
METADATA = "Thông tư 24/2011/TT-BTTTT (hết hiệu lực ngày 5/4/2024, vẫn giữ)"
NOT_IN_BUILD = "không thể thấy từ việc dựng trang; cơ quan chủ quản xác nhận"

# Contacts that the publisher has to declare; keys as in its settings.
CONTACTS = {
    "name": "tên cơ quan",
    "address": "địa chỉ",
    "phone": "điện thoại",
    "email": "thư điện tử",
}
# Tests that prove a duty; without its file in the project, a duty is not verified.
AXE = "tests/browser/test_axe.py"
KEYS = "tests/browser/test_keyboard.py"
TOOLS = "tests/browser/test_toolbar.py"
HEADS = "tests/unit/publish/test_heads.py"
SITE = "tests/publish/test_site.py"
SERVING = "tests/serving/test_nginx.py"
QUERIES = "tests/search/test_quality.py"

DUTIES = (
    Duty(f"{SERVICES}, Điều 4", "Công bố tên, địa chỉ, điện thoại, thư điện tử của cơ quan",
         declared(ABOUT, **CONTACTS)),
    Duty(f"{SERVICES}, Điều 4", "Công bố người chịu trách nhiệm, đầu mối liên hệ",
         declared(ABOUT, responsible="người chịu trách nhiệm nội dung")),
    Duty(f"{SERVICES}, Điều 6", "Tên miền .gov.vn", has_state_domain),
    Duty(f"{SERVICES}, Điều 7", "Tìm được nội dung đầy đủ, chính xác",
         proved_by(QUERIES, "bộ câu hỏi tìm kiếm chạy lại ở mỗi lần thử", SEARCH_PAGE)),
    Duty(f"{SERVICES}, Điều 7", "Liên kết đúng đến các cơ quan liên quan",
         not_verified("chưa có danh sách liên kết do cơ quan chủ quản khai báo")),
    Duty(f"{SERVICES}, Điều 7", "In và lưu được từng bài",
         proved_by(TOOLS, "có nút In, Lưu ở mỗi bài", Link(NEWS, "Tin hội nghị"))),
    Duty(f"{SERVICES}, Điều 7", "Cơ cấu tổ chức và liên hệ bằng tiếng Anh",
         declared(ENGLISH_PAGE, **CONTACTS)),
    Duty(f"{PRESS}, Điều 24", "Ghi rõ tên nguồn, tác giả, thời gian nguồn đăng", names_sources),
    Duty(f"{PRESS}, Điều 28", "Đăng lại sau nguồn ít nhất một giờ", waits_an_hour),
    Duty(f"{PRESS}, Điều 28", "Có ít nhất ba nguồn", has_enough_sources),
    Duty(f"{PRESS}, Điều 28", "Thỏa thuận bằng văn bản với nguồn", not_verified(NOT_IN_BUILD)),
    Duty(f"{PRESS}, Điều 24", "Không có bình luận của người đọc",
         proved_by(SITE, "trang không nhận nội dung nào ngoài ô tìm kiếm")),
    Duty(f"{PRESS}, Điều 24", "Tên không gây nhầm với cơ quan báo chí",
         not_verified("do cơ quan chủ quản chọn tên")),
    Duty(LAYOUT, "Lưu trữ có cấu trúc, chia sẻ được dữ liệu",
         proved_by("tests/unit/publish/test_data.py", "JSON, CSV kèm lược đồ", DATA_PAGE)),
    Duty(LAYOUT, "Bố cục trang theo chương về bố cục",
         not_verified("chưa đối chiếu được toàn văn thông tư")),
    Duty(LAYOUT, "Gắn mã và nhãn giám sát của hệ thống EMC",
         not_verified("do cơ quan chủ quản đăng ký; trang không gắn mã của bên khác")),
    Duty(LAYOUT, "An toàn thông tin: chính sách nội dung chặt, không tải gì từ nơi khác",
         proved_by(SERVING, "tiêu đề bảo mật được thử trên máy chủ thật")),
    Duty(SCORES, "Nội dung đầu < 3 giây, nội dung lớn nhất < 4 giây, hiển thị đủ < 5,8 giây, "
         "thời gian bận < 0,6 giây",
         not_verified("đã đo dưới ngưỡng ở hai loại trang trên mạng 4G chậm (bench/README.md), "
                      "chưa đo thời gian hiển thị đủ và chưa đo ở máy chủ thật")),
    Duty(ACCESS, "Áp dụng tiêu chuẩn cho người khuyết tật",
         proved_by(AXE, "thử tự động mọi loại trang", STATEMENT_PAGE)),
    Duty(FLOOR, "Tương phản, không nhấp nháy, có chữ thay ảnh, liên kết có nghĩa",
         proved_by(AXE, "thử tự động mọi loại trang", STATEMENT_PAGE)),
    Duty(FLOOR, "Người đọc đổi được màu và cỡ chữ",
         proved_by(TOOLS, "có cỡ chữ, tương phản cao, nền tối", STATEMENT_PAGE)),
    Duty(LETTERS, "Chữ Việt theo Unicode, dạng dựng sẵn",
         proved_by(SITE, "mọi trang đều ở dạng NFC")),
    Duty(METADATA, "Dữ liệu đặc tả Dublin Core ở mỗi trang",
         proved_by(HEADS, "có ở phần đầu mỗi trang")),
    Duty("Nghị định 13/2018/NĐ-CP", "Mục về tiếp cận thông tin cho người khuyết tật",
         shown(STATEMENT, "Tuyên bố về khả năng tiếp cận", "có trang riêng")),
)  # fmt: skip
