"""What the index and both query engines agree on; the manifest carries it to the browser."""

FORMAT = 3
FOLDER = "tim-kiem/chi-muc"
MANIFEST = "manifest.json"

# Where a term was met: in the article's own words, in registry records, by another name only.
TEXT, REGISTRY, OTHER = range(3)
LEVEL_BITS = 4
TOP_LEVEL = (1 << LEVEL_BITS) - 1

# Of a shard, in bytes; a list longer than LONGEST gets a file of its own.
SHARD_SIZE = 4_000
LONGEST = 1_500
LONGEST_PLACES = 6_000

# Words that ask or bind; the second list is for queries typed without marks, where fewer are safe.
STOP_WORDS = [
    "ai",
    "bao",
    "bởi",
    "các",
    "cái",
    "cho",
    "chưa",
    "có",
    "của",
    "cùng",
    "cũng",
    "do",
    "đã",
    "đang",
    "đâu",
    "đây",
    "để",
    "đến",
    "đó",
    "được",
    "gì",
    "giữa",
    "hay",
    "hoặc",
    "hơn",
    "kể",
    "khi",
    "không",
    "là",
    "lần",
    "lúc",
    "mà",
    "mấy",
    "mỗi",
    "một",
    "năm",
    "nào",
    "này",
    "nên",
    "nếu",
    "như",
    "nhiêu",
    "những",
    "nơi",
    "nói",
    "ở",
    "ra",
    "rằng",
    "sao",
    "sau",
    "sẽ",
    "tại",
    "theo",
    "thì",
    "trong",
    "từ",
    "và",
    "vào",
    "vẫn",
    "về",
    "vì",
    "việc",
    "với",
    "xem",
    "hãy",
    "hỏi",
    "tìm",
    "họp",
]
BARE_STOP_WORDS = [
    "cac",
    "cua",
    "duoc",
    "khong",
    "nao",
    "nhieu",
    "nhung",
    "noi",
    "o",
    "thi",
    "trong",
    "va",
    "voi",
]

# Integers only: Python and JavaScript then agree to the last bit.
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
    "power": 2,
}
LIMITS = {"characters": 400, "words": 24, "alternatives": 6, "corrections": 4}
SHARED = {
    "stop": STOP_WORDS,
    "bare_stop": BARE_STOP_WORDS,
    "scoring": SCORING,
    "limits": LIMITS,
}
