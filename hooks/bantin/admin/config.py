"""The whole configuration of the browser editor."""

from collections.abc import Mapping

from bantin.admin.collections import PHOTOS, articles, registries
from bantin.admin.fields import Field
from bantin.model.settings import EditorSettings
from bantin.pictures.measuring import MAX_BYTES

# Without a repository the editor works with a folder on this machine alone; the
# replacements of ``vendor`` know this name and offer no sign-in.
LOCAL: Mapping[str, object] = {
    "name": "gitlab",
    "repo": "local/local",
    "auth_methods": ["token"],
}
# A photograph is drawn anew on the way in: no larger, and without where and when it was taken.
PHOTO_SIDE = 2400
PHOTO = {"format": "webp", "quality": 88, "width": PHOTO_SIDE, "height": PHOTO_SIDE}
LIBRARY = {
    "max_file_size": MAX_BYTES,
    "slugify_filename": True,
    "transformations": {"raster_image": PHOTO},
}
OPTIONS = ("branch", "base_url", "api_root", "app_id")
MESSAGES = {
    "create": "Thêm {{collection}} “{{slug}}”",
    "update": "Sửa {{collection}} “{{slug}}”",
    "delete": "Xóa {{collection}} “{{slug}}”",
    "uploadMedia": "Thêm ảnh “{{path}}”",
    "deleteMedia": "Xóa ảnh “{{path}}”",
}


def configuration(site_name: str, editor: EditorSettings) -> Field:
    """Return the configuration as the editor reads it.

    Args:
        site_name: the name of the portal.
        editor: where articles are saved.
    """
    reviewed = {"publish_mode": "editorial_workflow"} if editor.review else {}
    return {
        "load_config_file": False,
        "backend": backend(editor),
        **reviewed,
        "app_title": f"{site_name} – biên tập",
        "show_preview_links": False,
        "media_folder": f"docs/{PHOTOS}",
        "public_folder": f"/{PHOTOS}",
        "media_libraries": {
            "default": {"config": LIBRARY},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
        "collections": [articles(), registries()],
    }


def backend(editor: EditorSettings) -> Field:
    """Return where articles are saved."""
    name, repository = editor.backend, editor.repo
    if name is None:
        return dict(LOCAL)
    given = {key: getattr(editor, key) for key in OPTIONS if getattr(editor, key)}
    made: Field = {"name": name, "repo": repository, **given, "commit_messages": MESSAGES}
    if name == "gitlab" and "app_id" in given:
        return made | {"auth_type": "pkce"}
    # Other ways to sign in would go through a server of a third party.
    needs_relay = name == "gitlab" or (name == "github" and "base_url" not in given)
    return made | ({"auth_methods": ["token"]} if needs_relay else {})
