"""Settings that the index and both query engines share, through the manifest."""

from bantin.model.sections import Section
from bantin.vietnamese.syllables import SYLLABLES

FORMAT = 3
FOLDER = f"{Section.SEARCH.address}chi-muc"
MANIFEST = "manifest.json"

# Sources of a term: the article's own text; registry records that it names; their other names only.
TEXT, REGISTRY, OTHER_NAME = range(3)
# The file of the years that meetings covered; no facet, as a reader chooses years otherwise.
COVERED = "ky"
# The file of the articles by the addresses of what they were made from, pasted into the box.
SOURCES = "dia-chi"
# What follows a year there that was covered with others.
AMONG = "+"
# How strongly an article has a term: levels from 1 to 15.
LEVEL_BITS = 4
TOP_LEVEL = (1 << LEVEL_BITS) - 1

# So many records of entities are in one file.
ENTITY_BLOCK = 16

# In bytes. A shard of this size is fetched in three packets.
SHARD_SIZE = 4_000
# A longer list has a file of its own: the list of “dân” should not burden its whole shard.
LONGEST_POSTING_LIST = 1_500
# Positions are asked for more rarely, in quoted phrases alone.
LONGEST_POSITION_LIST = 6_000

# Words that ask or connect: they count little.
STOP_WORDS_TEXT = (
    "ai bao bởi các cái cho chưa có của cùng cũng do đã đang đâu đây để đến đó được gì giữa hay "
    "hoặc hơn kể khi không là lần lúc mà mấy mỗi một năm nào này nên nếu như nhiêu những nơi "
    "nói ở ra rằng sao sau sẽ tại theo thì trong từ và vào vẫn về vì việc với xem hãy hỏi tìm "
    "họp "
)
STOP_WORDS = STOP_WORDS_TEXT.split()
# Fewer in a query typed without diacritics: “hop” may be họp (stop word) or hợp.
BARE_STOP_WORDS = "cac cua duoc khong nao nhieu nhung noi o thi trong va voi".split()  # noqa: SIM905 - as above

# What asks for the newest articles first, and is not searched for.
NEWEST = (
    "bài mới nhất", "tin mới nhất", "mới nhất", "gần đây nhất", "gần đây", "mới đây",
    "bai moi nhat", "tin moi nhat", "moi nhat", "gan day nhat", "gan day",
)  # fmt: skip
# What is left out before a name. Others with a capital letter begin names: Bà Rịa, Cô Tô, Anh Sơn.
HONORIFICS = (
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "tướng", "đồng chí", "đ/c", "Ông", "Tướng",
    "Đồng chí", "Đ/c",
)  # fmt: skip
# Ranks and offices that readers write before the name of a person; elsewhere they are searched for.
TITLES = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đô đốc", "phó đô đốc",
    "chuẩn đô đốc", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy",
    "tổng bí thư", "chủ tịch", "chủ tịch nước", "thủ tướng", "phó thủ tướng", "bộ trưởng",
    "thứ trưởng", "bí thư", "phó bí thư", "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng ban",
    "phó trưởng ban", "chính ủy", "tư lệnh", "tiến sĩ", "giáo sư", "linh mục", "hòa thượng",
    "thượng tọa",
)  # fmt: skip
# Months as they are spoken, by their numbers.
MONTHS = (
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
)  # fmt: skip

# The first three are weights, POWER an exponent, the rest per cent: “Ranking” in FORMAT.md.
# Whole numbers, so that Python and JavaScript agree to the last bit.
SCORING = {
    "pair": 10,
    "single": 4,
    "joined": 16,
    "stop": 15,
    "exact": 100,
    "digits": 97,
    "plain": 92,
    "unmarked": 70,
    "marked": 50,
    "other": 55,
    "other_cover": 80,
    "near": 70,
    "prefix": 80,
    "scattered": 45,
    "keep": 70,
    "known": 50,
    "covered": 100,
    "covered_among": 90,
    "held": 80,
    "undated": 60,
    "other_year": 40,
    "power": 2,
}
LIMITS = {"characters": 400, "words": 24, "alternatives": 6, "corrections": 4}
SHARED = {
    "stop": STOP_WORDS,
    "bare_stop": BARE_STOP_WORDS,
    "scoring": SCORING,
    "limits": LIMITS,
    "syllables": SYLLABLES,
    "newest": NEWEST,
    "honorifics": HONORIFICS,
    "titles": TITLES,
    "months": MONTHS,
}
