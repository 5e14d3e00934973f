"""What the browser editor edits: the articles, and the registries they choose from."""

from collections.abc import Mapping

from bantin.admin.fields import Field, make_fields
from bantin.model import FrontMatter
from bantin.model.fields import MAX_TEXT
from bantin.model.sections import UNKNOWN_YEAR, Section

NEWS = Section.NEWS.folder
REGISTRIES = "data"
# Written and read by admin/format.js.
NEWS_FORMAT = "bantin-news"
REGISTRY_FORMAT = "bantin-registry"
PHOTOS = Section.PHOTOS.folder
FILES = {
    "agencies": "Cơ quan",
    "programs": "Chương trình",
    "provinces": "Tỉnh, thành phố",
    "districts": "Huyện, quận, thị xã",
    "documents": "Văn bản",
}
BUTTONS = ("bold", "italic", "link", "heading-two", "heading-three", "quote")
LISTS = ("bulleted-list", "numbered-list")


def relation(registry: str, *, multiple: bool = False) -> Field:
    """Return a choice among the records of a registry, found with or without marks."""
    return {
        "widget": "relation",
        "collection": REGISTRIES,
        "file": registry,
        "value_field": "records.*.id",
        "display_fields": ["records.*.label"],
        "search_fields": ["records.*.search"],
        "multiple": multiple,
        "dropdown_threshold": 0,
    }


def _photo() -> Field:
    return {
        "widget": "image",
        "accept": "image/jpeg,image/png,image/webp",
        "choose_url": False,
        "media_folder": f"/docs/{PHOTOS}/{{{{slug}}}}",
        "public_folder": f"/{PHOTOS}/{{{{slug}}}}",
    }


LONG: Field = {"widget": "text", "maxlength": MAX_TEXT}
# What the model does not say of a field of an article, by its path.
OVERRIDES: Mapping[str, Field] = {
    "lead": LONG,
    "status": {"default": "draft", "required": True},
    "same_event_as": {
        "widget": "string",
        "pattern": [r"^tin/[a-z0-9-]+/[a-z0-9-]+\.md$", "Cần dạng tin/2024/ten-bai.md"],
    },
    "conference.reviews.program": relation("programs") | {"label": "Chương trình"},
    "conference.signs": relation("programs", multiple=True) | {"label": "Chương trình được ký"},
    "programs": relation("programs", multiple=True),
    "provinces": relation("provinces", multiple=True),
    "districts": relation("districts", multiple=True),
    "documents": relation("documents", multiple=True),
    "agencies.id": relation("agencies") | {"label": "Cơ quan trong sổ"},
    "tasks.owners.id": relation("agencies") | {"label": "Cơ quan trong sổ"},
    "follows.quote": LONG,
    "people.agency": relation("agencies"),
    "photos.src": _photo(),
    # The check refuses a photograph without it.
    "photos.alt": LONG | {"required": True},
    "photos.caption": LONG,
    "corrections.note": LONG,
    "aliases": {"widget": "list"},
}


def _text_list(name: str, label: str, item: str, pattern: str, message: str) -> Field:
    """Return a field for texts that are in no registry; on saving they join those that are."""
    text = {"name": "item", "label": item, "widget": "string", "pattern": [pattern, message]}
    rows = {"name": name, "label": label, "widget": "list", "required": False}
    return rows | {"label_singular": item, "field": text}


PLANS = _text_list("plans", "Năm kế hoạch được ký", "năm", r"^\d{4}$", "Cần một năm như 2022")
NUMBERS = _text_list(
    "numbers",
    "Văn bản ghi theo số hiệu",
    "số hiệu",
    "[A-Z/]",
    "Cần số hiệu như 65-KL/TW",
)
BODY: Field = {
    "name": "body",
    "label": "Nội dung",
    "widget": "richtext",
    "required": False,
    "hint": "Mỗi mục dưới đề mục Nhiệm vụ là một nhiệm vụ để theo dõi; quy chế gồm những gì thì"
    " đặt dưới Nội dung. Ảnh để ở mục Ảnh.",
    "buttons": [*BUTTONS, *LISTS],
    "editor_components": [],
    "modes": ["rich_text", "raw"],
    "use_emoji_autocomplete": False,
}

# The file as it was read. The rich editor rewrites Markdown that nobody touched; on saving, such
# blocks are restored from here. A file on the disk that differs was changed by another.
ORIGINAL: Field = {"name": "original", "label": "Bản gốc", "widget": "hidden"}


def article_fields() -> list[Field]:
    """Return the fields of an article: those of the model, two of them split, and the body."""
    fields: list[Field] = []
    for field in make_fields(FrontMatter, OVERRIDES):
        fields.append(field)
        if field["name"] == "conference":
            field["fields"] = [*field["fields"], PLANS]
        if field["name"] == "documents":
            fields.append(NUMBERS)
    return [*fields, BODY, ORIGINAL]


def articles() -> Field:
    """Return the collection of the articles, filed by the date of the conference."""
    return {
        "name": NEWS,
        "label": "Bài viết",
        "label_singular": "bài viết",
        "icon": "article",
        "folder": f"docs/{NEWS}",
        # admin/format.js gives the folder; the editor's own {{year}} would be the year of today.
        "path": f"{{{{folder | default('{UNKNOWN_YEAR}')}}}}/{{{{slug}}}}",
        "slug": "{{title}}",
        "format": NEWS_FORMAT,
        "summary": "{{title}}",
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": [{"label": "Bài nháp", "field": "status", "pattern": "draft"}],
        "editor": {"preview": False},
        "fields": article_fields(),
    }


def registries() -> Field:
    """Return the registries, which the editor reads for their choices and does not edit."""
    texts = ("id", "label", "search")
    fields: list[Field] = [{"name": name, "widget": "string"} for name in texts]
    return {
        "name": REGISTRIES,
        "label": "Sổ dữ liệu",
        "hide": True,
        "format": REGISTRY_FORMAT,
        "files": [
            {
                "name": name,
                "label": label,
                "file": f"data/{name}.yml",
                "format": REGISTRY_FORMAT,
                "fields": [{"name": "records", "widget": "list", "fields": fields}],
            }
            for name, label in FILES.items()
        ],
    }
