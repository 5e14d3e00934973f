"""The sections of the site: every address but those of a few files at its root begins with one.

Addresses of pages, the main menu, the footer, and the check that no old address of an article hides
a page all come from this list. A new section of the site is a new line here.
"""

from enum import Enum
from typing import Literal


class Section(Enum):
    """A part of the site, by the first part of its addresses.

    Attributes:
        address: from the site root, such as ``co-quan/``.
        label: as menus and links call it.
        owner: the room of ``bantin`` or the folder of the project that fills it.
        linked_in: what of every page leads there: the main menu or the footer, each in this order.
    """

    NEWS = "tin/", "Tin hội nghị", "compile", "menu"
    PROGRAMS = "chuong-trinh/", "Chương trình", "compile", "menu"
    AGENCIES = "co-quan/", "Cơ quan", "compile", "menu"
    PLACES = "dia-phuong/", "Địa phương", "compile", "menu"
    DOCUMENTS = "van-ban/", "Văn bản", "compile", "menu"
    PEOPLE = "nhan-su/", "Nhân sự", "compile", "menu"
    YEARS = "nam/", "Theo năm", "compile", "menu"
    TASKS = "nhiem-vu/", "Nhiệm vụ", "compile", "menu"
    STATISTICS = "so-lieu/", "Số liệu", "compile", "menu"
    ANNOUNCED = "sap-dien-ra/", "Hội nghị báo trước", "compile"
    TYPES = "loai/", "Loại hội nghị", "compile", "footer"
    SEARCH = "tim-kiem/", "Tìm kiếm", "compile"
    DATA = "du-lieu/", "Dữ liệu mở", "publish", "footer"
    SOURCES = "nguon/", "Nguồn tin", "publish", "footer"
    HISTORY = "lich-su/", "Lịch sử chỉnh sửa", "publish", "footer"
    REPORT = "bao-cao/", "Thực hiện các quy định", "publish", "footer"
    HANDBOOK = "huong-dan/", "Hướng dẫn biên tập", "docs", "footer"
    ENGLISH = "en/", "English", "publish", "footer"
    PHOTOS = "anh/", "Ảnh gốc", "docs"
    PICTURES = "hinh/", "Ảnh đã thu nhỏ", "pictures"
    ASSETS = "assets/", "Kiểu và mã", "theme"
    ADMIN = "admin/", "Trang biên tập", "admin"

    def __init__(
        self,
        address: str,
        label: str,
        owner: str,
        linked_in: Literal["menu", "footer"] | None = None,
    ) -> None:
        self.address = address
        self.label = label
        self.owner = owner
        self.linked_in = linked_in

    @property
    def folder(self) -> str:
        """The first part of its addresses, without a slash."""
        return self.address.rstrip("/")


MENU = tuple(section for section in Section if section.linked_in == "menu")
FOOTER = tuple(section for section in Section if section.linked_in == "footer")
FOLDERS = frozenset(section.folder for section in Section)
# Folder below ``tin/`` of articles whose year no source gives, in place of that of a year.
UNKNOWN_YEAR = "chua-ro-nam"
