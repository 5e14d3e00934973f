"""Words of offices: titles of persons, words within names of bodies, words that end an office."""

import re

# Military ranks; they stand before a name and go first in an office.
RANK = (
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy|uý)|(?:Chuẩn|Phó)\s+[Đđ]ô đốc|Đô đốc"
    r"|(?:Thượng|Trung|Hạ) sĩ)(?!\w)(?:\s+nghỉ hưu)?"
)
# Degrees, professions and the clergy, as they stand before a name.
_DEGREE = (
    r"(?:GS|PGS|TSKH|TS|ThS|BSCKII|BSCKI|BS|LS|KS|CN)(?:\.\s?(?:GS|PGS|TSKH|TS|ThS|BS))*\b"
    r"(?:\s?CK\s?(?:II|I|2|1)\b)?"
    r"|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư|Cử nhân"
)
_CLERGY = (
    r"Hòa thượng|Thượng tọa|Đại đức|Ni trưởng|Ni sư|Sư cô|Linh mục|Mục sư|Giám mục|Già làng"
    r"|Nghệ nhân|Nhà giáo ưu tú|Nhà giáo nhân dân"
)
TITLE = rf"(?:{RANK}|{_DEGREE}|{_CLERGY})"
# Words (in small letters) that begin an office.
OFFICE = re.compile(
    r"(?:(?:nguyên|quyền|q\.|cố|cán bộ|đồng)\s+)*(?:ủy viên|uỷ viên|uvbtv|uvbch|bí thư"
    r"|phó(?! đô đốc| giáo sư)"
    r"|trưởng|chủ tịch|giám đốc|chỉ huy (?:trưởng|phó)|chính ủy|chính uỷ"
    r"|chính trị viên|tư lệnh|bộ trưởng|thứ trưởng|chánh (?:văn|thanh|án|tòa|toà|thư|vp|tt)"
    r"|viện (?:trưởng|phó)|cục (?:trưởng|phó)"
    r"|vụ (?:trưởng|phó)|tổng (?:biên|giám|thư|cục|bí|thanh|phụ)|thường trực|đại biểu"
    r"|(?:tổng )?tham mưu|tổng kiểm|kiểm sát viên|chuyên viên|kế toán trưởng|thẩm phán|trợ lý"
    r"|(?:hạm|lữ|sư|trung|tiểu|đại|hải) (?:đội |đoàn )?trưởng|(?:xã|phường|huyện) đội"
    r"|linh mục|mục sư|hòa thượng|thượng tọa|giám mục|già làng|trụ trì"
    r"|hiệu (?:trưởng|phó)|đội (?:trưởng|phó)|chủ nhiệm|thư ký|đồn (?:trưởng|phó)"
    r"|(?:hội|hạt|trạm|tổ|cụm|khoa|chi cục) (?:trưởng|phó)|ptb|tuv|huv|pct|pgđ"
    r"|pbt|(?:thành|tỉnh|huyện|thị|quận|đảng) (?:ủy|uỷ) viên|uvtv)(?!\w)"
)
# What a person was at the meeting only, no office: “Phó Giám đốc Sở Nội vụ – trưởng đoàn”.
ROLE_ONLY = re.compile(
    r"(?:phó )?trưởng đoàn(?: (?:công tác|kiểm tra|giám sát|liên ngành|khảo sát))*$", re.IGNORECASE
)
# Words that say what the person did: the office ends before them.
_VERBS = """
đồng chủ trì, chủ trì, đồng chủ tọa, chủ tọa, điều hành, điều khiển, phát biểu, đã, đang, sẽ, vừa,
từng, dự, tham dự, đến, về, tới, cùng, với, cho, khẳng định, nhấn mạnh, yêu cầu, đề nghị, ghi
nhận, đánh giá, biểu dương, trao, tặng, kết luận, làm, tại, ở, trong, trên, báo cáo, thay mặt,
trình bày, ký, kí, chúc, tiếp thu, bày tỏ, gợi ý, chỉ đạo, chỉ rõ, chỉ ra, quán triệt, mong, lưu
ý, tham gia, tham luận, thông tin, thông báo, thông qua, nêu, nói, nhận, thừa nhận, hứa, đồng ý,
đề xuất, bổ sung, thống nhất, kêu gọi, giao(?! thông| dịch| ban), kể, chốt, góp, cam kết, khuyên,
nhắc, trả lời, phân tích, giải thích, giải trình, xác nhận, chia sẻ, băn khoăn, trăn trở, tâm tư,
đồng tình, tán thành, công bố, gửi, cảm ơn, tin tưởng, tin rằng, hy vọng, dặn, trực tiếp, đại
diện, khai mạc, bế mạc, dẫn đầu, đứng, tiếp(?! dân| công dân), đón, hỏi, đáp, bàn(?! giao), phản
ánh, phê bình, nhìn nhận, lý giải, tâm sự, khen(?! thưởng), hoan nghênh, tuyên bố, cảnh báo, lo
ngại, lo lắng, muốn, cần, phải, xin, được, bị, có, thì, lại, cũng, vẫn, đều, còn, đọc, thẳng thắn,
chung ý kiến, chung quan điểm, để, nhằm, khi, sau, trước, từ, theo, do, bởi, vì, nên, mà, rằng,
như, là, ra quân, giới thiệu, phổ biến, triển khai, tổng kết, sơ kết, chứng kiến, thăm, mở đầu,
nhất trí, quyết định, ủng hộ, cho biết, cho hay, cho rằng, gọi, viết, xem, thấy, hiểu, coi, không,
chưa, chẳng, rất, luôn, đặc biệt, đồng thời, ngày, sáng, chiều, tối, hôm, lúc, hai, ba, ngoài ra,
tiếp tục, hướng dẫn, đôn đốc, động viên, ấn tượng, vui mừng, nhiệt liệt, trân trọng, mời, tuyên
dương, cử, phân công, đăng ký, khảo sát, nghe, tán dương, chủ động, tích cực, thường xuyên, cụ
thể, trích, dẫn, so sánh, tóm lại, kiến nghị, khuyến khích, nhận xét, nhận định, nhìn lại, điểm
lại, thổ lộ, bộc bạch, trao đổi, thảo luận, tranh luận, hiến kế, đối thoại, làm rõ, chuyển, thắp,
dâng, cắt, phát động, giữ, (?:kiểm tra|thanh tra|giám sát)(?= [a-zà-ỹđ])(?!
(?:tỉnh|huyện|đảng|thành|thị)), cầm, bắt tay, tỏ ra, tỏ, đính chính
"""
STOP = re.compile(rf"(?:{'|'.join(' '.join(verb.split()) for verb in _VERBS.split(','))})(?!\w)")
# Words before which such a word belongs to a name: “Ban | chỉ đạo”, “việc | làm”.
NAME_BEFORE = re.compile(r"(?:[Bb]an|việc|cải|[Pp]hòng|xúc|môi|hỗ|học)\s$")
# Syllables of names of bodies and of titles.
WITHIN = frozenset(
    """
    tỉnh ủy uỷ an ban dân huy phòng nhân đội giáo trưởng tộc sự ương phố tịch trận quốc xã đoàn
    hội dục thành viên huyện thư lệnh đạo động vụ trực niên hiệp nhiệm hiểm nữ đốc chiến sản binh
    khu biểu chính quận mưu quân cục tế hàng chi nhánh án thập đỏ thị kiểm sát biển chủng thuật
    sách cán đảng thanh hình quan minh tác đồn biên phường bàn nghiệp nông thôn trị tạo phó trung
    tâm công thương lâm ngư môi trường khoa học nghệ kinh hậu cần kỹ cứu nạn hộ trật tự ninh mạng
    ma túy điều tra quản lý hành tư pháp nội văn tổng hợp thi đua thưởng tổ chức bộ chuyên trách
    kiêm phụ quyền lực lượng vũ trang cơ sở khối doanh đài phát truyền tin sóng bản ấp buôn làng
    khóm thủy lợi điện nước rừng bảo tồn vườn gia phật hóa hoá thể thao du lịch đầu kế hoạch tài
    ngân thuế hải kho bạc xây dựng giao thông vận tải việc dạy nghề cao đẳng đại dịch vực liên
    ngành thường cấp đặc ngoại đối lao tôn quyết bí giám cựu xung phong chất độc luật nhà báo hạt
    trạm lữ sư tiểu hạm cảng không viễn bưu lộ giới cảnh cháy chữa phẩm dược viện bệnh cửa khẩu
    dưỡng lão thọ khuyến ty tham vấn sỹ sĩ
    """.split()  # noqa: SIM905 - two hundred quotation marks would hide the words
)
# Units: a name of a body goes on with one even over words that nothing knows.
UNITS = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "thị", "thành", "trung"))
