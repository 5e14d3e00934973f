"""The first page: what may be worked with, and that the editor takes the configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bantin.admin.config import configuration
from bantin.model.settings import EditorSettings

if TYPE_CHECKING:
    from tests.browser_admin.conftest import Editor

FOLDER = "Làm việc với thư mục trên máy này"
GITLAB = {"backend": "gitlab", "repo": "a/b", "base_url": "https://git.example.vn"}
BY_HAND = "Đăng nhập bằng mã truy cập"


def buttons(editor: Editor, settings: dict[str, Any]) -> list[str]:
    """Open the editor under some settings; return what it offers."""
    body = json.dumps(configuration("Bản tin", EditorSettings(**settings)))
    editor.page.route("**/config.json", lambda route: route.fulfill(body=body))
    editor.page.goto(editor.base)
    editor.page.get_by_role("button", name=FOLDER).wait_for()
    shown = editor.page.locator(".buttons .button .truncated-text").all_inner_texts()
    assert editor.errors == []
    assert editor.outside == []
    return shown


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, [FOLDER]),
        (GITLAB, [FOLDER, BY_HAND]),
        (
            GITLAB | {"app_id": "01", "review": True},
            [FOLDER, "Đăng nhập bằng \u2068GitLab\u2069", BY_HAND],
        ),
        ({"backend": "github", "repo": "a/b"}, [FOLDER, BY_HAND]),
    ],
    ids=["local", "gitlab-token", "gitlab-review", "github"],
)
def test_only_ways_that_work_are_offered(
    editor: Editor, settings: dict[str, Any], expected: list[str]
) -> None:
    assert buttons(editor, settings) == expected


def test_the_interface_is_vietnamese_and_has_its_icons(editor: Editor) -> None:
    editor.page.goto(editor.base)
    editor.page.get_by_role("button", name=FOLDER).wait_for()
    assert editor.page.evaluate("document.documentElement.lang") == "vi"
    font = "document.fonts.load('24px \"Material Symbols Outlined\"', 'edit')"
    assert editor.page.evaluate(f"async () => (await {font}).length") == 1
