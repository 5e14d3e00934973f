"""The whole configuration of the browser editor."""

from collections.abc import Mapping

from bantin.admin.collections import PHOTOS, articles, registries
from bantin.admin.fields import Field
from bantin.pictures.survey import MAX_BYTES

# Without a repository the editor works with a folder on this machine alone; the
# replacements of ``vendor`` know this name and offer no sign-in.
LOCAL: Mapping[str, object] = {
    "name": "gitlab",
    "repo": "local/local",
    "auth_methods": ["token"],
}
OPTIONS = ("branch", "base_url", "api_root", "app_id")
HOSTS = ("github", "gitlab", "gitea")
MESSAGES = {
    "create": "Thêm {{collection}} “{{slug}}”",
    "update": "Sửa {{collection}} “{{slug}}”",
    "delete": "Xóa {{collection}} “{{slug}}”",
    "uploadMedia": "Thêm ảnh “{{path}}”",
    "deleteMedia": "Xóa ảnh “{{path}}”",
}


def configuration(site_name: str, settings: Mapping[str, object]) -> Field:
    """Return the configuration as the editor reads it.

    Args:
        site_name: the name of the portal.
        settings: where articles are saved, ``extra.admin`` of mkdocs.yml; empty texts do not count.
    """
    reviewed = {"publish_mode": "editorial_workflow"} if settings.get("review") else {}
    return {
        "load_config_file": False,
        "backend": backend(settings),
        **reviewed,
        "app_title": f"{site_name} – biên tập",
        "show_preview_links": False,
        "media_folder": f"docs/{PHOTOS}",
        "public_folder": f"/{PHOTOS}",
        "media_libraries": {
            "default": {"config": {"max_file_size": MAX_BYTES, "slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True},
        "collections": [articles(), registries()],
    }


def backend(settings: Mapping[str, object]) -> Field:
    """Return where articles are saved; ValueError says what is wrong with the settings."""
    name, repository = settings.get("backend"), settings.get("repo")
    if not name:
        return dict(LOCAL)
    if name not in HOSTS:
        message = f"extra.admin.backend: thấy «{name}», cần một trong {', '.join(HOSTS)}"
        raise ValueError(message)
    if not repository:
        message = "extra.admin.repo: cần tên kho như co-quan/ban-tin"
        raise ValueError(message)
    if name == "gitea" and settings.get("review"):
        message = "extra.admin.review: gitea chưa duyệt được đề xuất; hãy bỏ hoặc dùng gitlab"
        raise ValueError(message)
    given = {key: settings[key] for key in OPTIONS if settings.get(key)}
    made: Field = {"name": name, "repo": repository, **given, "commit_messages": MESSAGES}
    if name == "gitlab" and "app_id" in given:
        return made | {"auth_type": "pkce"}
    # Other ways to sign in would go through a server of a third party.
    needs_relay = name == "gitlab" or (name == "github" and "base_url" not in given)
    return made | ({"auth_methods": ["token"]} if needs_relay else {})
