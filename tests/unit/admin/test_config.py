import pytest

from bantin.admin.config import configuration
from bantin.admin.page import editor_policy, hosts, page
from bantin.model.settings import EditorSettings

NAME = "Bản tin <thử>"


def test_without_a_repository_nobody_is_signed_in_anywhere() -> None:
    assert configuration(NAME, EditorSettings())["backend"]["repo"] == "local/local"
    assert hosts(EditorSettings()) == []
    assert "connect-src 'self' blob: data:;" in editor_policy(EditorSettings())


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (EditorSettings(backend="github", repo="a/b"), {"auth_methods": ["token"]}),
        (EditorSettings(backend="gitlab", repo="a/b"), {"auth_methods": ["token"]}),
        (
            EditorSettings(backend="gitlab", repo="a/b", app_id="1"),
            {"auth_type": "pkce", "app_id": "1"},
        ),
        (EditorSettings(backend="github", repo="a/b", base_url="https://r.vn"), {}),
    ],
)
def test_no_way_to_sign_in_passes_a_third_party(
    settings: EditorSettings, expected: dict[str, object]
) -> None:
    backend = configuration(NAME, settings)["backend"]
    given = {"name", "repo", "branch", "base_url", "commit_messages"}
    assert {key: value for key, value in backend.items() if key not in given} == expected


def test_proposals_are_reviewed_where_the_settings_ask_for_it() -> None:
    settings = EditorSettings(backend="gitlab", repo="a/b", review=True)
    assert configuration(NAME, settings)["publish_mode"] == "editorial_workflow"
    assert "publish_mode" not in configuration(NAME, EditorSettings())


def test_only_the_git_host_may_be_reached() -> None:
    settings = EditorSettings(backend="gitlab", repo="a/b", api_root="https://git.vn/api/v4")
    assert hosts(settings) == ["https://git.vn"]
    assert hosts(EditorSettings(backend="github")) == [
        "https://api.github.com",
        "https://avatars.githubusercontent.com",
    ]
    assert "https://git.vn" in page(NAME, settings)


def test_the_page_is_kept_out_of_search_and_escaped() -> None:
    html = page(NAME, EditorSettings())
    assert '<meta name="robots" content="noindex, nofollow">' in html
    assert "Bản tin &lt;thử&gt;" in html
    assert "<script>" not in html
