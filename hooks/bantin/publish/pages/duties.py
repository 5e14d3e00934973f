"""The duties that the portal answers for, in the order of the report."""

from bantin.compile.addresses import DATA, ENGLISH, NEWS, SEARCH, STATEMENT
from bantin.compile.page import Link
from bantin.publish.pages.duty import Duty, declared, for_digests, not_verified, proved_by, shown
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
# Tests that prove a duty, by their names; each must have passed on the code that builds.
BROWSER, SEARCHING, SERVED = "tests/browser/", "tests/search/", "tests/serving/"
AXE = tuple(
    f"{BROWSER}test_axe.py::{name}"
    for name in (
        "test_axe_finds_nothing_at_two_widths_in_two_schemes",
        "test_axe_finds_nothing_in_high_contrast_with_all_panels_open",
    )
)
KEYS = tuple(
    f"{BROWSER}test_keyboard.py::{name}"
    for name in (
        "test_skip_link_is_first_and_leads_to_the_content",
        "test_drawer_opens_and_closes_by_keyboard",
        "test_wide_table_scrolls_by_arrow_keys",
        "test_toolbar_keeps_the_focus_while_type_grows",
    )
)
LOOKS = tuple(
    f"{BROWSER}test_toolbar.py::{name}"
    for name in (
        "test_type_grows_and_shrinks_in_steps_and_is_remembered",
        "test_contrast_is_black_on_white_and_remembered",
        "test_dark_and_light_can_be_turned_round_and_back",
    )
)
ALOUD = (f"{BROWSER}test_toolbar.py::test_reading_aloud_says_every_sentence_in_vietnamese",)
COPIES = (
    f"{BROWSER}test_toolbar.py::test_print_opens_the_browser_dialogue",
    f"{BROWSER}test_toolbar.py::test_saved_file_stands_alone",
)
HEADS = ("tests/unit/publish/test_heads.py::test_dublin_core_of_an_article",)
TABLES = (
    "tests/unit/publish/test_data.py::test_rows_follow_their_schema",
    "tests/unit/publish/test_data.py::test_csv_has_the_rows_of_json",
)
LETTER_FORMS = ("tests/publish/test_site.py::test_every_word_is_precomposed",)
NO_FORMS = ("tests/publish/test_site.py::test_no_page_takes_more_than_a_question",)
SERVING = (
    f"{SERVED}test_nginx.py::test_every_answer_carries_the_headers",
    f"{SERVED}test_browser.py::test_no_page_breaks_the_policy",
    f"{SERVED}test_browser.py::test_a_foreign_script_is_refused",
)
QUERIES = (
    f"{SEARCHING}test_quality.py::test_development_queries_are_answered_well",
    f"{SEARCHING}test_quality.py::test_every_article_that_has_a_phrase_is_found",
)

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
         proved_by(COPIES, "có nút In, Lưu ở mỗi bài", Link(NEWS, "Tin hội nghị"))),
    Duty(f"{SERVICES}, Điều 7", "Cơ cấu tổ chức và liên hệ bằng tiếng Anh",
         declared(ENGLISH_PAGE, **CONTACTS)),
    Duty(f"{PRESS}, Điều 24", "Ghi rõ tên nguồn, tác giả, thời gian nguồn đăng",
         for_digests(names_sources)),
    Duty(f"{PRESS}, Điều 28", "Đăng lại sau nguồn ít nhất một giờ", for_digests(waits_an_hour)),
    Duty(f"{PRESS}, Điều 28", "Có ít nhất ba nguồn", for_digests(has_enough_sources)),
    Duty(f"{PRESS}, Điều 28", "Thỏa thuận bằng văn bản với nguồn",
         for_digests(not_verified(NOT_IN_BUILD))),
    Duty(f"{PRESS}, Điều 24", "Không có bình luận của người đọc",
         for_digests(proved_by(NO_FORMS, "trang không nhận nội dung nào ngoài ô tìm kiếm"))),
    Duty(f"{PRESS}, Điều 24", "Tên không gây nhầm với cơ quan báo chí",
         for_digests(not_verified("do cơ quan chủ quản chọn tên"))),
    Duty(LAYOUT, "Lưu trữ có cấu trúc, chia sẻ được dữ liệu",
         proved_by(TABLES, "JSON, CSV kèm lược đồ", DATA_PAGE)),
    Duty(LAYOUT, "Bố cục trang theo chương về bố cục",
         not_verified("chưa đối chiếu được toàn văn thông tư")),
    Duty(LAYOUT, "Gắn mã và nhãn giám sát của hệ thống EMC",
         not_verified("do cơ quan chủ quản đăng ký; trang không gắn mã của bên khác")),
    Duty(LAYOUT, "An toàn thông tin: chính sách nội dung chặt, không tải gì từ nơi khác",
         proved_by(SERVING, "máy chủ gửi tiêu đề bảo mật thì trình duyệt chặn thứ từ nơi khác")),
    Duty(SCORES, "Nội dung đầu < 3 giây, nội dung lớn nhất < 4 giây, hiển thị đủ < 5,8 giây, "
         "thời gian bận < 0,6 giây",
         not_verified("đã đo dưới ngưỡng ở hai loại trang trên mạng 4G chậm, chưa đo thời gian "
                      "hiển thị đủ và chưa đo ở máy chủ thật")),
    Duty(ACCESS, "Áp dụng tiêu chuẩn cho người khuyết tật",
         proved_by(AXE, "thử tự động mọi loại trang", STATEMENT_PAGE)),
    Duty(FLOOR, "Không có nội dung nhấp nháy",
         not_verified("phép thử tự động không thấy được nhấp nháy")),
    Duty(FLOOR, "Tương phản, có chữ thay ảnh, liên kết có nghĩa",
         proved_by(AXE, "thử tự động mọi loại trang", STATEMENT_PAGE)),
    Duty(FLOOR, "Người đọc đổi được màu và cỡ chữ",
         proved_by(LOOKS, "có cỡ chữ, tương phản cao, nền tối", STATEMENT_PAGE)),
    Duty(LETTERS, "Chữ Việt theo Unicode, dạng dựng sẵn",
         proved_by(LETTER_FORMS, "mọi trang đều ở dạng NFC")),
    Duty(METADATA, "Dữ liệu đặc tả Dublin Core ở mỗi bài",
         proved_by(HEADS, "có ở phần đầu trang của bài")),
    Duty("Nghị định 13/2018/NĐ-CP", "Mục về tiếp cận thông tin cho người khuyết tật",
         shown(STATEMENT, "Tuyên bố về khả năng tiếp cận", "có 1 trang riêng, dẫn từ báo cáo này")),
)  # fmt: skip
