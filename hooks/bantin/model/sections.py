"""The sections of the site: every address but those of a few files at its root begins with one.

Addresses of pages, the main menu, and the check that no old address of an article hides a page all
come from this list. A new section of the site is a new line here.
"""

from enum import Enum


class Section(Enum):
    """A part of the site, by the first part of its addresses.

    Attributes:
        address: from the site root, such as ``co-quan/``.
        label: as menus and links call it.
        owner: the room of ``bantin`` or the folder of the project that fills it.
        in_menu: whether the main menu leads there.
    """

    NEWS = "tin/", "Tin hội nghị", "compile", True
    PROGRAMS = "chuong-trinh/", "Chương trình", "compile", True
    AGENCIES = "co-quan/", "Cơ quan", "compile", True
    PLACES = "dia-phuong/", "Địa phương", "compile", True
    DOCUMENTS = "van-ban/", "Văn bản", "compile", True
    PEOPLE = "nhan-su/", "Nhân sự", "compile", True
    YEARS = "nam/", "Theo năm", "compile", True
    STATISTICS = "so-lieu/", "Số liệu", "compile", True
    TYPES = "loai/", "Loại hội nghị", "compile"
    SEARCH = "tim-kiem/", "Tìm kiếm", "compile"
    DATA = "du-lieu/", "Dữ liệu mở", "publish"
    SOURCES = "nguon/", "Nguồn tin", "publish"
    HISTORY = "lich-su/", "Lịch sử chỉnh sửa", "publish"
    REPORT = "bao-cao/", "Thực hiện các quy định", "publish"
    ENGLISH = "en/", "English", "publish"
    HANDBOOK = "huong-dan/", "Hướng dẫn biên tập", "docs"
    PHOTOS = "anh/", "Ảnh gốc", "docs"
    PICTURES = "hinh/", "Ảnh đã thu nhỏ", "pictures"
    ASSETS = "assets/", "Kiểu và mã", "theme"
    ADMIN = "admin/", "Trang biên tập", "admin"

    def __init__(self, address: str, label: str, owner: str, in_menu: bool = False) -> None:  # noqa: FBT001, FBT002 - a column of the table above
        self.address = address
        self.label = label
        self.owner = owner
        self.in_menu = in_menu

    @property
    def folder(self) -> str:
        """The first part of its addresses, without a slash."""
        return self.address.rstrip("/")


MENU = tuple(section for section in Section if section.in_menu)
FOLDERS = frozenset(section.folder for section in Section)
# Folder below ``tin/`` of articles whose year no source gives, in place of that of a year.
UNKNOWN_YEAR = "chua-ro-nam"
