"""Nothing that was written is lost: by leaving, by reloading, by what another wrote meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Dialog, Locator, Route
    from tests.browser_admin.conftest import Editor

TITLE = "Đoàn xã sơ kết nửa năm"
LEAD = "Một câu nêu ý chính."
PATH = "docs/tin/2024/thu-giu-bai.md"
TEXT = """\
---
title: Thử giữ bài
date: 2024-05-01
lead: Câu nêu cũ.
status: draft
---

Đoạn đầu.

Đoạn hai.
"""
OTHERS = TEXT.replace("Đoạn hai.", "Đoạn hai do người khác sửa.")
# Longer than the editor waits before it keeps a draft.
PAUSE = 1500


class Asked:
    """The questions that the browser asked, and what is answered to each."""

    def __init__(self, editor: Editor, *, leave: bool) -> None:
        self.kinds: list[str] = []
        self.leave = leave
        editor.page.on("dialog", self.answer)

    def answer(self, dialog: Dialog) -> None:
        self.kinds.append(dialog.type)
        if self.leave:
            dialog.accept()
        else:
            dialog.dismiss()


def begin(editor: Editor, project: Path) -> None:
    """Write a title and a lead into a new article, and wait until the draft is kept."""
    editor.open(project)
    editor.create()
    editor.type("title", TITLE)
    editor.type("lead", LEAD)
    # The mark of a person's hand, which filling a field by script lacks.
    editor.field("lead").locator("textarea").press("End")
    editor.type("lead", LEAD)
    editor.page.wait_for_timeout(PAUSE)


def other_configuration(route: Route) -> None:
    route.fulfill(json=route.fetch().json() | {"app_title": "Ngày khác"})


def restore(editor: Editor) -> None:
    editor.page.get_by_role("button", name="Khôi phục", exact=True).click()


def listed(editor: Editor) -> Locator:
    return editor.page.get_by_label("Chuyên mục").get_by_text("Thử giữ bài")


def value(editor: Editor, path: str) -> str:
    return editor.field(path).locator("input, textarea").first.input_value()


def wait_for_value(editor: Editor, path: str, text: str) -> None:
    editor.page.wait_for_function(
        "([path, text]) => document.querySelector(`[data-key-path='${path}']`)"
        "?.querySelector('input, textarea')?.value === text",
        arg=[path, text],
    )


def open_article(editor: Editor, project: Path, text: str = TEXT) -> None:
    (project / PATH).parent.mkdir(parents=True, exist_ok=True)
    (project / PATH).write_text(text, encoding="utf-8")
    editor.open(project)
    listed(editor).click()
    editor.wait_for_form()


def retype_lead(editor: Editor, text: str) -> None:
    field = editor.field("lead").locator("textarea")
    field.fill("")
    field.press_sequentially(text)


def test_a_new_article_comes_back_after_a_reload(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=True)
    begin(editor, project)
    editor.page.reload()
    assert asked.kinds == ["beforeunload"]
    restore(editor)
    wait_for_value(editor, "title", TITLE)
    wait_for_value(editor, "lead", LEAD)


def test_an_article_comes_back_after_a_reload_on_another_day(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=True)
    open_article(editor, project)
    retype_lead(editor, LEAD)
    editor.page.wait_for_timeout(PAUSE)
    # As on another day: its date is a part of the configuration.
    editor.page.route("**/config.json", other_configuration)
    editor.page.reload()
    assert asked.kinds == ["beforeunload"]
    restore(editor)
    wait_for_value(editor, "lead", LEAD)
    editor.save()
    assert editor.bring(project) == {PATH}
    assert (project / PATH).read_text(encoding="utf-8") == TEXT.replace("Câu nêu cũ.", LEAD)


def test_the_arrow_asks_and_keeps_what_was_just_typed(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=False)
    open_article(editor, project)
    retype_lead(editor, LEAD)
    back = editor.page.get_by_role("button", name="Đóng bài")
    back.click()
    assert asked.kinds == ["confirm"]
    assert value(editor, "lead") == LEAD
    asked.leave = True
    back.click()
    editor.page.get_by_role("button", name="Tạo bài viết mới").wait_for()
    assert asked.kinds == ["confirm", "confirm"]
    listed(editor).click()
    restore(editor)
    wait_for_value(editor, "lead", LEAD)


def test_the_browsers_own_back_asks(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=False)
    open_article(editor, project)
    retype_lead(editor, LEAD)
    editor.page.evaluate("history.back()")
    editor.page.wait_for_timeout(PAUSE)
    assert asked.kinds == ["confirm"]
    assert value(editor, "lead") == LEAD


def test_closing_asks(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=False)
    open_article(editor, project)
    retype_lead(editor, LEAD)
    editor.page.close(run_before_unload=True)
    editor.page.wait_for_timeout(PAUSE)
    assert asked.kinds == ["beforeunload"]
    assert value(editor, "lead") == LEAD


def test_nothing_is_asked_where_nothing_is_unsaved(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=True)
    open_article(editor, project)
    editor.field("lead").locator("textarea").press("End")
    editor.page.get_by_role("button", name="Đóng bài").click()
    listed(editor).click()
    editor.wait_for_form()
    retype_lead(editor, LEAD)
    editor.save()
    assert editor.bring(project) == {PATH}
    listed(editor).click()
    editor.wait_for_form()
    editor.page.wait_for_timeout(PAUSE)
    assert editor.page.get_by_role("button", name="Khôi phục").count() == 0
    editor.page.reload()
    assert asked.kinds == []


def test_a_backup_is_deleted_after_a_second_yes_alone(editor: Editor, project: Path) -> None:
    asked = Asked(editor, leave=True)
    begin(editor, project)
    editor.page.reload()
    restore_button = editor.page.get_by_role("button", name="Khôi phục", exact=True)
    restore_button.wait_for()
    asked.leave = False
    editor.page.keyboard.press("Escape")
    wait_for_value(editor, "lead", LEAD)
    assert asked.kinds == ["beforeunload", "confirm"]


@pytest.mark.parametrize("overwrite", [False, True], ids=["back", "overwrite"])
def test_a_file_changed_meanwhile_is_shown(
    editor: Editor,
    project: Path,
    overwrite: bool,  # noqa: FBT001
) -> None:
    open_article(editor, project)
    retype_lead(editor, LEAD)
    editor.change(PATH, OTHERS)
    editor.save()
    dialog = editor.page.get_by_role("dialog", name="Tệp trên máy đã đổi")
    dialog.get_by_label("Bản đang ở trên máy").get_by_text("người khác sửa").wait_for()
    marked = dialog.locator("mark").all_inner_texts()
    assert marked == [
        "lead: Câu nêu cũ.",
        "Đoạn hai do người khác sửa.",
        f"lead: {LEAD}",
        "Đoạn hai.",
    ]
    if overwrite:
        dialog.get_by_role("button", name="Vẫn lưu bản của tôi").click()
        editor.bring(project)
        assert (project / PATH).read_text(encoding="utf-8") == TEXT.replace("Câu nêu cũ.", LEAD)
        return
    dialog.get_by_role("button", name="Quay lại, chưa lưu").click()
    dialog.wait_for(state="hidden")
    assert value(editor, "lead") == LEAD
    assert editor.files()[PATH].decode() == OTHERS


def test_a_restored_draft_does_not_overwrite_what_came_since(editor: Editor, project: Path) -> None:
    Asked(editor, leave=True)
    open_article(editor, project)
    retype_lead(editor, LEAD)
    editor.page.wait_for_timeout(PAUSE)
    editor.change(PATH, OTHERS)
    editor.page.reload()
    restore(editor)
    wait_for_value(editor, "lead", LEAD)
    editor.save()
    editor.page.get_by_role("dialog", name="Tệp trên máy đã đổi").wait_for()
    assert editor.files()[PATH].decode() == OTHERS


def test_an_article_is_opened_as_it_stands_on_the_disk(editor: Editor, project: Path) -> None:
    (project / PATH).parent.mkdir(parents=True, exist_ok=True)
    (project / PATH).write_text(TEXT, encoding="utf-8")
    editor.open(project)
    editor.change(PATH, OTHERS)
    listed(editor).click()
    editor.field("body").locator("span").get_by_text("người khác sửa").wait_for()
    retype_lead(editor, LEAD)
    editor.save()
    editor.bring(project)
    assert (project / PATH).read_text(encoding="utf-8") == OTHERS.replace("Câu nêu cũ.", LEAD)


def test_an_article_of_another_with_the_same_name_is_not_overwritten(
    editor: Editor, project: Path
) -> None:
    begin(editor, project)
    editor.type("date", "2024-05-02")
    path = "docs/tin/2024/doan-xa-so-ket-nua-nam.md"
    editor.change(path, OTHERS)
    editor.save()
    editor.page.get_by_role("dialog", name="Tệp trên máy đã đổi").wait_for()
    assert editor.files()[path].decode() == OTHERS


def test_saving_twice_asks_nothing(editor: Editor, project: Path) -> None:
    open_article(editor, project)
    for lead in (LEAD, "Câu nêu thứ hai."):
        retype_lead(editor, lead)
        editor.save()
        editor.bring(project)
        assert f"lead: {lead}" in (project / PATH).read_text(encoding="utf-8")
        listed(editor).click()
        editor.wait_for_form()
