"""Boilerplate of portals: lines, prefixes and endings that they print around an article."""

import re

from bantin.vietnamese.letters import compile_cased

FLAGS = re.IGNORECASE

# A whole line that is never part of an article: counters and buttons (“Lượt xem: 120”, “A- A A+”),
# names of picture files, leftovers of content systems (“PublishingPortal”, “leftcenterrightdel”),
# menus and breadcrumbs, sharing, contact data, the heads of letters and e-mails.
LINE = re.compile(
    r"""(?:
      publishingportal\b.* | .*\bblock_\w+.* | block_\w+
    | (?:\W*(?:(?:tăng|giảm|xem\ với|đổi)\ cỡ\ chữ|in\ trang|in\ bài)\W*)+ | cỡ\ chữ\W*.{0,12}
    | (?:[Aa]\s*[-+]?\s*){2,4} | [+\-]\s*aa\s*[+\-]
    | \d+\s*/\s*\+\s*aa\s*-.* | aa
    | (?:\W|lượt\ (?:xem|đọc|truy\ cập)|số\ lần\ đọc|đã\ xem|views?|lần|in\ bài(?:\ viết)?|in\ trang
        |gửi\ (?:e?mail|bài|bài\ viết|cho\ bạn\ bè)|lưu\ bài(?:\ viết)?|\d)+
    | \d{1,7} | [\W_]+ | \W*!\[[^\]]*\]\([^)]*\)\W*
    | (?:description|mô\ tả)\s*:.* | .*\b[a-z]:\\(?:users|documents|[\w\ ]+\\).*
    | [\w\-.()&% ]+\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic|mp4)
    | analytic[s]? | multimedia\b.{0,40} | en | vi | vie | english | tiếng\ việt | trang\ chủ
    | <?\s*(?:trở\ về|quay\ lại)(?:\ trang\ trước)?\b.{0,60}
    | gửi\ (?:bình\ luận|phản\ hồi|ý\ kiến)\b.{0,60} | (?:tên\ file|stt\ tên\ file|tệp\ đính\ kèm).*
    | thích(?:\W*\d+)?(?:\W*chia\ sẻ)? | (?:bài|tin)\ (?:trước|sau|kế\ tiếp|mới\ hơn|cũ\ hơn)\s*:.*
    | »\s*.*\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)
    | (?:chia\ sẻ|share|facebook|zalo|twitter|copy\ link|sao\ chép\ liên\ kết|email
        |bookmark|like|nghe\ (?:đọc\ )?bài|đọc\ bài)
        (?:\W+(?:chia\ sẻ|share|facebook|zalo|twitter|copy\ link|email|lên))*\W*
    | mời\ (?:quý\ )?(?:độc\ giả|bạn\ đọc|bạn)\b.*
    | theo\ dõi\ .{0,40}\b(?:trên|tại)\ (?:google|facebook|zalo|fanpage|youtube)\b.*
    | giá\ nông\ sản\b.* | leftcenterrightdel | (?:từ\ khóa|tags?|chủ\ đề|bài\ liên\ quan)\s*:.*
    | (?:cộng\ h[oò][àa]\ xã\ hội\ chủ\ nghĩa\ việt\ nam|đảng\ cộng\ sản\ việt\ nam
        |độc\ lập\W+tự\ do\W+hạnh\ phúc)\W*
    | (?:\W*(?:in\ trang|in\ bài|quay\ lại|trở\ lại|về\ đầu\ trang|đầu\ trang|gửi\ email|lưu)\W*)+
    | ảnh\ minh\ họa\W* | (?:nhảy|chuyển|bỏ\ qua)\ (?:đến|tới)\ nội\ dung\W*
    | (?:[\w\ .]{2,40}[|·•-]\s*)?\d{1,2}\ (?:phút|giờ|ngày|tuần|tháng|năm)\ trước(?:\s*bài\ gốc)?
    | nhiệt\ liệt\ (?:hoan\ nghênh|chào\ mừng)\b.{0,200} | viết\ bình\ luận(?:\ mới)?
    | \W*(?:pv|ctv|bbt|phóng\ viên|ban\ biên\ tập)\W* | (?:in|in\ ra|lưu\ bài(?:\ viết)?(?:\ này)?)
    | bạn\ là\ người\ thứ\ [\d.,]+\b.{0,40}
    | (?:số\ người\ )?đang\ (?:online|trực\ tuyến|truy\ cập)\s*:?\s*[\d.,]*
    | tin\ bài | (?:copyright|bản\ quyền|©).* | nơi\ nhận\s*:.* | kính\ gửi\b.{0,120}
    | (?:from|to|cc|bcc|subject|reply-to|attachments?|người\ nhận|đính\ kèm)\s*:.{0,200}
    | điện\ thoại\s*:.{0,40} | đường\ dây\ nóng\s*:.{0,40} | powered\ by\b.{0,40}
    | (?:\#[\w-]+\s*)+ | (?:\d[\d.,kK]*\s+)?
        (?:(?:\d[\d.,kK]*\s*)?(?:bình\ luận|(?:lượt\ )?(?:chia\ sẻ|thích))\W*)+
    | đánh\ giá\ bài\ viết\b.{0,20} | bạn\ (?:phải|cần)\ đăng\ nhập\b.{0,60}
    | mời\ bạn\ đọc\b.{0,60} | bạn\ đang\ (?:ở|xem)\s*:.{0,120} | site\ actions | details
    | chi\ tiết(?:\ bài\ viết)? | prev(?:ious)?\W+next
    | (?:nội\ dung|trang)\ (?:trang|nhất|in) | (?:bản\ )?in\ từ\s*:?\s*(?:https?://|www\.)\S+
    | \W*đóng\ cửa\ sổ\W* | vào\ lúc\ \d{1,2}:\d{2}(?:\ nhãn:.{0,60})?
    | .{0,40}\bbreadcrumb\b.{0,40}
    | trang\ chủ\s*(?:[>»/›|]|&gt;).*
    )""",
    FLAGS | re.VERBOSE,
)  # fmt: skip

# The heading of a list of other articles (“Tin liên quan”, “Đọc nhiều”): the headlines below it go,
# running text that follows stays.
OTHER_ARTICLES = re.compile(
    r"""\W*(?:
      (?:các\ )?(?:tin|bài)(?:,?\ (?:tin|bài|viết))?\ (?:có\ )?
        (?:liên\ quan|khác|mới\ hơn|cũ\ hơn|cùng\ (?:loại|nhóm|(?:chuyên\ )?mục)|đã\ đưa|mới\ nhất
        |nổi\ bật|đọc\ nhiều|đã\ đăng|cùng\ chủ\ đề)
        (?:\ cùng\ (?:chuyên\ )?mục)?
    | (?:tin\ |bài\ )?cùng\ (?:chủ\ đề|(?:chuyên\ )?mục|tác\ giả|sự\ kiện)
    | (?:tin|bài)\ (?:mới|nóng|hot|đọc\ nhiều|xem\ nhiều|tiêu\ điểm) | tiêu\ điểm | nổi\ bật
    | đăng\ nhập\ để\ (?:gửi|bình\ luận|viết)\b.{0,40} | related\ (?:articles|posts|news)
    | (?:xem|đọc)\ (?:thêm|nhiều(?:\ nhất)?) | có\ thể\ bạn\ quan\ tâm
    | lịch\ (?:công\ tác|tiếp\ dân) | hình\ ảnh(?:\ hoạt\ động)?
    | thư\ viện\ ảnh | video(?:\ clip)? | bình\ luận(?:\ \(\d+\))? | ý\ kiến\ (?:bạn\ đọc|của\ bạn)
    | liên\ kết\ website | danh\ mục | chuyên\ mục
    | thông\ báo | văn\ bản\ mới | thăm\ dò\ ý\ kiến | tin\ tức\ khác | stt\ tên\ file\ upload.*
    )\W*(?:\d+)?\W*""",
    FLAGS | re.VERBOSE,
)

# Of these, what the menu above an article has too.
MENU = re.compile(
    r"\W*(?:lịch (?:công tác|tiếp dân)|hình ảnh(?: hoạt động)?|thư viện ảnh|video(?: clip)?"
    r"|liên kết website|danh mục|chuyên mục|thông báo|văn bản mới|tin tức khác)\W*",
    FLAGS,
)

# The name of the paper before the first sentence: “(Báo Gia Lai) - ”, “BGL - ”, “TTXVN | ”.
PAPER_PREFIX = compile_cased(
    r"^(?:\((?P<name>[^()\d]{2,30})\)\s*[-–—]?\s*|[A-ZĐ][A-ZĐ&.]{1,9}\s*(?:[-–—]|\|)\s+)"
    r"(?=[\U“\"])"
)
PICTOGRAPH = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]+ ?")
# Words that content systems leave at the beginning of a paragraph.
LEFTOVER_WORD = re.compile(r"^(?:leftcenterrightdel|analytics?)\s+", FLAGS)
# The beginning of a line in an archive: “date 2024-04 ”, then perhaps the section of the site.
MONTH_PREFIX = re.compile(r"^date\s+(\d{4}-\d{2}(?:-\d{2})?)\s*", FLAGS)
SECTION_PREFIX = compile_cased(
    r"^(?:Quốc phòng(?: - An ninh)?|An ninh(?: - Quốc phòng)?"
    r"|Chính trị(?: - Xã hội)?|Xã hội|Thời sự"
    r"|Tin tức(?: - Sự kiện)?|Tin trong tỉnh|Trong tỉnh|Pháp luật|Kinh tế|Văn hóa|Đời sống|Giáo dục"
    r"|Dân tộc(?: - Tôn giáo)?|Dân vận|Hoạt động|Tin hoạt động|Xây dựng Đảng|Nội chính)"
    r"(?:\s*[|›»>-])?\s+(?=[\U][\L])"
)
# The end of an article: “…./.”, “ |”, “ ( )”.
ENDING = re.compile(r"(?P<dots>…|\.\.\.)?[.\s]*/\s*\.?\s*$|\s*\|\s*$|\s*\(\s*\)\s*$")
# An address that ends a text keeps its slash.
ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)\S*[\w-]/\.?\s*$", re.IGNORECASE)
FILE_NAME = re.compile(r"\b[\w\-]+\.(?:jpe?g|png|gif|bmp)\b", FLAGS)
